from __future__ import annotations

import json

from linter.coaching.examples.formats.jsonl import JsonlFormat

from ..making import BAD, GOOD, made


def test_the_card_and_then_the_examples():
    lines = "".join(JsonlFormat("zh").text(made(GOOD, BAD))).splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["record"] for record in records] == ["card", "example", "example"]
    assert [record["id"] for record in records[1:]] == ["bad1", "good1"]
    assert records[1]["pair"]["id"] == "good1"


def test_the_language_changes_nothing():
    texts = ["".join(JsonlFormat(lang).text(made(BAD))) for lang in ("zh", "en")]
    assert texts[0] == texts[1]
