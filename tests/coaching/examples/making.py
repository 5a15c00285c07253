"""A small rule book, calls for it, and examples by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from linter import Call, Linter, Turn
from linter.coaching.examples.card import Asked, Sources
from linter.coaching.examples.choosing import Limits
from linter.coaching.examples.collecting import Collected, Collector
from linter.coaching.examples.making import ExampleSet, Read, make_set
from linter.coaching.examples.model import Candidate, Example, ExampleTurn, Origin, Span
from linter.coaching.examples.pool import Pool
from linter.rulebook.load import load_texts
from linter.triage.select import Selection

PACK = """
pack: small
signals:
  催促: {who: agent, any: [快点, 磨蹭], not_when: [quoted, negated]}
  生气: {who: customer, any: [气死, 投诉你]}
  道歉: {who: agent, any: [对不起, 抱歉]}
  问候: {who: agent, any: [您好, 帮您]}
rules:
  - id: rude
    category: impatience
    aspect: 态度
    severity: error
    forbid: 催促
    say: 坐席催客户。
    why: 催了就急。
    instead: 您慢慢说。
    tests: [{flag: "坐席：【快点】"}, {pass: "坐席：好"}]
  - id: sorry
    category: missing_apology
    aspect: 话术
    severity: warning
    when: 生气
    within: 1
    require: 道歉
    say: 没有致歉。
    why: 先接住人。
    instead: 非常抱歉。
    tests:
      - flag: |-
          客户：气死了
          坐席：【嗯，什么事】
          客户：灯坏了
      - pass: |-
          客户：气死了
          坐席：对不起
  - id: hello
    category: missing_greeting
    aspect: 话术
    severity: info
    require: 问候
    at: opening
    within: 1
    say: 没有问候。
    why: 第一句。
    instead: 您好。
    tests: [{flag: "坐席：【什么事】"}, {pass: "坐席：您好"}]
"""


@cache
def linter() -> Linter:
    return Linter(load_texts([("small.yml", PACK)]), Selection(praise=True))


def call(text: str, id_: str = "c1", **fields: str) -> Call:
    """A call of lines ``客户：…`` and ``坐席：…``."""
    roles = {"客户": "customer", "坐席": "agent"}
    lines = (line.partition("：") for line in text.strip().splitlines())
    turns = tuple(Turn(roles[who], said) for who, _, said in lines)
    return Call(id_, turns, **fields)


def collected(text: str, id_: str = "c1", review: bool = False, **fields: str) -> Collected:
    return Collector(linter(), review).collect(call(text, id_, **fields))


def examples(text: str, **fields: str) -> list[Example]:
    """What a call gives."""
    return [one.example for one in collected(text, **fields).candidates]


def only(text: str, category: str, **fields: str) -> Example:
    """The one example of a category that a call gives."""
    (found,) = (one for one in examples(text, **fields) if one.category == category)
    return found


PLENTY = Limits(9, 9, 9)

BAD = Example(
    id="bad1",
    good=False,
    category="impatience",
    rule="rude",
    aspect="态度",
    severity="error",
    certainty="certain",
    moment="生气",
    moments=("生气",),
    grade=2,
    reasons=("polite",),
    turns=(
        ExampleTurn("customer", "气死了", 3, (Span(0, 2, "trigger", "生气"),)),
        ExampleTurn("agent", "抱歉，快点说😀好不", 0, (Span(3, 5, "focus", ""),)),
        ExampleTurn("customer", "<b>|你\n催谁", 1),
    ),
    focus=1,
    message="坐席催客户。",
    why="催了就急。",
    suggestion="您慢慢说。",
    also=("blame",),
    business="banking",
    channel="phone",
)
GOOD = replace(
    BAD,
    id="good1",
    good=True,
    category="missing_apology",
    rule="sorry",
    grade=1,
    reasons=(),
    turns=(
        ExampleTurn("customer", "气死了", 0, (Span(0, 2, "trigger", "生气"),)),
        ExampleTurn("agent", "对不起，是我们不好。", 0, (Span(0, 3, "focus", ""),)),
    ),
    message="",
    also=(),
)


def candidate(example: Example, call: str = "c1", agent: str = "", path: str = "a") -> Candidate:
    return Candidate(example, Origin(path, call, 1), agent or call)


def made(*examples: Example, limits: Limits = PLENTY, split: str = "none") -> ExampleSet:
    """A set of these examples, each of a call of its own."""
    pool = Pool(limits.per)
    candidates = [candidate(one, f"c{number}") for number, one in enumerate(examples)]
    pool.add(candidates)
    sources = Sources()
    sources.add(Collected(tuple(candidates), "007", "banking", "phone", 9, 4))
    asked = Asked(limits, split=split)
    return make_set(pool, sources, asked, linter().book, "0.1", Read(1, 0))
