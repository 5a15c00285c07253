"""A small rule book, script libraries of a few lines, and what is shown of them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from judging.helpers import linter

from linter.calls.reading import read_stream
from linter.judged import Entry, Report
from linter.linting import Linter
from linter.model import Call
from linter.triage.baseline import Baseline, Record
from linter.triage.exceptions import Exemption, globs
from linter.triage.traces import Traces
from linter.triaged import Triaged

TODAY = "2026-01-05"
RULES = (
    "{forbid: 训人, id: scolding, category: scolding, severity: warning}",
    "{forbid: 骂人, id: insult, category: insult, severity: error}",
    "{forbid: 稍等, id: wait, severity: info}",
    "{require: 致歉安抚, at: anywhere, id: sorry, severity: info, applies: {kind: script, "
    "scene: {is: [投诉]}}}",
    "{measure: {of: duplicate, limit: 8}, id: twice, severity: info, applies: {kind: script}}",
)
WORDS = {rule: rule for rule in ("scolding", "insult", "wait", "sorry", "twice")}


def small() -> Linter:
    """A linter of these rules."""
    return linter(*RULES)


def script(text: str, name: str = "a.md") -> list[Call]:
    """The scenes of a library."""
    return [*read_stream(io.BytesIO(text.encode()), name=name)]


def triaged(
    exemptions: Sequence[Exemption] = (), baseline: Baseline | None = None, today: str = TODAY
) -> Triaged:
    """The small linter with triage around it."""
    return Triaged(small(), today, exemptions, baseline)


def exemption(rule: str, until: str = "", **bound: str) -> Exemption:
    """An exception as a file has it."""
    path = bound.pop("path", "")
    entry = Entry("exception", rule, "看过", "王敏", until, "ex.yml", 3, 5)
    return Exemption(entry, paths=globs(path, "") if path else (), **bound)


def shown(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """Rule and words of what is shown."""
    return [(found.rule, found.quote) for report in reports for found in report.findings]


def taken(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """Rule and source of what is not shown."""
    return [(one.finding.rule, one.entry.source) for report in reports for one in report.suppressed]


def traces(reports: Iterable[Report]) -> Traces:
    """What all calls said of the entries."""
    found = Traces()
    for report in reports:
        found += report.traces or Traces()
    return found


def baseline_of(calls: Iterable[Call], path: str = "huashu-baseline.json") -> Baseline:
    """A baseline of everything in some calls."""
    record = Record(Baseline(path))
    entry = Entry("baseline", "", "已有存量", "王敏")
    for call in calls:
        record.linted(call.path)
        for found in small().lint(call).findings:
            record.add(found, call, TODAY, entry)
    return placed(Baseline(path, record.entries()))


def placed(baseline: Baseline) -> Baseline:
    """The baseline as it is when it is read: every entry has a line of its own."""
    from linter.triage.baseline_file import _entries, written

    return Baseline(baseline.path, _entries(written(baseline.entries), baseline.path))
