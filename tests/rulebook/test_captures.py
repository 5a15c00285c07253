"""Slots that steps are joined on have to be captured by some signal."""

from __future__ import annotations

import pytest

from linter import RuleErrors
from linter.rulebook.load import load_texts

from .changing import BASE
from .helpers import place_of, rule_text


@pytest.mark.parametrize(
    ("steps", "mark", "message"),
    [
        ("[{甲: 索要(项=X)}, {乙: given(项=X)}]", "", ""),
        ("[{甲: 都(项=X)}, {乙: 索要(项=X)}]", "", ""),
        ("[{甲: 索要(像=X)}, {乙: given(项=X)}]", "像", "索要 里没有叫 '像' 的槽"),
        ("[{甲: 催(项=X)}, {乙: given(项=X)}]", "项=X)}, ", "催 里没有叫 '项' 的槽"),
        ("[{甲: 索要(项=X)}, {乙: [催, given(相=X)]}]", "相", "given 里没有叫 '相' 的槽"),
    ],
)
def test_a_slot_in_a_step_is_captured_somewhere(steps: str, mark: str, message: str) -> None:
    text = BASE + rule_text(f"sequence: {steps}", id="steps")
    if not message:
        assert load_texts([("t.yml", text)]).rules
        return
    with pytest.raises(RuleErrors) as caught:
        load_texts([("t.yml", text)])
    (only,) = caught.value.errors
    assert (only.where, only.message) == (f"t.yml:{place_of(text, mark)}", message)
