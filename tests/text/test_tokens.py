import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import linter.model
from linter.text import jieba_data, native, tokens
from linter.text.tokens import Token, Tokenizer, default_tokenizer

from . import jieba_itself
from .jieba_itself import fake_jieba, texts

ROOT = Path(linter.model.__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def shared() -> Tokenizer:
    """A tokenizer for tests that add nothing to it."""
    return Tokenizer()


@pytest.fixture
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process."""
    for name in ("_data", "_unchanged"):
        monkeypatch.setattr(tokens, name, tokens.functools.cache(getattr(tokens, name).__wrapped__))


def words(tokenizer: Tokenizer, text: str) -> list[str]:
    return [token.text for token in tokenizer.tokens(text)]


# Cutting


@settings(deadline=None)
@given(text=texts)
def test_cuts_as_jieba_does(shared: Tokenizer, text: str) -> None:
    assert words(shared, text) == list(jieba_itself.cutter().cut(text))


@settings(deadline=None)
@given(text=texts)
def test_tokens_are_the_text(shared: Tokenizer, text: str) -> None:
    found = shared.tokens(text)
    assert "".join(token.text for token in found) == text
    assert all(token.text == text[token.start : token.end] for token in found)
    ends = [token.end for token in found]
    assert [token.start for token in found] == [0, *ends][: len(found)]
    assert shared.edges(text) == {0, *ends}
    assert {start: end for start, (end, _) in shared.tags(text).items()} == {
        token.start: token.end for token in found
    }


def test_tokens_carry_their_spans(shared: Tokenizer) -> None:
    assert shared.tokens("滚动条,好") == (
        Token(0, 3, "滚动条"),
        Token(3, 4, ","),
        Token(4, 5, "好"),
    )


def test_an_empty_text_has_one_edge(shared: Tokenizer) -> None:
    assert shared.tokens("") == ()
    assert shared.edges("") == {0}
    assert shared.tags("") == {}


def test_tags_are_those_of_jiebas_dictionary(shared: Tokenizer) -> None:
    assert shared.tags("在上海投诉，橙享卡") == {
        0: (1, "p"),
        1: (3, "ns"),
        3: (5, "v"),
        5: (6, ""),
        6: (7, "n"),
        7: (9, ""),
    }


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("你给我滚", "滚", True),
        ("拖一下滚动条", "滚", False),
        ("拖一下滚动条", "动条", False),
        ("我要投诉你们", "投诉", True),
        ("我要投诉你们", "投诉你们", True),
        ("我要投诉你们", "诉你们", False),
        ("我要投诉你们", "我要投诉你们", True),
        ("我要投诉你们", "", False),
    ],
)
def test_is_word(shared: Tokenizer, text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert shared.is_word(text, start, start + len(word)) is expected


# Adding words


def test_an_added_word_is_one_token() -> None:
    tokenizer = Tokenizer()
    assert len(words(tokenizer, "橙享卡")) > 1
    tokenizer.add_words(["橙享卡"])
    assert words(tokenizer, "办橙享卡") == ["办", "橙享卡"]
    assert words(tokenizer, "橙享卡") == ["橙享卡"]
    assert tokenizer.edges("橙享卡") == {0, 3}
    assert tokenizer.tags("橙享卡") == {0: (3, "")}


def test_what_was_cut_before_is_cut_again_with_the_word() -> None:
    tokenizer = Tokenizer()
    before = tokenizer.edges("橙享卡"), tokenizer.tags("橙享卡")
    tokenizer.add_words(["橙享卡"])
    assert (tokenizer.edges("橙享卡"), tokenizer.tags("橙享卡")) == ({0, 3}, {0: (3, "")}) != before


def test_added_words_stay_with_their_tokenizer(shared: Tokenizer) -> None:
    jieba = jieba_itself.jieba
    # Others in the process may have used jieba's own one.
    before = jieba.dt.initialized, dict(jieba.dt.FREQ)
    Tokenizer().add_words(["橙享卡"])
    assert (jieba.dt.initialized, jieba.dt.FREQ) == before
    assert "橙享卡" not in jieba.dt.FREQ
    assert "橙享卡" not in words(shared, "橙享卡")
    assert "橙享卡" not in words(Tokenizer(), "橙享卡")


def test_added_words_are_cut_as_by_jieba_and_in_its_order() -> None:
    tokenizer = Tokenizer()
    tokenizer.add_words(["诉你们", "要投", "橙享卡", "要投"])
    tokenizer.add_words(["橙享卡", "享卡"])
    jieba = jieba_itself.with_words(["橙享卡", "要投", "诉你们", "享卡"])
    for text in ("我要投诉你们", "投诉你们橙享卡", "橙享享卡"):
        assert words(tokenizer, text) == list(jieba.cut(text))


def test_order_and_repetition_of_added_words_do_not_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    added: list[str] = []
    monkeypatch.setattr(tokens.Cutter, "add_word", lambda _, word: added.append(word))
    tokenizer = Tokenizer()
    tokenizer.add_words(["己", "丙", "甲", "戊", "乙", "丁", "丙"])
    tokenizer.add_words(["甲", "辛", "丙"])
    tokenizer.edges("甲")
    assert added == ["丁", "丙", "乙", "己", "戊", "甲", "辛"]


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_word_is_refused_and_nothing_added(blank: str) -> None:
    tokenizer = Tokenizer()
    with pytest.raises(ValueError, match="blank"):
        tokenizer.add_words(["投诉你们", blank])
    assert words(tokenizer, "投诉你们") == ["投诉", "你们"]


# Loading


def run(code: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run as a first run of a plain user: nothing compiled, nothing cached, all warnings."""
    return subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        cwd=ROOT,
        env={
            "HOME": str(tmp_path / "home"),
            "TMPDIR": str(tmp_path),
            "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_first_run_is_silent_and_leaves_no_file_in_the_temporary_folder(tmp_path: Path) -> None:
    code = """if True:
        import logging, os, sys, tempfile, warnings
        before = list(warnings.filters)
        from linter.text.tokens import default_tokenizer
        print([token.text for token in default_tokenizer().tokens("我要投诉")])
        print("jieba" in sys.modules, "rjieba" in sys.modules, warnings.filters == before)
        print(logging.getLogger().handlers)
        print([name for name in os.listdir(tempfile.gettempdir()) if "jieba" in name])
    """
    first = run(code, tmp_path)
    assert first.stderr == ""
    assert first.stdout.splitlines() == ["['我要', '投诉']", "False False True", "[]", "[]"]
    assert first.returncode == 0


def test_importing_the_module_loads_nothing(
    nothing_loaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise AssertionError("loaded")

    monkeypatch.setattr(jieba_data, "load", fail)
    tokenizer = Tokenizer()
    tokenizer.add_words(["橙享卡"])
    with pytest.raises(AssertionError, match="loaded"):
        tokenizer.edges("我")


def test_threads_load_once(nothing_loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []
    load = jieba_data.load
    everyone = threading.Barrier(8)

    def spy() -> jieba_data.JiebaData:
        loads.append(threading.get_ident())
        return load()

    monkeypatch.setattr(jieba_data, "load", spy)
    one = Tokenizer()
    results = []

    def cut(tokenizer: Tokenizer, text: str) -> None:
        everyone.wait(timeout=60)
        results.append("".join(words(tokenizer, text)))

    threads = [
        threading.Thread(target=cut, args=(one if n % 2 else Tokenizer(), f"我要投诉{n}"))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [f"我要投诉{n}" for n in range(8)]
    assert len(loads) == 1


def test_rjieba_is_for_jiebas_own_dictionary_only(
    nothing_loaded: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Any:
        raise AssertionError("rjieba does not have this dictionary")

    monkeypatch.setattr(native, "_rjieba", fail)
    with pytest.raises(AssertionError, match="this dictionary"):
        Tokenizer().edges("投诉" * native.WORTH)
    own = Tokenizer()
    own.add_words(["投诉投"])
    assert own.is_word("投诉投" * native.WORTH, 0, 3)
    monkeypatch.setattr(tokens, "_unchanged", tokens.functools.cache(tokens._unchanged.__wrapped__))
    monkeypatch.setattr(tokens, "_data", tokens.functools.cache(tokens._data.__wrapped__))
    fake_jieba(tmp_path, monkeypatch, "投 90 r\n诉投 90 v\n")
    assert Tokenizer().is_word("投" + "诉投" * native.WORTH, 1, 3)


def test_there_is_one_default_tokenizer() -> None:
    assert default_tokenizer() is default_tokenizer()
    assert pickle.loads(pickle.dumps(default_tokenizer())) is default_tokenizer()


def test_a_pickled_tokenizer_keeps_its_words_and_their_order() -> None:
    tokenizer = Tokenizer()
    tokenizer.add_words(["诉你们"])
    tokenizer.add_words(["要投"])
    again = pickle.loads(pickle.dumps(tokenizer.edges)).__self__
    assert again is not tokenizer
    jieba = jieba_itself.with_words(["诉你们", "要投"])
    for text in ("我要投诉你们", "诉你们要投诉"):
        assert words(again, text) == words(tokenizer, text) == list(jieba.cut(text))
