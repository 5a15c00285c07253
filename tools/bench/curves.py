"""How the cost of a call grows: with rules, phrases, turns; that of a run with its calls."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.bench.end_to_end import lint, summary
from tools.bench.load import first, idle_pack, load
from tools.bench.processes import Stepper, in_turns, middle

RULES = (30, 100, 300, 1000, 3000)
PHRASES_A_RULE = 10
PHRASES = (1_000, 10_000, 100_000)
PHRASES_RULES = 300
TURNS = (20, 60, 200)


def by_rules(calls: int, rounds: int) -> list[dict[str, float]]:
    """The cost of a call against rules whose phrases it does not have.

    :raises ValueError: when the calls have them after all.
    """
    packs = [idle_pack(rules, rules * PHRASES_A_RULE) for rules in RULES]
    return _steps(RULES, [(load(calls).calls, pack) for pack in packs], calls, rounds, idle=True)


def by_phrases(calls: int, rounds: int) -> list[dict[str, float]]:
    """The cost of a call against phrases that it does not have, in as many rules.

    :raises ValueError: when the calls have them after all.
    """
    packs = [idle_pack(PHRASES_RULES, phrases) for phrases in PHRASES]
    return _steps(PHRASES, [(load(calls).calls, pack) for pack in packs], calls, rounds, idle=True)


def by_turns(calls: int, rounds: int) -> list[dict[str, float]]:
    """The cost of a call with every kind of rule against the turns it has."""
    loads = [load(calls, turns=turns) for turns in TURNS]
    return _steps(TURNS, [(made.calls, made.pack) for made in loads], calls, rounds)


def by_calls(counts: Sequence[int]) -> list[dict[str, Any]]:
    """The whole command's cost and peak memory against the calls of its input."""
    made = load(max(counts))
    cache = Path(tempfile.mkdtemp(prefix="huashu-bench-"))
    out = cache / "out.jsonl"
    lint(first(made.calls, 1), made.pack, out, cache)
    points = []
    for count in counts:
        cost = lint(first(made.calls, count), made.pack, out, cache)
        points.append({"at": count} | summary([cost], count))
    shutil.rmtree(cache)
    return points


def _steps(
    at: Sequence[int],
    works: Sequence[tuple[Path, Path]],
    calls: int,
    rounds: int,
    *,
    idle: bool = False,
) -> list[dict[str, float]]:
    cache = tempfile.mkdtemp(prefix="huashu-bench-")
    steppers = [
        Stepper(
            "tools.bench.serve_linter",
            *(str(path), str(calls), str(pack)),
            env={"XDG_CACHE_HOME": cache},
        )
        for path, pack in works
    ]
    if idle and any(stepper.ready["findings"] for stepper in steppers):
        raise ValueError("the calls have phrases that none should have")
    in_turns(steppers, rounds)
    points = [
        {
            "at": number,
            "ms": middle(stepper.seconds) * 1000 / calls,
            "least": min(stepper.seconds) * 1000 / calls,
            "most": max(stepper.seconds) * 1000 / calls,
            "peak_mb": stepper.end(),
        }
        for number, stepper in zip(at, steppers, strict=True)
    ]
    shutil.rmtree(cache)
    return points
