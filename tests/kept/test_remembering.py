from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from linter.judged import Report
from linter.kept import Remembering
from linter.kept.shelf import kept
from linter.linting import Linter
from linter.model import Call, Turn
from linter.signals.casting import with_roles

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"


class Counting(Linter):
    linted = 0

    def lint(self, call: Call) -> Report:
        self.linted += 1
        return super().lint(call)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def calls(count: int = 40) -> list[Call]:
    said = ("快点说。", "这不归我管。", "我来办。")
    return [
        with_roles(
            Call(
                f"c{n}",
                (Turn("customer", "太慢了", line=n), Turn("agent", said[n % 3], line=n)),
                "a.jsonl",
            )
        )
        for n in range(count)
    ]


def run(given: Sequence[Call], rules: Path = SHOP) -> tuple[list[Report], int]:
    linter = Counting([rules])
    with Remembering(linter) as remembering:
        found = [remembering.lint(call) for call in given]
    assert found == [Linter([rules]).lint(call) for call in given]
    return found, linter.linted


def test_a_call_is_linted_once() -> None:
    assert run(calls())[1] == 40
    assert run(calls())[1] == 0
    assert kept()[0] == 1


def test_only_what_was_edited_is_linted_again() -> None:
    given = calls()
    run(given)
    turn = Turn("agent", "随便吧。", line=7)
    given[7] = replace(given[7], turns=(given[7].turns[0], turn))
    reports, linted = run(given)
    assert linted == 1
    assert "careless" in {finding.rule for finding in reports[7].findings}


def test_calls_that_moved_are_known() -> None:
    run(calls())
    moved = [replace(c, turns=tuple(t._replace(line=t.line + 1) for t in c.turns)) for c in calls()]
    reports, linted = run(moved)
    assert linted == 0
    assert reports[0].findings[0].line == 1


def test_other_rules_say_something_else(tmp_path: Path) -> None:
    run(calls())
    other = tmp_path / "shop.yml"
    other.write_text(
        SHOP.read_text(encoding="utf-8").replace("坐席在催客户", "催了"), encoding="utf-8"
    )
    reports, linted = run(calls(), other)
    assert linted == 40
    assert reports[0].findings[0].message == "催了。"


def test_in_a_folder_of_many_small_files() -> None:
    given = [replace(call, path=f"f{n}.txt") for n, call in enumerate(calls())]
    run(given)
    assert run(given)[1] == 0
    assert kept()[0] <= 16


def test_more_files_than_are_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.kept.remembering._OPEN", 2)
    given = [replace(call, path=f"{n % 7}/a.jsonl") for n, call in enumerate(calls())]
    run(given)
    assert run(given)[1] == 0
    assert kept()[0] == 7


def test_what_is_not_to_be_hashed_is_linted_each_time() -> None:
    given = [replace(call, meta={"x": object()}) for call in calls(3)]
    run(given)
    assert run(given)[1] == 3


def test_rules_nobody_knows_by_their_content_are_not_remembered() -> None:
    book = replace(Linter([SHOP]).book, version="")
    with Remembering(Linter(book)) as remembering:
        remembering.lint(calls()[0])
    assert kept() == (0, 0)


def test_damaged_entries_are_made_again(tmp_path: Path) -> None:
    run(calls())
    (path,) = (tmp_path / "cache" / "huashu" / "reports").glob("calls-*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    assert run(calls())[1] == 40
    assert run(calls())[1] == 0


def test_it_can_be_pickled() -> None:
    run(calls())
    again = pickle.loads(pickle.dumps(Remembering(Linter([SHOP]))))
    assert again.lint(calls()[0]) == Linter([SHOP]).lint(calls()[0])


def _part(number: int) -> None:
    # Nobody leaves a block here: the process ends.
    remembering = Remembering(Linter([SHOP]))
    for call in calls(80)[number::8]:
        remembering.lint(call)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_eight_processes_remember_together(method: str) -> None:
    if method == "spawn":
        processes = [multiprocessing.get_context("spawn").Process(target=_part, args=(0,))]
    else:
        context = multiprocessing.get_context("fork")
        processes = [context.Process(target=_part, args=(number,)) for number in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    assert run(calls(80))[1] == (0 if method == "fork" else 70)
