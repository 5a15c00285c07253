"""One better wording at one place, and why it cannot be written there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from linter.frozen import dataclass
from linter.model import Finding, Turn


@dataclass(frozen=True, slots=True)
class Edit:
    """A finding, the line of a script it stands in, and the words in place of those it quotes."""

    finding: Finding
    turn: Turn
    new: str


class Reason(NamedTuple):
    """Why an edit is not made, in both languages."""

    zh: str
    en: str


class Editable(Protocol):
    """A file that words can be changed in."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    def changed_by(self, edits: Sequence[Edit]) -> Editable:
        """The file with the edits; none may be refused, and none may overlap another."""

    def refusals(self, edits: Sequence[Edit]) -> list[Reason | None]:
        """For each edit why it cannot be made; ``None`` when it can."""


UNSURE = Reason(
    "这里的写法（转义、引号）改不准，请手工改", "escapes or quotes stand here, change it by hand"
)
UNREADABLE = Reason("改了就读不出来了", "the file could not be read any more")
ENCODING = Reason(
    "这个文件的编码改不了：写回去会和原来的字节不一样，先另存为 UTF-8",
    "the encoding cannot be written back byte for byte, save the file as UTF-8 first",
)
NO_CELL = Reason("在工作表里找不到这一格", "there is no such cell in the sheet")
NO_TEXT = Reason("这一格是公式或数字，请手工改", "the cell is a formula or a number")
RICH = Reason(
    "这一格的字有几种格式或注音，请手工改", "the words of the cell have formats of their own"
)
NOT_UTF8 = Reason("工作表不是 UTF-8 的，请手工改", "the sheet is not in UTF-8")
REVIEW = Reason("拿不准，要人看过再改", "not certain, look at it first")
SLOT = Reason("在占位符或链接里，改了会失效", "it stands in a slot or a link, which would break")


def doubled(words: str) -> Reason:
    """The words would stand there twice."""
    return Reason(
        f"改了会重复“{words}”，请手工改", f"{words!r} would stand there twice, change it by hand"
    )


def harmful(rules: Sequence[str]) -> Reason:
    """Something would be reported that was not reported before."""
    return Reason(
        f"改了会引出别的问题：{'、'.join(rules)}", f"it would be reported by {', '.join(rules)}"
    )
