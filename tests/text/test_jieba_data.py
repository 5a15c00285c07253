import os
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import linter.model
from linter import store
from linter.text import jieba_data
from linter.text.jieba_data import FIRST_HAN, NEVER, STATES

from .jieba_itself import fake_jieba

ROOT = Path(linter.model.__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache will be: not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu"


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The dictionaries packed so far."""
    calls = []
    pack = jieba_data._packed

    def spy(dictionary: bytes, *rest: dict[str, float]) -> bytes:
        calls.append(dictionary)
        return pack(dictionary, *rest)

    monkeypatch.setattr(jieba_data, "_packed", spy)
    return calls


def lines(data: jieba_data.JiebaData) -> list[str]:
    return data.lines[data.places[0] : data.places[-1]].decode().split("\n")[1:]


def test_nothing_of_jieba_is_imported(tmp_path: Path) -> None:
    code = "import sys; from linter.text import jieba_data; jieba_data.load(); print(sys.modules)"
    env = {"HOME": str(tmp_path), "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-W", "error", "-c", code]
    run = subprocess.run(arguments, env=env, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    assert "'jieba" not in run.stdout
    assert "'linter.text.jieba_data'" in run.stdout


def test_the_lines_are_found_by_their_first_two_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_jieba(
        tmp_path, monkeypatch, "我们 3 r\r\n\n我 9 r\n𠮷野 2 ns\nT恤 4 n\n我们的 5 r\n我 1 x"
    )
    data = jieba_data.load()
    assert data.total == 24
    assert lines(data) == ["T恤 4 n", "我 1 x", "我 9 r", "我们 3 r", "我们的 5 r", "𠮷野 2 ns"]
    assert list(data.keys) == [jieba_data.pair_key(pair) for pair in ("T恤", "我 ", "我们", "𠮷野")]
    starts = [data.lines[at : at + 20].decode(errors="ignore")[:3] for at in data.places[:-1]]
    assert starts == ["\nT恤", "\n我 ", "\n我们", "\n𠮷野"]


def test_the_model_is_that_of_jieba() -> None:
    from jieba import finalseg

    data = jieba_data.load()
    size = len(STATES)
    assert data.start == tuple(finalseg.start_P[state] for state in STATES)
    for at, before in enumerate(STATES):
        chances = [finalseg.trans_P[before].get(state, NEVER) for state in STATES]
        assert list(data.transitions[at]) == chances
    for at, state in enumerate(STATES):
        seen = data.emissions.tolist()[at::size]
        known = {chr(FIRST_HAN + n): chance for n, chance in enumerate(seen) if chance != NEVER}
        assert known == {
            char: chance
            for char, chance in finalseg.emit_P[state].items()
            if "\u4e00" <= char <= "\u9fd5"
        }
    assert NEVER == finalseg.MIN_FLOAT


def test_without_jieba_there_is_nothing_to_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "jieba", raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    with pytest.raises(ModuleNotFoundError, match="jieba"):
        jieba_data.load()


def test_only_jiebas_own_dictionary_is_the_standard_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert jieba_data.load().standard
    fake_jieba(tmp_path, monkeypatch)
    assert not jieba_data.load().standard


# The cache


def test_the_second_time_nothing_is_packed(packed: list[bytes], cache: Path) -> None:
    first, second = jieba_data.load(), jieba_data.load()
    assert len(packed) == 1
    assert len(list(cache.iterdir())) == 1
    assert lines(first) == lines(second)
    assert first.emissions == second.emissions
    assert (first.keys, first.places) == (second.keys, second.places)
    assert first[3:6] == second[3:6]
    assert first.standard is second.standard is True


def test_another_dictionary_does_not_use_this_entry(
    packed: list[bytes], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = fake_jieba(tmp_path, monkeypatch)
    assert jieba_data.load().total == 180
    (package / "dict.txt").write_text("我 90 r\n要 91 v\n", "utf-8")
    os.utime(package / "dict.txt", (1, 1))
    assert jieba_data.load().total == 181
    (package / "finalseg" / "prob_start.py").unlink()
    (package / "finalseg" / "prob_start.py").write_text("P = dict.fromkeys('BEMS', -1.0)")
    assert jieba_data.load().start == (-1.0,) * 4
    assert len(packed) == 3


def test_a_damaged_entry_is_made_again(packed: list[bytes], cache: Path) -> None:
    whole = lines(jieba_data.load())
    (entry,) = cache.iterdir()
    content = bytearray(entry.read_bytes())
    content[len(content) // 2] ^= 1
    entry.write_bytes(content)
    assert lines(jieba_data.load()) == whole
    assert len(packed) == 2
    assert store.read(entry.name) is not None


def test_without_a_cache_all_is_the_same(
    packed: list[bytes], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_jieba(tmp_path, monkeypatch)
    cache.parent.write_text("no folder")
    assert lines(jieba_data.load()) == lines(jieba_data.load()) == ["我 90 r", "要 90 v"]
    assert len(packed) == 2
