"""The engine says of random books and calls what the plain interpreter says.

``HUASHU_PAIRS`` is how many pairs are tried: many of them are shared out among processes.
"""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import get_args

from linter.rulebook.types import Judge
from linter.signals.contexts import CONDITIONS
from linter.signals.exceptions import READ_BACK

from .pairs import A_PROCESS, PAIRS, try_pairs

FEW = 10_000
"""In fewer pairs the rarest things may be missing."""


def counted() -> Counter[str]:
    if PAIRS <= A_PROCESS:
        return try_pairs(PAIRS, 0)
    shares = range(1, PAIRS // A_PROCESS + 1)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        return sum(pool.map(try_pairs, [A_PROCESS] * len(shares), shares), Counter())


def test_random_books_and_calls() -> None:
    counts = counted()
    pairs = counts["pairs"]
    assert pairs >= min(PAIRS, A_PROCESS)
    shares = {name: count / pairs for name, count in counts.items()}
    for name in sorted(shares):
        print(f"{shares[name]:6.1%} {name}")
    # It proves nothing where nothing is found, or taken back, or nothing is ever met.
    assert shares["with a finding"] > 0.3
    assert shares["with a hit taken back"] > 0.2
    statuses = ("violated", "met", "not_applicable", "not_evaluated")
    wanted = {f"{kind.__name__} {status}" for kind in get_args(Judge) for status in statuses}
    wanted |= {f"back: {key} " for key in ("over", "not_if", "not_if_turn", "near", "near_turn")}
    wanted |= {"back: not_if_only "}
    wanted |= {f"back: {key} " for key in ("least", "at", "weighed", "echo")}
    wanted |= {"with a learned hit", "with a doubted hit"}
    wanted |= {f"back: not_when {name}" for name in (*CONDITIONS, READ_BACK, "咨询")}
    assert PAIRS < FEW or wanted <= counts.keys()
