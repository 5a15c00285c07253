"""``python -m tools.fuzz``: every reader for some time, each in a process of its own.

Ends with 1 when something was found. Run it at the root of a checkout.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_FOUND = "build/fuzz"
_SECONDS = 600
_TRIED = re.compile(r"number_of_executed_units: (\d+)")


def main() -> int:
    """Do what the command line says."""
    said = _parser().parse_args()
    if said.repeat:
        return _repeat(said.only, said.repeat)
    if said.child:
        return _child(said)
    return _all(said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=_SECONDS, help="for each reader")
    parser.add_argument("--only", help="the name of one format (huashu lint --from)")
    parser.add_argument("--plain", action="store_true", help="at random, without atheris")
    parser.add_argument("--seed", type=int, default=0, help="of the random choices")
    parser.add_argument("--out", type=Path, default=Path(_FOUND), help="where findings are kept")
    parser.add_argument("--repeat", type=Path, help="try one file again; needs --only")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser


def _all(said: argparse.Namespace) -> int:
    """Every reader in a process of its own, as many at a time as there are processors."""
    from linter.calls import FORMATS

    if not said.plain and not importlib.util.find_spec("atheris"):
        print('No atheris (pip install "huashu[fuzz]"): inputs are chosen at random.', flush=True)
        said.plain = True
    readers = [said.only] if said.only else list(FORMATS)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = sum(pool.map(lambda reader: _one(reader, said), readers))
    print(f"{len(readers)} readers, {found} with findings" + (f" in {said.out}" if found else ""))
    return 1 if found else 0


def _one(reader: str, said: argparse.Namespace) -> bool:
    """One reader, and whether something was found or the process died of it."""
    command = [sys.executable, "-m", "tools.fuzz", "--child", "--only", reader]
    command += ["--seconds", str(said.seconds), "--seed", str(said.seed), "--out", str(said.out)]
    command += ["--plain"] if said.plain else []
    said.out.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    (said.out / f"{reader}.log").write_text(run.stderr, encoding="utf-8")
    tried = _TRIED.search(run.stderr)  # libFuzzer ends the process before it could be printed
    print(f"{reader}: {f'{tried[1]} inputs' if tried else ''}\n{run.stdout}", end="", flush=True)
    if run.returncode:
        print(f"  ended with {run.returncode}: {said.out}/{reader}.log", flush=True)
    return bool(run.returncode or "  again: " in run.stdout)


def _child(said: argparse.Namespace) -> int:
    if said.plain:
        return _fuzz(said)
    import atheris

    # Not the hook "RegEx": the patterns it puts in place take no position to begin at.
    atheris.enabled_hooks.add("str")
    with atheris.instrument_imports(include=["linter", "yaml", "openpyxl"]):
        return _fuzz(said)


def _fuzz(said: argparse.Namespace) -> int:
    from linter.calls import FORMATS
    from tools.fuzz import engines
    from tools.fuzz.keeping import Keeper
    from tools.fuzz.seeds import seeds_of

    keeper = Keeper(said.only, said.out)
    seeds = seeds_of(said.only, Path.cwd())
    for reader in FORMATS:
        _ = FORMATS[reader]  # it is imported now, that its code may be followed
    engine = engines.plain if said.plain else engines.guided
    engine(keeper, seeds, said.seconds, said.seed)
    print(f"  {keeper.count} inputs out of {len(seeds)} seeds, {keeper.found} findings")
    return 0


def _repeat(reader: str, path: Path) -> int:
    from tools.fuzz.trial import tried

    found = tried(path.read_bytes(), reader)
    print(f"{found.kind} {found.where}\n{found.said}" if found else "nothing is wrong with it")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
