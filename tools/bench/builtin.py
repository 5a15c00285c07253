"""The built-in packs on the corpus, against the obvious alternative with the same packs."""

from __future__ import annotations

import shutil
import tempfile
from typing import Any

from tools.bench.load import builtin_packs, corpus
from tools.bench.processes import Stepper, in_turns

_ALL = 100_000


def on_corpus(rounds: int) -> dict[str, Any]:
    """Both in turns, in processes that have loaded everything."""
    cache = tempfile.mkdtemp(prefix="huashu-bench-")
    ours = Stepper(
        "tools.bench.serve_linter",
        *(str(corpus()), str(_ALL), "builtin"),
        env={"XDG_CACHE_HOME": cache},
    )
    obvious = Stepper(
        "tools.bench.serve_alternative", str(corpus()), str(_ALL), *builtin_packs(), env={}
    )
    in_turns((ours, obvious), rounds)
    calls = ours.ready["calls"]
    result: dict[str, Any] = {
        name: {"calls": calls, "cpu": stepper.seconds, "peak_mb": stepper.end()}
        for name, stepper in (("ours", ours), ("obvious", obvious))
    }
    result["turns"] = obvious.ready["turns"]
    shutil.rmtree(cache)
    return result
