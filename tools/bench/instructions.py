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
from linter.model import Call

PHASES = ("start", "fixed", "lint", "more")
"""What is counted, in the order in which it is done: loading and a third of the calls, which
loads what is only loaded when it is needed; the fixed work; another third; the last one."""
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
    environment = {**os.environ, **_ENVIRONMENT, "XDG_CACHE_HOME": str(folder / "cache")}
    argv = [python, "-m", "tools.bench.instructions", str(calls), str(pack)]
    # Fills the cache: what it takes to make it is not the question.
    subprocess.run(argv, env=environment, check=True)
    valgrind = ["valgrind", "--tool=callgrind", "--dump-before=getppid"]
    valgrind.append(f"--callgrind-out-file={folder}/counts")
    subprocess.run([*valgrind, *argv], env=environment, check=True, stderr=subprocess.DEVNULL)
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
    read = list(read_path(calls))
    text = calls.read_text("utf-8")
    third = len(read) // 3

    def lint(part: list[Call]) -> None:
        for call in part:
            linter.lint(call)

    lint(read[:third])
    os.getppid()
    fixed(text)
    os.getppid()
    lint(read[third : 2 * third])
    os.getppid()
    lint(read[2 * third :])
    os.getppid()


if __name__ == "__main__":
    main()
