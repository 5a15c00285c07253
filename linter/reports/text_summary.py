"""The end of the text report: what was read, what was found, what was skipped."""

from __future__ import annotations

from collections.abc import Iterator

from linter.reports.options import Options
from linter.reports.page import BOLD, GREEN, YELLOW, Page
from linter.reports.summary import Summary
from linter.reports.words import Words


def summary_lines(
    summary: Summary, options: Options, page: Page, words: Words, numbered: bool
) -> Iterator[str]:
    """The last paragraph.

    :param numbered: whether the report named turns, so that their numbers need a word.
    """
    read = words.read.format(
        files=summary.files,
        what=_read(summary, words),
        turns=summary.turns,
        agent_turns=summary.agent_turns,
    )
    yield from page.prose(read)
    if summary.findings:
        yield from page.heading(_found(summary, words))
    elif summary.calls and summary.unscored == summary.calls:
        yield from page.heading(words.nothing_judged, style=f"{BOLD};{YELLOW}")
    elif summary.calls or not summary.skipped:
        # Nothing read is not the same as nothing found.
        clean = words.clean_else if summary.suppressed else words.clean
        yield from page.heading(clean, style=GREEN)
    if summary.unjudged:
        yield from page.prose(_unjudged(summary, words))
    if summary.suppressed:
        yield from page.prose(_suppressed(summary, words))
    if options.show_praise and summary.praise:
        yield from page.prose(words.praise_count.format(count=summary.praise))
    if summary.skipped:
        skipped = words.skipped.format(count=len(summary.skipped))
        yield from page.heading(skipped, style=f"{BOLD};{YELLOW}")
        for where, why in summary.skipped:
            yield from page.prose(words.pair.format(first=where, second=why), 2)
    if summary.left_out:
        reasons = words.comma.join(
            words.pair.format(first=why, second=count) for why, count in summary.left_out.items()
        )
        yield from page.prose(words.left_out.format(reasons=reasons))
    if summary.warnings:
        yield from page.prose(words.warnings.format(count=summary.warnings))
    if numbered:
        yield from page.prose(words.numbering)
    rules = summary.rules
    if rules.name:
        yield from page.prose(
            " ".join(filter(None, [rules.name, rules.version, rules.hash])), first=words.rules
        )


def _read(summary: Summary, words: Words) -> str:
    """The calls and the scenes of script libraries; of two kinds those that there are."""
    scenes = words.scenes_read.format(count=summary.scenes)
    calls = words.calls_read.format(count=summary.calls - summary.scenes)
    if not summary.scenes:
        return calls
    return scenes if summary.calls == summary.scenes else words.ids_comma.join([calls, scenes])


def _suppressed(summary: Summary, words: Words) -> str:
    sources = words.comma.join(
        f"{words.sources[source]} {count}" for source, count in summary.suppressed.items()
    )
    return words.suppressed_count.format(count=sum(summary.suppressed.values()), sources=sources)


def _unjudged(summary: Summary, words: Words) -> str:
    some = 0 < summary.unscored < summary.calls
    unscored = words.unscored_count.format(count=summary.unscored) if some else ""
    return words.unjudged_count.format(count=summary.unjudged, unscored=unscored)


def _found(summary: Summary, words: Words) -> str:
    severities = words.comma.join(
        f"{words.severities[severity]} {count}"
        for severity, count in summary.by_severity.items()
        if count
    )
    review = words.review_count.format(count=summary.review) if summary.review else ""
    return words.found.format(count=summary.findings, severities=severities, review=review)
