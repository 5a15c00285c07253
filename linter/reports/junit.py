"""JUnit XML, for Jenkins, GitLab and the test reporters of GitHub.

A file is a test suite and a call a test case, so that readers who compare two runs can tell what
was put right: a case that is there both times and passes now. Only what ``--fail-on`` counts
fails; the rest stands in the output of its case. No more is used than
https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
allows; GitLab shows ``classname``, ``name`` and what stands in ``failure``:
https://docs.gitlab.com/ci/testing/unit_test_reports/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from linter import lazy
from linter.errors import HuashuError, place_text
from linter.judged import Report
from linter.model import SEVERITY_RANK, Call, Finding
from linter.reports.base import Reporter
from linter.reports.categories import category_name
from linter.reports.checkout import Checkout
from linter.reports.message import message
from linter.reports.options import Options
from linter.reports.selection import problems
from linter.reports.summary import Summary
from linter.reports.words import words
from linter.reports.xml_text import attributes, text

_HASH = lazy.pattern("[0-9a-f]{12}(#[0-9]+)?")
_READING = {"zh": "读取", "en": "reading"}


class Case(NamedTuple):
    """A test case.

    :ivar path: its suite.
    :ivar name: empty for a call that nobody has named.
    :ivar inside: what is in it, as XML.
    """

    path: str
    name: str
    inside: str = ""
    failed: bool = False
    error: bool = False


class JunitReporter(Reporter[Case]):
    """A suite says how many cases it has before the first: those of one file are kept till then."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._checkout = Checkout()
        self._cases: list[Case] = []
        self._suites = 0

    def begin(self) -> Iterable[str]:
        """The document's head."""
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="huashu">\n'

    def render(self, report: Report) -> Case:
        """The call as a test case."""
        found = problems(report.findings, self.options)
        failing = [finding for finding in found if self._fails(finding)]
        others = [finding for finding in found if not self._fails(finding)]
        inside = ""
        if failing:
            given = attributes({"message": self._counted(failing), "type": _gravest(failing)})
            inside += f"<failure{given}>{text(self._said(failing, report))}</failure>\n"
        if others:
            inside += f"<system-out>{text(self._said(others, report))}</system-out>\n"
        path = self._checkout.path(report.call.path)
        return Case(path, _name(report.call), inside, failed=bool(failing))

    def add(self, piece: Case) -> Iterable[str]:
        """The suite of the file before, once a case of another one comes."""
        if self._cases and self._cases[0].path != piece.path:
            yield from self._suite()
        self._cases.append(piece)

    def end(self, summary: Summary) -> Iterable[str]:
        """The last suite, what could not be read, and the document's tail."""
        yield from self._suite()
        for error in summary.failures:
            yield from self.add(self._unread(error))
        yield from self._suite()
        if not self._suites:
            # Some readers fail over a report without any test.
            self._cases = [Case("huashu", "huashu")]
            yield from self._suite()
        yield "</testsuites>\n"

    def _fails(self, finding: Finding) -> bool:
        least = SEVERITY_RANK.get(self.options.fail_on)
        return (
            least is not None
            and finding.certainty == "certain"
            and SEVERITY_RANK[finding.severity] >= least
        )

    def _counted(self, findings: list[Finding]) -> str:
        """``错误 2，警告 1：backtalk、blame``."""
        fixed = words(self.options.lang)
        counts: Counter[str] = Counter(finding.severity for finding in findings)
        severities = [
            f"{label} {counts[severity]}"
            for severity, label in fixed.severities.items()
            if severity in counts
        ]
        rules = fixed.ids_comma.join(dict.fromkeys(finding.rule for finding in findings))
        return fixed.pair.format(first=fixed.comma.join(severities), second=rules)

    def _said(self, findings: list[Finding], report: Report) -> str:
        lang = self.options.lang
        fixed = words(lang)
        blocks = []
        for finding in findings:
            path = self._checkout.path(finding.path)
            where = place_text(path, finding.line, finding.column, finding.sheet, finding.cell)
            what = f"{fixed.severities[finding.severity]} {finding.rule}"
            category = category_name(finding.category, lang)
            said = message(finding, report.call, fixed).text
            blocks.append(f"{where}\n{what} {category}\n{said}\n")
        return "\n".join(blocks)

    def _unread(self, error: HuashuError) -> Case:
        given = attributes({"message": error.message, "type": "error"})
        path = self._checkout.path(error.path)
        xml = f"<error{given}>{text(str(error))}</error>\n"
        return Case(path, _READING[self.options.lang], xml, error=True)

    def _suite(self) -> Iterable[str]:
        if not self._cases:
            return
        path, cases = self._cases[0].path, self._cases
        counts: dict[str, str | int] = {
            "name": path,
            "tests": len(cases),
            "failures": sum(case.failed for case in cases),
            "errors": sum(case.error for case in cases),
            "time": 0,
        }
        self._cases = []
        self._suites += 1
        yield f"<testsuite{attributes(counts)}>\n"
        nameless = words(self.options.lang).call
        for number, case in enumerate(cases, 1):
            yield _xml(case if case.name else case._replace(name=f"{nameless} {number}"))
        yield "</testsuite>\n"


def _gravest(findings: Iterable[Finding]) -> str:
    return max((f.severity for f in findings), key=lambda severity: SEVERITY_RANK[severity])


def _name(call: Call) -> str:
    """The call's id, unless it is a hash of what was said, which another word would change."""
    if not _HASH.fullmatch(call.id):
        return call.id
    # Of roles that were told by what is said, the hash knows nothing.
    hashed = call.casting is not None or call.id.startswith(Call.content_id(call.turns))
    return "" if hashed else call.id


def _xml(case: Case) -> str:
    given = attributes({"classname": case.path, "name": case.name, "time": 0})
    if not case.inside:
        return f"<testcase{given}/>\n"
    return f"<testcase{given}>\n{case.inside}</testcase>\n"
