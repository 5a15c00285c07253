from __future__ import annotations

import io
from pathlib import Path

import pytest

from linter.calls import ReadOptions, read_path, read_script, read_stream
from linter.calls.reading import script_in
from linter.errors import InputError, UsageError


def test_a_path_names_its_calls(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("坐席：您好\n", encoding="gb18030")
    (call,) = read_path(path)
    assert call.path == str(path)
    assert call.turns[0].text == "您好"


def test_the_format_may_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("- 您好\n", encoding="utf-8")
    (call,) = read_path(path, options=ReadOptions("markdown"))
    assert (call.kind, call.turns[0].text) == ("script", "您好")
    with pytest.raises(InputError):
        list(read_path(path, options=ReadOptions("json")))


def test_no_such_format() -> None:
    with pytest.raises(UsageError):
        list(read_stream(io.BytesIO(b"x"), options=ReadOptions("doc")))


@pytest.mark.parametrize("reader", [lambda path: list(read_path(path)), read_script])
@pytest.mark.parametrize(
    ("name", "message"), [("missing.txt", "没有这个文件"), (".", "这是文件夹，不是文件")]
)
def test_what_cannot_be_opened(tmp_path: Path, reader: object, name: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        reader(tmp_path / name)  # type: ignore[operator]
    assert caught.value.path == str(tmp_path / name)
    assert caught.value.message == message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (PermissionError(13, "Permission denied"), "没有权限读"),
        (OSError(5, "Input/output error"), "读不了：Input/output error"),
    ],
)
def test_what_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, failure: OSError, message: str
) -> None:
    def refuse(*_: object) -> None:
        raise failure

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError) as caught:
        list(read_path(Path("a.txt")))
    assert caught.value.message == message


def test_the_default_name_is_standard_input() -> None:
    with pytest.raises(InputError) as caught:
        list(read_stream(io.BytesIO(b"")))
    assert caught.value.path == "<stdin>"


def test_two_files_may_use_the_same_id(tmp_path: Path) -> None:
    ids = []
    for name in ["a.jsonl", "b.jsonl"]:
        (tmp_path / name).write_text('{"id": "c", "turns": []}\n', encoding="utf-8")
        ids += [call.id for call in read_path(tmp_path / name)]
    assert ids == ["c", "c"]


def test_a_script_library_that_can_be_read(tmp_path: Path) -> None:
    library, call, broken = (tmp_path / name for name in ("a.md", "b.txt", "c.yml"))
    library.write_text("# 开场\n- 您好，请问有什么可以帮您？\n")
    call.write_text("坐席：您好。\n")
    broken.write_text("开场: [您好，请讲。\n话术: 您好，请问有什么可以帮您？\n")
    found = script_in(library, ReadOptions())
    assert found is not None
    assert [line.text for scene in found.scenes for line in scene.lines] == [
        "您好，请问有什么可以帮您？"
    ]
    for path in (call, broken, tmp_path / "no.md", tmp_path):
        assert script_in(path, ReadOptions()) is None
    assert script_in(library, ReadOptions("plain")) is None
