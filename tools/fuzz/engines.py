"""Where inputs come from: from libFuzzer through atheris, or from a pseudo-random generator."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import monotonic

from tools.fuzz.keeping import Keeper
from tools.fuzz.mutating import MOST, mutated

_POOL = 400
"""Inputs that mutations go on from."""
_OWN = 0.5
"""How many of the inputs are ours where libFuzzer makes the others: it knows no JSON and
repeats nothing."""


def plain(keeper: Keeper, seeds: Sequence[bytes], seconds: float, seed: int) -> None:
    """Try the seeds, then changes of them and of changes, the same ones for the same ``seed``."""
    random = Random(seed)
    end = monotonic() + seconds
    for data in seeds:
        keeper.take(data)
    pool = list(seeds)
    while monotonic() < end:
        data = mutated(random.choice(pool), seeds, random)
        keeper.take(data)
        if len(data) <= MOST >> 4 and random.random() < 0.2:
            # What was changed once is changed again, but the seeds always stay.
            pool[len(seeds) :] = [*pool[len(seeds) :], data][-_POOL:]


def guided(keeper: Keeper, seeds: Sequence[bytes], seconds: float, seed: int) -> None:
    """Let libFuzzer look for inputs that reach new code. It does not come back: the process ends.

    The readers must have been imported under ``atheris.instrument_imports()``.
    """
    import atheris

    own = Random(seed)

    def change(data: bytes, most: int, _seed: int) -> bytes:
        if own.random() < _OWN:
            return mutated(data, seeds, own)[:most]
        return bytes(atheris.Mutate(data, most))

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(data)
        flags = [f"-max_total_time={seconds:.0f}", f"-seed={seed + 1}", f"-max_len={MOST}"]
        # Times and memory are looked after by the trial: libFuzzer would end at the first finding.
        flags += ["-timeout=86400", "-rss_limit_mb=0", "-detect_leaks=0", "-verbosity=0"]
        flags += ["-print_final_stats=1"]
        atheris.Setup(["fuzz", *flags, folder], keeper.take, custom_mutator=change)
        atheris.Fuzz()
