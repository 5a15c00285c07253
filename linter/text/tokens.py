"""Words as jieba cuts them, from a tokenizer of our own.

jieba's shared tokenizer belongs to whoever else uses jieba in the process: nothing here reads
or changes it. jieba's own loading is not used either: it writes to standard error, and it trusts
a cache file in the shared temporary folder, where anybody may put one.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import marshal
import os
import stat
import threading
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_REMEMBERED = 1024
"""Texts whose tokens are kept: several signals ask about the same turn."""

_MARSHAL_VERSION = 4
"""Written by Python 3.11 and readable by all later ones, so that they share a cache."""

_CHECKSUM_SIZE = hashlib.sha256().digest_size

_NO_CACHE = (OSError, RuntimeError)
"""What stands in the way of a cache: the file system, or no home folder."""

_IMPORTING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its span in the text it was cut from, in code points, end exclusive."""

    start: int
    end: int
    text: str


class Tokenizer:
    """jieba's default dictionary, its ``cut`` with HMM, and the words added here.

    The dictionary is loaded at the first use, once, whatever number of threads ask for it. It
    is kept in ``$XDG_CACHE_HOME/huashu`` (``~/.cache/huashu``) to be loaded faster next time,
    if that folder is ours alone; without it everything works the same.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: Any = None
        self._added: set[str] = set()
        self._remembered = functools.lru_cache(_REMEMBERED)(self._cut)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of ``text`` in order; together they are the whole text.

        :param text: folded text; jieba's dictionary is lower case and simplified for the most
            part.
        """
        return self._remembered(text)[0]

    def edges(self, text: str) -> frozenset[int]:
        """Where the tokens of ``text`` begin and end: always with 0 and the text's length."""
        return self._remembered(text)[1]

    def tags(self, text: str) -> dict[int, tuple[int, str]]:
        """For each place where a token begins, where it ends and its part of speech.

        That is the tag of the word in jieba's dictionary (``nr`` a person's name, ``ns`` a
        place ...), whatever the words around it; empty for words that are not in it.
        """
        tags = _part_of_speech()
        return {t.start: (t.end, tags.get(t.text, "")) for t in self.tokens(text)}

    def is_word(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is one or more whole tokens. An empty span is none."""
        return start < end and self.edges(text) >= {start, end}

    def add_words(self, words: Iterable[str]) -> None:
        """Make this tokenizer see ``words`` as words. Adding one again changes nothing.

        The result does not depend on the order within ``words``. Add before cutting: a thread
        that is cutting meanwhile may see some of the words and not others.

        :param words: folded, like the texts. A word with spaces or punctuation in it is
            accepted, but jieba cuts at those all the same.
        :raises ValueError: for an empty or blank word; then no word has been added.
        """
        wanted = set(words)
        if any(not word.strip() for word in wanted):
            raise ValueError("a word to add must not be blank")
        jieba_tokenizer = self._jieba()
        with self._lock:
            for word in sorted(wanted - self._added):
                jieba_tokenizer.add_word(word)
            self._added |= wanted
            self._remembered.cache_clear()

    def _cut(self, text: str) -> tuple[tuple[Token, ...], frozenset[int]]:
        tokens = []
        start = 0
        for word in self._jieba().cut(text):
            end = start + len(word)
            tokens.append(Token(start, end, word))
            start = end
        return tuple(tokens), frozenset((0, *(token.end for token in tokens)))

    def _jieba(self) -> Any:
        # Without the lock first: the common case, and set only when it is ready for use.
        if self._loaded is None:
            with self._lock:
                if self._loaded is None:
                    self._loaded = _load()
        return self._loaded


@functools.cache
def default_tokenizer() -> Tokenizer:
    """The tokenizer that everything shares which adds no words of its own."""
    return Tokenizer()


@functools.cache
def _part_of_speech() -> dict[str, str]:
    """jieba's dictionary: one word a line, with its frequency and its part of speech."""
    with _import_jieba().Tokenizer().get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    return {word: tag for word, _, tag in (line.split(" ", 2) for line in lines)}


def _load() -> Any:
    jieba = _import_jieba()
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        dictionary = file.read()
    # Named after what it was made from: another dictionary never finds it.
    digest = hashlib.sha256(dictionary).hexdigest()[:32]
    name = f"jieba-{digest}-{_MARSHAL_VERSION}.marshal"
    parsed = _from_cache(name)
    if parsed is None:
        parsed = tokenizer.gen_pfdict(io.BytesIO(dictionary))
        _to_cache(name, parsed)
    # What jieba's initialize() leaves behind; without it, the first cut would call that.
    tokenizer.FREQ, tokenizer.total = parsed
    tokenizer.initialized = True
    return tokenizer


def _import_jieba() -> Any:
    # jieba 0.42 has invalid escape sequences and imports pkg_resources; its users cannot help
    # it. Locked, because two threads leaving catch_warnings crosswise would lose the filters.
    with _IMPORTING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    return jieba


def _from_cache(name: str) -> tuple[dict[str, int], int] | None:
    with contextlib.suppress(*_NO_CACHE), _private_folder() as folder:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
        with open(handle, "rb") as file:
            _check_ours(handle)
            checksum, data = file.read(_CHECKSUM_SIZE), file.read()
        # marshal may do anything at all with damaged data.
        if hashlib.sha256(data).digest() == checksum:
            frequencies, total = marshal.loads(data)
            return frequencies, total
    return None


def _to_cache(name: str, parsed: tuple[dict[str, int], int]) -> None:
    data = marshal.dumps(parsed, _MARSHAL_VERSION)
    with contextlib.suppress(*_NO_CACHE), _private_folder() as folder:
        draft = f"{name}.{os.urandom(8).hex()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        handle = os.open(draft, flags, 0o600, dir_fd=folder)
        try:
            with open(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.rename(draft, name, src_dir_fd=folder, dst_dir_fd=folder)
        except OSError:
            os.unlink(draft, dir_fd=folder)
            raise


@contextlib.contextmanager
def _private_folder() -> Iterator[int]:
    """A handle of the cache folder; a handle, so that nobody can swap it after the check.

    :raises OSError: when there is none that nobody else can write to.
    :raises RuntimeError: when the user has no home folder.
    """
    if not hasattr(os, "getuid"):
        raise OSError("no owners to check on this system")
    # The XDG Base Directory Specification: relative paths are to be ignored.
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():
        base = Path.home() / ".cache"
    base.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = base / "huashu"
    path.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        _check_ours(handle)
        yield handle
    finally:
        os.close(handle)


def _check_ours(handle: int) -> None:
    """marshal has no defence against data made to harm; what others could write is no cache.

    :raises PermissionError: when ``handle`` belongs to another user or others may write to it.
    """
    status = os.fstat(handle)
    if status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError("others could have written this")
