"""The bars of docs/masking.md hold on the labelled sentences, which are what the page says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.masking import CORPUS, measure, places, sentences, table

PAGE = Path(__file__).parent.parent.parent / "docs" / "masking.md"
ROWS = list(sentences(sorted(CORPUS.glob("*.jsonl"))))
MEASURED = measure(ROWS)


def test_there_are_enough_sentences_and_half_of_them_only_look_like_it():
    assert len(ROWS) >= 1000
    assert 0.45 <= MEASURED.clean / MEASURED.sentences <= 0.6
    assert len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("group", "recall"), [("numbers", 0.97), ("names", 0.85), ("addresses", 0.85)]
)
def test_what_tells_who_somebody_is_gets_masked(group, recall):
    scores = MEASURED.groups[group]
    assert scores.recall >= recall, MEASURED.misses
    assert scores.precision >= 0.95, MEASURED.alarms


def test_the_page_has_the_figures():
    assert table(MEASURED) in PAGE.read_text(encoding="utf-8")


def test_an_entity_without_a_place_is_wherever_its_words_are():
    row = {"text": "王芳，是王芳", "entities": [{"kind": "name", "text": "王芳"}]}
    assert places(row) == [("name", 0, 2), ("name", 4, 6)]
    with pytest.raises(ValueError, match="不在"):
        places({"text": "王", "entities": [{"kind": "name", "text": "不在"}]})


def test_misses_and_false_alarms_count():
    measured = measure(
        [
            {"text": "买了小明牌电池", "entities": [{"kind": "name", "text": "小明"}]},
            {"text": "打13800138000", "entities": []},
        ]
    )
    assert (measured.groups["names"].recall, measured.groups["all"].precision) == (0.0, 0.0)
    assert len(measured.misses) == len(measured.alarms) == 1


def test_sentences_are_json(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "a", "entities": []}) + "\n\n", encoding="utf-8")
    assert list(sentences([path])) == [{"text": "a", "entities": []}]
