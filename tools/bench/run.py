"""The whole benchmark, in the order in which it is least in its own way."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tools.bench.builtin import on_corpus
from tools.bench.cold import cold_start
from tools.bench.curves import by_calls, by_phrases, by_rules, by_turns
from tools.bench.end_to_end import compare
from tools.bench.load import characters, load
from tools.bench.machine import machine
from tools.bench.pack import PHRASES, RULES


@dataclass(frozen=True)
class Sizes:
    """How much is run.

    :ivar calls: of the main comparison.
    :ivar sample: of them, for the obvious alternative.
    :ivar rounds: how often everything takes its turn.
    :ivar starts: cold starts of each kind.
    :ivar curve: calls at each point of a curve.
    """

    calls: int
    sample: int
    rounds: int
    starts: int
    curve: int

    @property
    def counts(self) -> tuple[int, ...]:
        """The points of the curve against calls."""
        return (self.calls // 20, self.calls // 4, self.calls)


FULL = Sizes(calls=20_000, sample=100, rounds=3, starts=20, curve=500)
QUICK = Sizes(calls=2_000, sample=20, rounds=3, starts=5, curve=100)


def run(sizes: Sizes, path: Path) -> None:
    """Measure everything and write it as JSON.

    :param path: where; its folder is made.
    :raises subprocess.CalledProcessError: when something that is measured fails.
    """
    made = load(sizes.calls)
    _tell("cold start")
    result: dict[str, Any] = {
        "machine": machine(),
        "sizes": asdict(sizes),
        "load": {
            "phrases": PHRASES,
            "rules": RULES,
            "characters": characters(made.calls),
            "calls_mb": made.calls.stat().st_size / 1e6,
            "text_mb": made.bare.stat().st_size / 1e6,
        },
        "cold_start": cold_start(sizes.starts),
    }
    _tell(f"{sizes.calls} calls against the rivals")
    result["end_to_end"] = compare(made, sizes.calls, sizes.sample, sizes.rounds)
    _tell("built-in packs on the corpus")
    result["corpus"] = on_corpus(sizes.rounds)
    for name, curve in (("rules", by_rules), ("phrases", by_phrases), ("turns", by_turns)):
        _tell(f"cost against {name}")
        result[f"by_{name}"] = curve(sizes.curve, sizes.rounds)
    _tell("cost against calls")
    result["by_calls"] = by_calls(sizes.counts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _tell(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)
