from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter import Call, Linter, Report
from linter.batch import usable_cores
from linter.reports import FORMATS

from .conftest import Huashu, write

pytestmark = pytest.mark.alone

WORDS = ("快点说。", "这不归我管。", "随便吧。", "你自己看。", "太慢了。", "我来办。", "您好。")
SHOP = ("--rules", "shop.yml")


@pytest.fixture(autouse=True)
def small_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.batch.cutting.SHARE_BYTES", 500)
    monkeypatch.setattr("linter.batch.cutting.SHARE_TURNS", 6)


def call(number: int, id_: str | None = None) -> str:
    said = [WORDS[(number + step) % len(WORDS)] for step in range(number % 5 + 1)]
    roles = ("customer", "agent")
    turns = [{"role": roles[step % 2], "text": text} for step, text in enumerate(said)]
    return json.dumps({"id": id_ or f"c{number}", "turns": turns}, ensure_ascii=False)


@pytest.fixture
def mixed(tmp_path: Path) -> None:
    """Good and bad files of every kind, in the current folder."""
    lines = [call(number) for number in range(30)]
    write(tmp_path / "a.jsonl", "\n".join(lines))
    write(tmp_path / "b-crlf.jsonl", "\r\n".join(lines), "utf-8-sig")
    write(tmp_path / "c-old.jsonl", "\r".join(lines), "gb18030")
    write(tmp_path / "d-wide.jsonl", "\n\n\n".join(lines), "utf-16")
    write(tmp_path / "e-same.jsonl", "\n".join(call(n, f"x{n % 4}") for n in range(30)))
    write(tmp_path / "f-broken.jsonl", "\n".join([*lines[:20], '{"turns": 1}', *lines]))
    write(tmp_path / "g-at-once.jsonl", "\n".join(["{", *lines]))
    write(tmp_path / "h-empty.jsonl", "")
    write(tmp_path / "i-torn.jsonl", "\n".join(lines), "utf-16-le")
    rows = "".join(f"{n // 2},{'坐席客户'[n % 2 * 2 :][:2]},{WORDS[n % 7]}\n" for n in range(80))
    write(tmp_path / "j.csv", "通话编号,角色,内容\n" + rows)
    write(tmp_path / "k-broken.csv", f"通话编号,角色,内容\n{rows}1,谁,好\n")
    write(tmp_path / "l.txt", "客户：我想想。\n坐席：快点说。\n")
    write(tmp_path / "m-many.json", f'[{",".join(lines)}, {{"id": "no"}}]')
    write(tmp_path / "n.jsonl", call(1))


GIVEN = ("a.jsonl", "nope", ".", "-", "n*", "?.txt", "*.nothing")


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("jobs", ["2", "auto"])
def test_to_the_byte_what_one_process_says(huashu: Huashu, format_: str, jobs: str) -> None:
    args = ("lint", *GIVEN, *SHOP, "--format", format_, "--statistics", "--praise")
    stdin = "\n".join(call(number) for number in range(40)).encode()
    alone, shared = huashu(*args, stdin=stdin), huashu(*args, "--jobs", jobs, stdin=stdin)
    assert shared == alone
    assert alone.code == 2
    assert len(alone.err.splitlines()) > 7


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on", "warning", "--select", "helps"), 0),
        (("--certain-only", "--lang", "en"), 1),
    ],
)
def test_the_same_exit_code(huashu: Huashu, more: tuple[str, ...], code: int) -> None:
    args = ("lint", "a.jsonl", "n.jsonl", *SHOP, *more)
    alone, shared = huashu(*args), huashu(*args, "--jobs=3")
    assert shared == alone
    assert alone.code == code


@pytest.mark.usefixtures("mixed")
def test_the_same_file(huashu: Huashu, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        huashu("lint", ".", *SHOP, "--format", "json", "-o", f"../{jobs}.json", "--jobs", jobs)
    alone, shared = (tmp_path.parent / f"{jobs}.json" for jobs in ("1", "2"))
    assert shared.read_bytes() == alone.read_bytes()
    assert len(json.loads(alone.read_text())["calls"]) > 150


LINES = st.one_of(
    st.integers(0, 20).map(call),
    st.tuples(st.integers(0, 20), st.sampled_from(["a", "a#2", "b"])).map(lambda x: call(*x)),
    st.sampled_from(["", "  ", "\ufeff", "{", '{"turns": []}', "[]", '{"turns": [], "id": 3}']),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_the_lines(huashu: Huashu, tmp_path: Path, lines: list[str], end: str) -> None:
    text = end.join(lines)
    write(tmp_path / "a.jsonl", text)
    args = ("lint", "a.jsonl", "-", "--from", "jsonl", *SHOP, "--format", "json")
    stdin = text.encode()
    assert huashu(*args, "--jobs", "2", stdin=stdin) == huashu(*args, stdin=stdin)


def test_a_named_pipe(huashu: Huashu, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    text = "\n".join(call(number) for number in range(60)).encode()
    write(tmp_path / "file", text.decode())
    if os.fork() == 0:
        (tmp_path / "pipe").write_bytes(text)
        os._exit(0)
    from_pipe = huashu("lint", "pipe", *SHOP, "--format", "jsonl", "--jobs", "2")
    os.wait()
    from_file = huashu("lint", "file", *SHOP, "--format", "jsonl")
    assert from_pipe.out == from_file.out.replace('"file"', '"pipe"')


def test_a_call_that_kills_its_process(huashu: Huashu, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = Linter.lint

    def lint_or_die(self: Linter, call: Call) -> Report:
        if call.id == "c7":
            os.kill(os.getpid(), signal.SIGKILL)
        return lint(self, call)

    write(Path("a.jsonl"), "\n".join(call(number) for number in range(30)))
    write(Path("b.jsonl"), "\n".join(call(number) for number in range(30) if number != 7))
    alone = huashu("lint", "b.jsonl", *SHOP, "--format", "jsonl")
    monkeypatch.setattr(Linter, "lint", lint_or_die)
    shared = huashu("lint", "a.jsonl", *SHOP, "--format", "jsonl", "--jobs", "2")
    assert shared.err == (
        "错误：a.jsonl:8: 没有检查通话“c7”：处理它的进程两次被终止（信号 9）; "
        "内存不够就减少 --jobs，不是的话请把这通通话报告给我们\n"
    )
    assert shared.code == 2
    found, expected = (
        [
            {key: value for key, value in json.loads(one).items() if key not in ("path", "line")}
            for one in run.out.splitlines()
        ]
        for run in (shared, alone)
    )
    assert found == expected


def test_what_is_counted_after_a_loss(huashu: Huashu, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(self: Linter, call: Call) -> Report:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    monkeypatch.setattr(Linter, "lint", die)
    write(Path("a.txt"), "坐席：您好。\n客户：您好。\n")
    run = huashu("lint", "a.txt", *SHOP, "--format", "json", "--jobs", "2")
    summary = json.loads(run.out)["summary"]
    assert (summary["files"], summary["calls"], len(summary["skipped"])) == (1, 0, 1)
    assert summary["skipped"][0]["where"] == "a.txt:1"


@pytest.mark.parametrize("value", ["-1", "two", "1.5", "", "２x"])
def test_bad_numbers(huashu: Huashu, value: str) -> None:
    run = huashu("lint", "shop.yml", f"--jobs={value}")
    assert (run.code, run.out) == (2, "")
    assert f"{value!r} 不是进程数；写 1、2……，0 或 auto 是有几个核用几个" in run.err


@pytest.mark.parametrize(("value", "number"), [("3", 3), ("0", None), ("auto", None)])
def test_how_many(
    huashu: Huashu, monkeypatch: pytest.MonkeyPatch, value: str, number: int | None
) -> None:
    asked: list[int] = []

    def lint_shared(inputs: object, work: object, jobs: int, source: object) -> object:
        asked.append(jobs)
        yield from ()

    monkeypatch.setattr("linter.cli.shared.lint_shared", lint_shared)
    monkeypatch.setattr("linter.batch.cores.os.sched_getaffinity", lambda _: {1, 2, 5, 7})
    assert huashu("lint", "shop.yml", *SHOP, "--jobs", value).code == 0
    assert asked == [number or 4]


def test_usable_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 3})
    assert usable_cores() == 2
    monkeypatch.delattr("os.sched_getaffinity")
    monkeypatch.setattr("os.cpu_count", lambda: 6)
    assert usable_cores() == 6
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert usable_cores() == 1
