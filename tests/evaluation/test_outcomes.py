from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from linter import Linter, Selection
from linter.evaluation.model import Record
from linter.evaluation.outcomes import around, digest

from .samples import CALLS, SENTENCES, SHOP, call, items_of, records


def labels(record: Record) -> list[tuple[str, int, str, str]]:
    return [(one.category, one.turn, one.outcome, one.certain) for one in record.labels]


def findings(record: Record) -> list[tuple[str, int, str, bool]]:
    return [(one.category, one.turn, one.outcome, one.counted) for one in record.findings]


def test_what_becomes_of_labels(tmp_path: Path) -> None:
    first, second, *_ = records(CALLS, tmp_path)
    assert labels(first) == [
        ("impatience", 1, "found", "found"),
        ("shirking", 3, "found", "found"),
        ("cold_refusal", 5, "found", "missed"),
    ]
    assert labels(second) == [
        ("shirking", 1, "missed", "missed"),
        ("impatience", 5, "elsewhere", "elsewhere"),
    ]


def test_what_becomes_of_findings(tmp_path: Path) -> None:
    first, second, third, fourth = records(CALLS, tmp_path)
    assert [outcome for _, _, outcome, _ in findings(first)] == ["found"] * 3
    assert findings(second) == [("impatience", 3, "elsewhere", True)]
    assert sorted(findings(third)) == [
        ("careless", 1, "missed", True),
        ("cold_refusal", 3, "missed", True),
    ]
    # Praise is neither right nor wrong.
    assert findings(fourth) == []


def test_a_finding_says_where_it_came_from(tmp_path: Path) -> None:
    found = records(CALLS[1:2], tmp_path)[0].findings[0]
    assert (found.rule, found.pack, found.severity, found.certainty) == (
        "rude",
        "shop",
        "error",
        "certain",
    )
    assert found.quote == "快点说"
    assert found.fingerprint


def test_below_the_threshold_nothing_counts(tmp_path: Path) -> None:
    first, _, third, _ = records(CALLS, tmp_path, min_severity="error")
    assert [one.outcome for one in first.labels] == ["found", "missed", "found"]
    assert sorted(findings(third)) == [
        ("careless", 1, "missed", False),
        ("cold_refusal", 3, "missed", True),
    ]


def test_other_categories_are_left_out_but_a_labelled_call_is_not_clean(tmp_path: Path) -> None:
    first, second, third, _ = records(CALLS, tmp_path, categories=["cold_refusal"])
    assert [one.category for one in first.labels] == ["cold_refusal"]
    assert (second.labels, second.findings, second.clean) == ((), (), False)
    assert [category for category, *_ in findings(third)] == ["cold_refusal"]
    assert third.clean


def test_of_a_sentence_only_wording_counts(tmp_path: Path) -> None:
    _, second, third, fourth = records(SENTENCES, tmp_path)
    assert labels(second) == [
        ("shirking", 1, "found", "found"),
        ("cold_refusal", 1, "missed", "missed"),
    ]
    assert third.findings == ()
    assert findings(fourth) == [("cold_refusal", 1, "missed", True)]


def test_verdicts_are_of_the_rules_that_were_asked_for(tmp_path: Path) -> None:
    linter = Linter(SHOP, Selection(select=frozenset({"impatience", "missing_apology"})))
    (record,) = records(CALLS[3:], tmp_path, linter)
    assert dict(record.verdicts) == {"rude": "met", "no-sorry": "met"}


def test_overlaps_are_those_of_turns_with_wording_labels(tmp_path: Path) -> None:
    first, second, third, _ = records(CALLS, tmp_path)
    # 快点说; 不归我, 归我管 of 这不归我管; 自己看 of 你自己看.
    assert first.overlaps == (1, 2 / 3, 1 / 2)
    # Nothing of 您找别家吧; 抱歉 is too short to have any.
    assert second.overlaps == (0,)
    assert third.overlaps == ()


def test_a_turn_with_two_labels_overlaps_once(tmp_path: Path) -> None:
    (record,) = records([call("x", "灯不亮。 快点说。", ("blame", 1), ("impatience", 1))], tmp_path)
    assert record.overlaps == (1,)


def test_a_missing_thing_is_no_wording(tmp_path: Path) -> None:
    (record,) = records([call("x", "太慢了。 快点说。", ("missing_apology", 1))], tmp_path)
    assert labels(record) == [("missing_apology", 1, "found", "found")]
    assert record.overlaps == ()


def test_the_dialogue_around_goes_back_to_the_customers_last_words(tmp_path: Path) -> None:
    (item,) = items_of(CALLS[:1], tmp_path)
    assert [said.turn for said in around(item.call, 3)] == [1, 2, 3, 4]
    assert [said.turn for said in around(item.call, 5)] == [3, 4, 5]
    assert [said.turn for said in around(item.call, 1)] == [0, 1, 2]
    alone = replace(item.call, turns=tuple(t for t in item.call.turns if t.role == "agent"))
    assert [said.turn for said in around(alone, 2)] == [1, 2]


def test_the_digest_is_of_words_and_labels_not_of_the_file(tmp_path: Path) -> None:
    (item,) = items_of(CALLS[:1], tmp_path)
    same = replace(item, line=9, call=replace(item.call, path="elsewhere.jsonl", id="other"))
    assert digest(same) == digest(item)
    assert digest(replace(item, labels=item.labels[:1])) != digest(item)
    turns = (item.call.turns[0]._replace(text="我想。"), *item.call.turns[1:])
    assert digest(replace(item, call=replace(item.call, turns=turns))) != digest(item)
