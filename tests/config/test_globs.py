"""Patterns of paths: as git has them."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from linter.config.globs import Globs, below, fault

PATTERNS = [
    *("*.bak", "archive/", "archive", "/a", "a/b", "a/*", "a/**", "**/b", "a/**/c", "a/*/c"),
    *("**", "*", "a?", "[ab].txt", "[!ab].txt", "[^a].txt", "a/b/", "/archive/", "x-[0-9]"),
    *("旧/", "**/旧/*.txt", "[]a]x", "[a-]x", "a b", "*.t?t"),
]
PATHS = [
    *("a", "b", "a/b", "a/b/c", "a/x/c", "a/c", "archive/x", "q/archive/x", "q/archive"),
    *("f.bak", "q/f.bak", "f.bak/x", "a.txt", "b.txt", "c.txt", "q/a.txt", "x-1", "q/x-2/y"),
    *("旧/1.txt", "p/旧/1.txt", "p/旧/s/1.txt", "]x", "ax", "-x", "a b", "^.txt"),
]


def matched(pattern: str) -> set[str]:
    return {path for path in PATHS if Globs((pattern,)).matching(path) is not None}


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.skipif(not shutil.which("git"), reason="git is the oracle")
def test_git_ignores_the_same(tmp_path, pattern):
    assert fault(pattern) == ""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text(f"{pattern}\n", encoding="utf-8")
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", "check-ignore", "--no-index", "--stdin"],
        cwd=tmp_path,
        input="\n".join(PATHS).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )
    assert matched(pattern) == set(done.stdout.decode().split("\n")) - {""}


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("archive/", {"archive/x", "q/archive/x"}),
        ("a/b", {"a/b", "a/b/c"}),
        ("a/**/c", {"a/b/c", "a/x/c", "a/c"}),
        ("**/旧/*.txt", {"旧/1.txt", "p/旧/1.txt"}),
    ],
)
def test_without_git_too(pattern, paths):
    assert matched(pattern) == paths


def test_a_folder_is_known_before_it_is_entered():
    globs = Globs(("x", "archive/", "q/**"))
    assert globs.matching("archive", is_folder=True) == 1
    assert globs.matching("archive") is None
    assert globs.matching("q", is_folder=True) is None
    assert globs.matching("q/r", is_folder=True) == 2


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("!a", "不能用 ! 取消排除；把要排除的写窄些"),
        ("C:/a", "要从配置文件所在的文件夹写起"),
        ("~/a", "要从配置文件所在的文件夹写起"),
        ("a\\b", "分隔文件夹用 /，不用 \\"),
        ("../a", "不能有 . 和 ..；从配置文件所在的文件夹写起"),
        ("./a", "不能有 . 和 ..；从配置文件所在的文件夹写起"),
        ("a//b", "两个 / 之间没有名字"),
        ("/", "没有名字"),
        ("a**", "** 要独占一段，如 a/**/b；段内用 *"),
        ("a/[b", "[ 没有配对的 ]"),
    ],
)
def test_what_is_no_pattern(pattern, why):
    assert fault(pattern) == why


def test_paths_are_taken_from_the_folder_on(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert below(str(tmp_path), "b.txt") == "a/b.txt"
    assert below(str(tmp_path / "a"), "../c.txt") is None
    assert below(str(tmp_path), "..x") == "a/..x"


def test_a_folder_that_is_reached_by_a_link_is_the_same(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert below(str(tmp_path / "real"), str(tmp_path / "link" / "a.txt")) == "a.txt"
