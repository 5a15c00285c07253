"""What every match of a pattern contains or begins with: most texts need no closer look.

Of a pattern that is looked for by sound, these are sounds: a text is asked in its coded form.
"""

from __future__ import annotations

from linter.signals.matcher import (
    Anchor,
    Capture,
    Either,
    Literal,
    Matcher,
    Not,
    Sequence,
    Sounds,
    Wordlist,
    Words,
)

Needs = tuple[frozenset[str], ...]


def needs(matcher: Matcher) -> Needs:
    """Sets of strings; every match contains at least one string of each set."""
    match matcher:
        case Literal(text):
            return (frozenset([text]),) if text else ()
        case Wordlist(words):
            return (frozenset(words),) if all(words) else ()
        case Sounds(codes=codes):
            return (frozenset(codes),) if all(codes) else ()
        case Either(options):
            return _of_any([needs(option) for option in options])
        case Sequence(items):
            return tuple(dict.fromkeys(words for item in items for words in needs(item)))
        case Words(inner):
            return needs(inner)
    return ()


def _of_any(options: list[Needs]) -> Needs:
    """One set: what is hardest to meet in each option."""
    if not all(options):
        return ()
    chosen = (max(sets, key=lambda words: (shortest(words), -len(words))) for sets in options)
    return (frozenset[str]().union(*chosen),)


def firsts(matcher: Matcher) -> frozenset[str] | None:
    """The characters a match may begin with; ``None`` when any, or when it may be empty."""
    match matcher:
        case Literal(text):
            return frozenset(text[:1]) or None
        case Wordlist(words):
            return frozenset(word[0] for word in words) if all(words) else None
        case Sounds(codes=codes):
            return frozenset(code[0] for code in codes) if all(codes) else None
        case Either(options):
            sets = [firsts(option) for option in options]
            known = [some for some in sets if some is not None]
            return frozenset[str]().union(*known) if len(known) == len(sets) else None
        case Sequence(items):
            moving = (item for item in items if not isinstance(item, (Not, Anchor, Capture)))
            first = next(moving, None)
            return firsts(first) if first is not None else None
        case Words(inner):
            return firsts(inner)
    return None


def shortest(words: frozenset[str]) -> int:
    """The length of the shortest of ``words``; 0 when there are none."""
    return min(map(len, words), default=0)
