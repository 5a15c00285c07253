from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest

from linter.calls import read_path
from tools.bench.calls import TURNS, calls, write_bare, write_calls
from tools.bench.fillings import Filler
from tools.bench.sentences import ASKS, CLOSINGS, COMPLAINTS, OPENINGS, TALK
from tools.bench.words import TRADES


def turns_of(count: int, **more: Any) -> list[list[dict[str, Any]]]:
    return [cast(list[dict[str, Any]], call["turns"]) for call in calls(count, **more)]


def test_the_same_seed_gives_the_same_calls_and_another_one_others() -> None:
    assert list(calls(3)) == list(calls(3))
    assert list(calls(3)) != list(calls(3, seed=1))


def test_asking_for_more_changes_no_call() -> None:
    assert list(calls(5))[:2] == list(calls(2))


@pytest.mark.parametrize("turns", [20, 60, 200])
def test_calls_have_the_turns_that_were_asked_for(turns: int) -> None:
    assert {len(call) for call in turns_of(20, turns=turns)} == {turns}


def test_turns_are_as_long_as_those_of_real_calls_and_differ() -> None:
    texts = [turn["text"] for call in turns_of(200) for turn in call]
    assert 22 <= sum(map(len, texts)) / len(texts) <= 28
    assert len(set(texts)) > len(texts) * 0.6


def test_both_sides_speak_and_sometimes_twice_in_a_row() -> None:
    roles = [turn["role"] for turn in turns_of(1, turns=2000)[0]]
    assert set(roles) == {"agent", "customer"}
    again = sum(one == other for one, other in pairwise(roles)) / len(roles)
    assert 0.03 < again < 0.4


def test_recognisers_leave_their_marks() -> None:
    text = "".join(turn["text"] for call in turns_of(200) for turn in call)
    assert all(mark in text for mark in ("呃，", "嗯。", "３", "們", "幺"))


def test_times_go_on() -> None:
    (call,) = turns_of(1)
    assert all(turn["start_ms"] < turn["end_ms"] for turn in call)
    assert all(one["start_ms"] < other["start_ms"] for one, other in pairwise(call))


def test_what_is_planted_is_said_by_agents_of_about_a_quarter_of_the_calls() -> None:
    planted = turns_of(400, plant=lambda random: "不许这样说")
    speakers = {turn["role"] for call in planted for turn in call if "不许这样说" in turn["text"]}
    share = sum(any("不许这样说" in turn["text"] for turn in call) for call in planted) / 400
    assert speakers == {"agent"}
    assert 0.18 < share < 0.3


@pytest.mark.parametrize("moves", [OPENINGS, TALK, ASKS, COMPLAINTS, CLOSINGS])
def test_every_slot_of_every_template_can_be_filled(moves: Any) -> None:
    from random import Random

    for trade in TRADES:
        filler = Filler(Random(1), trade)
        texts = [filler.fill(text) for move in moves for line in move for text in line.wordings]
        assert all(texts)
        assert not any("{" in text or "}" in text for text in texts)


def test_files_are_read_as_they_were_written(tmp_path: Path) -> None:
    path, bare = tmp_path / "calls.jsonl", tmp_path / "bare.txt"
    write_calls(path, 3)
    write_bare(path, bare)
    read = list(read_path(path))
    written = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [call.id for call in read] == [call["id"] for call in written]
    assert [turn.text for call in read for turn in call.turns] == bare.read_text(
        "utf-8"
    ).splitlines()
    assert len(read[0].turns) == TURNS
