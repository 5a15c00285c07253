from __future__ import annotations

import pytest

from linter.coaching.examples.difficulty import REASONS, grade_of

from .making import only

FAR = "客户：气死了\n" + "坐席：我查一下\n客户：灯坏了\n" * 2


@pytest.mark.parametrize(
    ("reasons", "grade"),
    [
        ((), 1),
        (("far",), 2),
        (("far", "late"), 3),
        (("far", "late", "missing"), 3),
        (("excused",), 3),
    ],
)
def test_grades(reasons, grade):
    assert grade_of(reasons) == grade


@pytest.mark.parametrize(
    ("text", "category", "reasons"),
    [
        ("坐席：快点。\n客户：嗯我想想", "impatience", ()),
        ("坐席：对不起，快点。\n客户：嗯我想想", "impatience", ("polite",)),
        (
            "坐席：" + "我这边看到您的单子了，" * 6 + "快点。\n客户：嗯我想想",
            "impatience",
            ("hidden",),
        ),
        ("客户：气死了\n坐席：什么事\n客户：灯坏了\n坐席：好", "missing_apology", ("missing",)),
    ],
)
def test_bad_ones(text, category, reasons):
    assert only(text, category).reasons == reasons


def test_a_good_answer_at_once():
    assert only("坐席：您好，帮您。\n客户：气死了\n坐席：对不起。", "missing_apology").reasons == ()


def test_every_reason_is_said_in_both_languages():
    assert all(zh and en and zh != en for zh, en in REASONS.values())
