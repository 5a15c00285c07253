"""The two reports for trainers: example snippets as Markdown and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from linter.judged import Report
from linter.masking import mask_report
from linter.reports.base import Reporter
from linter.reports.objects import dumps
from linter.reports.options import Options
from linter.reports.selection import shown
from linter.reports.snippet import Snippet, bad_snippets, good_snippets
from linter.reports.snippets_markdown import document_lines
from linter.reports.summary import Summary
from linter.reports.words import words


class Collected(NamedTuple):
    """The snippets of a call, and what its findings say of rules' categories."""

    snippets: tuple[Snippet, ...]
    categories: Mapping[str, str]


class _SnippetCollector(Reporter[Collected]):
    """What both have in common: finding the snippets and learning rules' categories."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._categories = dict(options.categories)

    def render(self, report: Report) -> Collected:
        """The call's snippets, the bad ones first, of the call as it is masked."""
        report = mask_report(report)
        problems = [f for f in (*report.findings, *report.hidden) if not f.praise]
        findings = [f for f in shown(report.findings, self.options) if not f.praise]
        return Collected(
            (*bad_snippets(report.call, findings), *good_snippets(report)),
            {finding.rule: finding.category for finding in problems},
        )

    def _filed(self, snippet: Snippet) -> Snippet:
        """The snippet under its category, as far as it is known by now."""
        known = snippet.category or self._categories.get(snippet.rule, "")
        return replace(snippet, category=known)


class SnippetsJsonlReporter(_SnippetCollector):
    """One snippet a line: a call's bad ones as the call goes, then its good ones."""

    def add(self, piece: Collected) -> Iterable[str]:
        """The call's snippets."""
        fixed = words(self.options.lang)
        self._categories |= piece.categories
        for snippet in piece.snippets:
            label = fixed.good if snippet.good else fixed.bad
            yield dumps(_snippet_object(self._filed(snippet), label)) + "\n"


class SnippetsReporter(_SnippetCollector):
    """A Markdown document for the whole run, by category, the good beside the bad."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._snippets: list[Snippet] = []

    def add(self, piece: Collected) -> Iterable[str]:
        """Nothing yet: the snippets are grouped at the end."""
        self._categories |= piece.categories
        self._snippets += piece.snippets
        return ()

    def end(self, summary: Summary) -> Iterable[str]:
        """The whole document."""
        filed = [self._filed(snippet) for snippet in self._snippets]
        for line in document_lines(filed, self.options.lang):
            yield line + "\n"


def _snippet_object(snippet: Snippet, label: str) -> dict[str, Any]:
    always: dict[str, Any] = {
        "kind": "good" if snippet.good else "bad",
        "label": label,
        "category": snippet.category,
        "rule": snippet.rule,
        "call": snippet.call,
        "path": snippet.path,
        "turn": snippet.turn,
        "turns": [
            {"turn": turn.number, "role": turn.role, "text": turn.text} for turn in snippet.turns
        ],
    }
    if snippet.good:
        return always
    return always | {
        "certainty": snippet.certainty,
        "message": snippet.message,
        "why": snippet.why,
        "suggestion": snippet.suggestion,
    }
