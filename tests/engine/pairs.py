"""Any number of random pairs of a rule book and a call, judged by both."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from linter.linting import Linter
from linter.model import Call
from linter.rulebook.load import load_texts
from linter.rulebook.types import RuleBook
from linter.triage.select import Selection

from .books import book
from .calls import call
from .differences import Judgement, Oracle, compare
from .rules import Said
from .scorer import hashed

PAIRS = int(os.environ.get("HUASHU_PAIRS", "20000"))
"""How many pairs are tried."""
A_PROCESS = 40_000
"""What one process is given at a time."""
BOOKS_A_ROUND = 400
"""More in one run of hypothesis only fill its memory."""

headers = st.binary(min_size=24, max_size=24)
signals = st.binary(min_size=64, max_size=64)
rules = st.binary(min_size=40, max_size=40)
turns = st.binary(min_size=40, max_size=40)
calls = st.binary(min_size=80, max_size=80)
spoken = st.tuples(calls, st.lists(turns, min_size=1, max_size=10))
Spoken = tuple[bytes, list[bytes]]


@dataclass(frozen=True, repr=False)
class Example:
    """A rule file, the rules nobody asks for, and what calls are made of."""

    said: Said
    off: frozenset[str]
    calls: list[Spoken]

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        # What differs is told in full; this would be the bytes it was made of.
        printer.text("...")


@st.composite
def examples(draw: st.DrawFn) -> Example:
    said = book(
        draw(headers),
        draw(st.lists(signals, min_size=1, max_size=7)),
        draw(st.lists(rules, min_size=1, max_size=7)),
    )
    off = frozenset(["r0"]) if draw(st.integers(0, 9)) == 9 else frozenset()
    return Example(said, off, draw(st.lists(spoken, min_size=4, max_size=14)))


def load(said: Said) -> RuleBook:
    """The rule book that a rule file means."""
    return load_texts([("p.yml", json.dumps(said, ensure_ascii=False))])


def try_pairs(count: int, start: int) -> Counter[str]:
    """Judge so many pairs.

    :param start: another one makes other pairs.
    :returns: how many there were, and in how many what was seen.
    :raises AssertionError: for a pair on which they differ, made as small as can be.
    """
    counts: Counter[str] = Counter()
    round_ = 0
    with hashed():
        while counts["pairs"] < count:
            _round(start * 1_000_000 + round_, counts)
            round_ += 1
    return counts


def _round(number: int, counts: Counter[str]) -> None:
    @seed(number)
    @settings(
        max_examples=BOOKS_A_ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(examples())
    def check(example: Example) -> None:
        made = load(example.said)
        oracle = Oracle(made, example.off)
        linter = Linter(made, Selection(ignore=example.off))
        for header, parts in example.calls:
            spoken = call(made, header, parts)
            judgement, found = compare(oracle, linter, spoken)
            if found:
                raise AssertionError(told(example, spoken, found))
            _count(made, judgement, counts)

    check()


def told(example: Example, spoken: Call, found: Sequence[str]) -> str:
    """A pair and its differences, to be read by people."""
    said = example.said
    lines = ["", *(f"  {line}" for line in found[:12]), "on"]
    lines += [f"  {turn.role}{turn.speaker} {turn.text!r} {_times(turn)}" for turn in spoken.turns]
    lines.append(f"  ({spoken.kind}, {spoken.channel or 'any'}, {spoken.scene or 'any'})")
    for section in ("words", "classes", "conditions", "slots"):
        if said.get(section):
            lines.append(f"{section}: {json.dumps(said[section], ensure_ascii=False)}")
    for name, spec in said["signals"].items():
        lines.append(f"{name}: {json.dumps(spec, ensure_ascii=False)}")
    for rule in said["rules"]:
        shown = {key: value for key, value in rule.items() if key not in _SAME_IN_ALL}
        lines.append(json.dumps(shown, ensure_ascii=False))
    return "\n".join([*lines, f"off: {sorted(example.off)}"])


_SAME_IN_ALL = ("say", "why", "instead", "tests")


def _times(turn: object) -> str:
    start, end = getattr(turn, "start_ms", None), getattr(turn, "end_ms", None)
    return "" if start is None and end is None else f"{start}-{end}"


def _count(made: RuleBook, judgement: Judgement, counts: Counter[str]) -> None:
    report, view = judgement.report, judgement.view
    counts["pairs"] += 1
    counts["with a finding"] += bool(report.findings or report.hidden)
    counts["with a hidden finding"] += bool(report.hidden)
    counts["with a hit"] += any(view.seen.values())
    counts["with a hit taken back"] += any(view.taken_back.values())
    counts["with a slot event"] += bool(view.slots)
    hits = [seen.hit for found in view.seen.values() for seen in found]
    counts["with a learned hit"] += any(hit.pattern == "learned" for hit in hits)
    counts["with a doubted hit"] += any("只有" in hit.note for hit in hits)
    kinds = {rule.id: type(rule.judge).__name__ for rule in made.rules}
    counts.update({f"{kinds[v.rule]} {v.status}" for v in report.verdicts})
    counts.update({_sort(s.taken_back) for hits in view.taken_back.values() for s in hits})


def _sort(taken_back: str) -> str:
    """By what it was taken back, in few words."""
    key, _, what = taken_back.partition(": ")
    return f"back: {key} {what.partition('（')[0] if key in ('not_when', 'only_when') else ''}"
