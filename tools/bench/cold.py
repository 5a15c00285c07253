"""The start of the command on one small file, against a Python that does nothing."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.bench.end_to_end import FOUND, huashu, summary
from tools.bench.load import SMALL
from tools.bench.processes import Cost, command


def cold_start(runs: int) -> dict[str, Any]:
    """Bare and full starts in turns; the first full start ever, with no cache, apart."""
    cache = Path(tempfile.mkdtemp(prefix="huashu-bench-"))
    first = _lint(cache)
    bare, full = [], []
    for _ in range(runs):
        bare.append(command([sys.executable, "-c", "pass"]))
        full.append(_lint(cache))
    shutil.rmtree(cache)
    return {
        "bare": summary(bare, 1),
        "full": summary(full, 1),
        "first": summary([first], 1),
    }


def _lint(cache: Path) -> Cost:
    argv = [*huashu(), "lint", str(SMALL), "--fail-on", "never"]
    return command(argv, env={"XDG_CACHE_HOME": str(cache)}, codes=FOUND)
