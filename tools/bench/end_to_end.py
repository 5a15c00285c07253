"""The real command on many calls, against a text search and the obvious alternative."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tools.bench.load import Load
from tools.bench.machine import ripgrep
from tools.bench.processes import Cost, Stepper, command

FOUND = (0, 1)
"""The command's exit codes that are no failure."""


def huashu() -> list[str]:
    """The command that is installed beside this interpreter, or the package as a module."""
    script = Path(sys.executable).with_name("huashu")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "linter.cli"]


def lint(calls: Path, pack: Path, out: Path, cache: Path, *more: str) -> Cost:
    """Lint a file of calls.

    :param cache: what stands for the user's cache folder.
    """
    argv = [*huashu(), "lint", str(calls), "--rules", str(pack), "--format", "jsonl"]
    argv += ["-o", str(out), *more]
    return command(argv, env={"XDG_CACHE_HOME": str(cache)}, codes=FOUND)


def lint_apart(calls: Path, pack: Path, folder: Path, cache: Path) -> Cost:
    """Lint all the calls twice at once, by two commands that know nothing of each other.

    What two processes come to that way is what the machine gives; ``--jobs 2`` can come to no more.

    :param folder: for what they write.
    """
    outs = [folder / "out-a.jsonl", folder / "out-b.jsonl"]
    with ThreadPoolExecutor(len(outs)) as both:
        costs = list(both.map(lambda out: lint(calls, pack, out, cache), outs))
    return Cost(
        wall=max(cost.wall for cost in costs),
        cpu=sum(cost.cpu for cost in costs),
        peak_mb=max(cost.peak_mb for cost in costs),
    )


def search(load: Load, out: Path) -> Cost:
    """Search the bare text for the phrases' literals with ripgrep, on one core."""
    # Through a shell: what goes to /dev/null need not be written at all.
    argv = f'"{ripgrep()}" -j1 -o -b -F -f "{load.phrases}" "{load.bare}" > "{out}"'
    return command(["sh", "-c", argv])


def compare(load: Load, count: int, sample: int, rounds: int) -> dict[str, Any]:
    """All rivals in turns, so that what disturbs the machine disturbs them all.

    :param count: calls that ``load`` has.
    :param sample: calls that the obvious alternative gets: it is that slow.
    """
    folder = Path(tempfile.mkdtemp(prefix="huashu-bench-"))
    cache, out = folder / "cache", folder / "out.jsonl"
    obvious = Stepper(
        "tools.bench.serve_alternative", str(load.calls), str(sample), str(load.pack), env={}
    )
    runs: dict[str, list[Cost]] = {"cold": [lint(load.calls, load.pack, out, cache)]}
    found = _found(out, count)
    for _ in range(rounds):
        obvious.step()
        runs.setdefault("one", []).append(lint(load.calls, load.pack, out, cache))
        runs.setdefault("two", []).append(lint(load.calls, load.pack, out, cache, "--jobs", "2"))
        runs.setdefault("apart", []).append(lint_apart(load.calls, load.pack, folder, cache))
        if ripgrep():
            runs.setdefault("ripgrep", []).append(search(load, out))
    said = obvious.ready
    result: dict[str, Any] = {
        name: summary(costs, 2 * count if name == "apart" else count)
        for name, costs in runs.items()
    }
    result["obvious"] = {
        "calls": sample,
        "wall": obvious.seconds,
        "cpu": obvious.seconds,
        "peak_mb": obvious.end(),
    }
    result["found"] = found | {"hit_turns": said["hit_turns"] / said["turns"]}
    shutil.rmtree(folder)
    return result


def summary(costs: Sequence[Cost], calls: int) -> dict[str, Any]:
    """What several runs of one thing took."""
    return {
        "calls": calls,
        "wall": [cost.wall for cost in costs],
        "cpu": [cost.cpu for cost in costs],
        "peak_mb": max(cost.peak_mb for cost in costs),
    }


def _found(out: Path, count: int) -> dict[str, float]:
    calls: Counter[str] = Counter()
    turns = set()
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            finding = json.loads(line)
            calls[finding["call"]] += 1
            turns.add((finding["call"], finding["turn"]))
    return {
        "findings_per_1000": calls.total() * 1000 / count,
        "calls": len(calls) / count,
        "turns_per_1000": len(turns) * 1000 / count,
    }
