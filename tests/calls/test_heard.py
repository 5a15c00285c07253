from __future__ import annotations

import pytest

from linter.calls.heard import joined, timed, tokens, word


def test_what_is_not_known_of_a_word_is_left_out() -> None:
    assert word("喂", 0, None) == {"text": "喂", "start_ms": 0}
    assert word("喂", 0, 9, 0.0) == {"text": "喂", "start_ms": 0, "end_ms": 9, "confidence": 0.0}


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["您", "好"], "您好"),
        (["用", "WiFi", "还是", "5G"], "用WiFi还是5G"),
        (["thank", "you", " very ", "much"], "thank you very much"),
        (["", " "], ""),
    ],
)
def test_only_spaced_scripts_get_spaces(parts: list[str], text: str) -> None:
    assert joined(parts) == text


def test_a_long_run_of_blanks_in_a_token() -> None:
    blanks = " " * 300_000
    assert joined([f"call{blanks}me", "喂"]) == f"call{blanks}me喂"
    assert joined([f"好{blanks}call"]) == "好call"


def test_tokens_are_characters_and_foreign_words_without_marks() -> None:
    assert tokens("您好，用 WiFi 吗？") == ["您", "好", "用", "WiFi", "吗"]


@pytest.mark.parametrize("times", [None, [], [[0, 1]], [[0, 1], [1]], [[0, 1], [1, "2"]], "[]"])
def test_times_that_are_not_one_for_each_are_not_taken(times: object) -> None:
    assert timed(["您", "好"], times) is None


def test_times_are_whole() -> None:
    assert timed(["您"], [[0.4, 9.6]]) == [{"text": "您", "start_ms": 0, "end_ms": 10}]
