from __future__ import annotations

from pathlib import Path

from linter.evaluation.base import Wanted
from linter.evaluation.markdown import MarkdownFormat

from .samples import result

REPORT = Path(__file__).with_name("report.md")
"""The table of all calls and sentences, its figures checked by hand in ``test_tally``."""


def test_the_table(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    text = "".join(MarkdownFormat(Wanted()).text(made, lists, None))
    assert text == REPORT.read_text(encoding="utf-8")


def test_lists_stand_in_a_block_of_their_own(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    text = "".join(MarkdownFormat(Wanted(alarms=True)).text(made, lists, None))
    assert text.count("```text\n误报：3\n") == 1
    assert text.endswith("```\n")
    assert "漏报：" not in text
