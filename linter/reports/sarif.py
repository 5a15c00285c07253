"""SARIF 2.1.0, for GitHub code scanning and everything else that shows findings in files.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.errors import HuashuError
from linter.judged import Report
from linter.reports.base import Reporter
from linter.reports.checkout import Checkout
from linter.reports.objects import dumps
from linter.reports.options import Options
from linter.reports.ordinals import Ordinals
from linter.reports.sarif_result import ROOT, artifact, plain, result_object
from linter.reports.sarif_rules import rule_object
from linter.reports.selection import problems
from linter.reports.summary import Summary

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""The address GitHub's documentation gives."""
_LANGUAGE = "zh-CN"
"""That of what rules say, whichever the fixed words are in."""

Rendered = tuple[str, str, dict[str, Any]]
"""A path, a fingerprint that is unique in its call, and the result but for its own."""


class SarifReporter(Reporter[list[Rendered]]):
    """One run with one result a finding and a line.

    Nothing that triage hides is in it, so no result has ``suppressions``.
    """

    describes_rules = True

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._checkout = Checkout()
        self._ordinals = Ordinals()
        self._indexes = {rule.id: number for number, rule in enumerate(options.rules)}
        self._separator = "\n"

    def begin(self) -> Iterable[str]:
        """The log's head, with the rules."""
        root = {"description": {"text": "huashu 运行时所在的文件夹，通常是仓库的根。"}}
        yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
        yield f'"tool": {{"driver": {dumps(self._driver())}}},\n'
        yield f'"language": "{_LANGUAGE}", "columnKind": "unicodeCodePoints",\n'
        yield f'"originalUriBaseIds": {dumps({ROOT: root})},\n"results": ['

    def render(self, report: Report) -> list[Rendered]:
        """The call's findings."""
        return [
            (
                finding.path,
                finding.fingerprint,
                result_object(
                    finding,
                    report.call,
                    self._indexes.get(finding.rule),
                    self.options.lang,
                    self._checkout,
                ),
            )
            for finding in problems(report.findings, self.options)
        ]

    def add(self, piece: list[Rendered]) -> Iterable[str]:
        """The results, each with what tells it from its equals.

        GitHub looks at ``primaryLocationLineHash`` alone; the hash of a line that others make in
        its place is the same for all findings of a call that stands on one line.
        """
        for path, fingerprint, result in piece:
            unique = self._ordinals.unique(self._checkout.path(path), fingerprint)
            prints = {"primaryLocationLineHash": f"{unique}:1", "huashuFingerprint/v1": fingerprint}
            yield self._separator + dumps({**result, "partialFingerprints": prints})
            self._separator = ",\n"

    def end(self, summary: Summary) -> Iterable[str]:
        """What could not be read, and the log's tail."""
        invocation: dict[str, Any] = {
            "executionSuccessful": not summary.failures and not summary.skipped,
            "toolExecutionNotifications": [self._failure(error) for error in summary.failures],
        }
        yield f'\n],\n"invocations": [{dumps(invocation)}]\n}}]}}\n'

    def _driver(self) -> dict[str, Any]:
        identity = self.options.rules_identity
        return {
            "name": "huashu",
            **({"version": identity.version} if identity.version else {}),
            "language": _LANGUAGE,
            "rules": [rule_object(rule, self.options.lang) for rule in self.options.rules],
            "properties": {"rules": identity.name, "rulesHash": identity.hash},
        }

    def _failure(self, error: HuashuError) -> dict[str, Any]:
        place: dict[str, Any] = {"artifactLocation": artifact(error.path, self._checkout)}
        if error.line is not None and not error.cell:
            column = {} if error.column is None else {"startColumn": error.column}
            place["region"] = {"startLine": error.line, **column}
        return {
            "level": "error",
            "message": {"text": plain(str(error))},
            **({"locations": [{"physicalLocation": place}]} if error.path else {}),
        }
