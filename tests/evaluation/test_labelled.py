from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.evaluation.model import WORDING, Label

from .samples import CALLS, SENTENCES, call, read


def test_a_labelled_call(tmp_path: Path) -> None:
    items, errors = read(tmp_path, CALLS[1:2])
    assert errors == []
    (item,) = items
    assert (item.kind, item.call.id, item.line) == ("call", "c2", 1)
    assert item.labels == (Label("shirking", 1), Label("impatience", 5))
    assert (item.grade, item.voice, item.part) == ("indirect", "乙", "test")
    assert (item.call.channel, item.call.business) == ("chat", "shop")


def test_a_sentence_is_a_call_of_two_turns(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, [SENTENCES[1] | {"channel": "在线"}])
    assert (item.kind, item.call.id, item.grade) == ("sentence", "s2", "everyday")
    assert [(turn.role, turn.text) for turn in item.call.turns] == [
        ("customer", "灯不亮。"),
        ("agent", "这不归我管。"),
    ]
    assert item.labels == (Label("shirking", 1), Label("cold_refusal", 1))
    assert item.call.channel == "chat"


def test_an_innocent_sentence_has_no_label_whatever_it_looks_like(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, SENTENCES[2:3])
    assert item.labels == ()


def test_the_same_label_twice_is_one(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, [SENTENCES[1] | {"also": ["shirking"]}])
    assert item.labels == (Label("shirking", 1),)


HOW = '标注写成 "labels": [{"category": "tone_policing", "turn": 4}]，没有违规写 "labels": []'
SENTENCE = '话术句写成 {"id": …, "grade": "everyday", "category": …, "customer": …, "agent": …}'
UNLABELLED = {key: value for key, value in CALLS[2].items() if key != "labels"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (UNLABELLED, f"这通通话没有标注（labels）; {HOW}"),
        (CALLS[2] | {"labels": {}}, f"labels：要是一个列表; {HOW}"),
        (
            CALLS[2] | {"labels": [{"category": "blame"}]},
            f"labels[0]：一个标注要有 category 和 turn; {HOW}",
        ),
        (
            call("x", "在吗？ 在。", ("tone_polising", 1)),
            "labels[0].category：没有叫 'tone_polising' 的类别; "
            "是不是 tone_policing、too_long、overpromise",
        ),
        (
            CALLS[2] | {"labels": [{"category": 1, "turn": 1}]},
            "labels[0].category：要是类别的名字; 如 tone_policing",
        ),
        (
            call("x", "在吗？ 在。", ("blame", 1), ("blame", 2)),
            "labels[1].turn：没有第 2 轮; 轮次从 0 数起，这通最后一轮是 1",
        ),
        (
            call("x", "在吗？ 在。", ("blame", -1)),
            "labels[0].turn：没有第 -1 轮; 轮次从 0 数起，这通最后一轮是 1",
        ),
        (
            call("x", "在吗？ 在。 哪位？ 我。", ("blame", 2)),
            "labels[0].turn：第 2 轮不是坐席说的（customer）; 坐席的轮次有 1、3",
        ),
        (
            call("x", "在吗？", ("blame", 0)),
            "labels[0].turn：第 0 轮不是坐席说的（customer）; 这通没有坐席",
        ),
        (
            CALLS[2] | {"labels": [{"category": "blame", "turn": True}]},
            "labels[0].turn：要是整数：第几轮，从 0 数起",
        ),
        (
            CALLS[2] | {"grade": "innocent"},
            "grade：不认识的值 'innocent'; 可用的有 textbook、everyday、indirect、clean",
        ),
        (CALLS[2] | {"part": "tset"}, "part：不认识的值 'tset'; 可用的有 train、dev、test"),
        (CALLS[2] | {"voice": []}, "voice：要是字符串"),
        (
            {"id": "x"},
            f"既不是带标注的通话（turns、labels），也不是话术句（customer、agent）; {SENTENCE}",
        ),
        (
            {"agent": "在。"},
            "话术句没有 grade; grade 有 textbook、everyday、indirect、innocent",
        ),
        (SENTENCES[0] | {"agent": " "}, f"agent：坐席说的话不能空着; {SENTENCE}"),
        (SENTENCES[0] | {"also": "blame"}, 'also：要是一个列表; 如 "also": ["sarcasm"]'),
        (
            SENTENCES[0] | {"also": ["blam"]},
            "also[0]：没有叫 'blam' 的类别; 是不是 blame",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    tmp_path: Path, row: dict[str, Any], said: str
) -> None:
    items, errors = read(tmp_path, [CALLS[0], row, CALLS[1]])
    assert errors == [f"data.jsonl:2: {said}"]
    assert [item.call.id for item in items] == ["c1", "c2"]


def test_a_sentence_shows_only_wording(tmp_path: Path) -> None:
    _, errors = read(tmp_path, [SENTENCES[0] | {"category": "missing_apology"}])
    assert errors == [
        "data.jsonl:1: category：'missing_apology' 不是用词的类别，一句话看不出来; "
        f"可用的有 {'、'.join(sorted(WORDING))}"
    ]


def test_a_category_of_the_rules_own_may_be_labelled_but_praise_may_not(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, [call("x", "在吗？ 在。", ("careless", 1))])
    assert item.labels == (Label("careless", 1),)
    _, errors = read(tmp_path, [call("x", "在吗？ 在。", ("praise", 1))])
    assert errors[0].startswith("data.jsonl:1: labels[0].category：没有叫 'praise' 的类别")
