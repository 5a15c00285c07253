"""``python -m tools.casting CALLS.jsonl...``: how well it is told who the agent is.

Measured on calls whose roles are known. Each is told again with its roles taken away, once with
speaker numbers in random order and once with no labels at all, and it is checked with its roles as
they are and with agent and customer swapped. ``--left-out`` measures the calls of ``corpus/`` by
weights that were trained without their voices (it needs the extra ``learn``).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from linter.calls import read_path
from linter.model import Call, Role, Turn
from linter.signals.casting.checking import check
from linter.signals.casting.inferring import ENOUGH, guess
from linter.signals.casting.weights import Weights, default_weights, read
from tools.learn.examples import corpus_calls

LEAST = 8
"""Turns of the calls that are measured whole."""
CUTS = (4, 5, 6, 8, 12)
"""Calls are told by their first turns, too: only so is enough told wrongly to be counted."""
MOSTLY = 0.9
"""A call without labels is told rightly when so many of its turns are."""
SAID_SURE = 0.9
FOLDS = 8
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SWAP: Mapping[Role, Role] = {"agent": "customer", "customer": "agent"}

Figures = dict[str, float | int]


class Told(NamedTuple):
    """How sure it was of a call's roles, the share of turns that were right, what it took."""

    confidence: float
    right: float
    turns: int
    seconds: float


def measure(calls: Sequence[tuple[Call, Weights]], seed: int = 0) -> Figures:
    """All figures of some calls, each with the weights it is told by."""
    numbers = random.Random(seed)
    sided = [(two_sided(call), weights) for call, weights in calls]
    cut = [(first(call, n), w) for call, w in sided for n in CUTS if len(call.turns) > n]
    both = [(call, weights) for call, weights in sided if is_two_sided(call)]
    whole = [(call, weights) for call, weights in both if len(call.turns) >= LEAST]
    short = [(call, weights) for call, weights in cut if is_two_sided(call)]
    labelled = [told(call, weights, numbers) for call, weights in whole]
    shorter = [told(call, weights, numbers) for call, weights in short]
    bare = [told(call, weights) for call, weights in whole]
    shorter_bare = [told(call, weights) for call, weights in short]
    found = [check(call, weights) for call, weights in both]
    swapped = [check(turned(call), weights) for call, weights in whole]
    right_turns, turns = sum(one.right * one.turns for one in bare), sum(t.turns for t in bare)
    return {
        "calls": len(whole),
        "labelled_right": share(one.right == 1 for one in labelled),
        "labelled_assigned": share(one.confidence >= ENOUGH for one in labelled),
        **sure("labelled", labelled, 1),
        **sure("labelled_cut", shorter, 1),
        "bare_turns_right": share_of(right_turns, turns),
        "bare_right": share(one.right >= MOSTLY for one in bare),
        "bare_assigned": share(one.confidence >= ENOUGH for one in bare),
        **sure("bare", bare, MOSTLY),
        **sure("bare_cut", shorter_bare, MOSTLY),
        "swapped_noticed": share(one is not None and one.source == "swapped" for one in swapped),
        "swapped_falsely": sum(one is not None and one.source == "swapped" for one in found),
        "checked": len(found),
        "bleeding_calls": sum(one is not None and one.source == "bleeding" for one in found),
        "bleeding_turns": sum(len(one.doubtful) for one in found if one is not None),
        "ms_a_call": round(1000 * median([one.seconds for one in (*labelled, *bare)]), 2),
    }


def two_sided(call: Call) -> Call:
    """The call with agent's and customer's turns only."""
    return replace(call, turns=tuple(turn for turn in call.turns if turn.role in SWAP))


def is_two_sided(call: Call) -> bool:
    """Whether both say something."""
    return {turn.role for turn in call.turns} == set(SWAP)


def first(call: Call, turns: int) -> Call:
    """The beginning of a call."""
    return replace(call, turns=call.turns[:turns])


def turned(call: Call) -> Call:
    """The call with agent and customer swapped."""
    return replace(call, turns=tuple(t._replace(role=SWAP[t.role]) for t in call.turns))


def told(call: Call, weights: Weights, numbers: random.Random | None = None) -> Told:
    """Take the roles away and tell them again.

    :param numbers: deals out speaker numbers; without it there are no labels.
    """
    labels = {"agent": "", "customer": ""}
    if numbers:
        labels = dict(zip(labels, numbers.sample(("1", "2"), 2), strict=True))
    turns: list[Turn] = [t._replace(role="unknown", speaker=labels[t.role]) for t in call.turns]
    began = perf_counter()
    found = guess(replace(call, turns=tuple(turns)), [weights.points(t.text) for t in turns])
    took = perf_counter() - began
    right = [role == turn.role for role, turn in zip(found.roles, call.turns, strict=True)]
    return Told(found.confidence, sum(right) / len(right), len(right), took)


def sure(name: str, said: Sequence[Told], least: float) -> Figures:
    """Of those that were told with confidence, how many, and which share was right."""
    of = [one.right >= least for one in said if one.confidence >= SAID_SURE]
    return {f"{name}_sure": len(of), f"{name}_sure_right": share(of)}


def share(of: Iterable[bool]) -> float:
    """The share that holds."""
    seen = list(of)
    return share_of(sum(seen), len(seen))


def share_of(part: float, whole: float) -> float:
    """A share, 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def left_out_calls() -> list[tuple[Call, Weights]]:
    """The calls of the corpus, each with weights trained without its voice."""
    from tools.learn.casting import left_out

    return [
        (corpus_call(row), read(data))
        for data, rows in left_out(list(corpus_calls(CORPUS)), FOLDS)
        for row in rows
    ]


def corpus_call(row: Mapping[str, object]) -> Call:
    """A call of the corpus as it is read."""
    from linter.calls.canonical import call_from
    from linter.calls.place import Place

    return call_from(row, Place(str(CORPUS)))


def main() -> None:
    """Measure each file, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m tools.casting", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="CALLS")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
    given = parser.parse_args()
    results = {
        path.stem: measure([(call, default_weights()) for call in read_path(path)])
        for path in given.paths
    }
    if given.left_out:
        results["left-out voices"] = measure(left_out_calls())
    if given.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
        return
    for name, figures in results.items():
        print(name)
        for figure, value in figures.items():
            print(f"  {figure:24} {value}")


if __name__ == "__main__":
    main()
