"""A signal in the words of a rule file: what shows it, what takes it back, where it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.reports import Lang, category_name
from linter.rulebook import notation
from linter.rulebook.signal import MEASURES
from linter.rulebook.types import Learned, Pattern, Signal, TurnMeasure, Weighed
from linter.text.sounds import NEAR

_UNITS = {"字": "characters", "字/分": "characters a minute", "秒": "seconds", "%": "%"}
"""The units of measures, and what they are called in English."""


def signal_lines(signal: Signal, lang: Lang) -> Iterator[str]:
    """All that a signal says, key by key; what it does not say is left out."""
    yield f"who: {signal.who}"
    if signal.members:
        yield f"of: [{', '.join(signal.members)}]"
    yield from _shown_by(signal)
    if signal.least > 1:
        if not _all(signal):
            yield f"least: {signal.least}"
        turns = f"{signal.scope.turns} turns"
        yield f"in: {turns if signal.scope.unit == 'turns' else signal.scope.unit}"
    yield from _patterns("none", signal.none)
    if signal.like:
        yield from _listed("like", signal.like)
        yield f"similar: {signal.similar}"
    if signal.heard is not None:
        yield f"heard: {_heard(signal.heard)}"
    if signal.backchannel:
        yield "backchannel: true"
    if signal.measure is not None:
        yield f"measure: {_measure(signal.measure, lang)}"
    if signal.learned is not None:
        yield f"learned: {_learned(signal.learned, lang)}"
    if signal.weighed is not None:
        yield f"weighed: {weighed_text(signal.weighed, lang)}"
    yield from _patterns("over", signal.over)
    yield from _patterns("not_if", signal.not_if)
    yield from _patterns("not_if_turn", signal.not_if_turn)
    yield from _patterns("not_if_only", signal.not_if_only)
    yield from _patterns("near", signal.near)
    yield from _patterns("near_turn", signal.near_turn)
    if signal.echo:
        yield f"echo: {signal.echo}"
    for key, names in (("not_when", signal.not_when), ("only_when", signal.only_when)):
        if names:
            yield f"{key}: [{', '.join(names)}]"
    if signal.at is not None:
        yield f"at: {signal.at.edge} {signal.at.count}{'s' if signal.at.seconds else ''}"
    if signal.note:
        yield f"note: {signal.note}"


def _shown_by(signal: Signal) -> Iterator[str]:
    regex = [p for p in signal.patterns if isinstance(p.node, notation.Regex)]
    plain = [p for p in signal.patterns if not isinstance(p.node, notation.Regex)]
    sure = [p for p in plain if not p.level and p.certainty == "certain"]
    yield from _patterns("all" if _all(signal) else "any", sure)
    yield from _patterns("maybe", [p for p in plain if p.certainty == "review"])
    for level in sorted({p.level for p in plain if p.level}):
        yield from _patterns(f"levels {level}", [p for p in plain if p.level == level])
    yield from _patterns("regex", regex)


def _all(signal: Signal) -> bool:
    """Whether every pattern has to be there; ``any`` with as high a ``least`` is the same."""
    plain = all(
        not p.level and p.certainty == "certain" and not isinstance(p.node, notation.Regex)
        for p in signal.patterns
    )
    wordings = len({pattern.text for pattern in signal.patterns})
    return plain and not signal.members and signal.least == wordings > 1


def _heard(mergers: frozenset[str]) -> str:
    if mergers == NEAR:
        return "near"
    return f"[{', '.join(sorted(mergers))}]" if mergers else "same"


def _measure(measure: TurnMeasure, lang: Lang) -> str:
    unit, size = MEASURES[measure.of]
    limits = "".join(
        f", {key}: {value / size:g}"
        for key, value in (("over", measure.over), ("under", measure.under))
        if value is not None
    )
    named = unit if lang == "zh" else _UNITS[unit]
    return f"{{of: {measure.of}{limits}}} ({named})"


def _learned(learned: Learned, lang: Lang) -> str:
    alone = ", alone: true" if learned.alone else ""
    level = f", level: {learned.level}" if learned.level else ""
    sure = f", sure: {learned.sure}" if learned.sure is not None else ""
    said = f"{{of: {learned.of}, over: {learned.over}{alone}{level}{sure}}}"
    return f"{said}{_category(learned.of, lang)}"


def weighed_text(weighed: Weighed, lang: Lang) -> str:
    """The limits of what the learned scorer has to think, as they are written."""
    limits = "".join(
        f", {key}: {value}"
        for key, value in (("drop", weighed.drop), ("doubt", weighed.doubt))
        if value is not None
    )
    return f"{{of: {weighed.of}{limits}}}{_category(weighed.of, lang)}"


def _category(label: str, lang: Lang) -> str:
    """What a label is called, when it is called otherwise."""
    name = category_name(label, lang)
    return "" if name == label else f" ({name})"


def _patterns(key: str, patterns: Sequence[Pattern]) -> Iterator[str]:
    yield from _listed(key, [pattern.text for pattern in patterns])


def _listed(key: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"{key}:"
        yield from (f"  - {text}" for text in texts)
