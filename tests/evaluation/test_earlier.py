from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.errors import InputError
from linter.evaluation.earlier import read_earlier
from linter.evaluation.objects import head_object, record_object
from linter.evaluation.result import Asked

from .samples import result


@pytest.fixture
def document(tmp_path: Path) -> dict[str, Any]:
    made, _, records = result(tmp_path)
    return head_object(made) | {"items": [record_object(record) for record in records]}


def read(tmp_path: Path, document: object, asked: Asked | None = None) -> Any:
    path = tmp_path / "old.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return read_earlier(path, asked or Asked())


def said(tmp_path: Path, document: object, asked: Asked | None = None) -> str:
    with pytest.raises(InputError) as raised:
        read(tmp_path, document, asked)
    return str(raised.value).replace(f"{tmp_path}/", "")


MAKE = "用 huashu eval … --format json -o 文件 写一份"


def test_its_records(tmp_path: Path, document: dict[str, Any]) -> None:
    found = read(tmp_path, document)
    assert list(found) == [
        *(("call", name) for name in ("c1", "c2", "c3", "c4")),
        *(("sentence", name) for name in ("s1", "s2", "s3", "s4")),
    ]
    assert found["call", "c1"].labels[0].outcome == "found"


def test_other_documents_are_refused(tmp_path: Path) -> None:
    for other in ({}, [], {"version": 1, "calls": []}):
        assert said(tmp_path, other) == f"old.json: 不是 huashu eval 写的 JSON; {MAKE}"


def test_another_version_is_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    assert said(tmp_path, document | {"version": 7}) == (
        f"old.json: 格式版本是 7，这里要 1; 重新{MAKE}"
    )


@pytest.mark.parametrize("broken", [{"items": [{}]}, {"items": 3}, {"asked": {}}, {"items": [0]}])
def test_a_broken_one_is_refused(
    tmp_path: Path, document: dict[str, Any], broken: dict[str, Any]
) -> None:
    assert said(tmp_path, document | broken) == (
        f"old.json: huashu eval 写的 JSON 不完整; 重新{MAKE}"
    )


def test_outcomes_counted_in_another_way_are_refused(
    tmp_path: Path, document: dict[str, Any]
) -> None:
    assert said(tmp_path, document, Asked("error", ("blame", "threat"))) == (
        "old.json: 算法不同，不能比：min_severity 当时是 info，现在是 error，"
        "categories 当时是 全部，现在是 blame、threat; 用同样的 --min-severity 和 --category"
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不了：No such file or directory"):
        read_earlier(tmp_path / "no.json", Asked())


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("规则评测", encoding="utf-8")
    with pytest.raises(InputError, match="不是合法的 JSON"):
        read_earlier(tmp_path / "old.json", Asked())
