"""A small labelled corpus whose figures can be worked out by hand.

By the rules of ``tests/cli/shop.yml``: 快点说 is impatience (error), 不归我管 shirking (warning),
自己看 cold_refusal (error, to be reviewed), 随便吧 careless (info), 我来办 praise, and after 太慢了
an apology is due.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from linter import Linter
from linter.errors import HuashuError
from linter.evaluation.model import Item, Kind, Record
from linter.evaluation.outcomes import Evaluator
from linter.evaluation.reading import Reader
from linter.evaluation.result import Asked, Lists, Result
from linter.evaluation.run import evaluate, label_categories
from linter.evaluation.tally import Tally
from linter.reports import RulesIdentity

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"


def call(identifier: str, words: str, *labels: tuple[str, int], **more: str) -> dict[str, Any]:
    """A labelled call as its file has it; the customer begins, and speakers take turns."""
    roles = ("customer", "agent")
    turns = [{"role": roles[n % 2], "text": text} for n, text in enumerate(words.split())]
    marked = [{"category": category, "turn": turn} for category, turn in labels]
    return {"id": identifier, **more, "labels": marked, "turns": turns}


CALLS = [
    # All three are found; the last one only by a finding to be reviewed.
    call(
        "c1",
        "我想想。 快点说。 灯不亮。 这不归我管。 写的什么？ 你自己看。",
        *(("impatience", 1), ("shirking", 3), ("cold_refusal", 5)),
        **{"grade": "everyday", "voice": "甲", "channel": "phone", "business": "bank"},
        part="dev",
    ),
    # The first is missed; the second is found two turns before its own.
    call(
        "c2",
        "灯不亮。 您找别家吧。 我想想。 快点说。 那我说了。 抱歉。",
        *(("shirking", 1), ("impatience", 5)),
        **{"grade": "indirect", "voice": "乙", "channel": "chat", "business": "shop"},
        part="test",
    ),
    # Two false alarms: one info, one to be reviewed.
    call(
        "c3",
        "要哪个？ 随便吧。 写的什么？ 你自己看。",
        **{"grade": "clean", "voice": "乙", "channel": "phone", "business": "shop"},
        part="test",
    ),
    # Nothing but praise, and a rule that is met.
    call(
        "c4",
        "太慢了。 抱歉，我来办。",
        **{"grade": "clean", "voice": "甲", "channel": "phone", "business": "bank"},
        part="dev",
    ),
]
LATE = call("late", "太慢了。 等着。")
"""A false alarm that rests on something: no apology after a complaint."""
SENTENCES: list[dict[str, Any]] = [
    {
        **{"id": "s1", "voice": "甲", "channel": "phone", "business": "bank"},
        **{"category": "impatience", "grade": "textbook"},
        **{"customer": "我想想。", "agent": "快点说。"},
    },
    {
        **{"id": "s2", "voice": "乙", "channel": "chat", "business": "shop"},
        **{"category": "shirking", "grade": "everyday", "also": ["cold_refusal"]},
        **{"customer": "灯不亮。", "agent": "这不归我管。"},
    },
    # Careless is the pack's own category and no wording one: no false alarm.
    {
        **{"id": "s3", "voice": "乙", "category": "shirking", "grade": "innocent"},
        **{"customer": "要哪个？", "agent": "随便吧。"},
    },
    {
        **{"id": "s4", "voice": "甲", "category": "", "grade": "innocent"},
        **{"customer": "写的什么？", "agent": "你自己看。"},
    },
]


def lines(rows: list[dict[str, Any]]) -> str:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(tmp_path: Path, rows: list[dict[str, Any]]) -> tuple[list[Item], list[str]]:
    """The items of rows, and the errors."""
    (tmp_path / "data.jsonl").write_text(lines(rows), encoding="utf-8")
    errors: list[HuashuError] = []
    reader = Reader(label_categories(Linter(SHOP).book), errors.append)
    items = list(reader.files(str(tmp_path / "data.jsonl")))
    assert reader.errors == len(errors)
    said = [str(error).replace(f"{tmp_path}/", "") for error in errors]
    return items, said


def items_of(rows: list[dict[str, Any]], tmp_path: Path) -> list[Item]:
    """The items of rows without errors; their files are named alike wherever they lie."""
    items, errors = read(tmp_path, rows)
    assert errors == []
    return [replace(item, call=replace(item.call, path="data.jsonl")) for item in items]


def records(
    rows: list[dict[str, Any]], tmp_path: Path, linter: Linter | None = None, **asked: Any
) -> list[Record]:
    """What becomes of rows, by the shop's rules."""
    evaluator = Evaluator(linter or Linter(SHOP), **asked)
    return [evaluator.record(item) for item in items_of(rows, tmp_path)]


def tally(rows: list[dict[str, Any]], tmp_path: Path, **asked: Any) -> Tally:
    """The counts of rows, by the shop's rules."""
    found = Tally()
    for record in records(rows, tmp_path, **asked):
        found.add(record)
    return found


def result(tmp_path: Path, linter: Linter | None = None) -> tuple[Result, Lists, list[Record]]:
    """A whole evaluation of all calls and sentences, under a fixed name for the rules."""
    linter = linter or Linter(SHOP)
    lists, taken = Lists(), list[Record]()
    tallies: dict[Kind, Tally] = evaluate(
        items_of([*CALLS, *SENTENCES], tmp_path), linter, Asked(), [lists.add, taken.append]
    )
    packs = {rule.id: rule.pack for rule in linter.book.rules if not rule.praise}
    made = Result(Asked(), RulesIdentity("shop", "0.1.0", "abc"), (), packs, tallies)
    return made, lists, taken
