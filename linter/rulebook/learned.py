"""Reading what a signal asks the learned scorer: ``learned`` and ``weighed``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from linter.rulebook.source import Value, suggestion
from linter.rulebook.types import Learned, Weighed

if TYPE_CHECKING:
    from linter.signals.learned import Scorer

LEARNED_KEYS = ("of", "over", "alone", "level", "sure")
LEARNED_NEEDED = ("of", "over")
WEIGHED_KEYS = ("of", "drop", "doubt")
RULE_WEIGHED_KEYS = ("of", "drop")
ANY = "any"
"""The label of whatever should not be said, of whichever kind."""
LIMITS = ("drop", "doubt")
"""Of which ``weighed`` needs at least one."""


def labels() -> tuple[str, ...]:
    """What the scorer that is shipped can be asked about, in order."""
    return tuple(sorted(_scorer().labels))


def read_learned(value: Value | None) -> Learned | None:
    """The typed ``learned``; errors have been noted."""
    if value is None:
        return None
    said = value.mapping(LEARNED_KEYS, "learned")
    lacking = {"of": "learned 缺少 of（像什么）", "over": "learned 缺少 over（超过百分之几）"}
    if not _complete(value, said, lacking, "如 learned: {of: any, over: 80}"):
        return None
    of = _label(said["of"])
    alone = "alone" in said and said["alone"].flag()
    if alone and of not in _scorer().family():
        hint = "去掉 alone；可以写的标签有 " + "、".join(sorted(_scorer().family()))
        said["alone"].complain(f"{of!r} 没有别的类别可比", hint=hint)
    # More than 100 % there cannot be.
    level = said["level"].integer(least=1, most=9) if "level" in said else 0
    over = said["over"].integer(most=99)
    sure = said["sure"].integer(most=99) if "sure" in said else None
    if sure is not None and sure < over:
        said["sure"].complain("sure 比 over 还小", hint="sure 写得比 over 大，或去掉")
    return Learned(of, over, alone, level, sure)


def read_weighed(value: Value | None) -> Weighed | None:
    """The typed ``weighed``; errors have been noted."""
    if value is None:
        return None
    said = value.mapping(WEIGHED_KEYS, "weighed")
    if value.is_mapping and not set(LIMITS) & said.keys():
        value.complain("weighed 要写 drop（低于它就收回）或 doubt（低于它待复核）")
    of = _label(said["of"]) if "of" in said else ANY
    drop, doubt = (said[key].integer(least=1, most=100) if key in said else None for key in LIMITS)
    if drop is not None and doubt is not None and drop >= doubt:
        hint = "把两个数对调，或只留一个"
        said["doubt"].complain("doubt 不比 drop 大，没有分数会落在中间", hint=hint)
    return Weighed(of, drop, doubt)


def read_rule_weighed(value: Value | None) -> Weighed | None:
    """The typed ``weighed`` of a rule, which only takes back; errors have been noted."""
    if value is None:
        return None
    said = value.mapping(RULE_WEIGHED_KEYS, "weighed")
    lacking = {key: f"规则的 weighed 缺少 {key}" for key in RULE_WEIGHED_KEYS}
    if not _complete(value, said, lacking, "如 weighed: {of: missing_followup, drop: 3}"):
        return None
    return Weighed(_label(said["of"]), said["drop"].integer(least=1, most=100), None)


def _complete(
    value: Value, said: Mapping[str, Value], lacking: Mapping[str, str], hint: str
) -> bool:
    """Whether all needed keys are there; if not, it has been noted.

    :param lacking: needed key → what to say where it is not there.
    """
    for key, complaint in lacking.items():
        if value.is_mapping and key not in said:
            value.complain(complaint, hint=hint)
    return said.keys() >= lacking.keys()


def _label(value: Value) -> str:
    """The label, which the scorer has to know; any it knows where it does not."""
    known, label = labels(), value.text("标签")
    if label and label not in known:
        # Nobody knows them by heart: all are shown, however many there are.
        hint = suggestion(label, known) or "可用的有 " + "、".join(known)
        value.complain(f"不认识的标签 {label!r}", hint=hint)
    return label if label in known else known[0]


def _scorer() -> Scorer:
    # A book that asks for nothing learned loads nothing of it.
    from linter.signals import learned

    return learned.default_scorer()
