"""Random books and calls have everything in them that the rule language knows."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, get_args

from linter.model import ROLES
from linter.rulebook import notation
from linter.rulebook.judges import EXCUSES, KINDS, MEASURE_KEYS, MEASURES, REPEAT_KEYS, RISE_KEYS
from linter.rulebook.signal import MEASURES as TURN_MEASURES
from linter.rulebook.signal import SIGNAL_KEYS
from linter.rulebook.types import SLOT_STATES
from linter.signals.contexts import CONDITIONS

from .books import book
from .calls import IN_THE_WAY, call
from .pairs import load

_RANDOM = Random(1)
BOOKS = [
    book(
        _RANDOM.randbytes(24),
        [_RANDOM.randbytes(64) for _ in range(8)],
        [_RANDOM.randbytes(40) for _ in range(8)],
    )
    for _ in range(400)
]


def words(said: Any) -> Iterator[str]:
    """All keys and texts, each by itself."""
    if isinstance(said, dict):
        for key, value in said.items():
            yield str(key)
            yield from words(value)
    elif isinstance(said, list):
        for value in said:
            yield from words(value)
    else:
        yield str(said)


def test_every_key_of_signals_and_rules_is_used() -> None:
    signals = {key for said in BOOKS for spec in said["signals"].values() for key in words(spec)}
    assert {*SIGNAL_KEYS} - {"note"} <= signals
    assert {*CONDITIONS, "咨询", *TURN_MEASURES, "sentence", "turn", "2 turns"} <= signals
    rules = {key for said in BOOKS for rule in said["rules"] for key in words(rule)}
    assert {*KINDS, *(key for keys in KINDS.values() for key in keys)} <= rules
    assert {*REPEAT_KEYS, *MEASURE_KEYS, *RISE_KEYS, *MEASURES, "all", "end"} <= rules
    assert {*EXCUSES} <= {key.split(" ")[0] for key in rules}
    assert {*SLOT_STATES} <= {key.split("(")[0] for key in rules}
    assert {
        "weight",
        "fatal",
        "praise",
        "deduct",
        "yields_to",
        "weighed",
        "certainty",
        "applies",
    } <= rules
    assert any(key.startswith("after ") for key in rules)


def nodes(node: notation.Node) -> Iterator[type]:
    yield type(node)
    match node:
        case notation.Either(inner) | notation.Sequence(inner):
            for one in inner:
                yield from nodes(one)
        case notation.Words(one) | notation.Not(one, _):
            yield from nodes(one)


def test_every_part_of_a_pattern_is_used() -> None:
    made = [load(said) for said in BOOKS[:60]]
    patterns = [p for b in made for s in b.signals.values() for p in s.patterns]
    assert {kind for p in patterns for kind in nodes(p.node)} == {*get_args(notation.Node)}
    text = "".join(pattern.text for pattern in patterns)
    for part in ("^^", "$$", "……", " as ", "(前无", "(后无", "词性 nr", "什么", "没有", "my app"):
        assert part in text


def test_calls_have_everything_in_the_way() -> None:
    made = load(BOOKS[0])
    calls = [
        call(made, _RANDOM.randbytes(80), [_RANDOM.randbytes(40) for _ in range(12)])
        for _ in range(400)
    ]
    turns = [turn for spoken in calls for turn in spoken.turns]
    assert {turn.role for turn in turns} == {*ROLES}
    assert {spoken.kind for spoken in calls} == {"call", "script"}
    said = "".join(turn.text for turn in turns)
    assert all(text in said for text in (*IN_THE_WAY, "Ａ", "電"))
    assert any(turn.text == "" for turn in turns)
    timed = [turn for turn in turns if turn.start_ms is not None and turn.end_ms is not None]
    assert 0 < len(timed) < len(turns)
    assert any((turn.end_ms or 0) < (turn.start_ms or 0) for turn in timed)
