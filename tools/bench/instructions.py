"""How many instructions linting takes, counted by valgrind: the same on a busy machine.

Counts of the same work differ between builds of Python, so what is compared is a ratio: to what
the same interpreter takes for a fixed work on the same calls. One process does it all, one thing
after the other; it calls ``getppid``, which nothing else does, between them, and callgrind writes
what it has counted whenever that happens (``--dump-before``). So starting and loading is off the
bill.

``python -m tools.bench.instructions CALLS PACK`` is what runs under valgrind.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from linter.calls import read_path
from linter.linting import Linter

PHASES = ("start", "fixed", "lint", "more")
"""What is counted, in the order in which it is done; the calls are linted in two halves."""
_TOTALS = re.compile(r"^totals: (\d+)", re.MULTILINE)
_ENVIRONMENT = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
"""So that two runs do the same."""


def count(
    calls: Path, pack: Path, folder: Path, *, python: str = sys.executable
) -> Mapping[str, int]:
    """The instructions of each of :data:`PHASES`.

    :param calls: JSON Lines of calls.
    :param pack: a rule file.
    :param folder: for callgrind's files and for what stands for the user's cache folder.
    :raises FileNotFoundError: without valgrind.
    :raises subprocess.CalledProcessError: when the process failed.
    """
    argv = ["valgrind", "--tool=callgrind", "--dump-before=getppid"]
    argv += [f"--callgrind-out-file={folder}/counts", python]
    argv += ["-m", "tools.bench.instructions", str(calls), str(pack)]
    environment = {**os.environ, **_ENVIRONMENT, "XDG_CACHE_HOME": str(folder / "cache")}
    subprocess.run(argv, env=environment, check=True, stderr=subprocess.DEVNULL)
    counts = {}
    for number, phase in enumerate(PHASES, 1):
        found = _TOTALS.search((folder / f"counts.{number}").read_text("utf-8"))
        assert found is not None, phase
        counts[phase] = int(found[1])
    return counts


def fixed(text: str) -> int:
    """The fixed work: read the calls as JSON, count the pairs of characters; how many there are.

    It never changes: the limits were set against it.
    """
    pairs: dict[str, int] = {}
    for line in text.splitlines():
        for turn in json.loads(line)["turns"]:
            said = turn["text"]
            for at in range(len(said) - 1):
                pair = said[at : at + 2]
                pairs[pair] = pairs.get(pair, 0) + 1
    return len(pairs)


def main() -> None:
    """Do everything that is counted."""
    calls, pack = map(Path, sys.argv[1:])
    linter = Linter([pack])
    # The first call loads what is only loaded when it is needed.
    first, *rest = read_path(calls)
    linter.lint(first)
    text = calls.read_text("utf-8")
    half = len(rest) // 2
    os.getppid()
    fixed(text)
    os.getppid()
    for call in rest[:half]:
        linter.lint(call)
    os.getppid()
    for call in rest[half:]:
        linter.lint(call)
    os.getppid()


if __name__ == "__main__":
    main()
