from __future__ import annotations

import pytest

from linter.signals.casting.stock import is_about_agents, is_agents, is_machines, marks, words_of


@pytest.mark.parametrize(
    "text", ["您好，这里是城南供水。", "很高兴为您服务", "请问，您是陈女士吗？"]
)
def test_what_only_agents_say(text: str) -> None:
    assert is_agents(words_of(text))


@pytest.mark.parametrize("text", ["请您稍等我找一下", "我想问一下", "谢谢您"])
def test_what_customers_say_too(text: str) -> None:
    assert not is_agents(words_of(text))


def test_who_repeats_an_agents_line_speaks_of_agents() -> None:
    assert is_about_agents(words_of("你们就说感谢您的来电"))
    assert not is_about_agents(words_of("感谢您的来电"))


@pytest.mark.parametrize("text", ["人工服务请按 0", "满意请按一", "正在为您转接，请不要挂机"])
def test_what_only_machines_say(text: str) -> None:
    assert is_machines(words_of(text))


@pytest.mark.parametrize("text", ["您按一下那个开关", "我按了零没反应", "请问有什么可以帮您"])
def test_what_people_say_of_keys(text: str) -> None:
    assert not is_machines(words_of(text))


def test_marks_are_counted_over_all_turns() -> None:
    assert marks(["您好", "请您稍等", "亲"]) == 4
    assert marks([]) == 0
