"""Random rule files in which every kind of signal and rule stands, with every option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.rulebook.signal import ALONE
from linter.signals.contexts import CONDITIONS

from .choices import Choices
from .phrases import CLASSES, WORDS, pattern, readable
from .rules import Asks, Said
from .scorer import FAMILY, LABELS

NAMES = (
    *("投诉诉求", "情绪", "致歉安抚", "甲", "乙", "丙", "丁", "拒答或叫停", "复述核对", "通话结束"),
    *("受理动作", "跟进承诺", "结束语", "戊", "己", "庚"),
)
"""Some of them mean something to the engine, too."""

OWN_CONDITIONS: tuple[Said, ...] = (
    {},
    {"咨询": {"after": ["(怎么|流程)", "要"], "distance": 6}, "negated": {"before": ["莫得"]}},
    {"咨询": {"before": ["给", "<类>"], "clause": ["开玩笑"]}, "past": {"after": ["过了"]}},
    {"咨询": {"quoted": "true", "before": ["不…2要"], "distance": 0}},
)
SLOTS: tuple[Said, ...] = (
    {},
    {
        "电话": {"answer": ["<数字 4+>"], "volunteered": ["(电话|号码)…4<数字 7+>"]},
        "地址": {"answer": ["(路|小区|号)"], "volunteered": ["地址是"]},
        "别": {"answer": ["好", "<数字 1+>"], "volunteered": ["别的"]},
    },
    {
        "姓名": {"answer": ["<词性 nr>", "叫"], "volunteered": ["我叫"]},
        "单号": {"answer": ["<数字 4+>"], "volunteered": ["单号"]},
    },
)
EXAMPLES = ("您的问题我们会尽快处理请耐心等待", "给您登记一下号码", "我要投诉你们什么态度")
REGEXES = ("[a-z]{2}\\d{2,}", "抱歉.?给", "(投|退)[诉款]?", "^您", "好$")
COMPANY_WORDS = (["投诉你们", "给您登记", "要投"], ["登记号码", "您的宽", "我要投诉", "滚好"])
"""Few, each of which takes a tokenizer of its own."""


def book(header: bytes, signals: Sequence[bytes], rules: Sequence[bytes]) -> Said:
    """A rule file."""
    by = Choices(header)
    said: Said = {"pack": "p"}
    if by.likely(8):
        said["words"] = by.pick(COMPANY_WORDS)
    said["classes"] = by.pick(CLASSES)
    own = by.pick(OWN_CONDITIONS)
    said["conditions"] = own
    said["slots"] = by.pick(SLOTS)
    conditions = (*CONDITIONS, *(("咨询",) if own else ()))
    made: dict[str, Said] = {}
    for data in signals:
        name = NAMES[len(made)]
        made[name] = _signal(Choices(data), made, conditions)
    said["signals"] = made
    captured = frozenset(name for name, spec in made.items() if _captures(spec, made))
    asks = Asks(tuple(made), captured, tuple(n for n, s in made.items() if "levels" in s))
    listed = [asks.rule(Choices(data), number, len(rules)) for number, data in enumerate(rules)]
    categories = {rule["category"] for rule in listed}
    for rule in listed:
        if "rise" in rule:
            wanted = [name for name in rule["rise"]["after"] if name in categories]
            rule["rise"]["after"] = wanted or [rule["category"]]
    said["rules"] = listed
    return said


def _patterns(by: Choices, most: int = 2) -> list[str]:
    return list(dict.fromkeys(pattern(by) for _ in range(1 + by.below(most))))


def _signal(by: Choices, made: dict[str, Said], conditions: tuple[str, ...]) -> Said:
    others = tuple(made)
    said: Said = {"who": by.pick(("agent", "customer", "any"))}
    kind = by.below(20)
    if kind < 8 or (kind > 15 and not others):
        said["any"] = _patterns(by, 4)
        if others and by.likely(15):
            said["any"] = [*made[by.pick(others)].get("any", said["any"])]
        if by.likely(25):
            said["maybe"] = _patterns(by)
        if by.likely(15):
            said["heard"] = by.pick(("same", "near", ["n-l", "f-h"]))
        if by.likely(12):
            said["like"] = by.some(EXAMPLES, 2)
            said["similar"] = 50 + by.below(50)
        if by.likely(8):
            said["regex"] = by.some(REGEXES, 2)
    elif kind < 11:
        said["who"] = by.pick(("customer", "any", "customer"))
        said["levels"] = {1 + level: _patterns(by) for level in range(1 + by.below(3))}
    elif kind == 11:
        said["all"] = _patterns(by, 3)
    elif kind == 12:
        said["any"] = list(dict.fromkeys([pattern(by), *by.some(WORDS, 4)]))
        said["least"] = 1 + by.below(min(3, len(said["any"])))
    elif kind == 13:
        said["none"] = _patterns(by)
    elif kind == 14:
        said["backchannel"] = "true"
    elif kind < 16:
        said["measure"] = _turn_measure(by)
    else:
        said["who"] = by.pick(("any", "any", "any", "agent", "customer"))
        said["of"] = by.some(others, 4)
        if by.likely(50):
            said["least"] = 1 + by.below(len(said["of"]))
    asked = by.below(100)
    if asked >= 82 and not said.keys() & {*ALONE, "all"}:
        said["learned"] = _learned(by)
        if asked >= 94 and said.keys() <= {"who", "any", "learned"}:
            del said["any"]
    if by.likely(12) and said.keys() & {"any", "all", "levels"}:
        said["weighed"] = _weighed(by)
    if ("all" in said or "least" in said) and by.likely(60):
        scopes = ("turn", "sentence", *(("2 turns", "5 turns") if "of" in said else ()))
        said["in"] = by.pick(scopes)
    if "any" in said and by.likely(20):
        longer = (f"{said['any'][0]}{by.pick(WORDS)}", f"{by.pick(WORDS)}……{said['any'][-1]}")
        said["over"] = [text for text in longer if readable(text)] or _patterns(by)
    for key in ("not_if", "not_if_turn", "near", "near_turn"):
        if by.likely(10):
            said[key] = _patterns(by)
    if "any" in said and by.likely(15):
        # Its own words, or nothing would ever be taken back by them.
        said["not_if_only"] = list(dict.fromkeys([*by.some(said["any"], 3), pattern(by)]))
    if by.likely(8):
        said["echo"] = 2 + by.below(2)
    if by.likely(5):
        said["not_regex"] = by.some(REGEXES, 1)
    if by.likely(25):
        said["not_when"] = by.some(conditions, 3)
    if by.likely(8):
        said["only_when"] = by.some(conditions, 1)
    if by.likely(15):
        edge, count = by.pick(("first", "last")), 1 + by.below(4)
        said["at"] = f"{edge} {count}" + by.pick(("", "", "s"))
    return said


def _learned(by: Choices) -> Said:
    if by.likely(30):
        return {"of": by.pick(FAMILY), "over": 10 * by.below(10), "alone": "true"}
    return {"of": by.pick(LABELS), "over": 10 * by.below(10)}


def _weighed(by: Choices) -> Said:
    drop, more = 1 + by.below(60), 1 + by.below(40)
    limits: Said = {"drop": drop, "doubt": drop + more}
    said = {} if by.likely(30) else {"of": by.pick(LABELS)}
    if by.likely(50):
        del limits[by.pick(("drop", "doubt"))]
    return {**said, **limits}


def _turn_measure(by: Choices) -> Said:
    of = by.pick(("characters", "repetition", "rate", "duration", "silence", "overlap"))
    limit: Any = {"characters": 4 + by.below(16), "repetition": 20 + by.below(80)}.get(of)
    if limit is None:
        limit = 60 + by.below(256) if of == "rate" else f"{by.below(3)}.{by.below(10)}"
    return {"of": of, by.pick(("over", "under")): limit}


def _captures(spec: Said, made: dict[str, Said]) -> bool:
    patterns = [*spec.get("any", ()), *spec.get("maybe", ()), *spec.get("all", ())]
    patterns += [text for texts in spec.get("levels", {}).values() for text in texts]
    inner = any(_captures(made[name], made) for name in spec.get("of", ()))
    return inner or any(" as " in text for text in patterns)
