from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from linter.changes import Touched, changes_since
from linter.changes.lines import NOWHERE, WHOLE
from linter.errors import UsageError

from .repository import Repository

LINES = tuple(f"坐席：第 {n} 句。" for n in range(1, 12))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "仓 库")
    made.write("甲 乙.txt", *LINES)
    made.write("old.txt", *LINES, "旧")
    made.write("same.txt", "一")
    made.write(".gitignore", "build/")
    made.commit()
    made.git("checkout", "-q", "-b", "work")
    return made


def since(repository: Repository, base: str = "main") -> dict[str, Touched | None]:
    changes = changes_since(base, repository.folder)
    found = [path for path in repository.folder.rglob("*.*") if ".git" not in path.parts]
    names = {str(path.relative_to(repository.folder)): changes.of(path) for path in found}
    return {name: touched for name, touched in names.items() if touched and name[0] != "."}


def test_nothing_changed(repository: Repository) -> None:
    assert since(repository) == {}


def test_what_is_committed_staged_written_and_unknown(repository: Repository) -> None:
    repository.write("甲 乙.txt", LINES[0], "新", *LINES[2:])
    repository.commit()
    repository.write("甲 乙.txt", LINES[0], "新", *LINES[2:-1])
    repository.write("staged.txt", "x")
    repository.git("add", "staged.txt")
    repository.write("未知/新.txt", "x")
    repository.write("build/made.txt", "x")
    assert since(repository) == {
        "甲 乙.txt": Touched(((2, 2),), (10,)),
        "staged.txt": WHOLE,
        "未知/新.txt": WHOLE,
    }


def test_renamed_files(repository: Repository) -> None:
    (repository.folder / "old.txt").rename(repository.folder / "new.txt")
    repository.write("same.txt", *LINES, "三", "新")
    (repository.folder / "甲 乙.txt").unlink()
    repository.commit()
    assert since(repository)["new.txt"] == NOWHERE


def test_what_the_other_branch_got_meanwhile_is_no_change(repository: Repository) -> None:
    repository.write("mine.txt", "x")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("same.txt", "二")
    repository.commit()
    repository.git("checkout", "-q", "work")
    assert since(repository) == {"mine.txt": WHOLE}
    assert since(repository, repository.git("rev-parse", "HEAD")) == {}


@pytest.mark.parametrize(
    "setting",
    [
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "diff.context=9",
        "color.ui=always",
        "core.quotepath=true",
        "diff.external=false",
        "diff.interHunkContext=9",
        "diff.relative=true",
        "diff.renames=false",
    ],
)
def test_settings_change_nothing(repository: Repository, setting: str) -> None:
    repository.git("config", *setting.split("="))
    repository.write("甲 乙.txt", LINES[0], "新", *LINES[2:6], "新", *LINES[7:])
    repository.git("mv", "old.txt", "new 名.txt")
    repository.write("new 名.txt", *LINES, "新")
    assert since(repository) == {
        "甲 乙.txt": Touched(((2, 2), (7, 7))),
        "new 名.txt": Touched(((12, 12),)),
    }


def test_from_a_folder_below(repository: Repository) -> None:
    repository.write("sub/a.txt", "x")
    changes = changes_since("main", repository.folder / "sub")
    assert changes.of(repository.folder / "sub/a.txt") == WHOLE


@pytest.mark.parametrize("base", ["", "-x", "--output=x", "nope", "main..work", "a\0b", "a b"])
def test_no_such_revision(repository: Repository, base: str) -> None:
    with pytest.raises(UsageError, match=r"提交|没有"):
        changes_since(base, repository.folder)
    assert not (repository.folder / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不在 git 仓库里"):
        changes_since("main", tmp_path)


def test_no_commit(tmp_path: Path) -> None:
    made = Repository(tmp_path / "r")
    with pytest.raises(UsageError, match="没有"):
        changes_since("main", made.folder)


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(UsageError, match="找不到 git"):
        changes_since("main", repository.folder)


def test_a_git_that_cannot_be_run(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.folder / "git").write_bytes(b"\x7fELF nothing")
    (repository.folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(UsageError, match="运行不了 git"):
        changes_since("main", repository.folder)


def test_what_git_complains_of(repository: Repository) -> None:
    (repository.folder / ".git/index").write_bytes(b"broken")
    with pytest.raises(UsageError, match=r"git 出错了：.*index") as caught:
        changes_since("main", repository.folder)
    assert "git diff" in caught.value.hint


def test_no_common_commit(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "other")
    repository.write("same.txt", "另一个")
    repository.commit()
    with pytest.raises(UsageError, match="没有共同的提交") as caught:
        changes_since("main", repository.folder)
    assert "fetch" not in caught.value.hint


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    repository.write("mine.txt", "x")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("same.txt", "二")
    repository.commit()
    url = f"file://{repository.folder}"
    repository.git(
        "clone", "-q", "--depth=1", "--no-single-branch", "-b", "work", url, str(tmp_path / "c")
    )
    for base, said in (("origin/main", "没有共同的提交"), ("HEAD~5", "没有 'HEAD~5'")):
        with pytest.raises(UsageError, match=re.escape(said)) as caught:
            changes_since(base, tmp_path / "c")
        assert "fetch-depth: 0" in caught.value.hint


def test_a_repository_in_the_repository(repository: Repository) -> None:
    inner = Repository(repository.folder / "inner")
    inner.write("a.txt", "x")
    assert since(repository) == {"inner/a.txt": WHOLE}


def test_hooks_of_git_set_its_environment(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir(repository.folder)
    repository.write("a.txt", "x")
    assert changes_since("main", Path.cwd()).has("a.txt")
    assert shutil.which("git")
    assert os.environ["GIT_DIR"] == ".git"
