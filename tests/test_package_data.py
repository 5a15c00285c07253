"""What is installed: every folder of the package, and every file in it that is no module."""

from __future__ import annotations

import configparser
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOMES = {"linter.packs": ROOT / "rules"}
"""Packages whose folder has another name."""


def setup() -> configparser.ConfigParser:
    read = configparser.ConfigParser()
    read.read(ROOT / "setup.cfg", encoding="utf-8")
    return read


def packages() -> dict[str, Path]:
    names = setup()["options"]["packages"].split()
    return {name: HOMES.get(name, ROOT / name.replace(".", "/")) for name in names}


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "linter").rglob("__init__.py")}
    assert folders | set(HOMES.values()) == set(packages().values())


def test_every_other_file_is_data_of_its_package() -> None:
    data = setup()["options.package_data"]
    named = {
        file
        for name, home in packages().items()
        for pattern in data.get(name, "").replace(",", " ").split()
        for file in home.glob(pattern)
    }
    files = {
        path
        for home in packages().values()
        for path in home.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
    }
    assert files
    assert files == named


def test_no_pattern_is_idle() -> None:
    data = setup()["options.package_data"]
    for name, home in packages().items():
        files = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
        for pattern in data.get(name, "").replace(",", " ").split():
            assert any(fnmatch(file, pattern) for file in files), (name, pattern)
