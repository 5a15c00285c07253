from __future__ import annotations

import csv
import io
from dataclasses import replace

from linter.coaching.examples.formats.csv_ import HEADS, CsvFormat, dialogue

from ..making import BAD, GOOD, made


def rows(*examples, lang="zh"):
    text = "".join(CsvFormat(lang).text(made(*examples)))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_bad_one_and_its_better():
    (bad, good) = rows(BAD, GOOD)
    assert bad["编号"] == "bad1"
    assert bad["好坏"] == "坏例"
    assert bad["难在哪里"] == "夹在客气话里"
    assert bad["配的答法出自"] == "真实通话"
    assert bad["配的答法"] == "对不起，是我们不好。"
    assert good["怎么说"] == good["配的答法"] == ""


def test_the_rule_speaks_where_nobody_does():
    (bad,) = rows(BAD, lang="en")
    assert (bad["pair_from"], bad["pair"]) == ("the rule", "您慢慢说。")
    assert list(bad) == [en for en, _ in HEADS]


def test_no_formulas():
    turn = BAD.turns[1]._replace(text="=1+1")
    (bad,) = rows(replace(BAD, turns=(BAD.turns[0], turn, BAD.turns[2])))
    assert bad["坐席的话"] == "'=1+1"


def test_a_dialogue_in_a_cell():
    assert dialogue(BAD.turns, 1, "zh") == (
        "客户：气死了\n坐席：抱歉，【快点】说😀好不\n（略 1 轮）\n客户：<b>|你 催谁"
    )
