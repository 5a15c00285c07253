"""Who and what is named in a conversation: turn by turn, with what the turns say of each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from linter.masking.again import Again
from linter.masking.choosing import best
from linter.masking.listening import Listening
from linter.masking.mentions import Mention
from linter.masking.others import names_of_nobody
from linter.masking.plain import HIDDEN, plain
from linter.masking.reading import read_in_pieces
from linter.masking.words import Words


class Said(NamedTuple):
    """A turn: who said what. Nobody is told from anybody where ``speaker`` is empty.

    ``label`` is how many characters of the text say no more than who speaks.
    """

    speaker: str
    text: str
    label: int = 0


def recognise(turns: Sequence[Said], names: Collection[str] = ()) -> list[list[Mention]]:
    """What tells who somebody is, for each turn, in order and without overlap.

    :param names: names that are known beforehand, of the agent for one.
    """
    heard = [Words(_plain(said)) for said in turns]
    pieces = read_in_pieces([said.speaker for said in turns], [words.text for words in heard])
    listening = Listening()
    found = [
        listening.turn(number, said.speaker, words, pieces[number])
        for number, (said, words) in enumerate(zip(turns, heard, strict=True))
    ]
    listening.close()
    nobody = names_of_nobody(words.text for words in heard)
    found = [
        [m for m in listening.settled(number, row) if m.kind != "name" or m.key not in nobody]
        for number, row in enumerate(found)
    ]
    again = Again(found, names)
    return [best([*row, *again.mentions(words)]) for row, words in zip(found, heard, strict=True)]


def _plain(said: Said) -> str:
    text = plain(said.text)
    return HIDDEN * said.label + text[said.label :]
