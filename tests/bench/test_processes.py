from __future__ import annotations

import subprocess
import sys

import pytest

from tools.bench.processes import Stepper, command, in_turns, middle, peak_mb


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_command_s_work_and_memory_are_counted() -> None:
    idle = command(python("pass"))
    busy = command(python("x = b'x' * 300_000_000; sum(range(3_000_000))"))
    assert busy.cpu > idle.cpu
    assert busy.peak_mb > idle.peak_mb + 250


def test_memory_is_that_of_the_largest_process() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'b\"x\" * 300_000_000'])"
    assert command(python(child)).peak_mb > 280


def test_exit_codes_that_are_no_failure_have_to_be_named() -> None:
    command(python("raise SystemExit(1)"), codes=(0, 1))
    with pytest.raises(subprocess.CalledProcessError):
        command(python("raise SystemExit(2)"), codes=(0, 1))


def test_the_environment_is_added_to() -> None:
    code = "import os; assert os.environ['ADDED'] and os.environ['PATH']"
    command(python(code), env={"ADDED": "1"})


def test_children_take_turns_and_say_what_they_took() -> None:
    children = [Stepper("tests.bench.stepping", name, env={}) for name in ("one", "two")]
    in_turns(children, 3)
    assert [child.ready for child in children] == [{"letters": 3.0}] * 2
    assert [len(child.seconds) for child in children] == [3, 3]
    assert all(child.end() > 1 for child in children)


def test_a_child_that_fails_is_no_result() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        Stepper("tests.bench.no_such_module", env={})


def test_the_median_is_not_moved_by_one_disturbed_run() -> None:
    assert middle([1.0, 50.0, 1.2]) == 1.2


def test_this_process_has_a_peak() -> None:
    assert peak_mb() > 5
