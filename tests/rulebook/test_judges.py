"""The keys of each kind of rule."""

from __future__ import annotations

import pytest

from linter.rulebook.types import (
    Card,
    Forbid,
    Judge,
    Measure,
    Ref,
    Repeat,
    Require,
    Rise,
    Step,
    Steps,
    Unless,
)

from .helpers import rule, rule_errors

RUSH, SORRY, HEAT = Ref("催"), Ref("道歉"), Ref("情绪")


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("forbid: 催", Forbid((RUSH,))),
        ("forbid: [催, 索要]", Forbid((RUSH, Ref("索要")))),
        (
            "forbid: 催\nwhen: 情绪 2+\nwithin: 3\nuntil: 道歉",
            Forbid((RUSH,), when=(Ref("情绪", level=2),), within=3, until=(SORRY,)),
        ),
        (
            "forbid: 催\nunless: [{same_turn: 道歉}, {before 2: [道歉, 催]}, {after: 道歉}, "
            "{same_or_next: 道歉}, {earlier: 道歉}]",
            Forbid(
                (RUSH,),
                unless=(
                    Unless((SORRY,), "same_turn"),
                    Unless((SORRY, RUSH), "before", 2),
                    Unless((SORRY,), "after", 1),
                    Unless((SORRY,), "same_or_next"),
                    Unless((SORRY,), "earlier"),
                ),
            ),
        ),
        ("require: 道歉\nwhen: 情绪", Require((SORRY,), when=(HEAT,), within=2, credit=1, late=5)),
        (
            "require: 道歉\nwhen: 情绪\nwithin: 4\ncredit: 0\nlate: 5\nsettled: 催\nreport: last",
            Require(
                (SORRY,),
                when=(HEAT,),
                within=4,
                credit=0,
                late=5,
                settled=(RUSH,),
                report="last",
            ),
        ),
        ("require: 道歉\nwhen: 情绪\nwithin: end", Require((SORRY,), when=(HEAT,), within=0)),
        ("require: 道歉\nat: closing\nwithin: 3", Require((SORRY,), where="closing", within=3)),
        (
            "sequence: [{问: 索要(项=X)}, {无 歉: 道歉}, "
            "{同轮 又问: [索要(项=X), given(项=X)]}, {急: 情绪 2+}]\n"
            "span: 9\nunless_between: 道歉\nunless_turn: 催",
            Steps(
                (
                    Step("问", (Ref("索要", slot=("项", "X")),)),
                    Step("歉", (SORRY,), negative=True),
                    Step(
                        "又问",
                        (Ref("索要", slot=("项", "X")), Ref("given", slot=("项", "X"))),
                        shares_turn=True,
                    ),
                    Step("急", (Ref("情绪", level=2),)),
                ),
                span=9,
                unless=(SORRY,),
                unless_turn=(RUSH,),
            ),
        ),
        (
            "sequence: {一: 催, 二: 催}",
            Steps((Step("一", (RUSH,)), Step("二", (RUSH,))), span=12),
        ),
        ("repeat: {}", Repeat(80, 8, 6, when=(), over=())),
        (
            "repeat: {similar: 90, chars: 4, within: 2, when: 情绪, over: 道歉}",
            Repeat(90, 4, 2, when=(HEAT,), over=(SORRY,)),
        ),
        (
            "repeat: {of: substance, similar: 10, then: 情绪}",
            Repeat(10, 8, 6, (), (), of="substance", then=(HEAT,)),
        ),
        (
            "repeat: {of: substance, chars: 1, points: {least: 9, far: -4, next: {情绪 2+: 5}}}",
            Repeat(
                80,
                1,
                6,
                when=(),
                over=(),
                of="substance",
                card=Card(least=9, far=-4, next=((Ref("情绪", 2), 5),)),
            ),
        ),
        ("measure: {of: unbroken, limit: 40}", Measure("unbroken", 40)),
        ("measure: {of: duplicate}", Measure("duplicate", 1)),
        ("measure: {of: count, limit: 6, signals: 道歉}", Measure("count", 6, (SORRY,))),
        ("measure: {of: mixed, signals: [催, 道歉]}", Measure("mixed", 1, (RUSH, SORRY))),
        ("rise: {after: impatience, signal: 情绪}", Rise(("impatience",), "情绪", 2, 3)),
        (
            "rise: {after: [impatience], signal: 情绪, within: 1, before: 9}",
            Rise(("impatience",), "情绪", 1, 9),
        ),
    ],
)
def test_judge(judge: str, expected: Judge) -> None:
    assert rule(judge).judge == expected


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("forbid: []", ["forbid 要写至少一个信号"]),
        ("forbid: 没有", ["没有叫 '没有' 的信号"]),
        ("forbid: [催, [催]]", ["这里要写信号，不是列表"]),
        ("forbid: 催\nwhen: 情绪", ["when 要配 within（之后几个坐席轮次内）"]),
        ("forbid: 催\nwithin: 2", ["within 要配 when（在什么之后）"]),
        ("forbid: 催\nuntil: 道歉", ["until 要配 when（在什么之后）"]),
        ("forbid: 催\nwhen: 情绪\nwithin: 0", ["'0' 不是 1 到 99 之间的整数"]),
        ("forbid: 催\nunless: 道歉", ["这里要写unless（键: 值）"]),
        ("forbid: 催\nunless: [{befor 2: 道歉}]", ["看不懂的位置 'befor 2'"]),
        ("forbid: 催\nunless: [{before 0: 道歉}]", ["看不懂的位置 'before 0'"]),
        ("forbid: 催\nunless: [{before 100: 道歉}]", ["看不懂的位置 'before 100'"]),
        ("forbid: 催\nunless: [{before two: 道歉}]", ["看不懂的位置 'before two'"]),
        ("forbid: 催\nunless: [{same_turn 2: 道歉}]", ["看不懂的位置 'same_turn 2'"]),
        ("forbid: 催\nunless: [{before 2: 没有}]", ["没有叫 '没有' 的信号"]),
        ("require: []\nat: closing", ["require 要写至少一个信号"]),
        ("require: 道歉", ["require 要写 when（在什么之后）或 at（在哪里），只写一个"]),
        (
            "require: 道歉\nwhen: 情绪\nat: closing",
            ["require 要写 when（在什么之后）或 at（在哪里），只写一个"],
        ),
        ("require: 道歉\nat: end", ["不认识的at 'end'"]),
        ("require: 道歉\nwhen: 情绪\nreport: both", ["不认识的report 'both'"]),
        ("require: 道歉\nwhen: 情绪\nwithin: ends", ["'ends' 不是 1 到 99 之间的整数"]),
        ("sequence: [{一: 催}]", ["sequence 至少两步，首尾两步不能是“无”"]),
        ("sequence: [{无 一: 催}, {二: 催}]", ["sequence 至少两步，首尾两步不能是“无”"]),
        ("sequence: [{一: 催}, {无 二: 催}]", ["sequence 至少两步，首尾两步不能是“无”"]),
        (
            "sequence: [催, 道歉]",
            [
                "sequence 至少两步，首尾两步不能是“无”",
                "这里要写步骤（键: 值）",
                "这里要写步骤（键: 值）",
            ],
        ),
        ("sequence: [{一: 催}, {二: given}]", ["'given' 要写明哪个槽"]),
        ("repeat: {of: words}", ["不认识的of 'words'"]),
        (
            "repeat: {points: {least: 9, between: {情绪: 5}}}",
            ["points 只用于 of: substance"],
        ),
        (
            "repeat: {of: substance, similar: 40, points: {least: 9, between: {情绪: 5}}}",
            ["similar 不能和 points 一起用"],
        ),
        (
            "repeat: {of: substance, points: {next: {情绪: 5}}}",
            ["points 缺少 least（满多少分才报）"],
        ),
        (
            "repeat: {of: substance, points: {least: 9, next: {情绪: -5}}}",
            ["points 没有给客户的反应加分"],
        ),
        (
            "repeat: {of: substance, points: {least: 9, same: 1000, next: {情绪: 5}}}",
            ["'1000' 不是 -999 到 999 之间的整数"],
        ),
        ("repeat: {of: substance, similar: 9}", ["'9' 不是 10 到 100 之间的整数"]),
        ("repeat: {similar: 39}", ["'39' 不是 40 到 100 之间的整数"]),
        ("repeat: {chars: 1}", ["'1' 不是 2 到 200 之间的整数"]),
        ("repeat: {chars: 201}", ["'201' 不是 2 到 200 之间的整数"]),
        ("repeat: {within: 0}", ["'0' 不是 1 到 99 之间的整数"]),
        ("repeat: {within: 100}", ["'100' 不是 1 到 99 之间的整数"]),
        ("measure: {of: unbroken, limit: 0}", ["'0' 不是 1 到 1000000 之间的整数"]),
        (
            "rise: {after: impatience, signal: 情绪, within: 10, before: 10}",
            ["'10' 不是 1 到 9 之间的整数", "'10' 不是 1 到 9 之间的整数"],
        ),
        ("repeat: {simlar: 80}", ["repeat里不认识的键 'simlar'"]),
        ("repeat: 80", ["这里要写repeat（键: 值）"]),
        ("measure: {limit: 3}", ["measure 缺少 of"]),
        ("measure: {of: length}", ["不认识的of 'length'"]),
        ("measure: {of: count}", ["count 要在 signals 里写至少 1 个信号"]),
        ("measure: {of: mixed, signals: 催}", ["mixed 要在 signals 里写2 个信号"]),
        ("measure: {of: unbroken, signals: 催}", ["unbroken 要在 signals 里写0 个信号"]),
        ("rise: {}", ["rise 缺少 after", "rise 缺少 signal"]),
        ("rise: {after: rudeness, signal: 情绪}", ["没有叫 'rudeness' 的类别"]),
        ("rise: {after: impatience, signal: 没有}", ["没有叫 '没有' 的信号"]),
    ],
)
def test_mistakes(judge: str, expected: list[str]) -> None:
    assert rule_errors(judge) == expected


@pytest.mark.parametrize(
    "ref",
    [
        "情绪2+",
        "情绪 +",
        "情绪 2",
        "情绪 10+",
        "索要(项)",
        "索要（项=X）",
        "索要(项=X",
        "索要 (项=X)",
        "索要(项=X)(项=Y)",
        "索要(=X)",
        "(项=X)",
        "a b",
    ],
)
def test_references_that_are_none(ref: str) -> None:
    assert rule_errors(f"forbid: ['{ref}']") == [f"看不懂的信号写法 {ref!r}"]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("情绪", HEAT),
        ("情绪 2+", Ref("情绪", level=2)),
        ("情绪   2+", Ref("情绪", level=2)),
        ("索要(项=X)", Ref("索要", slot=("项", "X"))),
        ("索要 2+(项=X)", Ref("索要", 2, ("项", "X"))),
        ("asked(项=X)", Ref("asked", slot=("项", "X"))),
        ("refused(项=电话)", Ref("refused", slot=("项", "电话"))),
    ],
)
def test_references(ref: str, expected: Ref) -> None:
    judge = rule(f"sequence: [{{一: '{ref}'}}, {{二: 催}}]").judge
    assert isinstance(judge, Steps)
    assert judge.steps[0].signals == (expected,)
    assert expected.is_state == (expected.name in ("asked", "refused"))


@pytest.mark.parametrize(
    "judge",
    [
        "forbid: [催, 索要(项=X)]",
        "forbid: 催\nunless: {same_turn: 索要(项=X)}",
        "require: 催\nwhen: given(项=X)",
        "require: {all: [催, 索要(项=X)]}\nat: closing",
        "sequence: [{一: 催}, {二: 催}]\nunless_between: 索要(项=X)",
        "repeat: {when: asked(项=X)}",
        "measure: {of: count, signals: 索要(项=X)}",
    ],
)
def test_only_steps_are_joined_on_slots(judge: str) -> None:
    (found,) = rule_errors(judge)
    assert found.endswith("(项=X)' 只能用在 sequence 的步骤里")
