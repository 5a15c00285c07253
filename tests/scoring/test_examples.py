"""The published sheets that come with the program: they load, and say where they are from."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import Call, Linter, Turn
from linter.rulebook.cached import load_book
from linter.rulebook.files import BUILTIN
from linter.scoring.examples import examples, found, is_example
from linter.scoring.load import load_scheme

BAD = Call(
    "坏",
    (
        Turn("customer", "你们又断网了，我要投诉！气死我了。"),
        Turn("agent", "您小点声，我听得见。"),
        Turn("customer", "你什么态度，叫你们经理来！"),
        Turn("agent", "我就是个客服，你骂我也没用，你投诉去吧。"),
    ),
)
GOOD = Call(
    "好",
    (
        Turn("agent", "您好，很高兴为您服务。"),
        Turn("customer", "帮我查下账单。"),
        Turn("agent", "好的，本月账单是五十元，请问还有其他问题吗？"),
        Turn("customer", "没有了，谢谢。"),
        Turn("agent", "感谢您的来电，再见。"),
    ),
)


@pytest.mark.parametrize("name", examples())
def test_an_example_scores(name) -> None:
    linter = Linter(scheme=name)
    bad, good = linter.lint(BAD).sheet, linter.lint(GOOD).sheet
    assert bad is not None
    assert good is not None
    assert bad.total is not None
    assert bad.total < bad.full
    assert good.total == good.full


@pytest.mark.parametrize("name", examples())
def test_an_example_says_where_it_is_from_and_what_is_missing(name) -> None:
    head = Path(found(name)).read_text(encoding="utf-8").partition("\nscheme:")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    for said in ("出处：", "https://" if "https" in head else "http://", "照搬的：", "没能搬的："):
        assert said in head
    assert "不是标准" in head
    assert f"huashu scheme show {name} --source" in head


@pytest.mark.parametrize("name", examples())
def test_what_an_example_leaves_to_people_is_left_out(name) -> None:
    by = load_scheme(name, load_book((BUILTIN,), ()))
    made = Linter(scheme=name).lint(GOOD).sheet
    assert made is not None
    for known, one in zip(by.dimensions, made.dimensions, strict=True):
        assert bool(known.not_evaluated) == (one.status == "not_evaluated")


def test_names() -> None:
    assert examples() == ("game-outsourcing", "service-rules", "telecom-recordings")
    assert is_example("service-rules")
    assert not is_example("service-rules.yml")
    assert found("service-rules").endswith("service-rules.yml")
