from __future__ import annotations

import json
from random import Random

from tools.fuzz.mutating import MOST, mutated

SEEDS = ['[{"话术": "您好"}, 1]'.encode(), "坐席：您好\n客户：喂\n".encode(), b"\xff\x00"]


def chain(seed: int) -> list[bytes]:
    """Inputs made one of another."""
    random, data, made = Random(seed), SEEDS[0], []
    for _ in range(200):
        data = mutated(data if len(data) < 200 else SEEDS[0], SEEDS, random)
        made.append(data)
    return made


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert chain(1) == chain(1)
    assert chain(1) != chain(2)


def test_inputs_are_no_longer_than_they_may_be_and_some_are_as_long() -> None:
    assert max(map(len, chain(3))) == MOST


def test_some_stay_json_and_are_another_value() -> None:
    values = []
    for data in (mutated(SEEDS[0], SEEDS, Random(seed)) for seed in range(200)):
        try:
            values.append(json.loads(data))
        except ValueError:
            continue
    assert len(values) > 20
    assert any(value != json.loads(SEEDS[0]) for value in values)


def test_nothing_at_all_can_be_changed() -> None:
    for seed in range(100):
        mutated(b"", [b""], Random(seed))
