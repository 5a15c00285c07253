"""``huashu cache``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import Huashu


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where results will be kept: not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    return tmp_path / "user" / "huashu" / "reports"


def test_show_and_clear(huashu: Huashu, calls: Path, folder: Path) -> None:
    assert huashu("cache") == (0, f"{folder}\n0 个文件，0.0 MiB\n", "")
    huashu("lint", "bad.txt", "--rules", "shop.yml", "--cache")
    assert huashu("cache", "show") == (0, f"{folder}\n1 个文件，0.0 MiB\n", "")
    assert huashu("cache", "clear", "--lang", "en") == (
        0,
        f"{folder}\nFiles removed: 1, 0.0 MiB\n",
        "",
    )
    assert [path.name for path in folder.iterdir()] == ["lock"]
    assert huashu("cache", "--lang", "en").out.splitlines()[1] == "Files: 0, 0.0 MiB"
    assert huashu("cache", "clear").out.splitlines()[1] == "删了 0 个文件，0.0 MiB"


def test_what_cannot_be_cleared(huashu: Huashu, calls: Path, folder: Path) -> None:
    huashu("lint", "bad.txt", "--rules", "shop.yml", "--cache")
    folder.chmod(0o777)
    done = huashu("cache", "clear")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"错误：{folder}: 清空不了")


def test_no_place_for_a_cache(
    huashu: Huashu, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    assert huashu("cache") == (0, "这里没有缓存文件夹\n", "")
    assert huashu("cache", "--lang", "en") == (0, "There is no cache folder here\n", "")


def test_an_unknown_action(huashu: Huashu) -> None:
    assert huashu("cache", "burn").code == 2
