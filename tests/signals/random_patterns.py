"""Random patterns, texts in which they nearly match, and every match said without a shortcut."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from linter.rulebook.notation import NotationError, parse
from linter.signals.finder import Compiler, Finder
from linter.signals.matcher import Context, Matcher, Places
from linter.text.sounds import NEAR, hearing

from .helpers import classes

CLASSES = classes(
    类=["甲", "乙(丙|)", "<数字 1+>乙"],
    组={"一": ["甲", "甲乙", "(乙|丙)甲"], "二": ["乙", "甲…2丙", "<类>丙", "ab cd"]},
)
LETTERS = "甲乙丙丁一2万，。"
HEARD_LIKE = "家以病盯"
"""These sound like the letters."""

words = st.text("甲乙丙丁一", min_size=1, max_size=3)
atoms = st.one_of(
    words,
    words,
    st.sampled_from(["<类>", "<组 as 项>", "<组>", "<数字 1+>", "<数字 3+>", "<词性 n>", "ab cd"]),
    st.sampled_from(["…", "…1", "…2", "……1", "……3", "^", "$", "^^", "$$"]),
)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    choice = st.lists(inner | st.just(""), min_size=1, max_size=3).map("|".join)
    return st.one_of(
        several.map("".join),
        choice.map("({})".format),
        choice.map("({})".format),
        choice.map("「{}」".format),
        choice.map("(前无 {})".format),
        choice.map("(后无 {})".format),
    )


def _readable(pattern: str) -> bool:
    """Whether no phrase of a pattern stutters."""
    try:
        parse(pattern)
    except NotationError:
        return False
    return True


def made_of(simple: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns that are put together of simple ones, and can be read."""
    whole = st.lists(st.recursive(simple, _nested, max_leaves=5), min_size=1, max_size=3)
    return whole.map("".join).filter(_readable)


patterns = made_of(atoms)
Said = tuple[str, frozenset[str] | None]
"""A pattern, and by which mergers of sounds it is looked for; ``None``: as it is written."""
drawn: st.SearchStrategy[Said] = st.tuples(
    patterns, st.sampled_from([None, None, frozenset(), NEAR])
)


def made(pattern: str, mergers: frozenset[str] | None = None) -> Finder:
    """The finder of a pattern as it is written, or by sound."""
    ear = None if mergers is None else hearing(mergers)
    return Compiler(CLASSES, ear).finder(parse(pattern))


_pieces = st.sampled_from([*LETTERS, *HEARD_LIKE, "甲乙", "乙甲", "[数字]", "ab，cd"])
texts = st.lists(_pieces, max_size=9).map("".join)
_places = st.integers(0, 12)
_tags = st.dictionaries(_places, st.tuples(st.integers(1, 3), st.sampled_from(["n", "nr", "v"])))


def _context(edges: frozenset[int], tags: dict[int, tuple[int, str]]) -> Context:
    tokens = {at: (at + size, tag) for at, (size, tag) in tags.items()}
    return Context(
        edges=lambda text: edges,
        tags=lambda text: {at: (end, tag) for at, (end, tag) in tokens.items() if end <= len(text)},
    )


NO_TOKENS = _context(frozenset(), {})
contexts = st.builds(_context, st.frozensets(_places), _tags)


def plainly(finder: Finder) -> Finder:
    """The finder that looks everywhere."""
    return Finder(finder.matcher, (), None, finder.hearing)


def probed(finder: Finder, text: str) -> str:
    """The text as the finder's own words are looked for in it."""
    return finder.hearing.code(text) if finder.hearing else text


def matches(finder: Finder, text: str, context: Context) -> Iterator[tuple[int, int]]:
    """From where to where a pattern matches at all, empty and longer matches too."""
    for start in range(len(text) + 1):
        for end in finder.matcher(text, {start: ()}, context):
            yield start, end


class Counted(Matcher):
    """Counts how often it is asked."""

    def __init__(self, inner: Matcher) -> None:
        self.inner = inner
        self.asked = 0

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        self.asked += 1
        return self.inner(text, places, context)
