"""What a page is made of, whatever lays it out."""

from __future__ import annotations

from linter.evaluation.cells import Table
from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the page's."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that exemplars say, and what there is to say of them."""

    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A real answer with the words marked.

    :ivar who: the agent, where it was said, how it went.
    :ivar asked: what the customer had said; empty for nothing.
    :ivar labels: what the two sides are called, the customer first.
    """

    who: str
    asked: str
    text: str
    start: int
    end: int
    labels: tuple[str, str]


Block = Heading | Text | Words | Said | Table
