from __future__ import annotations

import io
from pathlib import Path

import pytest

from linter.errors import HuashuError
from linter.evaluation import reading
from linter.evaluation.reading import Reader
from linter.reports import CATEGORIES

from .samples import CALLS, SENTENCES, lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "calls.jsonl").write_text(lines(CALLS[:2]), encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "bank.ndjson").write_text("\n" + lines(SENTENCES[:1]), encoding="utf-8")
    (tmp_path / "notes.md").write_text("# 话术\n\n您好。\n", encoding="utf-8")
    (tmp_path / "labelled.txt").write_text(lines(CALLS[2:3]), encoding="utf-8")
    return tmp_path


def ids(*patterns: Path | str) -> tuple[list[str], list[str]]:
    errors: list[HuashuError] = []
    reader = Reader(("impatience", "shirking", "cold_refusal"), errors.append)
    found = [item.call.id for pattern in patterns for item in reader.files(str(pattern))]
    return found, [str(error) for error in errors]


def test_of_a_folder_json_lines_are_read_whatever_they_hold(folder: Path) -> None:
    assert ids(folder) == (["s1", "c1", "c2"], [])


def test_of_a_glob_too(folder: Path) -> None:
    assert ids(folder / "*") == (["s1", "c1", "c2"], [])


def test_a_file_that_is_named_is_read_whatever_its_suffix(folder: Path) -> None:
    assert ids(folder / "labelled.txt") == (["c3"], [])


def test_no_file_is_read_twice(folder: Path) -> None:
    assert ids(folder / "calls.jsonl", folder) == (["c1", "c2", "s1"], [])


def test_ids_are_told_apart_over_all_files(folder: Path) -> None:
    (folder / "more.jsonl").write_text(lines(CALLS[:1]), encoding="utf-8")
    assert ids(folder) == (["s1", "c1", "c2", "c1#2"], [])


def test_a_folder_with_nothing_to_read(folder: Path) -> None:
    (folder / "calls.jsonl").unlink()
    (folder / "below" / "bank.ndjson").unlink()
    said = f"{folder}: 没有能评测的文件; 带标注的通话和话术句写在 .jsonl 里"
    assert ids(folder) == ([], [said])


def test_a_name_that_names_nothing(folder: Path) -> None:
    assert ids(folder / "no") == ([], [f"{folder}/no: 没有这个文件或文件夹; 检查路径"])


def test_a_file_that_cannot_be_read_as_text(folder: Path) -> None:
    (folder / "calls.jsonl").write_bytes(b"")
    assert ids(folder / "calls.jsonl", folder / "below") == (
        ["s1"],
        [f"{folder}/calls.jsonl: 文件是空的; 至少要有一通对话"],
    )


def test_a_file_that_cannot_be_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading, "open", refuse, raising=False)
    said = f"{folder}/calls.jsonl: 读不了：Permission denied; 检查路径和权限"
    assert ids(folder / "calls.jsonl") == ([], [said])


def test_a_line_that_is_no_json(folder: Path) -> None:
    errors: list[HuashuError] = []
    data = io.BytesIO(b"\xef\xbb\xbf{\n" + lines(CALLS[3:]).encode())
    found = [item.call.id for item in Reader((), errors.append).stream(data, "<stdin>")]
    assert found == ["c4"]
    assert [error.where for error in errors] == ["<stdin>:1:2"]


def test_a_file_of_another_kind_is_told_in_a_few_lines(folder: Path) -> None:
    (folder / "other.jsonl").write_text(13 * '{"said": "您好"}\n', encoding="utf-8")
    _, errors = ids(folder / "other.jsonl")
    assert len(errors) == 11
    assert errors[9].startswith(f"{folder}/other.jsonl:10: 既不是带标注的通话")
    assert errors[10] == f"{folder}/other.jsonl: 还有 3 行不对; 检查是不是这种文件"


def test_the_corpus_is_labelled_as_it_should_be() -> None:
    errors: list[HuashuError] = []
    known = [category for category in CATEGORIES if category != "praise"]
    corpus = Path(__file__).parents[2] / "corpus" / "calls"
    found = list(Reader(known, errors.append).files(str(corpus)))
    assert errors == []
    assert len(found) >= 138
