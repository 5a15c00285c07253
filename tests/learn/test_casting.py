from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from linter.signals.casting.weights import read
from tools.learn.casting import Said, train_casting, turns_of
from tools.learn.examples import corpus_calls

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SHIPPED = Path(__file__).resolve().parents[2] / "linter/signals/casting/casting.bin"
TURNS = [Said("^帮您查0下$", True), Said("^我的快递呢$", False)] * 5


def head(data: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])
    return found


def test_what_only_one_side_says_speaks_for_it() -> None:
    weights = read(train_casting(TURNS))
    assert weights.points("帮您查一下") > 0.5
    assert weights.points("我的快递呢") < -0.5


def test_the_same_turns_make_the_same_file() -> None:
    assert train_casting(TURNS) == train_casting(TURNS)


def test_only_the_two_sides_with_words_are_trained_on() -> None:
    said = [("agent", "您好"), ("bot", "请按一"), ("customer", "……"), ("customer", "喂")]
    call = {"turns": [{"role": role, "text": text} for role, text in said]}
    assert turns_of([call]) == [Said("^您好$", True), Said("^喂$", False)]


def test_what_is_shipped_was_trained_on_the_train_part_as_it_is() -> None:
    calls = list(corpus_calls(CORPUS))
    assert {call["part"] for call in calls} == {"train", "dev"}
    trained = train_casting(turns_of(call for call in calls if call["part"] == "train"))
    assert head(SHIPPED.read_bytes())["trained_on"] == head(trained)["trained_on"]
    assert len(SHIPPED.read_bytes()) < 300_000
