from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from linter.changes.changes import Changes
from linter.changes.lines import NOWHERE, WHOLE, Touched
from linter.errors import UsageError
from linter.model import Call, Turn

SOME = Touched(((2, 2),))


def changes(folder: Path) -> Changes:
    return Changes(str(folder), {"a.txt": SOME, "b/": WHOLE, "moved": NOWHERE})


def test_files_are_found_by_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "a.txt").write_text("x\n")
    monkeypatch.chdir(tmp_path / "sub")
    found = pickle.loads(pickle.dumps(changes(tmp_path)))
    for name in ("../a.txt", str(tmp_path / "a.txt"), "../sub/../a.txt", "../link.txt"):
        assert found.of(name) == SOME
    assert found.of("../b/c/d.txt") == WHOLE
    assert found.has("../moved")
    assert not found.has("../a")


def test_a_link_that_leads_elsewhere_now(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("x")
    (tmp_path / "a.txt").symlink_to("there")
    assert changes(tmp_path).of(tmp_path / "a.txt") == WHOLE


def test_lines_that_git_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1\r2\r\n")
    assert changes(tmp_path).of(tmp_path / "a.txt") == WHOLE
    (tmp_path / "a.txt").write_bytes(b"1\r\n2\r\n")
    assert changes(tmp_path).of(tmp_path / "a.txt") == SOME


def test_a_file_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="git 仓库"):
        changes(tmp_path / "x").has(tmp_path / "xy")


def test_lines_of_turns(tmp_path: Path) -> None:
    call = Call("c", (), str(tmp_path / "a.txt"))
    found = changes(tmp_path)
    assert [found.has_turn(call, Turn("agent", "", line=n)) for n in (1, 2, None)] == [
        False,
        True,
        True,
    ]
    assert not found.has_turn(Call("c", (), str(tmp_path / "other")), Turn("agent", ""))
    assert not found.has_turn(Call("c", (), "/elsewhere"), Turn("agent", ""))
