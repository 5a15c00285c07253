"""What the learned scorer thinks of the turns of one call: asked late, and each thing once.

It is asked about original turns, in their matching form, together with what the other side said
last. What it is sure of is a doubtful hit and no more: it cannot say why as a pattern can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from linter.model import Hit, Role
from linter.rulebook.types import Learned, Weighed, Who
from linter.text.normal import BOUNDARIES
from linter.text.turns import Piece, SpeakingTurn

if TYPE_CHECKING:
    from linter.signals.learned import Scorer

SHORTEST = 8
"""Han characters that a turn has to have: shorter ones (好的那您稍等) say too little of themselves
to be scored, and their score is that of what was said before."""
WIDEST = 30
"""Characters of the clauses that are quoted for the stretch in them; more are no clause."""
WEIGHED = "weighed: "
"""With what the reason begins for which the scorer takes a pattern's hit back."""
PATTERN = "learned"
"""What a hit has in place of the pattern it was found by."""

_STOPS = "".join(sorted(BOUNDARIES))
_NUMERALS = "零一二三四五六七八九十百千万两幺"
_HAN = re.compile(rf"(?![{_NUMERALS}])[\u4e00-\u9fff]")
"""A number that is read out says nothing of how it is said."""


class Opinion(NamedTuple):
    """What makes a turn a hit.

    :ivar start: where the heaviest stretch begins in the speaking turn's text.
    :ivar quoted: what a person is shown: the clauses that it stands in.
    :ivar note: of what the scorer is how sure, and by which words.
    :ivar percent: how sure.
    """

    start: int
    end: int
    quoted: tuple[int, int]
    note: str
    percent: int


class Opinions:
    """What is thought of the turns of one call.

    :param turns: its speaking turns.
    :param scorer: gives the scorer, when one is needed.
    """

    def __init__(self, turns: Sequence[SpeakingTurn], scorer: Callable[[], Scorer]) -> None:
        self._turns = turns
        self._made = scorer
        self._percents: dict[str, dict[int, int]] = {}
        self._tops: dict[int, tuple[str, int]] = {}
        self._opinions: dict[tuple[str, int], Opinion] = {}
        self._sides: dict[Who, Sequence[tuple[int, Piece]]] = {}
        self._open: dict[tuple[Who, str], Sequence[tuple[int, Piece]]] = {}

    def beyond(self, wanted: Learned, who: Who, stretch: range) -> Iterator[int]:
        """The speaking turns of a side, in order, with a piece that scores high enough.

        :param stretch: the speaking turns that are asked about.
        """
        percents, over = self._percents.setdefault(wanted.of, {}), wanted.over
        last = -1
        for number, piece in self._likely(wanted.of, who, stretch):
            if number == last or number not in stretch:
                continue
            percent = percents.get(piece.turn)
            if percent is None:
                percent = self._percent(wanted.of, piece)
            if percent > over and self._is_likeliest(wanted, piece, percent):
                last = number
                yield number

    def hits(
        self, wanted: Learned, turn: SpeakingTurn, known: Sequence[tuple[int, int]]
    ) -> Iterator[Opinion]:
        """The pieces of a speaking turn that score high enough.

        :param known: spans of the turn's text; pieces in which one lies need no opinion.
        """
        for piece in self._pieces.get(turn.number, ()):
            low, high = piece.offset, piece.offset + len(piece.form)
            if any(start < high and low < end for start, end in known):
                continue
            percent = self._percent(wanted.of, piece)
            if percent > wanted.over and self._is_likeliest(wanted, piece, percent):
                yield self._opinion(wanted.of, piece, percent)

    def weighed(self, limits: Weighed, hit: Hit) -> tuple[Hit, str]:
        """A pattern's hit, doubtful where the scorer doubts it, and what takes it back if it does.

        A hit in a turn that is too short to be scored is left as it is.
        """
        piece = self._scored.get(hit.turn)
        if piece is None:
            return hit, ""
        percent = self._percent(limits.of, piece)
        if limits.drop is not None and percent < limits.drop:
            return hit, f"{WEIGHED}{limits.of} {percent} % < {limits.drop} %"
        if limits.doubt is None or percent >= limits.doubt:
            return hit, ""
        doubt = only(limits.of, percent)
        note = f"{hit.note}；{doubt}" if hit.note else doubt
        return hit._replace(certainty="review", note=note), ""

    def percent(self, label: str, turn: int) -> int | None:
        """How sure the scorer is that an original turn is something, in percent.

        ``None`` for a turn that is too short to be scored.
        """
        piece = self._scored.get(turn)
        return None if piece is None else self._percent(label, piece)

    @cached_property
    def _scorer(self) -> Scorer:
        return self._made()

    @cached_property
    def _pieces(self) -> Mapping[int, Sequence[Piece]]:
        """Speaking turn → its pieces that can be scored; only those that have some."""
        found = {
            turn.number: [piece for piece in turn.pieces if _says_enough(piece.form)]
            for turn in self._turns
            if turn.substantive and len(turn.text) >= SHORTEST
        }
        return {number: pieces for number, pieces in found.items() if pieces}

    @cached_property
    def _scored(self) -> Mapping[int, Piece]:
        """Original turn → its piece, of those that can be scored."""
        return {piece.turn: piece for pieces in self._pieces.values() for piece in pieces}

    @cached_property
    def _before(self) -> Mapping[int, str]:
        """Original turn → what the other side had said in its last substantive turn."""
        last: dict[Role, SpeakingTurn] = {}
        found: dict[int, str] = {}
        for turn in self._turns:
            others = [other for role, other in last.items() if role != turn.role]
            said = max(others, key=_number).text if others else ""
            found |= {piece.turn: said for piece in self._pieces.get(turn.number, ())}
            if turn.substantive:
                last[turn.role] = turn
        return found

    def _side(self, who: Who) -> Sequence[tuple[int, Piece]]:
        side = self._sides.get(who)
        if side is None:
            side = self._sides[who] = [
                (turn.number, piece)
                for turn in self._turns
                if who in ("any", turn.role)
                for piece in self._pieces.get(turn.number, ())
            ]
        return side

    def _likely(self, label: str, who: Who, stretch: range) -> Sequence[tuple[int, Piece]]:
        """The pieces of a side that may score anything for a label, those of a stretch at least.

        All labels that one covers share them: most pieces are no violation at all.
        """
        side = self._side(who)
        gate = self._scorer.gate(label) if side else ""
        if not gate:
            return side
        likely = self._open.get((who, gate))
        if likely is None:
            if len(stretch) < len(self._turns):
                return side
            limit = self._scorer.least
            likely = [one for one in side if self._percent(gate, one[1]) >= limit]
            self._open[who, gate] = likely
        return likely

    def _is_likeliest(self, wanted: Learned, piece: Piece, percent: int) -> bool:
        """Whether no other category scores higher, if it has to be so."""
        if not wanted.alone:
            return True
        top = self._tops.get(piece.turn)
        if top is None:
            top = self._scorer.top(piece.form, self._before[piece.turn])
            self._tops[piece.turn] = top
        return top[0] == wanted.of or top[1] <= percent

    def _percent(self, label: str, piece: Piece) -> int:
        percents = self._percents.get(label)
        if percents is None:
            percents = self._percents[label] = {}
        percent = percents.get(piece.turn)
        if percent is None:
            percent = self._scorer.score(label, piece.form, self._before[piece.turn])
            percents[piece.turn] = percent
        return percent

    def _opinion(self, label: str, piece: Piece, percent: int) -> Opinion:
        # Several signals go by the same label.
        opinion = self._opinions.get((label, piece.turn))
        if opinion is None:
            opinion = self._opinions[label, piece.turn] = self._formed(label, piece, percent)
        return opinion

    def _formed(self, label: str, piece: Piece, percent: int) -> Opinion:
        """By its heaviest stretch; where no stretch weighs anything, by all of it."""
        said = piece.form
        weights = self._scorer.weighing(label, said, self._before[piece.turn])
        spoke = [(_words(said, one.start, one.end), one.points) for one in weights]
        start, end = spoke[0][0] if spoke else _words(said, 0, len(said))
        note = f"像“{_named(label)}” {percent}%"
        if spoke:
            shown = (f"“{said[low:high]}”{points:+.1f}" for (low, high), points in spoke)
            note += f"：{'，'.join(shown)}"
        low, high = _clauses(said, start, end)
        at = piece.offset
        return Opinion(at + start, at + end, (at + low, at + high), note, percent)


def only(label: str, percent: int) -> str:
    """In words that the scorer is only so sure of something."""
    return f"像“{_named(label)}”只有 {percent}%"


def _words(said: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the stops at its ends; one of nothing else stays as it is.

    What is in the same sentence as a hit is told by where it starts.
    """
    words = said[start:end]
    first, last = end - len(words.lstrip(_STOPS)), start + len(words.rstrip(_STOPS))
    return (first, last) if first < last else (start, end)


def _clauses(said: str, start: int, end: int) -> tuple[int, int]:
    """The clauses in which a stretch begins and ends; of what is said without a stop, the stretch.

    What weighs most is often cut in a word (么了，隔壁): nobody can judge a person by that.
    """
    low = max(said.rfind(stop, 0, start) for stop in BOUNDARIES) + 1
    high = min((at for stop in BOUNDARIES if (at := said.find(stop, end)) >= 0), default=len(said))
    return (low, high) if high - low <= WIDEST else (start, end)


def _says_enough(form: str) -> bool:
    return len(form) >= SHORTEST and len(_HAN.findall(form)) >= SHORTEST


def _number(turn: SpeakingTurn) -> int:
    return turn.number


def _named(label: str) -> str:
    """What people call a category, or an act; any other label is its own name."""
    # Few calls have anything to be told about.
    from linter.rulebook.sheets.categories import KNOWN
    from linter.signals.acts import ACTS

    return KNOWN[label].name if label in KNOWN else ACTS.get(label, label)
