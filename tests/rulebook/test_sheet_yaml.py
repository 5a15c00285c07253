"""Texts as scalars of YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook.sheets.yaml import quoted


@given(st.text(max_size=20))
def test_a_quoted_text_is_one_scalar_of_yaml(text: str) -> None:
    written = quoted(text)
    assert "\n" not in written
    assert yaml.safe_load(f"a: {written}") == {"a": text}


@pytest.mark.parametrize(
    "text", ["no", "12:30", "a: b", "- a", "# a", "'a", "a #b", "null", "~", ""]
)
def test_false_friends_of_yaml_are_quoted(text: str) -> None:
    assert quoted(text).startswith('"')
    assert quoted("您好，请讲。") == "您好，请讲。"
