"""Words as jieba cuts them, without jieba's shared state, its messages and its loading time.

jieba's shared tokenizer belongs to whoever else uses jieba in the process: nothing here reads
or changes it. Of jieba only the dictionary and the model are used; it is not imported.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from types import MappingProxyType

from linter.frozen import dataclass
from linter.text import jieba_data
from linter.text.cutting import Cutter, cut_with
from linter.text.jieba_data import JiebaData
from linter.text.lexicon import Lexicon
from linter.text.native import NativeCutter

_REMEMBERED = 1024
"""Texts whose tokens are kept: several signals ask about the same turn."""

_LOADING = threading.Lock()
"""So that threads with a tokenizer each do not load the dictionary for each."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its span in the text it was cut from, in code points, end exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What a tokenizer cuts with.

    :ivar lexicon: knows what the words are.
    """

    cut_block: Callable[[str], Iterable[str]]
    lexicon: Lexicon


class Tokenizer:
    """jieba's default dictionary, its ``cut`` with HMM, and the words added here.

    The dictionary is loaded at the first use, once, whatever number of threads ask for it. It
    is kept in the user's cache folder to be loaded faster next time, if that folder is theirs
    alone; without it everything works the same. Tokenizers can be pickled; what is loaded is
    left out.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: _Loaded | None = None
        self._added: dict[str, None] = {}
        self._words = functools.lru_cache(_REMEMBERED)(self._cut)
        self._edges = functools.lru_cache(_REMEMBERED)(self._find_edges)
        self._tags = functools.lru_cache(_REMEMBERED)(self._find_tags)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of ``text`` in order; together they are the whole text.

        :param text: folded text; jieba's dictionary is lower case and simplified for the most
            part.
        """
        words = self._words(text)
        ends = accumulate(map(len, words))
        return tuple(
            Token(end - len(word), end, word) for word, end in zip(words, ends, strict=True)
        )

    def edges(self, text: str) -> frozenset[int]:
        """Where the tokens of ``text`` begin and end: always with 0 and the text's length."""
        return self._edges(text)

    def tags(self, text: str) -> Mapping[int, tuple[int, str]]:
        """For each place where a token begins, where it ends and its part of speech.

        That is the tag of the word in jieba's dictionary (``nr`` a person's name, ``ns`` a
        place ...), whatever the words around it; empty for words that are not in it.
        """
        return self._tags(text)

    def tag(self, word: str) -> str:
        """The part of speech of a word of the dictionary; empty when it has none such."""
        return self._load().lexicon.tag(word)

    def named(self, word: str) -> int | None:
        """How often jieba's makers counted ``word`` as a person's name; ``None``: it is none."""
        entry = self._load().lexicon.entry(word)
        return entry.frequency if entry and entry.tag.startswith("nr") else None

    def is_word(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is one or more whole tokens. An empty span is none."""
        return start < end and self.edges(text) >= {start, end}

    def add_words(self, words: Iterable[str]) -> None:
        """Make this tokenizer see ``words`` as words. Adding one again changes nothing.

        The result does not depend on the order within ``words``. Add before cutting: a thread
        that is cutting meanwhile may see the words or not.

        :param words: folded, like the texts. A word with spaces or punctuation in it is
            accepted, but jieba cuts at those all the same.
        :raises ValueError: for an empty or blank word; then no word has been added.
        """
        wanted = set(words)
        if any(not word.strip() for word in wanted):
            raise ValueError("a word to add must not be blank")
        with self._lock:
            self._added |= dict.fromkeys(sorted(wanted - self._added.keys()))
            self._loaded = None
            for remembered in (self._words, self._edges, self._tags):
                remembered.cache_clear()

    def __reduce__(self) -> tuple[Callable[..., Tokenizer], tuple[object, ...]]:
        if self is default_tokenizer():
            return default_tokenizer, ()
        return _with_words, (tuple(self._added),)

    def _cut(self, text: str) -> tuple[str, ...]:
        return tuple(cut_with(self._load().cut_block, text))

    def _find_edges(self, text: str) -> frozenset[int]:
        return frozenset(accumulate(map(len, self._words(text)), initial=0))

    def _find_tags(self, text: str) -> Mapping[int, tuple[int, str]]:
        tag = self._load().lexicon.tag
        return MappingProxyType({t.start: (t.end, tag(t.text)) for t in self.tokens(text)})

    def _load(self) -> _Loaded:
        # Without the lock first: the common case, and set only when it is ready for use.
        loaded = self._loaded
        if loaded is None:
            with self._lock:
                loaded = self._loaded = self._loaded or _loaded(tuple(self._added))
        return loaded


@functools.cache
def default_tokenizer() -> Tokenizer:
    """The tokenizer that everything shares which adds no words of its own."""
    return Tokenizer()


def _with_words(words: Iterable[str]) -> Tokenizer:
    """One to which these words were added in this order."""
    tokenizer = Tokenizer()
    for word in words:
        tokenizer.add_words([word])
    return tokenizer


def _loaded(added: Iterable[str]) -> _Loaded:
    with _LOADING:
        if not added:
            return _unchanged()
        cutter = Cutter(_data())
    for word in added:
        cutter.add_word(word)
    return _Loaded(cutter.cut_block, cutter.lexicon)


@functools.cache
def _unchanged() -> _Loaded:
    """For all tokenizers to which no words were added."""
    cutter = Cutter(_data())
    # rjieba comes with a dictionary of its own: jieba's, unless somebody has replaced that.
    quick = NativeCutter(cutter).cut_block if _data().standard else cutter.cut_block
    return _Loaded(quick, cutter.lexicon)


@functools.cache
def _data() -> JiebaData:
    return jieba_data.load()
