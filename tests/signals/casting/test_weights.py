from __future__ import annotations

import json
import zlib
from math import sqrt

import pytest

from linter.signals.casting.weights import FORMAT, MOST, Weights, framed, ngrams, read

WEIGHTS = Weights({"您": 20, "请您": 10, "烦": -30}, 0.5, -1.0)


def data(grams: str, steps: bytes, **head: object) -> bytes:
    size = len(grams.encode())
    text = json.dumps({"format": FORMAT, "bias": -1.0, "step": 0.5, "size": size} | head).encode()
    return len(text).to_bytes(4, "little") + text + zlib.compress(grams.encode() + steps)


def test_a_turn_is_read_without_punctuation_and_with_numbers_alike() -> None:
    assert framed("您好，工号：３０２７！") == "^您好工号0$"
    assert framed("二十三 元") == "^0元$"
    assert framed("……") == framed("") == ""


def test_n_grams_are_up_to_three_characters() -> None:
    assert ngrams("甲乙丙丁") == {*"甲乙丙丁", "甲乙", "乙丙", "丙丁", "甲乙丙", "乙丙丁"}


def test_the_points_are_the_sum_over_the_fourth_root_of_the_length() -> None:
    # ^请您$ has nine n-grams.
    assert WEIGHTS.points("请您") == pytest.approx(min(MOST, -1 + 0.5 * 30 / sqrt(sqrt(14))))
    assert WEIGHTS.points("烦您") == pytest.approx(-1 + 0.5 * -10 / sqrt(sqrt(14)))


def test_a_turn_is_worth_no_more_than_a_bound_and_without_words_nothing() -> None:
    assert WEIGHTS.points("您") == MOST
    assert WEIGHTS.points("烦") == -MOST
    assert WEIGHTS.points("，。") == 0.0
    assert WEIGHTS.points("唉") == -1.0


def test_the_heaviest_stretch_is_quoted_from_the_original() -> None:
    text = "烦，请 您 12"
    first, *_ = WEIGHTS.stretches(text, 1)
    assert text[first.start : first.end] == "请 您"
    (against,) = WEIGHTS.stretches(text, -1)
    assert text[against.start : against.end] == "烦"


def test_a_data_file_is_read() -> None:
    made = read(data("您\n烦", bytes([20, 256 - 30])))
    assert made.points("唉您烦") == pytest.approx(-1 + 0.5 * -10 / sqrt(sqrt(12 + 5)))


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 99"):
        read(data("您", b"\1", format=99))
