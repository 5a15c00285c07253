"""What every match of a pattern contains or begins with: most texts need no closer look.

Of a pattern that is looked for by sound, these are sounds: a text is asked in its coded form.
"""

from __future__ import annotations

from linter.signals.matcher import (
    DIGIT_FIRSTS,
    LONGEST_NUMBER,
    Anchor,
    Capture,
    Digits,
    Either,
    Gap,
    Literal,
    Matcher,
    Not,
    Sequence,
    Sounds,
    Wordlist,
    Words,
)
from linter.text.normal import BOUNDARIES

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
    """The characters a match may begin with; ``None`` when it may be any."""
    chars, _ = _begins(matcher)
    return chars


def _begins(matcher: Matcher) -> tuple[frozenset[str] | None, bool]:
    """The characters a match may begin with (``None``: any), and whether it may be empty."""
    match matcher:
        case Literal(text):
            return frozenset(text[:1]), not text
        case Wordlist(words):
            return frozenset(word[0] for word in words if word), "" in words
        case Sounds(codes=codes):
            return frozenset(code[0] for code in codes if code), "" in codes
        case Digits():
            return DIGIT_FIRSTS, False
        case Not() | Anchor() | Capture():
            return frozenset(), True
        case Words(inner):
            return _begins(inner)
        case Either(options):
            begins = [_begins(option) for option in options]
            sets = [chars for chars, _ in begins if chars is not None]
            known = len(sets) == len(begins)
            return (
                frozenset[str]().union(*sets) if known else None,
                any(empty for _, empty in begins),
            )
        case Sequence(items):
            found = frozenset[str]()
            for item in items:
                chars, empty = _begins(item)
                if chars is None:
                    return None, all(_begins(each)[1] for each in items)
                found |= chars
                if not empty:
                    return found, False
            return found, True
        case Gap():
            return None, True
    return None, False


def longest(matcher: Matcher) -> int | None:
    """How many characters a match may have at most; ``None`` when there is no telling."""
    match matcher:
        case Literal(text):
            return len(text)
        case Wordlist(words) | Sounds(words=words):
            return max(map(len, words), default=0)
        case Gap(size):
            return size
        case Digits():
            return LONGEST_NUMBER
        case Not() | Anchor() | Capture():
            return 0
        case Words(inner):
            return longest(inner)
        case Either(options):
            sizes = [longest(option) for option in options]
            known = [size for size in sizes if size is not None]
            return max(known, default=0) if len(known) == len(sizes) else None
        case Sequence(items):
            sizes = [longest(item) for item in items]
            known = [size for size in sizes if size is not None]
            return sum(known) if len(known) == len(sizes) else None
    return None


def stays_in_clause(matcher: Matcher) -> bool:
    """Whether no match has a boundary in it."""
    match matcher:
        case Literal(text):
            return BOUNDARIES.isdisjoint(text)
        case Wordlist(words) | Sounds(words=words):
            return all(BOUNDARIES.isdisjoint(word) for word in words)
        case Gap(_, wide):
            return not wide
        case Not() | Anchor() | Capture():
            return True
        case Words(inner):
            return stays_in_clause(inner)
        case Either(parts) | Sequence(parts):
            return all(map(stays_in_clause, parts))
    return False


def shortest(words: frozenset[str]) -> int:
    """The length of the shortest of ``words``; 0 when there are none."""
    return min(map(len, words), default=0)
