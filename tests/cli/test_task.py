"""What is linted by what, as verbs get it from their options."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from linter.calls import ReadOptions
from linter.cli.configured import SELECTING, Configured
from linter.cli.scoring import Scoring
from linter.cli.selecting import certain_option, severity_option
from linter.cli.task import Task, run_options, scope_options, task_options
from linter.cli.triage import Triage, hiding_options
from linter.triage.select import Selection


def asked(*args: str) -> tuple[Task, str]:
    """What a verb gets that has an option of its own among those of others."""
    got: list[tuple[Task, str]] = []

    @click.command()
    @scope_options
    @severity_option("至少。", "At least.")
    @certain_option
    @click.option("--own", default="")
    @hiding_options
    @run_options
    @task_options(*SELECTING)
    def verb(task: Task, own: str) -> None:
        got.append((task, own))

    run = CliRunner().invoke(verb, ["--config", "none", *args], catch_exceptions=False)
    assert run.exit_code == 0, run.output
    return got[0]


def test_options_come_as_one_value_beside_those_of_the_verb() -> None:
    task, own = asked(
        *("a.txt", "b", "--rules", "r.yml", "--profile", "严,宽", "--select", "rude"),
        *("--ignore", "cold", "--min-severity", "error", "--certain-only", "--own", "x"),
        *("--exceptions", "e.yml", "--baseline", "b.json"),
        *("--agent-channel", "1", "--strict", "--jobs", "3"),
    )
    assert own == "x"
    assert (task.paths, task.rules, task.profiles) == (("a.txt", "b"), ("r.yml",), ("严,宽",))
    assert task.selection == Selection(
        frozenset({"rude"}), frozenset({"cold"}), min_severity="error", certain_only=True
    )
    assert task.reading == ReadOptions(agent_channel="1")
    assert (task.strict, task.jobs) == (True, 3)
    assert task.apart == ("e.yml", "b.json")
    assert task.read == ("a.txt", "b", "r.yml", "e.yml", "b.json")


def test_what_nobody_says_is_as_if_there_were_no_option() -> None:
    task, own = asked("a.txt")
    assert (own, task.selection, task.strict, task.jobs) == ("", Selection(), False, 1)
    assert (task.scoring, task.apart, task.mask.wanted) == (Scoring(), (), False)
    assert task.read == ("a.txt",)


@pytest.mark.parametrize("said", [False, True])
@pytest.mark.parametrize("needed", [False, True])
def test_a_verb_may_need_praise_and_load_whatever_the_user_says(said: bool, needed: bool) -> None:
    selection = Selection(praise=said)
    task = Task(("a",), (), (), ReadOptions(), Configured(), selection, triage=Triage(("e",)))
    linter = task.linter(praise=needed, load=needed)
    assert linter.selection == Selection(praise=said or needed, load=needed)
    assert task.selection is selection
