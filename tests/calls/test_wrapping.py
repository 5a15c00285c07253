from __future__ import annotations

import json
from typing import Any

import pytest

from linter.calls.place import Place
from linter.calls.wrapping import Document, candidates, documents
from linter.errors import InputError

DOC: dict[str, Any] = {"doc": 1}


def is_doc(value: object) -> bool:
    return isinstance(value, dict) and "doc" in value


def found(value: object) -> list[Document]:
    return list(documents(value, Place("a"), is_doc))


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (DOC, ""),
        (json.dumps(DOC), ""),
        ({"data": DOC}, "data"),
        ({"data": json.dumps(DOC)}, "data"),
        ({"Records": [{"body": json.dumps({"result": DOC})}]}, "Records[0].body.result"),
    ],
)
def test_a_document_is_found_where_it_stands(value: object, at: str) -> None:
    (document,) = found(value)
    assert (document.value, document.place.at) == (DOC, at)
    assert DOC in candidates(value)


def test_what_stands_around_it_is_given_with_it() -> None:
    value = {"trace": 7, "data": {"result": DOC, "took": 3}}
    assert found(value) == [Document(DOC, Place("a", at="data.result"), {"trace": 7, "took": 3})]


def test_all_of_a_list_and_of_an_object_are_found() -> None:
    assert [one.place.at for one in found([DOC, {"x": DOC}])] == ["[0]", "[1].x"]
    assert [one.place.at for one in found({"a": DOC, "b": [DOC]})] == ["a", "b[0]"]


def test_a_stranger_among_documents_is_an_error() -> None:
    with pytest.raises(InputError, match=r"data\[1\]：认不出"):
        found({"data": [DOC, {"x": 1}]})


@pytest.mark.parametrize("value", [None, 1, "[喂]", [], {}, ["a"], {"tags": ["a", {}], "x": "{"}])
def test_where_there_is_none_none_is_found(value: object) -> None:
    assert found(value) == []


def test_how_deep_is_looked_is_bounded() -> None:
    value: object = DOC
    for _ in range(6):
        value = {"x": value}
    assert found(value) == []
    assert DOC not in candidates(value)
