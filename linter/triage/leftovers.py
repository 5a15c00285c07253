"""What is to be said of entries at the end of a run: those that are over, and those of no use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from linter.errors import place_text
from linter.judged import Entry
from linter.triage.baseline import Baseline
from linter.triage.traces import Traces

_SOURCES = {"exception": "例外", "inline": "忽略注释", "baseline": "基线"}


class Leftover(NamedTuple):
    """Where an entry is written, and what is odd about it."""

    where: str
    text: str


def leftovers(
    traces: Traces,
    holds: Callable[[Entry], bool],
    rules: Collection[str],
    baseline: Baseline | None = None,
    unread: Iterable[str] = (),
) -> Iterator[Leftover]:
    """Entries that expired and would have been of use, then those that are of none.

    Of files that were not linted, or not to their end, and of rules that are not those of the run
    nothing is said.

    :param holds: whether an entry has not expired.
    :param rules: the ids of the rules of the run.
    :param unread: where inputs could not be read: paths, with or without line and column.
    """
    for entry in sorted(traces.used, key=_order):
        if not holds(entry):
            yield Leftover(_where(entry), _expired(entry))
    for entry in sorted(traces.met - traces.used.keys(), key=_order):
        yield Leftover(
            _where(entry), f"{_name(entry)}没有用上：{entry.rule}；去掉它，或检查写得对不对"
        )
    if baseline is not None:
        yield from _of_baseline(traces, rules, baseline, tuple(unread))


def _expired(entry: Entry) -> str:
    return (
        f"{_name(entry)} {entry.until} 到期，{entry.rule} 又报出来了（{entry.why}，{entry.by}）；"
        "改掉话术，或重新批准"
    )


def _of_baseline(
    traces: Traces, rules: Collection[str], baseline: Baseline, unread: tuple[str, ...]
) -> Iterator[Leftover]:
    """One word a file: whoever cleans a library up leaves dozens of them."""
    skipped = {home for home, path in traces.paths if _is_unread(path, unread)}
    for home in sorted({home for home, _ in traces.paths} - skipped):
        idle = [
            (known, known.count - used)
            for known in baseline.of(home)
            if known.mark.rule in rules and (used := traces.used.get(known.entry, 0)) < known.count
        ]
        if idle:
            count = sum(left for _, left in idle)
            where = _where(idle[0][0].entry)
            said = f"基线里 {home} 有 {count} 处已经没有了；用 huashu baseline prune 去掉"
            yield Leftover(where, said)


def _is_unread(path: str, unread: tuple[str, ...]) -> bool:
    return any(where == path or where.startswith(f"{path}:") for where in unread)


def _name(entry: Entry) -> str:
    return _SOURCES[entry.source]


def _where(entry: Entry) -> str:
    return place_text(entry.path, entry.line, entry.column)


def _order(entry: Entry) -> tuple[str, int, int, str]:
    return entry.path, entry.line or 0, entry.column or 0, entry.rule
