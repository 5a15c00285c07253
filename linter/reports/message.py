"""One finding in a few sentences that need no report around them."""

from __future__ import annotations

from linter.frozen import dataclass
from linter.model import Call, Finding
from linter.reports.places import place
from linter.reports.words import Words

MOST_QUOTED = 40
"""Code points of a quote; many readers show the first hundred columns of a message only."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of a finding.

    :ivar what: who said which words, and what is wrong with them.
    :ivar why: why that matters, and what to say instead; either may be missing.
    """

    what: str
    why: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Everything, a line each."""
        return "\n".join((self.what, *self.why))

    @property
    def line(self) -> str:
        """Everything on one line."""
        return " ".join(" ".join((self.what, *self.why)).split())


def message(finding: Finding, call: Call, words: Words) -> Message:
    """The message of a finding: ``#4 01:07 坐席 “小点声”：客户在说事……``."""
    marks = [
        *([words.review] if finding.certainty == "review" else []),
        *([words.late] if finding.late else []),
    ]
    where = place(call, finding.turn, words)
    quote = words.quote.format(quote=shortened(finding.quote)) if finding.quote else ""
    said = words.pair.format(first=f"{where} {quote}".rstrip(), second=finding.message)
    why = ((words.why, finding.why), (words.instead, finding.suggestion))
    return Message(" ".join([*marks, said]), tuple(f"{label}{text}" for label, text in why if text))


def shortened(quote: str) -> str:
    """The quote on one line, its end left out when it is long."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= MOST_QUOTED else f"{flat[: MOST_QUOTED - 1]}…"
