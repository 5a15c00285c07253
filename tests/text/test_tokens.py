import io
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import linter.model
from linter.text.tokens import Token, Tokenizer, default_tokenizer

ROOT = Path(linter.model.__file__).resolve().parents[1]

texts = st.lists(
    st.one_of(
        st.sampled_from(
            ["我要投诉", "滚动条", "转人工", "您好,", "10086", "wi-fi", "50%", " \r\n"]
        ),
        st.text(
            st.sampled_from("我你要投诉滚动条这那个不是的了么工号转接经理电话号码"), max_size=8
        ),
        st.text(st.characters(codec=None, exclude_categories=[]), max_size=4),
    ),
    max_size=8,
).map("".join)


@pytest.fixture(scope="module")
def cache() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def environment(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture(scope="module")
def shared(cache: Path) -> Tokenizer:
    """A loaded tokenizer for tests that add nothing to it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
        tokenizer = Tokenizer()
        tokenizer.tokens("您好")
    return tokenizer


@pytest.fixture(scope="module")
def jieba(shared: Tokenizer) -> Any:
    return sys.modules["jieba"]


@pytest.fixture(scope="module")
def reference(jieba: Any, cache: Path) -> Any:
    """A tokenizer that jieba itself has loaded."""
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(cache)
    tokenizer.initialize()
    return tokenizer


@pytest.fixture
def parsed(jieba: Any, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The dictionaries parsed so far; there is a small one to parse instead of jieba's."""
    calls: list[bytes] = []
    parse = jieba.Tokenizer.gen_pfdict

    def spy(file: io.BytesIO) -> Any:
        calls.append(file.getvalue())
        return parse(file)

    def small(_: Any) -> io.BytesIO:
        return io.BytesIO("我 90 r\n要 90 v\n投诉 50 v\n你们 50 r\n".encode())

    monkeypatch.setattr(jieba.Tokenizer, "gen_pfdict", staticmethod(spy))
    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", small)
    return calls


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache will be: not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu"


def words(tokenizer: Tokenizer, text: str) -> list[str]:
    return [token.text for token in tokenizer.tokens(text)]


def works() -> bool:
    return words(Tokenizer(), "我要投诉你们") == ["我要", "投诉", "你们"]


def python(code: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
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


# Cutting


@given(text=texts)
def test_cuts_as_jieba_does(shared: Tokenizer, reference: Any, text: str) -> None:
    assert words(shared, text) == list(reference.cut(text))


@given(text=texts)
def test_tokens_are_the_text(shared: Tokenizer, text: str) -> None:
    tokens = shared.tokens(text)
    assert "".join(token.text for token in tokens) == text
    assert all(token.text == text[token.start : token.end] for token in tokens)
    ends = [token.end for token in tokens]
    assert [token.start for token in tokens] == [0, *ends][: len(tokens)]
    assert shared.edges(text) == {0, *ends}


def test_tokens_carry_their_spans(shared: Tokenizer) -> None:
    assert shared.tokens("滚动条,好") == (
        Token(0, 3, "滚动条"),
        Token(3, 4, ","),
        Token(4, 5, "好"),
    )


def test_an_empty_text_has_one_edge(shared: Tokenizer) -> None:
    assert shared.tokens("") == ()
    assert shared.edges("") == {0}


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


def test_added_words_stay_with_their_tokenizer(jieba: Any) -> None:
    before = (jieba.dt.initialized, len(jieba.dt.FREQ), jieba.dt.total)
    Tokenizer().add_words(["橙享卡"])
    assert (jieba.dt.initialized, len(jieba.dt.FREQ), jieba.dt.total) == before
    assert "橙享卡" not in jieba.dt.FREQ
    assert "橙享卡" not in words(Tokenizer(), "橙享卡")


def test_order_and_repetition_of_added_words_do_not_matter(
    parsed: list[bytes], monkeypatch: pytest.MonkeyPatch, jieba: Any
) -> None:
    added: list[str] = []
    add_word = jieba.Tokenizer.add_word

    def spy(self: Any, word: str) -> None:
        added.append(word)
        add_word(self, word)

    monkeypatch.setattr(jieba.Tokenizer, "add_word", spy)
    tokenizer = Tokenizer()
    tokenizer.add_words(["己", "丙", "甲", "戊", "乙", "丁", "丙"])
    tokenizer.add_words(["甲", "辛", "丙"])
    assert added == ["丁", "丙", "乙", "己", "戊", "甲", "辛"]


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_word_is_refused_and_nothing_added(parsed: list[bytes], blank: str) -> None:
    tokenizer = Tokenizer()
    with pytest.raises(ValueError, match="blank"):
        tokenizer.add_words(["投诉你们", blank])
    assert words(tokenizer, "投诉你们") == ["投诉", "你们"]


# Loading


def test_importing_the_module_does_not_import_jieba(tmp_path: Path) -> None:
    code = "import sys, linter.text.tokens; print('jieba' in sys.modules)"
    assert python(code, tmp_path).stdout == "False\n"


def test_a_first_run_is_silent_and_leaves_no_file_in_the_temporary_folder(tmp_path: Path) -> None:
    code = """if True:
        import logging, os, tempfile, warnings
        before = list(warnings.filters)
        from linter.text.tokens import default_tokenizer
        print([token.text for token in default_tokenizer().tokens("我要投诉")])
        import jieba
        root = logging.getLogger()
        print(root.handlers, root.level == logging.WARNING, logging.root.manager.disable)
        print(jieba.dt.initialized, warnings.filters == before)
        print([name for name in os.listdir(tempfile.gettempdir()) if "jieba" in name])
    """
    run = python(code, tmp_path)
    assert run.stderr == ""
    assert run.stdout.splitlines() == ["['我要', '投诉']", "[] True 0", "False True", "[]"]
    assert run.returncode == 0


class CountingLock:
    """A lock that lets the first one work only when ``expected`` threads have come to it."""

    def __init__(self, expected: int) -> None:
        self._lock = threading.Lock()
        self._everyone = threading.Barrier(expected)

    def __enter__(self) -> None:
        self._everyone.wait(timeout=60)
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_threads_load_once(
    parsed: list[bytes], folder: Path, jieba: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = []
    small = jieba.Tokenizer.get_dict_file

    def spy(self: Any) -> io.BytesIO:
        loads.append(self)
        return small(self)  # type: ignore[no-any-return]

    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", spy)
    tokenizer = Tokenizer()
    monkeypatch.setattr(tokenizer, "_lock", CountingLock(8))
    results = []

    def cut(text: str) -> None:
        results.append("".join(words(tokenizer, text)))

    threads = [threading.Thread(target=cut, args=(f"我要投诉{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [f"我要投诉{n}" for n in range(8)]
    assert len(loads) == 1


def test_there_is_one_default_tokenizer() -> None:
    assert default_tokenizer() is default_tokenizer()


# The cache


def test_the_cache_is_ours_alone(parsed: list[bytes], folder: Path) -> None:
    assert works()
    (file,) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_second_time_nothing_is_parsed(parsed: list[bytes], folder: Path) -> None:
    assert works()
    assert works()
    assert len(parsed) == 1


def test_another_dictionary_does_not_use_this_cache(
    parsed: list[bytes], folder: Path, jieba: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert works()
    other = "投诉你们 50 n\n我 9 r\n要 9 v\n".encode()
    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", lambda _: io.BytesIO(other))
    assert words(Tokenizer(), "投诉你们") == ["投诉你们"]
    assert len(parsed) == 2


def test_a_relative_cache_folder_is_ignored(
    parsed: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert works()
    assert len(list((tmp_path / "home" / ".cache" / "huashu").iterdir())) == 1
    assert not (tmp_path / "here").exists()


def damage_file(folder: Path) -> None:
    (file,) = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)


def truncate_file(folder: Path) -> None:
    (file,) = folder.iterdir()
    file.write_bytes(b"")


def open_file_to_others(folder: Path) -> None:
    (file,) = folder.iterdir()
    file.chmod(0o602)


def replace_file_by_link(folder: Path) -> None:
    (file,) = folder.iterdir()
    file.rename(folder.parent / "elsewhere")
    file.symlink_to(folder.parent / "elsewhere")


@pytest.mark.parametrize(
    "spoil", [damage_file, truncate_file, open_file_to_others, replace_file_by_link]
)
def test_a_doubtful_file_is_replaced(
    parsed: list[bytes], folder: Path, spoil: Callable[[Path], None]
) -> None:
    assert works()
    (file,) = folder.iterdir()
    good = file.read_bytes()
    spoil(folder)
    assert works()
    assert len(parsed) == 2
    assert list(folder.iterdir()) == [file]
    assert file.read_bytes() == good
    assert not file.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_a_folder_others_can_write_to_is_not_used(
    parsed: list[bytes], folder: Path, mode: int
) -> None:
    assert works()
    folder.chmod(mode)
    assert works()
    assert len(parsed) == 2
    (file,) = folder.iterdir()
    file.unlink()
    assert works()
    assert list(folder.iterdir()) == []


def test_a_linked_folder_is_not_used(parsed: list[bytes], folder: Path) -> None:
    target = folder.parent / "target"
    target.mkdir(parents=True, mode=0o700)
    folder.symlink_to(target)
    assert works()
    assert list(target.iterdir()) == []


def test_a_folder_of_another_user_is_not_used(
    parsed: list[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True, mode=0o700)
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert works()
    assert list(folder.iterdir()) == []


def test_a_system_without_owners_has_no_cache(
    parsed: list[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    assert works()
    assert not folder.exists()


def test_a_file_in_the_way_is_no_failure(parsed: list[bytes], folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("")
    assert works()
    assert folder.read_text() == ""


def test_no_home_is_no_failure(parsed: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert works()


def test_a_write_that_fails_leaves_nothing_behind(
    parsed: list[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "rename", full)
    assert works()
    assert list(folder.iterdir()) == []
