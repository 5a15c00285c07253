from __future__ import annotations

from dataclasses import replace

import pytest

from linter.coaching.examples.splitting import parted

from .making import BAD, candidate


@pytest.mark.parametrize("by", ["call", "agent"])
def test_halves_share_nothing(by):
    halves: dict[object, set[str]] = {}
    for n in range(200):
        one = candidate(replace(BAD, id=f"e{n}"), f"c{n // 4}", f"a{n % 20}")
        key = one.origin.call if by == "call" else one.agent
        halves.setdefault(key, set()).add(parted(one, by, 0).example.part)
    assert all(len(parts) == 1 for parts in halves.values())
    assert set.union(*halves.values()) == {"train", "test"}


def test_no_halves():
    assert parted(candidate(BAD), "none", 0).example.part == ""


def test_the_seed_changes_the_halves():
    ones = [candidate(BAD, f"c{n}") for n in range(50)]
    first, other = ([parted(one, "call", seed).example.part for one in ones] for seed in (0, 1))
    assert first != other
