"""What a pattern means, said as plainly as can be: which substrings match, and nothing of how.

Nothing here is shared with the matcher but the parsed pattern.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from linter.rulebook import notation

Ways = Set[tuple[tuple[str, str], ...]]
"""The slots of each way in which a substring matches; empty when it does not."""

STOPS = "，。！？"
DIGITS = "0123456789零一二三四五六七八九幺两十百千万*x"


class Reference:
    """All matches in one text.

    :param edges: where tokens begin and end.
    """

    def __init__(
        self,
        text: str,
        classes: Mapping[str, Mapping[str, tuple[notation.Node, ...]]],
        edges: Set[int],
    ) -> None:
        self.text = text
        self.classes = classes
        self.edges = edges
        self.known: dict[tuple[notation.Node, int, int], Ways] = {}

    def shortest(self, node: notation.Node) -> dict[tuple[int, int], Ways]:
        """The spans that match, are not empty, begin with no stop and contain no other such."""
        size = len(self.text)
        spans = {
            (start, end): ways
            for start in range(size)
            for end in range(start + 1, size + 1)
            if self.text[start] not in STOPS and (ways := self.ways(node, start, end))
        }
        return {
            (start, end): ways
            for (start, end), ways in spans.items()
            if not any(start <= a and b <= end and (a, b) != (start, end) for a, b in spans)
        }

    def ways(self, node: notation.Node, start: int, end: int) -> Ways:
        """How ``text[start:end]`` matches."""
        key = (node, start, end)
        if key not in self.known:
            self.known[key] = self._ways(node, start, end)
        return self.known[key]

    def _ways(self, node: notation.Node, start: int, end: int) -> Ways:
        said = self.text[start:end]
        match node:
            case notation.Literal(text):
                holds = said == text
            case notation.Either(options):
                return set().union(*(self.ways(option, start, end) for option in options))
            case notation.Sequence(items):
                return self._sequence(items, start, end)
            case notation.Gap(size, wide):
                holds = len(said) <= size and not set(said) & set("。！？" if wide else STOPS)
            case notation.ClassRef(name, slot, _):
                return self._class(name, slot, start, end)
            case notation.Digits(least):
                holds = self._number(start, end, least)
            case notation.Anchor(kind):
                holds = start == end and self._edge(kind, start)
            case notation.Words(inner):
                return self.ways(inner, start, end) if {start, end} <= self.edges else set()
            case notation.Not(inner, behind):
                holds = start == end and not self._near(inner, start, behind)
        return {()} if holds else set()

    def _sequence(self, items: tuple[notation.Node, ...], start: int, end: int) -> Ways:
        if not items:
            return {()} if start == end else set()
        rest = notation.Sequence(items[1:])
        return {
            one + more
            for cut in range(start, end + 1)
            for one in self.ways(items[0], start, cut)
            for more in self.ways(rest, cut, end)
        }

    def _class(self, name: str, slot: str, start: int, end: int) -> Ways:
        return {
            way + (((slot, group),) if slot else ())
            for group, members in self.classes[name].items()
            for member in members
            for way in self.ways(member, start, end)
        }

    def _number(self, start: int, end: int, least: int) -> bool:
        said = self.text[start:end]
        if said in ("[数字]", "[电话x]"):
            return True
        if not said or said[0] not in DIGITS or said[-1] not in DIGITS or "，，" in said:
            return False
        digits = [char for char in said if char != "，"]
        whole = not self._digit_at(start - 1) and not (
            self.text[start - 1 : start] == "，" and self._digit_at(start - 2)
        )
        # Units right after it may be left to the pattern's next words.
        while self.text[end : end + 1] in tuple("十百千万"):
            end += 1
        ended = not self._digit_at(end) and not (
            self.text[end : end + 1] == "，" and self._digit_at(end + 1)
        )
        return whole and ended and set(digits) <= set(DIGITS) and least <= len(digits)

    def _digit_at(self, at: int) -> bool:
        return 0 <= at < len(self.text) and self.text[at] in DIGITS

    def _edge(self, kind: str, at: int) -> bool:
        before, after = self.text[:at], self.text[at:]
        return {
            "^": not before or before[-1] in STOPS,
            "$": not after or after[0] in STOPS,
            "^^": not before,
            "$$": set(after) <= set(STOPS),
        }[kind]

    def _near(self, inner: notation.Node, at: int, behind: bool) -> bool:
        if behind:
            return any(self.ways(inner, start, at) for start in range(max(0, at - 12), at + 1))
        return any(self.ways(inner, at, end) for end in range(at, len(self.text) + 1))
