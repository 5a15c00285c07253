"""``python -m tools.bench``: make the load, run the benchmark, write the page.

Run it at the root of a checkout.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from tools.bench.calls import TURNS
from tools.bench.pack import PHRASES, RULES
from tools.bench.run import FULL, QUICK, run

RESULTS = Path("docs/speed/results.json")
QUICK_RESULTS = Path("build/bench/quick/results.json")


def main() -> None:
    """Do what the command line says."""
    said = _parser().parse_args()
    if said.verb == "generate":
        _generate(said)
    elif said.verb == "idle":
        _idle(said)
    elif said.verb == "run":
        sizes = QUICK if said.quick else FULL
        path = QUICK_RESULTS if said.quick else RESULTS
        if said.calls:
            sizes = replace(sizes, calls=said.calls)
        run(sizes, path)
        _page(path)
    else:
        _page(said.results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    make = verbs.add_parser("generate", help="write calls.jsonl, bare.txt, pack.yml, phrases.txt")
    make.add_argument("--calls", type=int, default=1000)
    make.add_argument("--turns", type=int, default=TURNS)
    idle = verbs.add_parser("idle", help="write a pack.yml that no generated call hits")
    for verb in (make, idle):
        verb.add_argument("--phrases", type=int, default=PHRASES)
        verb.add_argument("--rules", type=int, default=RULES)
        verb.add_argument("--out", type=Path, required=True)
    measure = verbs.add_parser("run", help=f"measure everything, write {RESULTS} and the page")
    measure.add_argument("--quick", action="store_true", help=f"a tenth, into {QUICK_RESULTS}")
    measure.add_argument("--calls", type=int, help="another number of calls")
    page = verbs.add_parser("page", help="write the page again from results.json")
    page.add_argument("--results", type=Path, default=RESULTS)
    return parser


# What takes room is imported where it is used: the process that measures has to stay small.


def _generate(said: argparse.Namespace) -> None:
    from tools.bench.calls import write_bare, write_calls
    from tools.bench.pack import full

    said.out.mkdir(parents=True, exist_ok=True)
    pack = full(said.phrases, said.rules)
    write_calls(said.out / "calls.jsonl", said.calls, turns=said.turns, plant=pack.planter())
    write_bare(said.out / "calls.jsonl", said.out / "bare.txt")
    (said.out / "phrases.txt").write_text("\n".join(pack.literals()) + "\n", "utf-8")
    pack.write(said.out / "pack.yml")


def _idle(said: argparse.Namespace) -> None:
    from tools.bench.pack import idle_rules

    said.out.mkdir(parents=True, exist_ok=True)
    idle_rules(said.rules, said.phrases).write(said.out / "pack.yml")


def _page(results: Path) -> None:
    from tools.bench.page import write_page

    write_page(results)


if __name__ == "__main__":
    main()
