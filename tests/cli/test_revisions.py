"""Rule files as git has them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from linter.cli.revisions import Revision, extracted, revision
from linter.errors import UsageError

from .conftest import write

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    """A repository whose first revision has rules, and whose folder has others."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    folder = tmp_path / "repo"
    (folder / "rules" / "更多").mkdir(parents=True)
    write(folder / "rules" / "a.yml", "old a")
    write(folder / "rules" / "更多" / "b.csv", "old b")
    write(folder / "base.yaml", "old base")
    write(folder / "calls.csv", "calls")
    write(folder / ".gitattributes", "*.yml export-ignore text eol=crlf\n")
    (folder / "rules" / "link.yml").symlink_to("/etc/hostname")
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "one")
    write(folder / "rules" / "a.yml", "new a")
    return folder


def git(*args: str) -> None:
    subprocess.run(["git", *args], check=True)


def written(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("main:rules", Revision("main", "rules")),
        ("HEAD~1:", Revision("HEAD~1", "")),
        (":rules", Revision("", "rules")),
        ("builtin", None),
        ("rules", None),
        ("c:\\rules", None),
        ("c:/rules", None),
        ("there:is", None),
    ],
)
def test_what_is_a_revision(tmp_path, monkeypatch, name, expected):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "there:is", "")
    assert revision(name) == expected


def test_the_folder_and_what_rules_may_stand_on(repo, tmp_path):
    found = extracted(Revision("main", "rules"), tmp_path / "out")
    assert found == tmp_path / "out" / "rules"
    assert written(tmp_path / "out") == {
        "rules/a.yml": b"old a",
        "rules/更多/b.csv": b"old b",
        "base.yaml": b"old base",
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("rules/a.yml", "rules/a.yml"),
        ("./rules/", "rules"),
        ("rules/./更多/../a.yml", "rules/a.yml"),
    ],
)
def test_paths(repo, tmp_path, path, place):
    assert extracted(Revision("HEAD", path), tmp_path / "out") == tmp_path / "out" / place


def test_from_a_folder_further_down(repo, tmp_path, monkeypatch):
    monkeypatch.chdir(repo / "rules")
    assert extracted(Revision("HEAD", "./a.yml"), tmp_path / "one").name == "a.yml"
    assert extracted(Revision("HEAD", "../base.yaml"), tmp_path / "two").name == "base.yaml"
    assert extracted(Revision("HEAD", "base.yaml"), tmp_path / "three").name == "base.yaml"
    assert extracted(Revision("HEAD", ""), tmp_path / "four") == tmp_path / "four"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Revision("nope", "rules"), "nope:rules: 没有 'nope' 这个版本; 检查分支名；"),
        (Revision("--all", "rules"), "--all:rules: 没有 '--all' 这个版本; "),
        (Revision("", "rules"), ":rules: 没有 '' 这个版本; "),
        (Revision("main", "nope"), "main:nope: 版本 main 里没有 'nope'; 路径从仓库的根写起；"),
        (Revision("main", "rules/link.yml"), "main:rules/link.yml: 版本 main 里没有 "),
        (Revision("main", "../x"), "main:../x: 路径在仓库外面; "),
        (Revision("main", "/etc"), "main:/etc: 路径在仓库外面; "),
    ],
)
def test_what_is_not_there(repo, tmp_path, found, said):
    with pytest.raises(UsageError) as caught:
        extracted(found, tmp_path / "out")
    assert str(caught.value).startswith(said)
    assert not (tmp_path / "out").exists()


def test_no_repository_and_no_git(repo, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="这里不是 git 仓库"):
        extracted(Revision("main", "rules"), tmp_path / "out")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="没有 git"):
        extracted(Revision("main", "rules"), tmp_path / "out")
