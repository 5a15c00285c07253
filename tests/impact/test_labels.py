from __future__ import annotations

from dataclasses import replace

import pytest

from linter.impact.labels import labels_of, told
from linter.model import Call

from .samples import CALLS, OLD, call, linter


@pytest.mark.parametrize(
    "labels",
    [None, "好", ["投诉"], [{"category": "blame"}], [{"category": "blame", "turn": True}], [{}]],
)
def test_a_field_of_this_name_that_holds_something_else(labels):
    assert labels_of(Call("c", (), meta={"labels": labels})) is None


def test_no_labels_and_none():
    assert labels_of(Call("c", ())) is None
    assert labels_of(Call("c", (), meta={"labels": []})) == frozenset()


@pytest.mark.parametrize(
    ("label", "expected"),
    [(("impatience", 1), "found"), (("impatience", 3), "elsewhere"), (("blame", 1), "missed")],
)
def test_what_labels_say(label, expected):
    one = call("c", "我想想。 快点说。", label)
    (finding,) = linter(OLD).lint(one).findings
    assert told(finding, labels_of(one)) == expected
    assert told(replace(finding, praise=True), labels_of(one)) is None
    assert told(finding, labels_of(CALLS[2])) is None
