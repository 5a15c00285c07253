"""Compiled rule books that are kept from one run to the next."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter import Call, Linter, Report, Turn, store
from linter.rulebook import cached
from linter.rulebook.load import load_paths
from linter.rulebook.packing import pack
from linter.signals.finder import Compiler
from linter.signals.scanner import KINDS, Scanner, WordScan
from linter.text.sounds import NEAR, hearing

RULES = """pack: own
words: [彩铃包]
classes:
  信息: {电话: [电话, 手机号], 地址: [地址, (住|家)址]}
slots:
  电话: {answer: <数字 7+>, volunteered: 电话是<数字 7+>}
signals:
  催: {any: [快点, (赶紧|马上)…<信息 as 项>], not_when: [negated], over: [快点击]}
  训: {any: [别喊], maybe: [小声点]}
  凶: {of: [催, 训]}
  退订: {heard: near, any: [退订]}
  长: {measure: {of: characters, over: 20}}
  近: {like: [请您耐心等待工作人员联系], similar: 80}
  要: {any: [报一下<信息 as 项>]}
  空: {none: [您, 请]}
  怪: {any: [马上给我], learned: {of: any, over: 0}, weighed: {doubt: 100}}
rules:
"""
FIELDS = """category: c, aspect: 态度, severity: warning,
     say: 说。, why: 因。, instead: 改。, tests: [{flag: 坐席：【话】。}, {pass: 坐席：话。}]"""
PROFILES = """profiles:
  严: {note: 更严, change: {rules: {rush: {severity: error}}}}
  宽: {note: 更宽, when: {scene: [回访]}, change: {rules: {rush: {severity: info}}}}
"""
JUDGES = {
    "rush": "forbid: 凶",
    "leave": "forbid: 退订",
    "long": "forbid: 长",
    "near": "forbid: 近",
    "none": "forbid: 空",
    "scored": "forbid: 怪",
    "asks": "sequence: [{问: 要(项=X)}, {给过: given(项=X)}, {又问: 要(项=X)}]",
}
TURNS = (
    Turn("agent", "您好，麻烦报一下电话。"),
    Turn("customer", "电话是幺三八零零零零零零零零。"),
    Turn("agent", "再报一下电话，快点，马上给我地址。"),
    Turn("customer", "别催，我要推定彩铃包。"),
    Turn("agent", "小声点，请您耐心等候工作人员联系，没有让您快点，快点击一下。推定了吗？"),
)
CALLS = (Call("a", TURNS), Call("b", TURNS, scene="回访"), Call("c", TURNS[:2]))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A rule file with something of everything."""
    path = tmp_path / "own.yml"
    judges = "".join(
        f"  - {{id: {name}, {judge}, {FIELDS}}}\n" for name, judge in JUDGES.items() if name
    )
    path.write_text(RULES + judges + PROFILES, encoding="utf-8")
    return path


@pytest.fixture
def nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on no rule file can be read and no pattern be compiled any more."""

    def refused(*said: object) -> None:
        raise AssertionError(f"{said} is made again")

    def refuse() -> None:
        monkeypatch.setattr("linter.rulebook.extends.read_source", refused)
        monkeypatch.setattr(Compiler, "finder", refused)

    return refuse


def reports(linter: Linter) -> list[Report]:
    return [linter.lint(call) for call in CALLS]


def kept(cache: Path) -> list[str]:
    return sorted(os.listdir(cache)) if cache.exists() else []


def test_what_is_kept_lints_as_what_was_just_made(own, cache, nothing_is_made) -> None:
    plain = reports(Linter(load_paths([own])))
    assert {v.rule for report in plain for v in report.verdicts if v.status == "violated"} == {
        *JUDGES
    }
    assert {found.severity for found in plain[1].findings if found.rule == "rush"} == {"info"}
    assert reports(Linter([own])) == plain
    nothing_is_made()
    assert reports(Linter([own])) == plain
    assert [name.split("-")[0] for name in kept(cache)] == ["linter", "linter"]


def test_profiles_that_are_asked_for_are_kept_too(own, nothing_is_made) -> None:
    plain = reports(Linter(load_paths([own]), profiles=["严"]))
    assert reports(Linter([own], profiles=["严"])) == plain
    nothing_is_made()
    assert reports(Linter([own], profiles=["严"])) == plain


def test_the_program_of_another_day_makes_its_own(own, monkeypatch, nothing_is_made) -> None:
    plain = reports(Linter([own]))
    nothing_is_made()
    monkeypatch.setattr(cached, "stamp", lambda: "another day")
    with pytest.raises(AssertionError, match="is made again"):
        Linter([own])
    monkeypatch.undo()
    assert reports(Linter([own])) == plain


def test_what_the_file_says_now_counts(own) -> None:
    Linter([own])
    times = own.stat()
    own.write_text(own.read_text(encoding="utf-8").replace("小声点", "大声点"), encoding="utf-8")
    os.utime(own, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert reports(Linter([own])) == reports(Linter(load_paths([own])))


@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_byte_anywhere(own, cache, where, mask) -> None:
    plain = Linter([own]).lint(CALLS[0])
    (name,) = kept(cache)
    data = bytearray((cache / name).read_bytes())
    data[int(where * len(data))] ^= mask
    (cache / name).write_bytes(data)
    assert Linter([own]).lint(CALLS[0]) == plain
    assert (cache / name).read_bytes() != data


@pytest.mark.parametrize("left", [0, 1, 32, 33, 4096, -33, -1])
def test_an_end_that_is_missing(own, cache, left) -> None:
    plain = Linter([own]).lint(CALLS[0])
    (name,) = kept(cache)
    data = (cache / name).read_bytes()
    (cache / name).write_bytes(data[:left])
    assert Linter([own]).lint(CALLS[0]) == plain
    assert len((cache / name).read_bytes()) == len(data)


@pytest.mark.parametrize("foreign", [b"", b"no pickle", b"clinter.nowhere\nnothing\n."])
def test_something_else_in_the_right_envelope(own, cache, foreign) -> None:
    plain = Linter([own]).lint(CALLS[0])
    (name,) = kept(cache)
    made_by, seen, _ = pickle.loads(store.read(name) or b"")
    store.write(name, pickle.dumps((made_by, seen, foreign)))
    assert Linter([own]).lint(CALLS[0]) == plain


def test_a_folder_that_nothing_can_be_written_to(own, tmp_path, monkeypatch) -> None:
    plain = reports(Linter([own]))
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert reports(Linter([own])) == plain


def _lint(path: Path, start: object, results: object) -> None:
    start.wait()  # type: ignore[attr-defined]
    results.put(reports(Linter([path])))  # type: ignore[attr-defined]


def test_many_processes_at_once_on_an_empty_cache(own, cache) -> None:
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(8), context.Queue()
    workers = [context.Process(target=_lint, args=(own, start, results)) for _ in range(8)]
    for worker in workers:
        worker.start()
    found = [results.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 8
    assert found == [reports(Linter(load_paths([own])))] * 8
    assert len(kept(cache)) == 2


def test_a_run_that_finds_all_kept_imports_no_more_than_it_needs(own, tmp_path) -> None:
    calls = tmp_path / "calls.jsonl"
    turns = '{"role": "agent", "text": "您好，别喊。"}, {"role": "customer", "text": "嗯"}'
    calls.write_text(f'{{"id": "a", "turns": [{turns}]}}', encoding="utf-8")
    code = (
        "import sys; from linter.cli.main import main\n"
        f"assert main(['lint', {str(calls)!r}, '--rules', {str(own)!r}]) == 0\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    imported = set(done.stderr.decode().split())
    assert "linter.signals.detect" in imported
    assert imported.isdisjoint(
        {
            *("yaml", "rapidfuzz", "openpyxl", "jieba", "numpy", "multiprocessing", "jinja2"),
            *("linter.batch", "linter.rulebook.load", "linter.signals.anchors"),
            *("linter.reports.json_", "linter.cli.explain"),
        }
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_looks_for_words_can_be_kept(kind: type[Scanner]) -> None:
    words, text = ("快", "快点", "点", "\ud800甲", "\udbff甲", "不在"), "快点，\ud800甲快"
    scan = WordScan(words, [kind])
    found = scan.occurrences(text)
    assert {(0, 1, 0), (0, 2, 1), (1, 2, 2), (3, 5, 3), (5, 6, 0)} <= {*found}
    assert pickle.loads(pack(scan)).occurrences(text) == found


def test_an_ear_is_kept_by_its_name() -> None:
    packed = pack([hearing(NEAR)] * 2)
    assert len(packed) < 500
    assert pickle.loads(packed) == [hearing(NEAR)] * 2
