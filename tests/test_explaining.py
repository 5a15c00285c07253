from __future__ import annotations

from dataclasses import replace

import pytest
from signals.scored import FixedScorer

from linter.errors import UsageError
from linter.explaining import explain, rule_named
from linter.linting import Linter
from linter.model import Call, Turn
from linter.rulebook.load import load_texts
from linter.signals import learned
from linter.signals.learned import Weight
from linter.triage.select import Selection

PACK = """\
pack: shop
signals:
  催:
    who: agent
    levels:
      1: [快点说]
    maybe: [赶紧]
    over: [您快点说]
  骂: {who: agent, any: [笨]}
  难听: {who: agent, of: [催, 骂]}
  谢: {who: agent, any: [谢谢]}
  急: {who: customer, any: [等不及]}
  要: {who: agent, any: [报<信息 as 项>]}
classes:
  信息: {电话: [号码], 姓名: [名字]}
slots:
  电话: {answer: ["<数字 4+>"]}
rules:
  - id: rude
    category: impatience
    aspect: 态度
    severity: warning
    forbid: 难听
    unless: [same_turn: 谢]
    yields_to: insult
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【啊】"}, {pass: "坐席：谢谢"}]
  - id: insult
    category: insult
    aspect: 态度
    severity: error
    forbid: 骂
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【啊】"}, {pass: "坐席：谢谢"}]
  - id: thanks
    category: missing_thanks
    aspect: 话术
    severity: info
    require: 谢
    when: 急
    within: 1
    late: 2
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【啊】"}, {pass: "坐席：谢谢"}]
  - id: asks-again
    category: asks_known
    aspect: 态度
    severity: warning
    sequence: [{给过: given(项=X)}, {又要: 要(项=X)}]
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【啊】"}, {pass: "坐席：谢谢"}]
  - id: heats
    category: escalation
    aspect: 态度
    severity: error
    rise: {after: [insult, impatience], signal: 急}
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【啊】"}, {pass: "坐席：谢谢"}]
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_texts([("shop.yml", PACK)]), Selection(praise=True))


def call(*said: str) -> Call:
    """A call of ``客…`` and ``坐…`` lines."""
    roles = {"坐": "agent", "客": "customer"}
    return Call("c1", tuple(Turn(roles[line[0]], line[1:]) for line in said), path="a.txt")


def explained(linter: Linter, rule: str, heard: Call, lang: str = "zh") -> str:
    lines = explain(linter, rule_named(linter.book, rule), heard, lang)
    return "".join(line + "\n" for line in lines)


def test_what_was_reported_and_taken_back(linter):
    heard = call(
        "客我想想", "坐您快点说，好吗", "客好不了", "坐快点说，麻烦了", "客什么", "坐谢谢，赶紧"
    )
    assert (
        explained(linter, "rude", heard)
        == """\
通话 c1  a.txt
rude：违反
  报 #3 [0:3] “快点说”  warning
规则看到的
  不许出现：难听
    #3 [0:3] “快点说”  难听
    #5 [3:5] “赶紧”  难听
  同一轮里：谢
    #5 [0:2] “谢谢”  谢
  放过 #5 [3:5] “赶紧”：同一轮里有 谢
信号 难听  坐席的话
  命中 #3 [0:3] “快点说”
    短语 快点说
    级 1
    jieba [快点/说]/，/麻烦/了
  命中 #5 [3:5] “赶紧”
    短语 赶紧
    需复核
    jieba 谢谢/，/[赶紧]
  收回 #1 [1:4] “快点说”
    因为 over: 您快点说
    短语 快点说
    级 1
    jieba 您/[快点/说]/，/好/吗
信号 催  坐席的话
  命中 #3 [0:3] “快点说”
    短语 快点说
    级 1
    jieba [快点/说]/，/麻烦/了
  命中 #5 [3:5] “赶紧”
    短语 赶紧
    需复核
    jieba 谢谢/，/[赶紧]
  收回 #1 [1:4] “快点说”
    因为 over: 您快点说
    短语 快点说
    级 1
    jieba 您/[快点/说]/，/好/吗
信号 骂  坐席的话
  没有
信号 谢  坐席的话
  命中 #5 [0:2] “谢谢”
    短语 谢谢
    jieba [谢谢]/，/赶紧
"""
    )


def test_in_english(linter):
    heard = call("客我想想", "坐快点说", "客什么", "坐谢谢，赶紧", "客我不懂", "坐您快点说")
    assert explained(linter, "rude", heard, "en").startswith("""\
Call c1  a.txt
rude: violated
  Reported #1 [0:3] “快点说”  warning
What the rule saw
  forbidden: 难听
    #1 [0:3] “快点说”  难听
    #3 [3:5] “赶紧”  难听
  same turn: 谢
    #3 [0:2] “谢谢”  谢
  Excused #3 [3:5] “赶紧”: 谢, same turn
Signal 难听  the agent's words
  hit #1 [0:3] “快点说”
    pattern 快点说
    level 1
    jieba [快点/说]
  hit #3 [3:5] “赶紧”
    pattern 赶紧
    review
    jieba 谢谢/，/[赶紧]
  taken back #5 [1:4] “快点说”
    because of over: 您快点说
    pattern 快点说
    level 1
    jieba 您/[快点/说]
""")


def test_a_finding_that_yielded(linter):
    heard = call("客我想想", "坐笨")
    assert explained(linter, "rude", heard).startswith(
        "通话 c1  a.txt\nrude：违反\n  报 #1 [0:1] “笨”  warning、让位于 insult，不单独报\n"
    )
    assert "  Reported #1 [0:1] “笨”  warning, yielded to insult\n" in explained(
        linter, "rude", heard, "en"
    )
    assert explained(linter, "insult", heard).startswith("""\
通话 c1  a.txt
insult：违反
  报 #1 [0:1] “笨”  error
    让位  #1 [0:1] “笨”  说 rude
规则看到的
""")


def test_a_finding_to_be_reviewed(linter):
    heard = call("客我想想", "坐赶紧")
    assert "\n  报 #1 [0:2] “赶紧”  warning、需复核\n" in explained(linter, "rude", heard)


def test_something_missing_and_the_window_that_was_searched(linter):
    heard = call("客我等不及了", "坐这就去办", "客说话啊", "坐谢谢您")
    assert explained(linter, "thanks", heard).startswith("""\
通话 c1  a.txt
thanks：违反
  报 #1 [0:4] “这就去办”  info、偏晚
    找过 #1
    触发  #0 [1:4] “等不及”  急
    偏晚  #3 [0:2] “谢谢”  到这里才说
规则看到的
  触发：急
    #0 [1:4] “等不及”  急
  要有：谢
    #3 [0:2] “谢谢”  谢
信号 急  客户的话
""")


def test_a_requirement_that_was_met(linter):
    heard = call("客我等不及了", "坐谢谢您")
    assert "\nthanks：没有问题，#1 做到了\n" in explained(linter, "thanks", heard)
    assert "\nthanks: met, met in #1\n" in explained(linter, "thanks", heard, "en")


def test_a_rule_that_does_not_apply(linter):
    heard = call("客我想想", "坐谢谢您")
    assert explained(linter, "thanks", heard).startswith("""\
通话 c1  a.txt
thanks：不适用，没有出现触发条件
规则看到的
  触发：急
    没有
  要有：谢
    #1 [0:2] “谢谢”  谢
""")


def test_a_rule_that_could_not_be_judged(linter):
    assert explained(linter, "rude", call("坐快点说")).startswith(
        "通话 c1  a.txt\nrude：没有判，只有坐席的话\n"
    )


def test_what_became_of_information(linter):
    heard = call("坐请报号码", "客1234", "坐请报号码")
    assert "\n".join(explained(linter, "asks-again", heard).splitlines()[1:]).startswith("""\
asks-again：违反
  报 #2 [1:4] “报号码”  warning
    前一步  #1 [0:4] “1234”  给过：电话已给出
规则看到的
  给过：given(项=X)
    #1 [0:4] “1234”  given 电话
  又要：要(项=X)
    #0 [1:4] “报号码”  要(项=X)
    #2 [1:4] “报号码”  要(项=X)
信号 要  坐席的话
  命中 #0 [1:4] “报号码”
    短语 报<信息 as 项>
    项=电话
""")


def test_the_findings_a_second_layer_rule_looks_at(linter):
    heard = call("客啥", "坐笨", "客我等不及了")
    said = explained(linter, "heats", heard)
    assert (
        """\
规则看到的
  之前报出的 insult、impatience
    #1 [0:1] “笨”  insult
    #1 [0:1] “笨”  rude
  上升的是：急
    #2 [1:4] “等不及”  急
"""
        in said
    )


def test_only_the_tokens_around_a_hit_are_shown(linter):
    heard = call("客啥", "坐" + "甲，" * 20 + "快点说，" + "乙，" * 20)
    (line, _) = [s for s in explained(linter, "rude", heard).splitlines() if "jieba" in s]
    assert line == "    jieba " + "甲/，/" * 6 + "[快点/说]" + "/，/乙" * 6


MEASURED = """\
pack: measured
signals:
  道歉: {any: [抱歉], heard: same}
  久等: {measure: {of: silence, over: 10}}
  推脱: {like: [问题我们会尽快处理], similar: 70}
  转接: {any: [转过去]}
  开场: {any: [您好], at: first 5s}
  都说: {all: [抱歉, 登记]}
rules:
"""
ASKED = {
    "heard": "forbid: 道歉",
    "waited": "forbid: 久等",
    "alike": "forbid: 推脱",
    "unasked": "require: {all: [道歉, 开场]}\n    when: 转接\n    before: 1\n    which: first",
    "silent": "measure: {of: longest_silence, limit: 15}",
    "half": "forbid: 都说\n    which: last",
}


def measuring(name: str, heard: Call, lang: str = "zh") -> list[str]:
    rule = f"""\
  - id: {name}
    category: own
    aspect: 态度
    severity: info
    {ASKED[name]}
    say: 说
    why: 为
    instead: 怎
    tests: [{{flag: "坐席：【啊】"}}, {{pass: "坐席：谢谢"}}]
"""
    book = load_texts([("m.yml", MEASURED + rule)])
    return explained(Linter(book), name, heard, lang).splitlines()


def timed(*said: tuple[str, int, int]) -> Call:
    plain = call(*(words for words, _, _ in said))
    turns = tuple(
        turn._replace(start_ms=start * 1000, end_ms=end * 1000)
        for turn, (_, start, end) in zip(plain.turns, said, strict=True)
    )
    return replace(plain, turns=turns)


def test_what_words_were_heard_as():
    assert measuring("heard", call("客我想想", "坐实在报欠")) == [
        "通话 c1  a.txt",
        "heard：违反",
        "  报 #1 [2:4] “报欠”  info、需复核",
        "    说明  #1 [2:4] “报欠”  道歉（听作“抱歉”）",
        "规则看到的",
        "  不许出现：道歉",
        "    #1 [2:4] “报欠”  道歉",
        "信号 道歉  坐席的话",
        "  命中 #1 [2:4] “报欠”",
        "    短语 抱歉",
        "    听作“抱歉”、需复核",
        "    jieba 实在/[报欠]",
    ]


def test_what_words_were_like():
    lines = measuring("alike", call("客我想想", "坐问题会尽快处理"), "en")
    assert lines[-4:-1] == [
        "  hit #1 [0:7] “问题会尽快处理”",
        "    pattern 问题我们会尽快处理",
        "    像“问题我们会尽快处理”, review",
    ]


def test_what_was_measured():
    heard = timed(
        ("客查一下话费", 0, 1), ("坐请稍等一下", 2, 3), ("客嗯", 3, 4), ("坐查到了", 24, 25)
    )
    lines = measuring("waited", heard)
    assert lines[-4:-1] == ["  命中 #3 [0:3] “查到了”", "    短语 measure: silence", "    20 秒"]
    assert measuring("silent", heard)[1:] == [
        "silent：违反",
        "  报 #3 [0:3] “查到了”  info",
        "    量得  #3 [0:3] “查到了”  20秒，上限 15秒",
        "规则看到的",
    ]


@pytest.mark.parametrize(
    ("lang", "verdict", "line"),
    [
        ("zh", "waited：没有判，没有说话的时间", "  没法判 没有说话的时间"),
        ("en", "waited: not evaluated, 没有说话的时间", "  not looked for 没有说话的时间"),
    ],
)
def test_a_signal_that_could_not_be_looked_for(lang, verdict, line):
    lines = measuring("waited", call("客我想想", "坐查到了"), lang)
    assert (lines[1], lines[-1]) == (verdict, line)
    assert not {"  没有", "  none"} & set(lines[lines.index(line) - 1 :])


def test_what_could_be_measured_stands_before_what_could_not():
    heard = timed(
        ("客查话费", 0, 1), ("坐请稍等一下", 22, 23), ("客快点吧", 23, 24), ("坐好了", 25, 26)
    )
    last = heard.turns[-1]._replace(start_ms=None)
    lines = measuring("waited", replace(heard, turns=(*heard.turns[:-1], last)))
    assert "  命中 #1 [0:5] “请稍等一下”" in lines
    assert lines[-1] == "  没法判 没有说话的时间"


def test_what_has_to_be_there_before():
    heard = timed(
        ("客我想想", 0, 1), ("坐抱歉，给您转过去", 2, 3), ("客啥", 3, 4), ("坐再转过去", 5, 6)
    )
    assert measuring("unasked", heard)[1:11] == [
        "unasked：违反",
        "  报 #1 [5:8] “转过去”  info",
        "    找过 #0、#1",
        "    说过  #1 [0:2] “抱歉”  已有：道歉",
        "规则看到的",
        "  触发（只看第一次触发）：转接",
        "    #1 [5:8] “转过去”  转接",
        "    #3 [1:4] “转过去”  转接",
        "  之前都要有：道歉、开场",
        "    #1 [0:2] “抱歉”  道歉",
    ]


def test_too_few_of_several_patterns():
    lines = measuring("half", call("客我想想", "坐抱歉啊"))
    assert "  不许出现（只看最后一次命中）：都说" in lines
    assert lines[lines.index("  收回 #1 [0:2] “抱歉”") + 1] == "    因为 least: 2"


SCORED = """\
pack: scored
signals:
  怪: {any: [怪您], learned: {of: blame, over: 60}, weighed: {drop: 20}}
rules:
  - {id: blames, category: blame, aspect: 态度, severity: info, forbid: 怪, say: 说, why: 为,
     instead: 怎, tests: [{flag: 坐席：【啊】}, {pass: 坐席：谢谢}]}
"""


def test_what_the_scorer_made_of_turns(monkeypatch):
    weights = (Weight(3, 7, 1.25),)
    scorer = FixedScorer({"blame": {"自己": 83}, "any": {"自己": 90}}, weights)
    monkeypatch.setattr(learned, "default_scorer", lambda: scorer)
    heard = call("客啥", "坐那可是您自己非要点的", "客啥", "坐那我们怎么会怪您这个事")
    lines = explained(Linter(load_texts([("s.yml", SCORED)])), "blames", heard).splitlines()
    assert lines[1:4] == [
        "blames：违反",
        "  报 #1 [0:10] “那可是您自己非要点的”  info、需复核",
        "    说明  #1 [0:10] “那可是您自己非要点的”  怪（像“指责客户” 83%：“您自己非”+1.2）",
    ]
    assert [line for line in lines[8:] if "jieba" not in line] == [
        "  命中 #1 [0:10] “那可是您自己非要点的”",
        "    短语 learned",
        "    像“指责客户” 83%：“您自己非”+1.2、需复核",
        "  收回 #3 [6:8] “怪您”",
        "    因为 weighed: any 0 % < 20 %",
        "    短语 怪您",
    ]


def test_nothing_draws_on_the_terminal(linter):
    heard = replace(call("客啥", "坐谢\x1b谢，快点\x07说"), id="\x1b[2J", path="\r")
    assert explained(linter, "rude", heard).startswith("通话 ␛[2J  ␍\n")
    assert not {"\x1b", "\x07", "\r"} & set(explained(linter, "thanks", heard))


@pytest.mark.parametrize("name", ["rude", "heats"])
def test_a_rule_by_its_name(linter, name):
    assert rule_named(linter.book, name).id == name


def test_a_name_that_is_no_rule(linter):
    with pytest.raises(UsageError) as caught:
        rule_named(linter.book, "heat")
    assert str(caught.value) == "没有叫 'heat' 的规则; 是不是 heats"


def test_tokens_are_cut_with_the_books_own_words():
    pack = PACK.replace("pack: shop\n", "pack: shop\nwords: [快点说]\n")
    linter = Linter(load_texts([("shop.yml", pack)]))
    call = Call("c1", (Turn("customer", "好。"), Turn("agent", "快点说")))
    lines = list(explain(linter, rule_named(linter.book, "rude"), call, "zh"))
    assert "    jieba [快点说]" in lines
