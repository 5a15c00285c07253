"""Linting must not take more instructions than it did: no clock, so a busy machine is no excuse.

What is counted and against what: :mod:`tools.bench.instructions`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping

import pytest

from tools.bench.calls import write_calls
from tools.bench.instructions import PHASES, count
from tools.bench.pack import full

CALLS = 8
"""Linted in each of the two phases that count it."""
LIMIT = 3.22
"""Instructions of linting by those of the fixed work: 2.80 measured, and 15 % of room for what
differs between builds of Python (two builds of 3.11: 1.5 %; two runs of one: nothing) and versions
of libraries. A change that makes linting cheaper lowers it; one that makes it dearer says here why
it is worth it."""


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, int]:
    if shutil.which("valgrind") is None:
        pytest.fail("valgrind is not here; install it: sh tools/valgrind.sh")
    folder = tmp_path_factory.mktemp("instructions")
    pack = full(1500, 300)
    pack.write(folder / "pack.yml")
    write_calls(folder / "calls.jsonl", 3 * CALLS, plant=pack.planter())
    return count(folder / "calls.jsonl", folder / "pack.yml", folder)


def test_linting_takes_no_more_instructions_than_it_did(counts: Mapping[str, int]) -> None:
    assert counts["lint"] / counts["fixed"] < LIMIT


def test_the_limit_is_not_so_high_that_it_would_pass_anything(counts: Mapping[str, int]) -> None:
    assert counts["lint"] / counts["fixed"] > LIMIT / 2


def test_twice_the_work_would_be_over_the_limit(counts: Mapping[str, int]) -> None:
    assert (counts["lint"] + counts["more"]) / counts["fixed"] > LIMIT


def test_everything_is_counted(counts: Mapping[str, int]) -> None:
    assert list(counts) == list(PHASES)
    assert min(counts.values()) > 1_000_000
