"""What ``huashu test --mutate`` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

import click

from linter.cli.common import table
from linter.cli.test_coverage import share
from linter.linting import Linter
from linter.reports.cells import visible
from linter.rulebook.types import Rule
from linter.ruletest import read_cases
from linter.ruletest.mutants import KINDS, Mutant, mutants
from linter.ruletest.mutation import try_mutants
from linter.ruletest.reach import Reach


def print_mutation(
    linter: Linter, chosen: Collection[Rule], least: int, files: Collection[str]
) -> bool:
    """Print the survivors as they are found, and then how many of each kind were noticed.

    :param chosen: the rules to change; the signals that they rest on are changed too. The tests
        of all rules may notice it.
    :param least: percent of the mutants that have to be noticed.
    :param files: only what stands in these is changed.
    :return: whether they were.
    """
    there: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    cases = read_cases(linter.book.rules)
    for trial in try_mutants(linter, cases, _of(linter, chosen, files)):
        kind = trial.mutant.kind
        there[kind] += 1
        killed[kind] += trial.killer is not None
        if trial.killer is None:
            click.echo(_survivor(trial.mutant))
    rows = [(name, share(killed[kind], there[kind])) for kind, name in KINDS.items() if there[kind]]
    rows = [("改坏的地方", "测试发现的"), *rows]
    rows.append(("合计", share(killed.total(), there.total())))
    for line in table(rows):
        click.echo(line)
    return killed.total() * 100 >= least * there.total()


def _of(linter: Linter, chosen: Collection[Rule], files: Collection[str]) -> Iterator[Mutant]:
    rules = {rule.id for rule in chosen}
    signals = Reach(linter.book).named(rules)
    for mutant in mutants(linter.book):
        subjects = signals if mutant.is_signal else rules
        if mutant.subject in subjects and mutant.place.path in files:
            yield mutant


def _survivor(mutant: Mutant) -> str:
    place = mutant.place
    where = place.where
    return visible(f"{where}: {mutant.subject} 没有测试发现：{mutant.change}")
