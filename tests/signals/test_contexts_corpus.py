"""How often the conditions are decided as the labelled sentences say, for each set of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from linter.model import Call, Turn
from linter.signals.contexts import CONDITIONS, cue, read_back
from linter.signals.matcher import Context
from linter.text.tokens import default_tokenizer
from linter.text.turns import SpeakingTurn, speaking_turns

FOLDER = Path(__file__).parents[2] / "corpus" / "contexts"
HEADER = "label\tside\tsentence\tprevious\tset"
TOKENIZER = default_tokenizer()
CONTEXT = Context(edges=TOKENIZER.edges, tags=TOKENIZER.tags)

# Percent decided as labelled, rounded down: (condition, set) → floor.
FLOORS = {
    ("negated", "tuning"): 100,
    ("negated", "drafting"): 99,
    ("negated", "blind"): 91,
    ("hypothetical", "tuning"): 96,
    ("hypothetical", "drafting"): 99,
    ("hypothetical", "blind"): 85,
    ("question", "tuning"): 98,
    ("question", "drafting"): 98,
    ("question", "blind"): 83,
    ("third_party", "tuning"): 100,
    ("third_party", "drafting"): 100,
    ("third_party", "blind"): 88,
    ("past", "tuning"): 98,
    ("past", "drafting"): 98,
    ("past", "blind"): 91,
    ("quoted", "tuning"): 96,
    ("quoted", "drafting"): 98,
    ("quoted", "blind"): 85,
}


@dataclass(frozen=True)
class Row:
    holds: bool
    side: str
    sentence: str
    previous: str
    set: str


def rows(path: Path) -> list[Row]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header == HEADER
    fields = [line.split("\t") for line in lines]
    assert all(len(field) == 5 and field[0] in ("yes", "no") for field in fields)
    return [Row(label == "yes", *rest) for label, *rest in fields]


def speaking(role: str, words: str) -> SpeakingTurn:
    return speaking_turns(Call("c", (Turn(role, words),)))[0]  # type: ignore[arg-type]


def decided(condition: str, row: Row) -> bool:
    opened, closed = row.sentence.index("【"), row.sentence.index("】") - 1
    turn = speaking(row.side, row.sentence.replace("【", "").replace("】", ""))
    begins = turn.pieces[0].normal.starts
    # Of words said twice in a row the form keeps the second.
    start = next(at for at, begin in enumerate(begins) if begin >= opened)
    end = start + (sum(opened <= begin < closed for begin in begins) or closed - opened)
    if cue(condition, turn.text, start, end, CONTEXT):
        return True
    if condition != "quoted":
        return False
    other = speaking("customer" if row.side == "agent" else "agent", row.previous).text
    return turn.quotes(start, end) > 0 or read_back(turn.text, start, end, other)


@cache
def accuracy(path: Path) -> dict[str, float]:
    """Set → the share of its rows that are decided as labelled, in percent."""
    right: Counter[str] = Counter()
    known = rows(path)
    for row in known:
        right[row.set] += decided(path.stem, row) == row.holds
    return {name: 100 * right[name] / sum(row.set == name for row in known) for name in right}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_sentences_are_what_the_format_says(condition: str) -> None:
    known = rows(FOLDER / f"{condition}.clauses")
    assert len(known) >= 60
    assert len({(row.sentence, row.previous) for row in known}) == len(known)
    for row in known:
        assert row.side in ("agent", "customer")
        assert row.sentence.count("【") == row.sentence.count("】") == 1
        assert row.sentence.index("【") + 1 < row.sentence.index("】")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_both_labels_are_about_as_frequent_in_each_set(condition: str) -> None:
    known = rows(FOLDER / f"{condition}.clauses")
    for name in {row.set for row in known}:
        held = [row.holds for row in known if row.set == name]
        assert 0.4 <= sum(held) / len(held) <= 0.6


def test_each_file_has_a_condition_and_each_set_a_floor() -> None:
    assert {path.stem for path in FOLDER.glob("*.clauses")} == set(CONDITIONS)
    sets = {(name, row.set) for name in CONDITIONS for row in rows(FOLDER / f"{name}.clauses")}
    assert sets == set(FLOORS)


@pytest.mark.parametrize(("condition", "name"), FLOORS)
def test_accuracy(condition: str, name: str) -> None:
    assert accuracy(FOLDER / f"{condition}.clauses")[name] >= FLOORS[condition, name]
