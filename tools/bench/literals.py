"""Phrases as a plain text search would be given them: their alternatives written out.

A gap parts a phrase; of the parts the longest is searched for, since each has to be there.
"""

from __future__ import annotations

from linter.rulebook.notation import ClassRef, Either, Literal, Node, Sequence, Words, parse
from tools.bench.content import Classes

SHORTEST = 2
"""Characters; one alone is in every other turn, and nobody would search for it."""
MOST = 200
"""Wordings of one phrase; what has more is cut there."""


def literals(phrase: str, classes: Classes) -> tuple[str, ...]:
    """The wordings of the phrase's most telling part; none when it has no words."""
    parts: list[tuple[str, ...]] = [("",)]
    node = parse(phrase)
    for item in node.items if isinstance(node, Sequence) else (node,):
        wordings = _wordings(item, classes)
        if wordings is None:
            parts.append(("",))
        else:
            both = (left + right for left in parts[-1] for right in wordings)
            parts[-1] = tuple(dict.fromkeys(both))[:MOST]
    telling = max(parts, key=lambda wordings: min(map(len, wordings)))
    return tuple(wording for wording in telling if len(wording) >= SHORTEST)


def _wordings(node: Node, classes: Classes) -> tuple[str, ...] | None:
    """What an item can read; ``None`` for what has no words of its own."""
    match node:
        case Literal(text):
            return (text,)
        case Either(options):
            return _either(options, classes)
        case ClassRef(name):
            return _either(tuple(map(parse, classes[name])), classes)
        case Words(inner):
            return _wordings(inner, classes)
        case Sequence(items):
            found: tuple[str, ...] = ("",)
            for item in items:
                wordings = _wordings(item, classes)
                if wordings is None:
                    return None
                found = tuple(left + right for left in found for right in wordings)[:MOST]
            return found
    return None


def _either(options: tuple[Node, ...], classes: Classes) -> tuple[str, ...] | None:
    found: list[str] = []
    for option in options:
        wordings = _wordings(option, classes)
        if wordings is None:
            return None
        found += wordings
    return tuple(found)
