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


def used(scan: WordScan) -> str:
    """The library of whose scanner a scan is."""
    return type(scan._scanner).__name__


def test_the_fastest_scanner_is_used() -> None:
    assert used(WordScan(["甲"])) == "DaachorseScanner"
    assert (DaachorseScanner, RustScanner, PythonScanner) == KINDS


@pytest.mark.parametrize(
    ("missing", "expected"),
    [(FIRST[:1], "RustScanner"), (FIRST[1:], "DaachorseScanner"), (FIRST, "PythonScanner")],
)
def test_what_is_not_installed_is_done_without(
    missing: tuple[str, ...], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in missing:
        # Whatever is None there cannot be imported.
        monkeypatch.setitem(sys.modules, name, None)
    scan = WordScan(["甲乙", "乙"])
    assert used(scan) == expected
    assert sorted(scan.occurrences("甲乙")) == [(0, 2, 0), (1, 2, 1)]
