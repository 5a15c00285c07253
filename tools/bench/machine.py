"""On what was measured: machine and versions."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("huashu", "jieba")


def machine() -> dict[str, str]:
    """Names and values, in the order in which they are shown."""
    found = {
        "date": date.today().isoformat(),
        "processor": _line_of("/proc/cpuinfo", "model name"),
        "cores": str(os.cpu_count()),
        "memory": _line_of("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }
    found |= {package: version(package) for package in _PACKAGES}
    if rg := ripgrep():
        said = subprocess.run([rg, "--version"], capture_output=True, text=True, check=True)
        found["ripgrep"] = said.stdout.split()[1]
    return found


def ripgrep() -> str | None:
    """Where ``rg`` is; ``None`` where there is none."""
    return shutil.which("rg")


def _line_of(path: str, name: str) -> str:
    for line in Path(path).read_text("utf-8").splitlines():
        if line.startswith(name):
            return line.partition(":")[2].strip()
    return "?"
