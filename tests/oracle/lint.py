"""One call from its words to its scores, step after step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from linter.judged import Report
from linter.model import Call
from linter.rulebook.types import RuleBook
from linter.signals.casting import with_roles
from linter.text.spoken import heard
from linter.triage.select import Selection, split

from .diagnosis import diagnose
from .engine import added, judge
from .patterns import Patterns
from .score import scorable, score
from .seen import View
from .tokens import tokenizer
from .view import prepare


@dataclass(frozen=True)
class Judgement:
    """What the rules say of a call, and what they saw in it."""

    report: Report
    view: View


class Oracle:
    """The plain interpreter of one book.

    :param off: ids of rules that nobody asked for.
    :param like: an oracle whose patterns, with what they found so far, may be used where its book
        has the same classes and words.
    """

    def __init__(
        self, book: RuleBook, off: Collection[str] = (), like: Oracle | None = None
    ) -> None:
        self.book = book
        self.off = frozenset(off)
        if like and (like.book.classes, like.book.words) == (book.classes, book.words):
            self.patterns = like.patterns
        else:
            self.patterns = Patterns(book.classes, tokenizer(book.words))

    def view(self, call: Call) -> View:
        """The call as the rules see it."""
        return self.views(call)[0]

    def views(self, call: Call) -> list[View]:
        """The call in all the ways it can be heard."""
        return [prepare(self.book, self.patterns, call, said) for said in heard(call)]

    def lint(self, call: Call) -> Judgement:
        """Everything the rules have to say about a call; praise is hidden, nothing else is."""
        call = with_roles(call)
        view, *others = self.views(call)
        judged = judge(self.book, view, self.off)
        for other in others:
            judged = added(self.book, judged, judge(self.book, other, self.off))
        packs = {rule.id: rule.pack for rule in self.book.rules}
        shown, hidden = split(judged.findings, Selection(), packs)
        scored = scorable(self.book, call, judged.verdicts, self.off)
        report = Report(
            call=call,
            findings=shown,
            verdicts=judged.verdicts,
            diagnosis=diagnose(self.book, view, judged),
            scores=score(self.book, judged.findings) if scored else {},
            hidden=(*judged.hidden, *hidden),
            off=self.off,
        )
        return Judgement(report, view)


def lint(book: RuleBook, call: Call, off: Collection[str] = ()) -> Judgement:
    """What an oracle made for this one call says."""
    return Oracle(book, off).lint(call)
