"""Memory does not grow with the number of calls, whoever lints them."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from linter import Call, Finding, Linter, Report
from linter.calls import ReadOptions
from linter.cli.outputs import Output
from linter.cli.run import Run
from linter.cli.targets import Target
from linter.reports import Options

from .conftest import SHOP

pytestmark = pytest.mark.alone

FEW, MANY = 2_000, 20_000
GROWTH = 2 << 20
"""Bytes; what :data:`MANY` calls may take more than :data:`FEW`, to know their ids apart."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured is how a run keeps its books."""

    def lint(self: Linter, call: Call) -> Report:
        finding = Finding(
            call=call.id,
            path=call.path,
            rule="rude",
            category="impatience",
            aspect="态度",
            severity="error",
            certainty="certain",
            turn=0,
            role="agent",
            start=0,
            end=2,
            quote="您好",
            message="催",
            suggestion="慢",
        )
        return Report(call, (finding,) if call.id.endswith("00") else (), ())

    monkeypatch.setattr(Linter, "lint", lint)


def peak(path: Path, format_: str, jobs: int) -> int:
    """The most bytes this process held at any time of a run."""
    with open(os.devnull, "w", encoding="utf-8") as out:
        output = Output(Target(format_), Options(), out)
        run = Run(Linter([SHOP]), [output], "error", jobs)
        tracemalloc.start()
        try:
            assert run.over((str(path),), ReadOptions()) == 1
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def calls(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            turn = '{"role": "agent", "text": "您好"}'
            file.write(f'{{"id": "{number}", "turns": [{turn}]}}\n')
    return path


@pytest.mark.parametrize(("format_", "jobs"), [("text", 1), ("jsonl", 2)])
def test_ten_times_the_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, jobs: int
) -> None:
    # The file is read in pieces, whose size must not be what is measured.
    monkeypatch.setattr("linter.calls.decode.CHUNK", 1 << 16)
    monkeypatch.setattr("linter.batch.cutting.SHARE_BYTES", 10_000)
    peak(calls(tmp_path / "imported.jsonl", 101), format_, jobs)
    few, many = (peak(calls(tmp_path / f"{n}.jsonl", n), format_, jobs) for n in (FEW, MANY))
    assert many - few < GROWTH
