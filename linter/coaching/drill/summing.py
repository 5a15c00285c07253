"""What to say when a drill is over: what went well, and what to practise; no marks for anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.coaching.drill.cards import Card
from linter.coaching.drill.feedback import Feedback
from linter.coaching.drill.words import words
from linter.reports import Lang, category_name

MOST = 3
"""Things that are named; more of them nobody remembers."""


class Results:
    """What came of the cards of one sitting.

    :ivar answered: how many cards were answered, ``passed`` how many of these well and without a
        hint, ``skipped`` how many were not.
    """

    def __init__(self) -> None:
        self.answered = 0
        self.passed = 0
        self.skipped = 0
        self._well: Counter[str] = Counter()
        self._again: Counter[str] = Counter()

    def add(self, card: Card, feedback: Feedback, *, passed: bool) -> None:
        """Count one answer."""
        self.answered += 1
        self.passed += passed
        self._well.update({well.what.rstrip("。"): 1 for well in feedback.well})
        if not passed:
            self._again[card.category] += 1

    def lines(self, lang: Lang) -> Iterator[str]:
        """What to say."""
        w = words(lang)
        if not self.answered:
            yield w.none
            return
        failed = self.answered - self.passed
        skipped = w.comma + w.skipped_too.format(count=self.skipped) if self.skipped else ""
        yield w.ended.format(
            answered=self.answered, passed=self.passed, failed=failed, skipped=skipped
        )
        again = Counter({category_name(name, lang): n for name, n in self._again.items()})
        for label, counts in ((w.did_well, self._well), (w.to_practise, again)):
            most = [w.times.format(what=what, count=n) for what, n in counts.most_common(MOST)]
            if most:
                yield label + w.semicolon.join(most) + w.stop
        yield w.all_well if not failed else w.some_well if self.passed else w.none_well
