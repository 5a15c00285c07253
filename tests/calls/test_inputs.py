from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.calls import ReadOptions, find_inputs
from linter.errors import InputError, UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some files below the working folder."""
    for name in [
        "b.jsonl",
        "a.txt",
        "A.MD",
        "notes.docx",
        ".hidden.txt",
        ".git/x.txt",
        "sub/c.csv",
        "sub/deep/d.json",
        "sub/deep/e.png",
        "sub.d/f.md",
        "none/g.png",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*patterns: str) -> list[str]:
    return [path.as_posix() for path in find_inputs(patterns)]


EVERYTHING = ["A.MD", "a.txt", "b.jsonl", "sub/c.csv", "sub/deep/d.json", "sub.d/f.md"]


def test_a_folder_is_searched_in_order() -> None:
    assert found(".") == EVERYTHING
    assert found("sub") == ["sub/c.csv", "sub/deep/d.json"]


def test_a_named_file_is_read_whatever_its_suffix() -> None:
    assert found("notes.docx", ".hidden.txt") == ["notes.docx", ".hidden.txt"]


def test_a_hidden_folder_that_is_named_is_searched() -> None:
    assert found(".git") == [".git/x.txt"]


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.txt", ["a.txt"]),
        ("*.docx", ["notes.docx"]),
        ("?.jsonl", ["b.jsonl"]),
        ("[ab].*", ["a.txt", "b.jsonl"]),
        (".*.txt", [".hidden.txt"]),
        ("su*/c.csv", ["sub/c.csv"]),
        ("sub*", ["sub/c.csv", "sub/deep/d.json", "sub.d/f.md"]),
        ("**/*.json", ["sub/deep/d.json"]),
        ("**/*.txt", ["a.txt"]),
        ("sub/**", ["sub/c.csv", "sub/deep/d.json"]),
        ("**/deep/*.json", ["sub/deep/d.json"]),
        ("**", EVERYTHING),
    ],
)
def test_globs(pattern: str, files: list[str]) -> None:
    assert found(pattern) == files


def test_absolute_globs(folder: Path) -> None:
    assert found(f"{folder}/**/*.csv") == [f"{folder.as_posix()}/sub/c.csv"]


def test_a_name_that_exists_is_no_glob(folder: Path) -> None:
    (folder / "[ab].txt").write_text("x", encoding="utf-8")
    assert found("[ab].txt") == ["[ab].txt"]


def test_each_file_once_in_the_order_named(folder: Path) -> None:
    assert found("b.jsonl", "./b.jsonl", str(folder / "b.jsonl"), "*.jsonl", "a.txt") == [
        "b.jsonl",
        "a.txt",
    ]
    assert found("sub", ".", "sub/c.csv")[:3] == ["sub/c.csv", "sub/deep/d.json", "A.MD"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("missing.txt", "没有这个文件"),
        ("missing/*.txt", "没有匹配"),
        ("*.xyz", "没有匹配"),
        ("a.txt/*", "没有匹配"),
        ("none", "文件夹里没有"),
        ("", "没有这个文件"),
        ("x" * 5000, "没有这个文件"),
    ],
)
def test_what_matches_nothing_is_an_error(pattern: str, message: str) -> None:
    reading = find_inputs(["a.txt", pattern])
    assert next(reading) == Path("a.txt")
    with pytest.raises(UsageError) as caught:
        next(reading)
    assert message in caught.value.message
    assert caught.value.path == pattern
    assert caught.value.hint


def test_links_in_a_circle_end(folder: Path) -> None:
    for name in ["one", "two", "sub/three"]:
        (folder / name).symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")
    assert sorted(found(".")) == sorted(EVERYTHING)
    assert sorted(found("**/*.json")) == ["sub/deep/d.json"]
    assert sorted(found("**/**/*.csv")) == ["sub/c.csv"]


def test_links_to_elsewhere_are_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "z.txt").write_text("x", encoding="utf-8")
    (folder / "sub" / "link").symlink_to(other, target_is_directory=True)
    (folder / "sub" / "again.txt").symlink_to(other / "z.txt")
    assert found("sub") == ["sub/again.txt", "sub/c.csv", "sub/deep/d.json"]


def test_only_files_are_found_in_folders(folder: Path) -> None:
    (folder / "none" / "dir.txt").mkdir()
    os.mkfifo(folder / "none" / "pipe.txt")
    with pytest.raises(UsageError):
        found("none")


def test_a_folder_that_cannot_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir

    def refuse(path: Path) -> list[str]:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(InputError) as caught:
        found("sub")
    assert caught.value.path == str(Path("sub/deep"))
    assert "Permission denied" in caught.value.message


def test_texts_about_a_folder_are_left_out_unless_named(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "README.md").write_text("# about\n", encoding="utf-8")
    (folder / "readme.zh-CN.md").write_text("# about\n", encoding="utf-8")
    (folder / "desk.md").write_text("- 您好\n", encoding="utf-8")
    assert list(find_inputs([str(folder)])) == [folder / "desk.md"]
    named = str(folder / "README.md")
    assert list(find_inputs([named])) == [folder / "README.md"]


def test_of_yaml_in_a_folder_only_scripts_are_read(tmp_path: Path) -> None:
    scripts = "开场:\n  - 您好，很高兴为您服务。\n结束:\n  - 感谢您的来电，再见。\n"
    folder = tmp_path / "yaml"
    folder.mkdir()
    for name, text in {
        "库.yaml": scripts,
        "ci.yml": "jobs:\n  test:\n    runs-on: x\n",
        "rules.yml": "pack: a\nrules:\n  - say: 您好，请您改。\n    why: 您听着不好。\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert [path.name for path in find_inputs([str(folder)])] == ["库.yaml"]
    assert [path.name for path in find_inputs([str(folder / "ci.yml")])] == ["ci.yml"]


class LeavingOut:
    """Leaves out what has one of some names, and remembers what it was asked of."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.asked: list[str] = []

    def options(self, name: str, options: ReadOptions) -> ReadOptions:
        return options

    def leaves_out(self, path: Path, *, is_folder: bool = False) -> bool:
        self.asked.append(path.as_posix())
        return path.name in self.names


@pytest.mark.parametrize("pattern", [".", "sub", "sub/deep", "sub/*", "sub/deep/d.json"])
def test_what_is_left_out_is_left_out_though_it_is_named(pattern: str) -> None:
    leaving = LeavingOut("deep", "d.json")
    files = [path.as_posix() for path in find_inputs([pattern], leaving)]
    assert files == [name for name in found(pattern) if "deep" not in name]


def test_a_folder_that_is_left_out_is_not_entered() -> None:
    leaving = LeavingOut("sub")
    assert "sub/c.csv" not in [path.as_posix() for path in find_inputs(["."], leaving)]
    assert "sub" in leaving.asked
    assert not [path for path in leaving.asked if path.startswith("sub/")]


def test_nothing_named_is_an_error_still() -> None:
    with pytest.raises(UsageError):
        list(find_inputs(["none"], LeavingOut("sub")))
    with pytest.raises(UsageError):
        list(find_inputs(["nope.txt"], LeavingOut("nope.txt")))
