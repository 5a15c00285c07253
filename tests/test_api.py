"""What ``from linter import …`` promises: documented, pure, for threads and for processes."""

from __future__ import annotations

import gc
import os
import pickle
import re
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest

import linter as api
from linter import (
    Call,
    InputError,
    Linter,
    Report,
    RuleErrors,
    Selection,
    Turn,
    UsageError,
    lint,
    read_calls,
)
from linter.rulebook.load import load_texts

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"```python\n(.*?)```\n```text\n(.*?)```", re.DOTALL)
GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
RUDE = Call("c", (Turn("customer", "我要投诉！"), Turn("agent", "你投诉去吧，投诉也没用。")))
PACK = """pack: own
extends: builtin
words: [彩铃包]
signals:
  彩铃: {who: agent, any: 「彩铃包」}
rules:
  - {id: ring, category: ring, aspect: 职责, severity: info, forbid: 彩铃,
     say: 说了彩铃。, why: 试验。, instead: 别说。,
     tests: [{flag: 坐席：【彩铃包】。}, {pass: 坐席：铃。}]}
profiles:
  严: {note: 更严, change: {rules: {ring: {severity: error}}}}
  回访: {note: 回访时, when: {scene: [回访]}, change: {rules: {ring: {severity: warning}}}}
"""
RING = Call("r", (Turn("customer", "嗯？"), Turn("agent", "给您开通彩铃包。")))


@cache
def corpus() -> tuple[Call, ...]:
    return tuple(read_calls([ROOT / "corpus" / "calls", ROOT / "corpus" / "scripts"]))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "own.yml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_every_public_name_is_there_and_no_other() -> None:
    for name in api.__all__:
        assert getattr(api, name) is not None
    with pytest.raises(AttributeError, match="RuleBook"):
        _ = api.RuleBook


def test_the_guide_has_examples() -> None:
    assert len(SHOWN.findall(GUIDE)) == GUIDE.count("```python") >= 7


@pytest.mark.parametrize(("code", "output"), SHOWN.findall(GUIDE))
def test_the_examples_of_the_guide_print_what_is_shown(
    code: str, output: str, tmp_path: Path
) -> None:
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "example.py"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == output


def kinds(pack: Path) -> Iterator[Linter]:
    yield Linter()
    yield Linter(selection=Selection(frozenset({"backtalk"}), min_severity="error"))
    yield Linter([pack], profiles=["严"])
    yield Linter(load_texts([("own.yml", PACK)]), Selection(praise=True))


def test_a_copy_lints_as_the_linter_does(pack: Path) -> None:
    calls = [RUDE, RING, Call("f", RING.turns, scene="回访"), *corpus()[::200]]
    for linter in kinds(pack):
        unused = pickle.loads(pickle.dumps(linter))
        expected = [linter.lint(call) for call in calls]
        for copy in (unused, pickle.loads(pickle.dumps(linter))):
            assert [copy.lint(call) for call in calls] == expected
            assert copy.selection == linter.selection
            assert copy.book == linter.book


def test_a_copy_reads_no_rule_file(pack: Path) -> None:
    sent = pickle.dumps(Linter([pack]))
    pack.unlink()
    copy = pickle.loads(sent)
    assert [found.severity for found in copy.lint(RING).findings if found.rule == "ring"] == [
        "info"
    ]
    call = Call("f", RING.turns, scene="回访")
    assert [found.severity for found in copy.lint(call).findings if found.rule == "ring"] == [
        "warning"
    ]


def reports_of(linter: Linter, calls: Sequence[Call]) -> list[Report]:
    return [linter.lint(call) for call in calls]


def test_another_process_gives_the_same_reports(pack: Path) -> None:
    linter = Linter([pack], Selection(ignore=frozenset({"backtalk"})), ["严"])
    calls = [RUDE, RING, *corpus()[:3]]
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(reports_of, linter, calls).result() == reports_of(linter, calls)


def test_threads_share_a_linter(pack: Path) -> None:
    # Every fiftieth: threads that take turns each microsecond are slow.
    calls = [*corpus()[::50], RING, Call("f", RING.turns, scene="回访")]
    expected = reports_of(Linter([pack]), calls)
    shared = Linter([pack])
    found: dict[int, list[Report]] = {}
    start = threading.Barrier(8)

    def work(number: int) -> None:
        start.wait()
        # Each begins elsewhere, so that all meet signals that nobody has compiled yet.
        shift = number * len(calls) // 8
        reports = reports_of(shared, [*calls[shift:], *calls[:shift]])
        found[number] = [*reports[len(calls) - shift :], *reports[: len(calls) - shift]]

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert sorted(found) == [*range(8)]
    for reports in found.values():
        assert reports == expected


def test_linting_changes_nothing_but_the_linter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import jieba

    monkeypatch.chdir(tmp_path)
    call = Call("c", RUDE.turns, meta={"号": [1, 2]})
    before = pickle.dumps(call)

    def state() -> tuple[object, ...]:
        return (
            os.getcwd(),
            dict(os.environ),
            os.listdir(tmp_path),
            [*warnings.filters],
            sys.getswitchinterval(),
            gc.get_threshold(),
            gc.isenabled(),
            sys.getrecursionlimit(),
            jieba.dt.initialized,
            dict(jieba.dt.FREQ),
            dict(jieba.user_word_tag_tab) if hasattr(jieba, "user_word_tag_tab") else None,
        )

    was = state()
    linter = Linter(load_texts([("own.yml", PACK)]))
    reports = [linter.lint(call), linter.lint(RING), linter.lint(call)]
    assert reports[0] == reports[2]
    assert reports[0].call is call
    assert pickle.dumps(call) == before
    assert state() == was
    assert capfd.readouterr() == ("", "")


def test_one_path_or_several(pack: Path) -> None:
    for rules in (pack, str(pack), [pack], [str(pack)]):
        assert "ring" in {found.rule for found in Linter(rules).lint(RING).findings}


def test_lint_takes_what_a_linter_takes(pack: Path) -> None:
    reports = lint([RING], pack, Selection(select=frozenset({"ring"})), ["严"])
    assert [found.severity for report in reports for found in report.findings] == ["error"]
    with pytest.raises(UsageError):
        lint([], profiles=["松"])
    with pytest.raises(RuleErrors):
        lint([], pack.with_name("none.yml"))


def test_lint_goes_from_call_to_call() -> None:
    def calls() -> Iterator[Call]:
        yield RUDE
        raise AssertionError("nobody has asked for the next one")

    assert next(iter(lint(calls()))).call == RUDE


LINE = '{"id": "%s", "turns": [{"role": "agent", "text": "您好"}]}\n'


def test_calls_of_a_file_of_a_folder_of_a_glob(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.jsonl").write_text(LINE % name, encoding="utf-8")
    one = tmp_path / "a.jsonl"
    assert [call.id for call in read_calls(one)] == ["a"]
    assert [call.id for call in read_calls(str(tmp_path))] == ["a", "b"]
    assert [call.id for call in read_calls(f"{tmp_path}/*.jsonl")] == ["a", "b"]
    assert [call.id for call in read_calls([tmp_path / "b.jsonl", tmp_path])] == ["b", "a"]
    assert [call.id for call in read_calls(one, source="jsonl")] == ["a"]


def test_calls_come_as_they_are_read_and_then_the_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE % "a" + "{\n", encoding="utf-8")
    calls = read_calls(path)
    assert next(calls).id == "a"
    with pytest.raises(InputError, match=r"a\.jsonl:2"):
        next(calls)


def test_a_path_or_a_format_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有这个文件"):
        list(read_calls(tmp_path / "none.jsonl"))
    path = tmp_path / "a.jsonl"
    path.write_text(LINE % "a", encoding="utf-8")
    with pytest.raises(UsageError, match="没有叫“nix”的格式"):
        list(read_calls(path, source="nix"))
