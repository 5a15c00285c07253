"""What users say of their inputs, and what is odd about these: complete output and exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.calls import ReadOptions, to_canonical
from linter.calls.source import Source
from linter.cli import convert as convert_module
from linter.cli.inputs import MOST_TOLD, Inputs
from linter.model import Notice

from .conftest import Huashu, write

RULES = ("--rules", "shop.yml")
UNKNOWN = (
    "错误：who.jsonl:1: 通话 a 没写谁是坐席，按说的话也推断不出来，靠角色的规则不评；"
    "用 --agent-channel N 说明坐席是哪个声道，或用 --role 词=agent 说明哪个称呼是坐席\n"
)
READ = "读了 1 个文件、1 通、{} 句。\n"
NOTHING = "读了 0 个文件、0 通、0 句；跳过 1 个文件。\n"
WARNED = UNKNOWN.replace("错误", "警告", 1)


def turns(*said: tuple[str, str], **others: object) -> str:
    rows = [{"speaker": speaker, "text": text} for speaker, text in said]
    return json.dumps({"id": "a", "turns": rows, **others}, ensure_ascii=False) + "\n"


def roles(out: str) -> list[list[str]]:
    return [[turn["role"] for turn in json.loads(line)["turns"]] for line in out.splitlines()]


@pytest.fixture
def who(tmp_path: Path) -> Path:
    return write(tmp_path / "who.jsonl", turns(("1", "喂"), ("2", "快点说。")))


@pytest.fixture
def odd(tmp_path: Path) -> None:
    """Two files of six calls each whose times go backwards, and a script library."""
    row = {"role": "agent", "text": "您好", "start_ms": 500}
    back = {"role": "customer", "text": "喂", "start_ms": 100}
    for name in ("a", "b"):
        lines = [json.dumps({"id": f"{name}{n}", "turns": [row, back]}) for n in range(6)]
        write(tmp_path / f"{name}.jsonl", "\n".join(lines) + "\n")
    write(
        tmp_path / "库.md",
        "# 开场\n- 客户：喂？\n- 您好，请问有什么可以帮您？\n## 反例\n- 快点说。\n- 随便吧。\n",
    )


def test_without_roles_nothing_is_judged(huashu: Huashu, who: Path) -> None:
    run = huashu("lint", "who.jsonl", *RULES)
    assert (run.code, run.err) == (0, WARNED)
    assert "  没有判：所有规则，不知道谁是坐席、谁是客户\n" in run.out
    assert "输入有 1 处可疑，见警告。\n" in run.out


@pytest.mark.parametrize(
    ("channel", "expected"), [("2", ["customer", "agent"]), ("1", ["agent", "customer"])]
)
def test_the_agents_channel(huashu: Huashu, who: Path, channel: str, expected: list[str]) -> None:
    run = huashu("convert", "who.jsonl", "--agent-channel", channel)
    assert (run.code, run.err, roles(run.out)) == (0, READ.format(2), [expected])
    assert "casting" not in json.loads(run.out)
    linted = huashu("lint", "who.jsonl", "--agent-channel", channel, *RULES)
    assert (linted.code, linted.err) == (int(channel) - 1, "")


def test_a_channel_that_is_not_there(huashu: Huashu, who: Path) -> None:
    run = huashu("convert", "who.jsonl", "--agent-channel", "3")
    missing = "警告：who.jsonl: 通话 a 里没有声道“3”；这里有的是：1、2\n"
    odd = READ.format(2).replace("。", "；2 处可疑。")
    assert (run.code, run.err) == (0, missing + WARNED + odd)
    strict = huashu("convert", "who.jsonl", "--agent-channel", "3", "--strict")
    assert (strict.code, strict.err) == (2, missing.replace("警告", "错误") + UNKNOWN + odd)
    assert strict.out == run.out


def test_strict_lint_fails_and_reports_all_the_same(huashu: Huashu, who: Path) -> None:
    plain = huashu("lint", "who.jsonl", *RULES)
    assert huashu("lint", "who.jsonl", "--strict", *RULES) == (2, plain.out, UNKNOWN)


def test_own_words_for_roles(huashu: Huashu, tmp_path: Path) -> None:
    write(tmp_path / "names.txt", "老王：您好。\n小李：喂。\n")
    named = ("--role", "老王=坐席", "--role", "小李=customer")
    run = huashu("convert", "names.txt", *named)
    assert (run.code, run.err, roles(run.out)) == (0, READ.format(2), [["agent", "customer"]])
    assert huashu("convert", "names.txt").code == 2


@pytest.mark.parametrize("verb", ["lint", "convert"])
def test_what_nobody_can_read(huashu: Huashu, who: Path, verb: str) -> None:
    assert huashu(verb, "who.jsonl", "--role", "老王") == (
        *(2, ""),
        "错误：读不懂 --role 老王; 写成 词=角色，如 王丽=agent；角色有 agent、customer、bot、"
        "system、unknown\n",
    )
    assert huashu(verb, "who.jsonl", "--column", "词=话") == (
        *(2, ""),
        "错误：读不懂 --column 词=话; 写成 字段=列名，如 内容=通话文字；字段有 通话、通话id、"
        "角色、内容、说话人、开始、结束、对话、call、role、text、speaker、start、end、dialogue\n",
    )


def test_columns_that_have_other_names(huashu: Huashu, tmp_path: Path) -> None:
    name = "t.csv"
    # 话 would be a column of scripts.
    write(tmp_path / name, "谁,话\n坐席,您好\n客户,喂\n")
    run = huashu("convert", name, "--column", "角色=谁", "--column", "text=话")
    assert (run.code, run.err, roles(run.out)) == (0, READ.format(2), [["agent", "customer"]])
    run = huashu("convert", name, "--column", "角色=没有", "--column", "text=话")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        f"错误：{name}:1: 没有“没有”列；这里的列是：谁、话; "
        f"--column 后面写这里有的列名，或从 1 数的列号\n{NOTHING}"
    )


def test_columns_and_sheets_of_workbooks(huashu: Huashu, tmp_path: Path) -> None:
    from workbooks.making import made

    said = [("谁", "话"), ("坐席", "您好"), ("客户", "喂")]
    (tmp_path / "t.xlsx").write_bytes(made(甲=said, 乙=[("角色", "内容"), ("坐席", "再见")]))
    columns = ("--column", "角色=谁", "--column", "内容=话")
    run = huashu("convert", "t.xlsx", "--sheet", "甲", *columns)
    assert (run.code, run.err, roles(run.out)) == (0, READ.format(2), [["agent", "customer"]])
    run = huashu("convert", "t.xlsx", "--sheet", "乙")
    assert (run.code, run.err, roles(run.out)) == (0, READ.format(1), [["agent"]])
    assert huashu("convert", "t.xlsx", "--sheet", "丙") == (
        *(2, ""),
        f"错误：t.xlsx: 没有叫“丙”的工作表; 这里有：甲、乙\n{NOTHING}",
    )


@pytest.mark.usefixtures("odd")
def test_of_many_warnings_of_a_kind_the_first_are_told(huashu: Huashu) -> None:
    run = huashu("lint", "a.jsonl", "b.jsonl", *RULES)
    said = (
        "警告：{0}.jsonl:{1}: 通话 {0}{2} 第 1 句（从 0 数起）比上一句开始得还早；"
        "按文件里的先后读，靠时间的检查可能不准；检查导出时间的那一列\n"
    )
    assert run.err == "".join(
        "".join(said.format(name, n + 1, n) for n in range(3))
        + f"警告：{name}.jsonl: 同样的警告还有，不再一一列出\n"
        for name in ("a", "b")
    )
    assert run.code == 0
    assert "输入有 12 处可疑，见警告。\n" in run.out
    english = huashu("lint", "a.jsonl", *RULES, "--lang", "en")
    assert "The inputs have 6 oddities; see the warnings.\n" in english.out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_library_of_bad_examples_alone_says_what_was_left_out(huashu: Huashu, jobs: str) -> None:
    Path("库.md").write_text("# 反例\n\n- 滚。\n- 你爱去哪去哪。\n", encoding="utf-8")
    run = huashu("lint", "库.md", "--jobs", jobs)
    assert run.code == 0
    assert "没有检查的句子：反例：2。" in run.out
    assert "0 通通话" in run.out
    converted = huashu("convert", "库.md")
    assert (converted.code, converted.out) == (0, "")


@pytest.mark.usefixtures("odd")
def test_the_summary_counts_what_was_left_out(huashu: Huashu) -> None:
    run = huashu("lint", "库.md", "a.jsonl", *RULES)
    assert "没有检查的句子：客户的话：1，反例：2。\n" in run.out
    report = json.loads(huashu("lint", "库.md", "a.jsonl", "--format", "json", *RULES).out)
    assert report["summary"]["left_out"] == {"客户的话": 1, "反例": 2}
    assert report["summary"]["warnings"] == 6


@pytest.mark.usefixtures("odd", "who")
@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_two_processes_say_what_one_says(
    huashu: Huashu, format_: str, strict: tuple[str, ...]
) -> None:
    options = (*RULES, "--format", format_, *strict)
    for extra in ((), ("--agent-channel", "2")):
        paths = ("库.md", "a.jsonl", "who.jsonl", "b.jsonl", "无.txt")
        alone = huashu("lint", *paths, *options, *extra)
        assert huashu("lint", *paths, *options, *extra, "--jobs", "2") == alone


TWICE = """\
pack: twice
signals: {好话: {who: agent, any: [好]}}
rules:
  - id: twice
    category: duplicate
    aspect: 话术
    severity: warning
    applies: {kind: script}
    measure: {of: duplicate, limit: 8}
    say: 前面已经有了。
    why: 改一处忘一处。
    instead: 留一处。
    tests:
      - {kind: script, flag: "您好请问您贵姓。\\n【您好请问您贵姓。】"}
      - {kind: script, pass: 您好。}
"""


def test_what_a_library_says_twice(huashu: Huashu, tmp_path: Path) -> None:
    line = "- 您报修的光猫师傅明天上午九点上门维修。\n"
    write(tmp_path / "a.md", f"# 甲\n{line}")
    write(tmp_path / "b.md", f"# 乙\n- 您好，请问有什么可以帮您？\n{line}")
    write(tmp_path / "twice.yml", TWICE)
    options = ("--rules", "twice.yml", "--format", "json", "--no-diagnosis")
    alone = huashu("lint", "a.md", "b.md", *options)
    found = [one for call in json.loads(alone.out)["calls"] for one in call["findings"]]
    assert [(one["path"], one["line"], one["rule"]) for one in found] == [("b.md", 3, "twice")]
    assert found[0]["evidence"][0]["label"] == "a.md:2:3 已有"
    assert huashu("lint", "a.md", "b.md", *options, "--jobs", "2") == alone
    only = json.loads(huashu("lint", "b.md", *options).out)
    assert [call["findings"] for call in only["calls"]] == [[]]


CALL = turns(
    ("1", "您好工号三零二七很高兴为您服务请问有什么可以帮您"),
    ("2", "喂你好我家宽带昨天晚上就断了到现在都上不去网"),
    ("1", "好的先生请您提供一下宽带账号我帮您查询"),
    ("2", "我哪记得账号我报手机号行不行"),
    ("1", "可以的麻烦您报一下办理时登记的手机号码"),
    ("2", "那什么时候能好啊我晚上还要开会呢"),
    ("1", "感谢您的来电祝您生活愉快再见"),
)


def test_inferred_roles_are_written_down_as_such(huashu: Huashu, tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", CALL)
    run = huashu("convert", "a.jsonl")
    assert (run.code, run.err) == (0, READ.format(7))
    assert roles(run.out) == [["agent", "customer"] * 3 + ["agent"]]
    casting = json.loads(run.out)["casting"]
    assert casting["source"] == "inferred"
    assert 0.97 <= casting["confidence"] <= 1
    assert huashu("convert", "-", stdin=run.out.encode()) == run


def test_lines_are_converted_as_they_are_read(
    huashu: Huashu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.jsonl", CALL * 50)
    read = written = ahead = 0
    lines = Source.byte_lines

    def counted(self: Source) -> Iterator[tuple[int, bytes]]:
        nonlocal read
        for line in lines(self):
            read += 1
            yield line

    def counting(call: Any) -> dict[str, Any]:
        nonlocal written, ahead
        written += 1
        ahead = max(ahead, read - written)
        return to_canonical(call)

    monkeypatch.setattr(Source, "byte_lines", counted)
    monkeypatch.setattr(convert_module, "to_canonical", counting)
    assert huashu("convert", "a.jsonl", "-o", "b.jsonl").code == 0
    assert (read, written) == (50, 50)
    assert ahead <= 1


def test_notices_that_do_not_warn_are_only_counted() -> None:
    told: list[tuple[str, str]] = []
    inputs = Inputs(
        [], ReadOptions(), failed=lambda error: None, warned=lambda *said: told.append(said)
    )
    inputs.notice("a.md", Notice("left-out", "反例", left_out=2, warns=False))
    inputs.notice("b.md", Notice("left-out", "反例", left_out=3, warns=False))
    assert (told, inputs.warnings, inputs.left_out) == ([], 0, {"反例": 5})
    for _ in range(MOST_TOLD + 3):
        inputs.notice("a.md", Notice("odd", "怪", "看看", line=3))
        inputs.notice("a.md", Notice("queer", "奇", sheet="甲", cell="B2"))
    assert inputs.warnings == 2 * (MOST_TOLD + 3)
    assert told.count(("a.md:3", "怪；看看")) == MOST_TOLD
    assert told.count(("a.md: 甲!B2", "奇")) == MOST_TOLD
    assert told.count(("a.md", "同样的警告还有，不再一一列出")) == 2
