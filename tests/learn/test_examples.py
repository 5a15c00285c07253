"""The scorer that is shipped was trained on the corpus as it is, the test part left out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from linter.evaluation.model import WORDING
from tools.learn.acts import OF_AGENTS, OF_CUSTOMERS, known
from tools.learn.examples import ABSENT, ANY, HELD_OUT, REPLIES, fingerprint, of_wording

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


def test_the_data_file_is_of_this_corpus() -> None:
    data = (ROOT / "linter/signals/learned.bin").read_bytes()
    head = json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])
    # After a change to the corpus: python -m tools.learn
    assert head["trained_on"] == fingerprint(CORPUS)


def test_the_test_part_is_as_it_was_when_it_was_set_aside() -> None:
    lines = (CORPUS / "test.sha256").read_text("utf-8").splitlines()
    frozen = dict(reversed(line.split()) for line in lines)
    parts = {}
    for path in sorted((CORPUS / "calls").glob("*.jsonl")):
        calls = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        parts[path.name] = {call["part"] for call in calls}
        if path.name in frozen:
            assert hashlib.sha256(path.read_bytes()).hexdigest() == frozen[path.name]
    assert {name for name, found in parts.items() if found == {HELD_OUT}} == set(frozen)
    assert all(len(found) == 1 and found <= {"train", "dev", HELD_OUT} for found in parts.values())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of two sentences and two calls, one of them held out."""
    call = {
        "voice": "甲",
        "grade": "everyday",
        "labels": [{"category": "blame", "turn": 1}, {"category": "missing_closing", "turn": 3}],
        "turns": [
            {"role": "customer", "text": "扣错了"},
            {"role": "agent", "text": "您自己点的"},
            {"role": "customer", "text": "我没点"},
            {"role": "agent", "text": "哦"},
            {"role": "agent", "text": "我查一下"},
        ],
    }
    sentence = {"voice": "乙", "category": "threat", "customer": "你好", "agent": "您好"}
    files = {
        "sentences/a.jsonl": [
            {**sentence, "grade": "innocent"},
            {**sentence, "grade": "indirect", "agent": "走着瞧", "also": ["sarcasm"]},
        ],
        "calls/a.jsonl": [{**call, "part": "train"}, {**call, "part": HELD_OUT}],
    }
    for name, rows in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return tmp_path


def test_what_the_examples_are(corpus: Path) -> None:
    found = [
        (example.said, example.before, {label for label, is_so in example.known.items() if is_so})
        for example in of_wording(corpus)
    ]
    assert found == [
        ("您好", "你好", set()),
        ("走着瞧", "你好", {ANY, "threat", "sarcasm"}),
        ("您自己点的", "扣错了", {ANY, "blame", "greet"}),
        ("哦", "我没点", set()),
        ("我查一下", "我没点", set()),
    ]
    *sentences, blaming, missing, plain = of_wording(corpus)
    assert all(set(example.known) == {ANY, *WORDING} for example in sentences)
    worded, anywhere = {ANY, *WORDING}, {*REPLIES, "missing_apology"}
    assert set(blaming.known) == {*worded, *anywhere, "greet"}
    # What is missing there says nothing of the words, but it is no reply of those kinds.
    assert set(missing.known) == {*anywhere, "greet"}
    # What is missing at the end is, or is not, at the last turn.
    assert set(plain.known) == {*worded, *anywhere, *ABSENT, "close"}


def test_first_and_last_turns_greet_and_close_unless_a_label_says_not(tmp_path: Path) -> None:
    lines = [{"role": "agent", "text": f"第{n}句"} for n in "一二三四五"]
    call = {"voice": "甲", "grade": "clean", "part": "train", "turns": lines}
    labels = [
        {"category": "missing_greeting", "turn": 0},
        {"category": "missing_closing", "turn": 4},
    ]
    (tmp_path / "sentences").mkdir()
    (tmp_path / "calls").mkdir()
    both = [
        {**call, "labels": []},
        {**call, "labels": labels},
        {**call, "turns": lines[:2], "labels": []},
    ]
    text = "".join(json.dumps(one) + "\n" for one in both)
    (tmp_path / "calls/a.jsonl").write_text(text, "utf-8")
    known = [example.known for example in of_wording(tmp_path)]
    assert [one.get("greet") for one in known] == [
        *(True, False, False, False, None),
        *(False, False, False, False, None),
        *(None, None),
    ]
    # Any of the last three may close it.
    assert [one.get("close") for one in known] == [
        *(None, False, None, None, True),
        *(None, False, None, None, False),
        *(None, None),
    ]


def test_what_was_heard_is_all_that_was_said_in_a_row(tmp_path: Path) -> None:
    said = [
        *(("customer", "早"), ("agent", "您好"), ("customer", "在吗"), ("system", "已接入")),
        *(("customer", "坏了"), ("agent", "您说"), ("agent", "我在")),
    ]
    turns = [{"role": role, "text": text} for role, text in said]
    call = {"voice": "甲", "grade": "clean", "part": "train", "labels": [], "turns": turns}
    (tmp_path / "sentences").mkdir()
    (tmp_path / "calls").mkdir()
    (tmp_path / "calls/a.jsonl").write_text(json.dumps(call), "utf-8")
    found = [(example.said, example.before) for example in of_wording(tmp_path)]
    assert found == [("您好", "早"), ("您说", "在吗，坏了"), ("我在", "在吗，坏了")]


def test_the_fingerprint_tells_every_line_but_those_held_out(corpus: Path) -> None:
    before = fingerprint(corpus)
    path = corpus / "calls/a.jsonl"
    train, test = path.read_text("utf-8").splitlines()
    path.write_text(f"{train}\n{test.replace('blame', 'threat')}\n", "utf-8")
    assert fingerprint(corpus) == before
    path.write_text(f"{train.replace('blame', 'threat')}\n{test}\n", "utf-8")
    assert fingerprint(corpus) != before


@pytest.mark.parametrize(
    ("act", "label", "side", "so", "not_so", "unknown"),
    [
        ("upset", "2", "customer", {"displeased", "upset"}, {"hot", "settled"}, {"complaint"}),
        ("upset", "0", "customer", set(), {"displeased", "upset", "hot"}, {"stop"}),
        ("harmed", "+", "customer", {"harmed"}, {"upset", "hot", "stop"}, {"displeased"}),
        ("demand", "manager", "customer", {"manager"}, {"complaint", "settled"}, {"upset"}),
        ("stop", "-", "customer", set(), {"stop"}, {"settled"}),
        ("apology", "+", "agent", {"apology"}, {"ask", "greet"}, {"followup"}),
    ],
)
def test_what_follows_from_the_label_of_an_act(
    act: str, label: str, side: str, so: set[str], not_so: set[str], unknown: set[str]
) -> None:
    told = known({"act": act, "label": label, "side": side})
    assert {name for name, is_so in told.items() if is_so} == so
    assert not_so <= {name for name, is_so in told.items() if not is_so}
    assert not unknown & told.keys()


def test_an_ordinary_turn_is_none_of_the_acts() -> None:
    told = known({"act": "ordinary", "label": "-", "side": "customer"})
    assert told == dict.fromkeys(OF_CUSTOMERS, False)
    assert known({"act": "ordinary", "label": "-", "side": "agent"}).keys() == set(OF_AGENTS)
