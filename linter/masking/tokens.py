"""A plain text with the words it is cut into."""

from __future__ import annotations

from collections.abc import Mapping

from linter.text.tokens import default_tokenizer

_EDGES = " \ue000,，.。!！?？、"

Tags = Mapping[int, tuple[int, str]]


class Tokens:
    """A plain text with its tokens.

    :ivar text: the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tags: Tags | None = None
        self._edges: frozenset[int] | None = None
        self._starts: list[int] | None = None

    @property
    def tags(self) -> Tags:
        """Token start → its end and part of speech; cut when it is first asked for."""
        if self._tags is None:
            self._tags = default_tokenizer().tags(self.text)
        return self._tags

    @property
    def starts(self) -> list[int]:
        """Where tokens begin, in order."""
        if self._starts is None:
            self._starts = sorted(self.tags)
        return self._starts

    @property
    def edges(self) -> frozenset[int]:
        """Where tokens begin and end."""
        if self._edges is None:
            self._edges = frozenset(self.tags) | {len(self.text)}
        return self._edges

    def is_han(self, start: int, end: int) -> bool:
        """Whether there are Han characters and nothing else."""
        return 0 <= start < end <= len(self.text) and all(
            "\u4e00" <= char <= "\u9fff" for char in self.text[start:end]
        )

    def known(self, start: int, end: int) -> bool:
        """Whether there is a word of the dictionary that is no name."""
        if not 0 <= start < end <= len(self.text):
            return False
        tag = default_tokenizer().tag(self.text[start:end])
        return bool(tag) and not tag.startswith("nr")

    def is_listed(self, start: int, end: int) -> bool:
        """Whether there is a word of the dictionary, of whatever kind."""
        return self.is_han(start, end) and bool(default_tokenizer().tag(self.text[start:end]))

    def named(self, start: int, end: int) -> int | None:
        """How often the dictionary counts a place as somebody's name; ``None``: as none."""
        return default_tokenizer().named(self.text[start:end]) if self.is_han(start, end) else None

    def word_over(self, at: int) -> str:
        """The word of the dictionary that a place is inside of, but not at its beginning."""
        for start in range(at - 1, max(-1, at - 4), -1):
            if start in self.tags:
                end, tag = self.tags[start]
                return self.text[start:end] if end > at and tag else ""
        return ""

    def is_end(self, at: int) -> bool:
        """Whether no Han character stands at a place, or one that only ends what is said."""
        return not self.is_han(at, at + 1) or (
            self.text[at] in "啊呀啦哈哦吧嘛呢的" and not self.is_han(at + 1, at + 2)
        )

    def is_apart(self, at: int) -> bool:
        """Whether no Han character stands at a place."""
        return not self.is_han(at, at + 1)

    def is_edge(self, at: int) -> bool:
        """Whether a stop or nothing stands at a place."""
        return not 0 <= at < len(self.text) or self.text[at] in _EDGES
