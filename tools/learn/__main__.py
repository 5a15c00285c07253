"""``python -m tools.learn``: train the scorer on the corpus and write its data file."""

from __future__ import annotations

import argparse
from pathlib import Path

from linter.evaluation.model import WORDING
from tools.learn.acts import (
    OF_AGENTS,
    OF_ANSWERS,
    OF_CUSTOMERS,
    of_agents,
    of_answers,
    of_customers,
)
from tools.learn.casting import write_casting
from tools.learn.examples import ABSENT, ANY, REPLIES, fingerprint, of_wording
from tools.learn.measuring import left_out, report
from tools.learn.model import AS_MUCH, CAUTION, Task, tables, train
from tools.learn.writing import data_file

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Train, write, and unless told not to, measure on voices left out."""
    parser = argparse.ArgumentParser(prog="python -m tools.learn", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--measure", action="store_true", help="only measure, write nothing")
    parser.add_argument(
        "--casting", action="store_true", help="train what tells agents from customers instead"
    )
    given = parser.parse_args()
    corpus = given.corpus
    if given.casting:
        write_casting(corpus, given.output or ROOT / "linter/signals/casting/casting.bin")
        return
    sides = (
        (
            [*of_wording(corpus), *of_agents(corpus)],
            [
                *(Task(label, caution=CAUTION) for label in (ANY, *WORDING)),
                *(Task(label, even=True) for label in OF_AGENTS),
                *(Task(label, even=True, of_before=AS_MUCH) for label in (*REPLIES, *ABSENT)),
            ],
        ),
        (
            [*of_customers(corpus), *of_answers(corpus)],
            [Task(label, even=True) for label in (*OF_CUSTOMERS, *OF_ANSWERS)],
        ),
    )
    if given.measure:
        for side in sides:
            print(report(side[0], left_out(*side)))
        return
    models = [train(examples, tasks) for examples, tasks in sides]
    written = data_file([*map(tables, models)], {ANY: WORDING}, fingerprint(corpus))
    (given.output or ROOT / "linter/signals/learned.bin").write_bytes(written)


if __name__ == "__main__":
    main()
