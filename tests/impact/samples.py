"""Two rule books that differ in planted places, and calls on which all of it shows.

The new book of ``tests/cli/shop.yml`` hears 赶紧 as impatience too, hears 随便吧 as careless no
longer, takes shirking for an error, and calls ``cold`` ``icy``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from linter import Linter
from linter.impact.books import compare_books
from linter.impact.choosing import Chosen
from linter.impact.comparing import Comparer
from linter.impact.model import CallImpact, Side
from linter.impact.result import Result
from linter.impact.tally import Tally
from linter.model import Call, Turn
from linter.rulebook.load import load_texts

OLD = (Path(__file__).parents[1] / "cli" / "shop.yml").read_text(encoding="utf-8")
PLANTED = (
    ("[快点说, 「快」说]", "[快点说, 「快」说, 赶紧]"),
    ("[随便吧]", "[随便呗]"),
    ("aspect: 职责\n    severity: warning", "aspect: 职责\n    severity: error"),
    ("id: cold", "id: icy"),
)


def changed(*changes: tuple[str, str]) -> str:
    """The old pack with some words replaced, each of which is there."""
    text = OLD
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    return text


NEW = changed(*PLANTED)


def linter(text: str, **options: object) -> Linter:
    return Linter(load_texts([("shop.yml", text)]), **options)  # type: ignore[arg-type]


def call(identifier: str, words: str, *labels: tuple[str, int], labelled: bool = True) -> Call:
    """The customer begins, and speakers take turns."""
    roles = ("customer", "agent")
    turns = tuple(Turn(roles[n % 2], text) for n, text in enumerate(words.split()))
    rows = [{"category": category, "turn": turn} for category, turn in labels]
    return Call(identifier, turns, path="calls.jsonl", meta={"labels": rows} if labelled else {})


CALLS = (
    call("c1", "我想想。 赶紧。 灯不亮。 这不归我管。", ("impatience", 1), ("shirking", 3)),
    call("c2", "要哪个？ 随便吧。 我想想。 快点说。", ("impatience", 3)),
    call("c3", "写的什么？ 你自己看。 要哪个？ 随便吧。", labelled=False),
    call("c4", "您好。 您请讲。"),
)


def comparer(old: str = OLD, new: str = NEW) -> Comparer:
    before, after = linter(old), linter(new)
    rules = tuple(frozenset(rule.id for rule in one.book.rules) for one in (before, after))
    pairs = compare_books(before.book, after.book).renamed
    return Comparer(before, after, rules, dict(pairs))  # type: ignore[arg-type]


def impacts(calls: Iterable[Call] = CALLS, old: str = OLD, new: str = NEW) -> list[CallImpact]:
    one = comparer(old, new)
    return [one.compare(each) for each in calls]


def result(
    calls: Iterable[Call] = CALLS, old: str = OLD, new: str = NEW, limit: int | None = None
) -> Result:
    """What came of a comparison of the two books."""
    tally, chosen = Tally(), Chosen(limit)
    for impact in impacts(calls, old, new):
        tally.add(impact)
        chosen.add(impact.changes)
    sides = [
        Side(f"{name}.yml", f"hash-of-{name}", len(linter(text).book.rules))
        for name, text in (("old", old), ("new", new))
    ]
    rules = compare_books(linter(old).book, linter(new).book)
    return Result(sides[0], sides[1], rules, tally, chosen)


def renamed(one: Call, number: int) -> Call:
    """The same call under another name."""
    return replace(one, id=f"{one.id}-{number}")
