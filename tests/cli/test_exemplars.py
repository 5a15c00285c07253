"""``huashu exemplars``."""

from __future__ import annotations

import json

import pytest

from .conftest import write

AGENTS = [f"10{number:02}" for number in range(8)]
BEST = AGENTS[:3]
WORDS = "我替您盯着"


def call(agent, number, *, good, says=""):
    answer = f"对不起，{says}。" if good else f"您等着，{says}。"
    turns = [
        ("customer", "气死我了！"),
        ("agent", answer),
        ("customer", "嗯。"),
        ("agent", "再见。"),
    ]
    return {
        "id": f"{agent}-{number}",
        "agent": {"id": agent},
        "channel": "phone",
        "turns": [{"role": role, "text": text} for role, text in turns],
    }


RULES = """
pack: own
rules:
  - id: no-sorry
    category: missing_apology
    aspect: 话术
    severity: warning
    require: 道歉
    when: 情绪
    within: 2
    say: 客户生气，没有道歉。
    why: 先接住人。
    instead: 对不起。
    source: 公司规定
    tests:
      - {flag: "客户：气死我了！\\n坐席：【您等着】。\\n客户：快点。\\n坐席：再见。"}
      - {pass: "客户：气死我了！\\n坐席：对不起。"}
signals:
  情绪: {who: customer, levels: {1: [气死我了]}}
  道歉: {who: agent, any: [对不起]}
"""


@pytest.fixture
def team(huashu, tmp_path):
    """Eight agents with ten calls each, of whom three answer better, in words of their own."""
    calls = [
        call(
            agent,
            number,
            good=number < (10 if agent in BEST else 4),
            says=WORDS if agent in BEST and number % 2 else "",
        )
        for agent in AGENTS
        for number in range(10)
    ]
    lines = [json.dumps(one, ensure_ascii=False) for one in calls]
    write(tmp_path / "own.yml", RULES)
    write(tmp_path / "calls.jsonl", "\n".join(lines) + "\n")
    return tmp_path


ASKED = ("exemplars", "calls.jsonl", "--rules", "own.yml", "--min-calls", "10")

REPORT = """\
标兵，和他们说的话

80 通通话，8 位坐席。

总会有人排第一，光凭运气也会。这里列出的，是同样的活儿上确实高出别人的：估计错列的不超过 5%。\
别人只作比较，不点名，也没有倒数的名单。

客户着急、生气、受了损失

80 通，比较了 8 位坐席。

  标兵          做到/通话  比例  95% 区间  别人接同样的  预期  错误发现率  客户缓和
  坐席01            10/10  100%   69–100%           57%   95%       0.017         —
  坐席02            10/10  100%   69–100%           57%   95%       0.017         —
  坐席03            10/10  100%   69–100%           57%   95%       0.017         —
  其余坐席合计      20/50   40%         —             —     —           —         —
"""


def test_the_report(huashu, team):
    run = huashu(*ASKED)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(REPORT)
    assert f"“{WORDS}”" in run.out
    assert f"坐席：对不起，【{WORDS}】。" in run.out
    assert not any(agent in run.out for agent in AGENTS)


def found(run):
    assert (run.code, run.err) == (0, "")
    return json.loads(run.out)["situations"]


def exemplars(run):
    return [one["agent"] for one in found(run)[0]["exemplars"]]


def test_names_where_they_are_wanted(huashu, team):
    run = huashu(*ASKED, "--agents", "names", "--format", "json")
    assert exemplars(run) == BEST
    quotes = found(run)[0]["patterns"][0]["quotes"]
    assert [quote["call"] for quote in quotes] == ["1000-1", "1001-1", "1002-1"]


def test_pseudonyms_are_those_of_the_order_of_agents(huashu, team):
    assert exemplars(huashu(*ASKED, "--format", "json")) == ["坐席01", "坐席02", "坐席03"]
    english = huashu(*ASKED, "--format", "json", "--lang", "en")
    assert exemplars(english) == ["Agent 01", "Agent 02", "Agent 03"]


def test_several_processes_say_the_same(huashu, team):
    alone = huashu(*ASKED, "--format", "json")
    assert huashu(*ASKED, "--format", "json", "--jobs", "2") == alone


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_a_file_has_what_would_be_printed(huashu, team, format_):
    printed = huashu(*ASKED, "--format", format_)
    assert printed.code == 0
    assert huashu(*ASKED, "--format", format_, "-o", "report") == (0, "", "")
    assert (team / "report").read_text(encoding="utf-8") == printed.out


def test_too_little_data_claims_nothing(huashu, team):
    run = huashu(*ASKED[:-2])
    assert (run.code, run.err) == (0, "")
    assert "哪种情境的数据都不够，所以什么也不说。" in run.out
    assert "至少要 3 位坐席，每位在这种情境里有 30 通" in run.out
    assert "--min-calls" in run.out


def test_calls_without_agents_are_said(huashu, team):
    text = (team / "calls.jsonl").read_text(encoding="utf-8")
    write(team / "calls.jsonl", text.replace('"agent": {"id"', '"agents": {"id"'))
    run = huashu(*ASKED)
    assert (run.code, run.err) == (0, "")
    assert "80 通没有写是哪位坐席，没有算" in run.out
    assert "没有可以比较的情境，所以什么也不说。" in run.out


def test_a_rule_that_is_ignored_makes_no_situation(huashu, team):
    assert found(huashu(*ASKED, "--ignore", "no-sorry", "--format", "json")) == []


def test_strata(huashu, team):
    run = huashu(*ASKED, "--strata", "team,direction", "--format", "json")
    assert json.loads(run.out)["strata"] == ["team", "direction"]
    run = huashu(*ASKED, "--strata", "none", "--format", "json")
    assert json.loads(run.out)["strata"] == []


def test_an_unknown_stratum(huashu, team):
    run = huashu(*ASKED, "--strata", "business,mood")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "错误：--strata 不认识 'mood'; "
        "可以写 business、channel、direction、scene、team，或只写 none\n"
    )


def test_an_input_that_cannot_be_read_is_a_failure_and_the_rest_is_told(huashu, team):
    run = huashu(*ASKED, "nope.jsonl")
    assert run.code == 2
    assert run.err == "错误：nope.jsonl: 没有这个文件或文件夹; 检查路径\n"
    assert "1 个输入没有读完。" in run.out
    assert "坐席01" in run.out


def test_the_configuration_counts(huashu, team):
    write(team / "huashu.yml", "rules: own.yml\nignore: [no-sorry]\n")
    run = huashu("exemplars", "calls.jsonl", "--format", "json", "--min-calls", "10")
    assert found(run) == []
