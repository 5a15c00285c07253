"""Processes whose costs are counted: whole commands, and children that work a step at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Cost:
    """What one run took.

    :ivar wall: seconds on the clock.
    :ivar cpu: seconds of all its processes together, theirs and the system's.
    :ivar peak_mb: the largest of its processes, in MB.
    """

    wall: float
    cpu: float
    peak_mb: float


def command(
    argv: Sequence[str], *, env: Mapping[str, str] | None = None, codes: Sequence[int] = (0,)
) -> Cost:
    """Run a command to its end and count what it took.

    :param env: added to the environment.
    :param codes: exit codes that are no failure.
    :raises subprocess.CalledProcessError: for any other; what it said went to standard error.
    """
    launch = [sys.executable, "-S", "-E", str(_LAUNCH), *argv]
    ran = subprocess.run(
        launch, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, text=True, check=True
    )
    code, wall, cpu, peak = ran.stdout.split()
    if int(code) not in codes:
        raise subprocess.CalledProcessError(int(code), argv)
    return Cost(float(wall), float(cpu), float(peak))


class Stepper:
    """A child that does the same work again at each step, so that rivals can take turns.

    :param module: run with ``-m``; it has to call :func:`serve`.
    :ivar ready: what it said of itself when it was ready.
    """

    def __init__(self, module: str, *arguments: str, env: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **env},
        )
        self.seconds: list[float] = []
        self.ready = self._said()

    def step(self) -> None:
        """Do the work once more; the processor's seconds are kept."""
        assert self._process.stdin is not None
        self._process.stdin.write("step\n")
        self._process.stdin.flush()
        self.seconds.append(float(self._said()["seconds"]))

    def end(self) -> float:
        """End the child; its peak memory in MB."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        peak = float(self._said()["peak_mb"])
        with self._process:
            return peak

    def _said(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            with self._process:
                self._process.stdout.close()
            raise subprocess.CalledProcessError(self._process.returncode, self._process.args)
        said: dict[str, float] = json.loads(line)
        return said


def in_turns(steppers: Sequence[Stepper], rounds: int) -> None:
    """Every child a step, again and again: what disturbs the machine disturbs them all."""
    for _ in range(rounds):
        for stepper in steppers:
            stepper.step()


def middle(values: Sequence[float]) -> float:
    """The median; a disturbed run does not move it."""
    return median(values)


def peak_mb() -> float:
    """The most memory that this process has held, in MB (Linux: VmHWM of /proc/self/status)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("/proc/self/status has no VmHWM")
