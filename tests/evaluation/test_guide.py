"""The guide shows only what works, and leaves nothing out."""

from __future__ import annotations

import io
import re
from pathlib import Path

import click

from linter.cli.eval import evaluate_rules
from linter.errors import HuashuError
from linter.evaluation.model import GRADES, PARTS, WORDING, Item
from linter.evaluation.reading import Reader
from linter.reports import CATEGORIES

GUIDE = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")


def examples() -> list[Item]:
    errors: list[HuashuError] = []
    blocks = "".join(re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL))
    found = list(Reader(CATEGORIES, errors.append).stream(io.BytesIO(blocks.encode()), "guide"))
    assert errors == []
    return found


def test_its_examples_can_be_read() -> None:
    assert [(item.kind, item.call.id, len(item.labels)) for item in examples()] == [
        ("call", "a1", 1),
        ("sentence", "s1", 2),
        ("sentence", "s2", 0),
    ]


def test_it_names_every_category_grade_and_part() -> None:
    for name in (*WORDING, *GRADES):
        assert f"`{name}`" in GUIDE
    assert "\\|".join(PARTS) in GUIDE


def test_it_names_every_option() -> None:
    options = [
        option
        for parameter in evaluate_rules.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--") and option not in ("--help", "--lang", "--output")
    ]
    assert len(options) == 15
    assert [option for option in options if option not in GUIDE] == []
