import importlib.util
import threading
from typing import Any

import pytest
from hypothesis import given, settings

from linter.text import jieba_data, native
from linter.text.cutting import Cutter, cut_with
from linter.text.native import WORTH, NativeCutter

from . import jieba_itself
from .jieba_itself import texts

rjieba = pytest.importorskip("rjieba")


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(jieba_data.load())


@pytest.fixture(scope="module")
def quick(cutter: Cutter) -> NativeCutter:
    """One that has rjieba in use."""
    quick = NativeCutter(cutter)
    quick.cut_block("我" * WORTH)
    return quick


class Counting:
    """In place of rjieba: says what it was asked for, and cuts into characters."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.loaded = 0
        self.asked: list[str] = []
        monkeypatch.setattr(native, "_rjieba", self.load)

    def load(self) -> Any:
        self.loaded += 1
        return self.cut

    def cut(self, block: str) -> list[str]:
        self.asked.append(block)
        return list(block)


@settings(max_examples=400, deadline=None)
@given(text=texts)
def test_cuts_as_jieba_does(quick: NativeCutter, text: str) -> None:
    assert cut_with(quick.cut_block, text) == list(jieba_itself.cutter().cut(text))


def test_rjieba_is_loaded_once_and_only_for_much(
    cutter: Cutter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting(monkeypatch)
    quick = NativeCutter(cutter)
    assert list(quick.cut_block("投诉" * (WORTH // 2 - 1) + "我")) != []
    assert counting.loaded == 0
    assert list(quick.cut_block("投诉")) == ["投", "诉"]
    assert list(quick.cut_block("经理" * WORTH)) == ["经", "理"] * WORTH
    assert counting.loaded == 1


class Together:
    """A lock that lets the first one in only when ``expected`` threads have come to it."""

    def __init__(self, expected: int) -> None:
        self._lock = threading.Lock()
        self._everyone = threading.Barrier(expected)

    def __enter__(self) -> None:
        self._everyone.wait(timeout=60)
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_threads_load_rjieba_once(cutter: Cutter, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(monkeypatch)
    quick = NativeCutter(cutter)
    monkeypatch.setattr(quick, "_lock", Together(4))
    threads = [threading.Thread(target=quick.cut_block, args=("我" * WORTH,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counting.loaded == 1


def test_letters_and_punctuation_are_cut_by_jiebas_rule(
    cutter: Cutter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting(monkeypatch)
    quick = NativeCutter(cutter)
    quick.cut_block("a1我" * WORTH)
    assert list(quick.cut_block("ab-c投诉3.5%.2")) == ["ab", "-", "c", "投", "诉", "3.5%", ".", "2"]
    assert counting.asked[1:] == ["ab-c投诉3.5%.2"]


@pytest.mark.parametrize(
    "word", [word for word in jieba_itself.cutter().FREQ if len(word) > 1 and word.isascii()]
)
def test_words_of_letters_are_cut_as_words(quick: NativeCutter, word: str) -> None:
    for text in (word, f"a{word}-", f"投诉{word}x.{word}"):
        assert list(quick.cut_block(text)) == list(jieba_itself.cutter().cut(text))


def test_without_rjieba_all_is_the_same(cutter: Cutter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    quick = NativeCutter(cutter)
    assert list(quick.cut_block("投诉" * WORTH)) == ["投诉"] * WORTH


def test_an_rjieba_for_another_system_is_not_used(
    cutter: Cutter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Any) -> None:
        raise ImportError("wrong ELF class")

    monkeypatch.setattr(importlib.util, "module_from_spec", fail)
    quick = NativeCutter(cutter)
    assert list(quick.cut_block("投诉" * WORTH)) == ["投诉"] * WORTH


def test_words_that_others_give_rjieba_are_not_ours(quick: NativeCutter) -> None:
    rjieba.add_word("橙享卡", 1_000_000, "n")
    assert list(rjieba.cut("橙享卡")) == ["橙享卡"]
    assert list(quick.cut_block("橙享卡")) == list(jieba_itself.cutter().cut("橙享卡"))
