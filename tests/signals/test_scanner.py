"""All scanners find the same words at the same places."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.signals.scanner import (
    KINDS,
    DaachorseScanner,
    Occurrence,
    PythonScanner,
    RustScanner,
    Scanner,
    WordScan,
)

FIRST = ("daachorse", "ahocorasick_rs")
LETTERS = "甲乙a，\n\U0001f600\U00020000\ue000\ufffd"
LONE = "\ud800\udc00\udfff"

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
scans = pytest.mark.parametrize("kinds", [KINDS, *[(kind,) for kind in KINDS]])


def wordlists(letters: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.text(letters, min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


def everywhere(words: Sequence[str], text: str) -> set[Occurrence]:
    """Where each word stands, one place after the other."""
    return {
        (at, at + len(word), number)
        for number, word in enumerate(words)
        for at in range(len(text))
        if text.startswith(word, at)
    }


def ends(found: Sequence[Occurrence]) -> list[int]:
    return [end for _, end, _ in found]


@kinds
@settings(deadline=None)
@given(wordlists(LETTERS), st.text(LETTERS, max_size=30))
@example(["甲乙", "乙", "甲", "甲乙甲", "乙甲"], "甲乙甲乙甲")
@example(["\U0001f600", "甲\U0001f600"], "\U0001f600甲\U0001f600甲")
@example(["甲"], "")
def test_every_occurrence_of_every_word(kind: type[Scanner], words: list[str], text: str) -> None:
    found = kind(words).occurrences(text)
    assert len(found) == len(set(found))
    assert set(found) == everywhere(words, text)
    assert ends(found) == sorted(ends(found))


@scans
@settings(deadline=None)
@given(wordlists(LETTERS + LONE), st.text(LETTERS + LONE, max_size=30))
@example(["\ud800", "\udc00", "\ufffd"], "甲\ud800")
@example(["甲\ud800", "甲\udc00"], "甲\ud800甲\udc00甲\ufffd甲")
def test_any_text_may_be_scanned(
    kinds: tuple[type[Scanner], ...], words: list[str], text: str
) -> None:
    found = WordScan(words, kinds).occurrences(text)
    assert len(found) == len(set(found))
    assert everywhere(words, text) <= set(found)
    assert ends(found) == sorted(ends(found))
    for start, end, number in found:
        assert plain(text[start:end]) == plain(words[number])


def plain(text: str) -> str:
    """The text, but every lone surrogate is the same."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


@scans
def test_a_lone_surrogate_may_be_taken_for_another(kinds: tuple[type[Scanner], ...]) -> None:
    scan = WordScan(["甲\ud800", "乙", "甲\udc00"], kinds)
    assert set(scan.occurrences("乙甲\ud800")) >= {(0, 1, 1), (1, 3, 0)}
    assert set(scan.occurrences("乙甲\udc00")) >= {(0, 1, 1), (1, 3, 2)}
    assert scan.occurrences("乙") == [(0, 1, 1)]
    assert scan.occurrences("甲") == []


@scans
def test_no_words_are_nowhere(kinds: tuple[type[Scanner], ...]) -> None:
    scan = WordScan([], kinds)
    assert scan.occurrences("甲乙") == scan.occurrences("\ud800") == []


@scans
@pytest.mark.parametrize("words", [["甲乙", "乙", "甲"], ["\ud800", "\udc00", "甲"], []])
def test_it_can_be_pickled(kinds: tuple[type[Scanner], ...], words: list[str]) -> None:
    scan = WordScan(words, kinds)
    copied: WordScan = pickle.loads(pickle.dumps(scan))
    for text in ("甲乙甲", "乙\ud800", ""):
        assert copied.occurrences(text) == scan.occurrences(text)
    if words:
        assert copied.occurrences("甲")


class Missing(Scanner):
    """A scanner whose library is not installed."""

    def __init__(self, words: Sequence[str]) -> None:
        raise ImportError

    def occurrences(self, text: str) -> list[Occurrence]:
        raise AssertionError


class Marked(PythonScanner):
    """Says what no other scanner says."""

    def occurrences(self, text: str) -> list[Occurrence]:
        return [(0, len(text), 0)]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((Marked, PythonScanner), 4),
        ((PythonScanner, Marked), 1),
        ((Missing, Marked, PythonScanner), 4),
        ((Missing, Missing, PythonScanner), 1),
    ],
)
def test_the_first_scanner_that_is_there_is_used(
    kinds: tuple[type[Scanner], ...], expected: int
) -> None:
    assert WordScan(["甲"], kinds).occurrences("甲乙丙丁") == [(0, expected, 0)]


def test_the_fastest_scanner_comes_first() -> None:
    assert (DaachorseScanner, RustScanner, PythonScanner) == KINDS


@pytest.mark.parametrize("missing", [FIRST[:1], FIRST[1:], FIRST])
def test_what_is_not_installed_is_done_without(
    missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, kind in zip(FIRST, KINDS, strict=False):
        if name in missing:
            # Whatever is None there cannot be imported.
            monkeypatch.setitem(sys.modules, name, None)
            with pytest.raises(ImportError):
                kind(["甲"])
    assert sorted(WordScan(["甲乙", "乙"]).occurrences("甲乙")) == [(0, 2, 0), (1, 2, 1)]
