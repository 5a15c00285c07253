from __future__ import annotations

import io
import multiprocessing
import pickle
from collections import Counter
from pathlib import Path

import pytest

from linter import Call, HuashuError, Linter, Report, UsageError
from linter.batch import Input, Stream, Work, lint_shared

from .helpers import line, told, work, written
from .working import die

SHARE = 2_000
MANY = 50
"""Lines that are more than one share."""


@pytest.fixture(autouse=True)
def small_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.batch.cutting.SHARE_BYTES", SHARE)


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests' libraries have started: a fork inherits what is patched."""
    monkeypatch.setattr("linter.batch.pool.start_method", lambda: "fork")


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linting a call that says 炸 kills the process; 错 raises."""
    lint = Linter.lint

    def lint_or_die(self: Linter, call: Call) -> Report:
        said = "".join(turn.text for turn in call.turns)
        if "炸" in said:
            die()
        if "错" in said:
            raise ValueError(f"boom {call.id}")
        return lint(self, call)

    monkeypatch.setattr(Linter, "lint", lint_or_die)


def shared(inputs: list[Input], jobs: int = 2) -> list[str]:
    return told(lint_shared(inputs, work(), jobs))


def test_many_lines_come_in_their_order(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", (line(f"c{number}") for number in range(3 * MANY)))
    assert path.stat().st_size > 6 * SHARE
    expected = [f"c{number}" for number in range(3 * MANY)]
    assert shared([path]) == [*expected, "end 0: None True"]


@pytest.mark.parametrize(("at_a_glance", "times"), [(True, 1), (False, 2)])
def test_ids_are_told_apart_across_shares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_glance: bool, times: int
) -> None:
    lint, log = Linter.lint, tmp_path / "log"

    def logged(self: Linter, call: Call) -> Report:
        with log.open("a") as file:
            file.write(f"{call.turns[0].line}\n")
        return lint(self, call)

    monkeypatch.setattr(Linter, "lint", logged)
    if not at_a_glance:
        monkeypatch.setattr("linter.batch.naming.id_ahead", lambda line: None)
    ids = [f"c{number % MANY}" for number in range(2 * MANY)]
    path = written(tmp_path / "a.jsonl", map(line, ids))
    alone = [f"c{number}" for number in range(MANY)]
    assert shared([path]) == [*alone, *(f"{id_}#2" for id_ in alone), "end 0: None True"]
    linted = Counter(map(int, log.read_text().split()))
    assert linted[1] == 1
    assert linted[2 * MANY] == times, "once, where its name is known before"


def test_each_file_has_ids_of_its_own(tmp_path: Path) -> None:
    paths = [
        written(tmp_path / name, [line("x"), line("x")] + [line(f"y{n}") for n in range(size)])
        for name, size in (("a.jsonl", 1), ("b.jsonl", 2 * MANY), ("c.jsonl", 1))
    ]
    found = shared([*paths])
    assert [id_ for id_ in found if id_.startswith("x")] == ["x", "x#2"] * 3


def test_after_an_error_a_file_says_no_more(tmp_path: Path) -> None:
    lines = [line(f"c{number}") for number in range(4 * MANY)]
    lines[MANY] = "{"
    broken = written(tmp_path / "a.jsonl", lines)
    sound = written(tmp_path / "b.jsonl", [line("b")])
    found = shared([broken, sound])
    assert found[:MANY] == [f"c{number}" for number in range(MANY)]
    said, *rest = found[MANY:]
    assert said.startswith(f"end 0: {broken}:{MANY + 1}:2: 不是合法的 JSON")
    assert said.endswith("True")
    assert rest == ["b", "end 1: None True"]


def test_what_cannot_be_read_at_all_has_its_place(tmp_path: Path) -> None:
    good = written(tmp_path / "a.jsonl", [line("a")])
    empty = written(tmp_path / "empty.jsonl", [])
    given: list[Input] = [good, tmp_path / "gone", UsageError("没有"), empty, good]
    assert shared(given) == [
        "a",
        "end 0: None True",
        f"end 1: {tmp_path / 'gone'}: 没有这个文件; 检查路径和权限 False",
        "end 2: 没有 False",
        f"end 3: {empty}: 文件是空的; 至少要有一通对话 False",
        "a",
        "end 4: None True",
    ]


def test_a_stream_is_cut_too() -> None:
    lines = "\n".join(line(f"c{number}") for number in range(2 * MANY))
    stream = Stream(io.BytesIO(lines.encode()), "<stdin>", "接上")
    assert shared([stream]) == [*(f"c{number}" for number in range(2 * MANY)), "end 0: None True"]


def test_a_stream_that_breaks() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    stream = Stream(io.BufferedReader(Broken()), "<stdin>", "接上")
    assert shared([stream]) == ["end 0: <stdin>: 读不了：Input/output error; 接上 False"]


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("count", [3, 2 * MANY])
def test_a_call_that_kills_is_named_and_all_others_are_linted(tmp_path: Path, count: int) -> None:
    lines = [line(f"c{number}") for number in range(count)]
    lines[1] = line("bad", "炸")
    path = written(tmp_path / "a.jsonl", lines)
    (bad,) = [word for word in shared([path]) if not word.startswith(("c", "end"))]
    # A small file is read at once, where calls have their lines too.
    assert bad == (
        f"{path}:2: 没有检查通话“bad”：处理它的进程两次被终止（信号 9）; "
        "内存不够就减少 --jobs，不是的话请把这通通话报告给我们"
    )
    good = ["c0", *(f"c{number}" for number in range(2, count))]
    assert [word for word in shared([path]) if word != bad] == [*good, "end 0: None True"]


@pytest.mark.usefixtures("deadly")
@pytest.mark.parametrize("at_a_glance", [True, False])
def test_a_call_that_kills_keeps_its_name_from_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_glance: bool
) -> None:
    if not at_a_glance:
        monkeypatch.setattr("linter.batch.naming.id_ahead", lambda line: None)
    lines = [line(f"c{number}") for number in range(2 * MANY)]
    lines[2] = line("x", "炸")
    lines[3] = line("x")
    lines[-2] = line("x", "炸")
    lines[-1] = line("x")
    found = shared([written(tmp_path / "a.jsonl", lines)])
    assert [word.partition("“")[2].partition("”")[0] or word for word in found if "x" in word] == [
        "x",
        "x#2",
        "x#3",
        "x#4",
    ]


@pytest.mark.usefixtures("deadly")
def test_small_files_around_one_that_kills(tmp_path: Path) -> None:
    a = written(tmp_path / "a.jsonl", [line("a")])
    b = written(tmp_path / "b.jsonl", [line("b1"), line("b2", "炸"), line("b3"), "{", line("b5")])
    c = written(tmp_path / "c.txt", ["客户：我想想。", "坐席：快点说。"])
    found = shared([a, b, c])
    assert found[:3] == ["a", "end 0: None True", "b1"]
    assert found[3].startswith(f"{b}:2: 没有检查通话“b2”")
    assert found[4] == "b3"
    assert found[5].startswith(f"end 1: {b}:4:2: 不是合法的 JSON")
    assert found[7:] == ["end 2: None True"]


@pytest.mark.usefixtures("deadly")
def test_what_linting_raises_is_raised_in_its_turn(tmp_path: Path) -> None:
    lines = [line(f"c{number}") for number in range(2 * MANY)]
    lines[MANY] = line("bad", "错")
    path = written(tmp_path / "a.jsonl", lines)
    found: list[str] = []
    events = lint_shared([path], work(), 2)
    with pytest.raises(ValueError, match=r"^boom bad") as caught:
        found.extend(word for event in events for word in told([event]))
    assert found == [f"c{number}" for number in range(MANY)]
    assert any("lint_or_die" in note for note in caught.value.__notes__), "says where it was"
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("deadly")
def test_nothing_is_raised_that_one_process_would_not_come_to(tmp_path: Path) -> None:
    lines = [line(f"c{number}") for number in range(3 * MANY)]
    lines[1] = "{"
    lines[-1] = line("bad", "错")
    path = written(tmp_path / "a.jsonl", lines)
    (end,) = shared([path])[1:]
    assert end.startswith(f"end 0: {path}:2:2")


def test_errors_that_cannot_be_sent_are_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class LocalError(Exception):
        """Of a class that no other process can find."""

    def lint(self: Linter, call: Call) -> Report:
        raise LocalError("boom")

    monkeypatch.setattr(Linter, "lint", lint)
    path = written(tmp_path / "a.jsonl", [line("a")])
    with pytest.raises(RuntimeError, match=r"LocalError\('boom'\)"):
        shared([path])


def test_errors_of_ours_come_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lint(self: Linter, call: Call) -> Report:
        raise HuashuError("乱了", path="a.yml", line=3, hint="改")

    monkeypatch.setattr(Linter, "lint", lint)
    path = written(tmp_path / "a.jsonl", [line("a")])
    with pytest.raises(HuashuError, match=r"^a\.yml:3: 乱了; 改$"):
        shared([path])


def test_new_interpreters_lint_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", (line(f"c{number}") for number in range(2 * MANY)))
    assert told(lint_shared([path], work(), 2, method="spawn")) == shared([path])


def test_work_can_be_sent(tmp_path: Path) -> None:
    from linter.batch.shares import Files

    share = Files(((7, written(tmp_path / "a.jsonl", [line("a"), line("b", "您好")])),))
    sent: Work = pickle.loads(pickle.dumps(work()))
    done, end = sent(share)
    assert told([done, end]) == ["a", "end 7: None False"]
    assert done.tally.calls == 2


def test_stopping_early_leaves_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", (line(f"c{number}") for number in range(3 * MANY)))
    events = lint_shared([path], work(), 2)
    next(events)
    events.close()
    assert multiprocessing.active_children() == []


def test_an_error_while_a_file_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.calls.source.LINE_LIMIT", 2 * SHARE)
    lines = [line(f"c{number}") for number in range(MANY)]
    lines.append("x" * (2 * SHARE + 1))
    found = shared([written(tmp_path / "a.jsonl", [*lines, line("after")])])
    assert found[:-1] == [f"c{number}" for number in range(MANY)]
    assert f":{MANY + 1}: 这一行超过" in found[-1]
