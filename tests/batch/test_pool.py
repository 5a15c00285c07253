from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.batch.pool import AHEAD, Killed, Pool, Ready
from linter.errors import HuashuError

from .working import Capitals, Job, Meeting, Result, Stillborn, words_of


@pytest.fixture
def capitals(tmp_path: Path) -> Capitals:
    return Capitals(tmp_path)


def keep(job: Job, result: Result) -> Job | None:
    return None


def pool(work: Capitals, size: int = 2) -> Pool[Job, Result]:
    return Pool(work, size, words_of)


def begun(work: Capitals) -> list[tuple[int, str]]:
    """(process, words) of all jobs that were begun."""
    lines = (work.folder / "log").read_text().splitlines()
    return [(int(process), words) for process, words in (line.split(": ") for line in lines)]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_results_come_in_the_order_of_the_jobs(capitals: Capitals, size: int) -> None:
    jobs = [(f"w{number}", "x") for number in range(40)]
    with pool(capitals, size) as processes:
        results = list(processes.over(jobs, keep))
    assert results == [(f"W{number}", "X") for number in range(40)]
    assert len({process for process, _ in begun(capitals)}) <= size


def test_no_job_needs_no_process(capitals: Capitals) -> None:
    with pool(capitals) as processes:
        assert list(processes.over([], keep)) == []
        assert list(processes.over([Ready(("a",)), Ready(("b",))], keep)) == [("a",), ("b",)]
        assert multiprocessing.active_children() == []


def test_no_more_processes_than_jobs(capitals: Capitals) -> None:
    with pool(capitals, 4) as processes:
        assert list(processes.over([("a",)], keep)) == [("A",)]
        assert len(multiprocessing.active_children()) == 1


def test_what_is_ready_keeps_its_place(capitals: Capitals) -> None:
    jobs: list[Job | Ready[Result]] = [("a",), Ready(("so",)), ("b",), Ready(("there",))]
    with pool(capitals) as processes:
        assert list(processes.over(jobs, keep)) == [("A",), ("so",), ("B",), ("there",)]


@pytest.mark.parametrize("size", [1, 3])
def test_the_share_of_a_killed_process_is_done_again(capitals: Capitals, size: int) -> None:
    jobs = [("a", "b"), ("c", "once", "d"), ("e",), ("f", "g")]
    with pool(capitals, size) as processes:
        results = [*processes.over(jobs, keep)]
    # Word by word, since nobody knows which of them it was.
    assert results == [("A", "B"), ("C",), ("ONCE",), ("D",), ("E",), ("F", "G")]


def test_what_kills_twice_is_given_up_and_nothing_else(capitals: Capitals) -> None:
    jobs = [("a",), ("b", "killer", "c"), ("killer",), ("d",)]
    with pool(capitals) as processes:
        results = [*processes.over(jobs, keep)]
    killed = Killed(("killer",), -signal.SIGKILL)
    assert results == [("A",), ("B",), killed, ("C",), killed, ("D",)]
    tried = [words for _, words in begun(capitals)]
    assert tried.count("killer") == 4, "each alone, twice"
    assert tried.count("b killer c") == 1


def test_parts_may_be_ready_at_once(capitals: Capitals) -> None:
    def parts(job: Job) -> list[Job | Ready[Result]]:
        return [("x",), Ready(("said",)), ("y",)] if len(job) > 1 else []

    with Pool[Job, Result](capitals, 2, parts) as processes:
        results = [*processes.over([("once", "z"), ("a",)], keep)]
    assert results == [("X",), ("said",), ("Y",), ("A",)]


def test_jobs_are_asked_for_only_as_results_are_taken(capitals: Capitals) -> None:
    asked = 0

    def jobs() -> Iterator[Job]:
        nonlocal asked
        for number in range(1000):
            asked += 1
            yield (f"w{number}",)

    with pool(capitals) as processes:
        results = processes.over(jobs(), keep)
        for taken in range(1, 50):
            next(results)
            assert asked <= taken + AHEAD * 2


def test_a_result_may_be_sent_back(capitals: Capitals) -> None:
    shown: list[tuple[Job, Result]] = []

    def revise(job: Job, result: Result) -> Job | None:
        shown.append((job, result))
        return ("again", *job) if "b" in job and "again" not in job else None

    with pool(capitals) as processes:
        results = [*processes.over([("a",), ("b",), ("c",)], revise)]
    assert results == [("A",), ("AGAIN", "B"), ("C",)]
    assert [job for job, _ in shown] == [("a",), ("b",), ("c",)], "in their order, each once"


def test_a_result_is_sent_back_while_an_earlier_job_is_done_again() -> None:
    def again(job: Job, result: Result) -> Job:
        return ("again", *job)

    ends = os.pipe()
    with Pool[Job, Result](Meeting(*ends), 2, words_of, "fork") as processes:
        assert [*processes.over([("wait",), ("call",)], again)] == [("met",), ("called",)]
    for end in ends:
        os.close(end)


def test_what_comes_after_a_job_that_was_given_up_waits_until_that_is_taken(
    capitals: Capitals,
) -> None:
    shown: list[Job] = []

    def revise(job: Job, result: Result) -> Job | None:
        shown.append(job)
        return None

    with pool(capitals) as processes:
        results = processes.over([("killer",), ("a",), ("b",)], revise)
        assert isinstance(next(results), Killed)
        assert shown == []
        assert [*results] == [("A",), ("B",)]
    assert shown == [("a",), ("b",)]


def test_a_process_killed_while_it_waits_is_replaced(capitals: Capitals) -> None:
    def revise(job: Job, result: Result) -> Job | None:
        if job == ("b",):
            return None
        (child,) = multiprocessing.active_children()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        return ("b",)

    with pool(capitals, 1) as processes:
        assert [*processes.over([("a",)], revise)] == [("B",)]
    assert len({process for process, _ in begun(capitals)}) == 2


@pytest.mark.parametrize("interrupted", [False, True])
def test_no_process_is_left(capitals: Capitals, interrupted: bool) -> None:
    def run() -> None:
        with pool(capitals) as processes:
            for _ in processes.over([(f"w{number}",) for number in range(50)], keep):
                if interrupted:
                    raise KeyboardInterrupt

    if interrupted:
        with pytest.raises(KeyboardInterrupt):
            run()
    else:
        run()
    assert multiprocessing.active_children() == []


def test_new_interpreters_do_the_same(capitals: Capitals) -> None:
    with Pool[Job, Result](capitals, 2, words_of, "spawn") as processes:
        results = [*processes.over([("a", "once"), ("killer",), ("b",)], keep)]
    assert results == [("A",), ("ONCE",), Killed(("killer",), -signal.SIGKILL), ("B",)]


def test_processes_that_never_come_up_are_an_error() -> None:
    processes = Pool[Job, Result](Stillborn(), 2, words_of, "spawn")
    with pytest.raises(HuashuError, match=r"一启动就退出了（退出码 3）"), processes:
        next(processes.over([("a",)], keep))
