"""Reading one signal: what shows it, what takes it back, where it counts."""

from __future__ import annotations

import re
from typing import Literal, cast

from linter.rulebook.judges import Uses, read_names
from linter.rulebook.learned import read_learned, read_weighed
from linter.rulebook.phrases import read_patterns, read_regexes
from linter.rulebook.source import Value
from linter.rulebook.types import (
    MeasureOf,
    Pattern,
    Place,
    Position,
    Scope,
    Signal,
    TurnMeasure,
    Who,
)
from linter.text.normal import normalise
from linter.text.sounds import MERGERS, NEAR

SIDES = ("agent", "customer", "any")
SHOWN_BY = (
    *("any", "maybe", "levels", "regex", "like", "of", "all"),
    *("none", "measure", "backchannel", "learned"),
)
"""The keys of which a signal needs at least one."""
EXCEPTIONS = (
    *("over", "not_if", "not_regex", "not_if_turn", "not_if_only"),
    *("near", "near_turn", "not_when", "only_when"),
)
SIGNAL_KEYS = (
    *("who", *SHOWN_BY, *EXCEPTIONS),
    *("weighed", "least", "in", "similar", "heard", "echo", "at", "note"),
)

MEASURES: dict[str, tuple[str, int]] = {
    "characters": ("字", 1),
    "rate": ("字/分", 1),
    "duration": ("秒", 1000),
    "silence": ("秒", 1000),
    "overlap": ("秒", 1000),
    "repetition": ("%", 1),
}
"""What can be measured of a turn: the unit users write and how many stored units it is."""

ALONE = ("none", "measure", "backchannel")
"""These are no patterns: nothing else can show the same signal."""
_WORDINGS = ("any", "all", "maybe", "levels")
_NEEDS = {
    "similar": ("like",),
    "heard": _WORDINGS,
    "weighed": (*_WORDINGS, "regex", "like"),
}
"""Keys that say something of other keys, one of which has to be there."""
MEASURE_KEYS = ("of", "over", "under")
HEARD = ("same", "near")
POSITION = re.compile(r"(first|last) ([1-9][0-9]{0,3})(s?)")
SCOPES = ("sentence", "turn")
TURNS = re.compile(r"([1-9][0-9]?) turns?")


def read_signal(name: str, value: Value, uses: Uses) -> Signal:
    """A typed signal; errors have been noted.

    :param uses: the names used are added here.
    """
    said = value.mapping(SIGNAL_KEYS, f"信号 {name} ")
    shown = [key for key in SHOWN_BY if key in said]
    # A group of the customer's signals is no agent's.
    default = "any" if shown == ["of"] else "agent"
    who = said["who"].choice(SIDES, "who") if "who" in said else default
    if value.is_mapping and not shown:
        value.complain(f"信号 {name} 没有短语", hint=f"写 {'、'.join(SHOWN_BY)} 中的一个")
    for key in ALONE:
        if key in shown and len(shown) > 1:
            said[key].complain(f"{key} 不能和别的短语写在一起", hint="分成两个信号，再用 of 合起来")
    if "all" in shown and len(shown) > 1:
        said["all"].complain("all 不能和别的短语写在一起", hint="一半用 any，一半用 near")
    for key in (*shown, "heard"):
        if key in said and said[key].is_list and not said[key].items():
            said[key].complain(f"{key} 是空的", hint="写上内容，或删掉这个键")
    for key, wanted in _NEEDS.items():
        if key in said and not set(wanted) & said.keys():
            said[key].complain(f"{key} 要配 {'、'.join(wanted)}")
    patterns = _patterns(said, uses)
    members = read_names(said.get("of"), "信号", uses)
    different = len(set(members)) or len({pattern.text for pattern in patterns})
    return Signal(
        name=name,
        who=cast(Who, who),
        patterns=patterns,
        members=members,
        over=read_patterns(said.get("over"), uses),
        not_if=(
            *read_patterns(said.get("not_if"), uses),
            *read_regexes(said.get("not_regex")),
        ),
        not_if_turn=read_patterns(said.get("not_if_turn"), uses),
        near=read_patterns(said.get("near"), uses),
        not_when=read_names(said.get("not_when"), "语境条件", uses),
        place=Place(value.path, value.line, value.column),
        only_when=read_names(said.get("only_when"), "语境条件", uses),
        near_turn=read_patterns(said.get("near_turn"), uses),
        not_if_only=read_patterns(said.get("not_if_only"), uses),
        echo=said["echo"].integer(least=2, most=20) if "echo" in said else 0,
        least=_least(said, different),
        scope=_scope(said, bool(members)),
        none=read_patterns(said.get("none"), uses),
        like=_examples(said.get("like")),
        similar=said["similar"].integer(least=50, most=100) if "similar" in said else 75,
        heard=_heard(said.get("heard")),
        at=_position(said.get("at")),
        measure=_measure(said["measure"]) if "measure" in said else None,
        note=said["note"].text() if "note" in said else "",
        backchannel="backchannel" in said and said["backchannel"].flag(),
        learned=read_learned(said.get("learned")),
        weighed=read_weighed(said.get("weighed")),
        unweighed=_unweighed(said),
    )


def _unweighed(said: dict[str, Value]) -> frozenset[str]:
    """The wordings that come from another file than ``weighed``.

    Whoever adds a wording to somebody else's signal wants it found, whatever others think of it.
    """
    if "weighed" not in said:
        return frozenset()
    lists = [said[key] for key in ("any", "maybe", "regex", "like") if key in said]
    if "levels" in said:
        lists += [phrases for _, phrases in said["levels"].pairs("levels")]
    home = said["weighed"].path
    return frozenset(
        item.text() for phrases in lists for item in phrases.items() if item.path != home
    )


def _patterns(said: dict[str, Value], uses: Uses) -> tuple[Pattern, ...]:
    patterns = [*read_patterns(said.get("any"), uses), *read_patterns(said.get("all"), uses)]
    patterns += read_patterns(said.get("maybe"), uses, review=True)
    for key, phrases in said["levels"].pairs("levels") if "levels" in said else ():
        patterns += read_patterns(phrases, uses, level=key.integer(least=1, most=9))
    return (*patterns, *read_regexes(said.get("regex")))


def _least(said: dict[str, Value], available: int) -> int:
    if "all" in said:
        if "least" in said:
            said["least"].complain("all 已经是全部，不用再写 least", hint="要其中几个就用 any")
        return max(1, available)
    if "least" not in said:
        return 1
    least = said["least"].integer(least=1, most=99)
    if least > available:
        what = "成员" if "of" in said else "短语"
        said["least"].complain(f"least 是 {least}，可是只有 {available} 个{what}")
    return least


def _scope(said: dict[str, Value], group: bool) -> Scope:
    if "in" not in said:
        return Scope()
    text = said["in"].text("范围")
    if "all" not in said and "least" not in said:
        said["in"].complain("in 要配 least 或 all（在多大范围里数）")
    if not text:
        return Scope()
    if text in SCOPES:
        return Scope(cast(Literal["sentence", "turn"], text))
    turns = TURNS.fullmatch(text)
    if turns and group:
        return Scope("turns", int(turns[1]))
    hint = "写 sentence、turn 或 3 turns" if group else "写 sentence 或 turn；跨轮用 of"
    said["in"].complain(f"看不懂的范围 {text!r}", hint=hint)
    return Scope()


def _examples(value: Value | None) -> tuple[str, ...]:
    found = []
    for item in value.items() if value else ():
        text = item.text("例句")
        if text and sum(char.isalnum() for char in normalise(text).text) < SHORTEST_EXAMPLE:
            item.complain(f"例句太短：{text!r}", hint=f"至少 {SHORTEST_EXAMPLE} 个字；短的写成短语")
        elif text:
            found.append(text)
    return tuple(found)


SHORTEST_EXAMPLE = 5
"""Characters an example sentence needs, fillers left out: shorter ones are alike by chance."""


def _heard(value: Value | None) -> frozenset[str] | None:
    if value is None:
        return None
    if not value.is_list:
        choice = value.choice(HEARD, "heard")
        return NEAR if choice == "near" else frozenset()
    return frozenset(item.choice(tuple(MERGERS), "heard") for item in value.items())


def _position(value: Value | None) -> Position | None:
    if value is None:
        return None
    text = value.text("位置")
    found = POSITION.fullmatch(text)
    if not found:
        if text:
            hint = "写 first 2、last 1（轮），或 first 30s、last 30s（秒）"
            value.complain(f"看不懂的位置 {text!r}", hint=hint)
        return None
    return Position(cast(Literal["first", "last"], found[1]), int(found[2]), bool(found[3]))


def _measure(value: Value) -> TurnMeasure:
    said = value.mapping(MEASURE_KEYS, "measure")
    if value.is_mapping and "of" not in said:
        value.complain("measure 缺少 of", hint="可用的有 " + "、".join(MEASURES))
    of = said["of"].choice(tuple(MEASURES), "of") if "of" in said else "characters"
    if value.is_mapping and not {"over", "under"} & said.keys():
        value.complain("measure 要写 over（超过）或 under（不到）")
    unit = MEASURES.get(of, ("", 1))[1]

    def limit(key: str) -> int | None:
        return said[key].decimal(most=9999, unit=unit) if key in said else None

    over, under = limit("over"), limit("under")
    if over is not None and under is not None and over < under:
        said["under"].complain(
            "under 比 over 大，每一轮都会算", hint="分成两个信号，或把两个数对调"
        )
    return TurnMeasure(cast(MeasureOf, of), over, under)
