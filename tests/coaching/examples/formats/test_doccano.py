from __future__ import annotations

import json
from dataclasses import replace

from linter.coaching.examples.formats.doccano import DoccanoFormat, labelled
from linter.coaching.examples.model import Span

from ..making import BAD, GOOD, made


def records(*examples, lang="zh"):
    lines = "".join(DoccanoFormat(lang).text(made(*examples))).splitlines()
    return [json.loads(line) for line in lines]


def test_text_and_labels():
    (bad, good) = records(BAD, GOOD)
    assert bad["text"] == "客户：气死了\n坐席：抱歉，快点说😀好不\n（略 1 轮）\n客户：<b>|你 催谁"
    assert bad["label"] == [[3, 5, "起因"], [13, 15, "坏：不耐烦"]]
    assert [bad["text"][a:b] for a, b, _ in bad["label"]] == ["气死", "快点"]
    assert good["label"][-1][2] == "好：缺少致歉安抚"


def test_offsets_are_those_of_a_browser():
    turn = BAD.turns[1]._replace(text="😀快点", spans=(Span(1, 3, "focus", ""),))
    text, labels = labelled(replace(BAD, turns=(turn,), focus=0), "zh")
    assert text == "坐席：😀快点"
    assert labels == [(5, 7, "坏：不耐烦")]


def test_no_labels_overlap_and_the_words_in_question_stay():
    spans = (Span(0, 5, "step", ""), Span(2, 4, "focus", ""), Span(5, 6, "trigger", ""))
    turn = BAD.turns[1]._replace(spans=spans)
    _, labels = labelled(replace(BAD, turns=(turn,), focus=0), "zh")
    assert labels == [(5, 7, "坏：不耐烦"), (8, 9, "起因")]


def test_every_line_has_the_same_keys_and_no_gaps():
    found = records(BAD, GOOD, replace(BAD, id="x", category="blame", rule="y", moments=()))
    assert len({tuple(record) for record in found}) == 1
    assert None not in [value for record in found for value in record.values()]
    # These would be taken for the importer's own.
    assert {"filename", "upload_name", "example_uuid", "line_num"}.isdisjoint(found[0])
