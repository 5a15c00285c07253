"""Reading an example set, as ``huashu examples … --format jsonl`` writes it, with nothing lost.

Whatever is not understood is an error: a drill that left out half of a set would not be noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from linter.calls.place import Place
from linter.calls.strict_json import decode_json
from linter.coaching.drill.cards import Card, card_of
from linter.coaching.drill.records import example_of, pair_of
from linter.errors import InputError, Several

SCHEMA = 1
"""Of the records; see :mod:`linter.coaching.examples.objects`."""

_HINT = "样例集用 huashu examples … --format jsonl -o 文件 写"


def read_set(path: str) -> tuple[Card, ...]:
    """The cards of a set, in its order; an example that stands there twice gives one.

    :raises InputError: when there is no such file, or nothing in it.
    :raises Several: with everything that is wrong in it.
    """
    cards: dict[str, Card] = {}
    errors: list[InputError] = []
    for number, line in enumerate(_lines(path), 1):
        place = Place(path, number)
        try:
            card = _card(line, place)
            if card is not None and cards.setdefault(card.id, card).turns != card.turns:
                said = f"id {card.id} 和第 {cards[card.id].place} 行的重了，内容却不一样"
                raise place.error(said, "每一例的 id 要不同")
        except InputError as error:
            errors.append(error)
    if errors:
        raise Several(errors)
    if not cards:
        raise InputError("集里一例也没有", path=path, hint=_HINT)
    return tuple(cards.values())


def _lines(path: str) -> Sequence[str]:
    try:
        with open(path, encoding="utf-8-sig", newline="\n") as file:
            return [*_without_last(file.read().split("\n"))]
    except OSError as error:
        reason = f"样例集读不了：{error.strerror or error}"
        raise InputError(reason, path=path, hint=_HINT) from None
    except UnicodeDecodeError:
        raise InputError("样例集不是 UTF-8", path=path, hint=_HINT) from None


def _without_last(lines: list[str]) -> Iterator[str]:
    """Lines without what comes after the last line end, and without the other half of CR LF."""
    yield from (line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1]))


def _card(line: str, place: Place) -> Card | None:
    """What a line holds; nothing where it is the data card of the whole set."""
    if not line.strip():
        raise place.error("空行", "每行一条记录，删掉空行")
    value = decode_json(line, place)
    record = value.get("record") if isinstance(value, dict) else None
    if record == "card":
        _check_schema(value, place)
        return None
    if record != "example" or not isinstance(value, dict):
        raise place.error("这一行不是样例集的记录（没有 record: card 或 example）", _HINT)
    example, prompt = example_of(value, place)
    better = pair_of(value.get("pair"), example, place)
    return card_of(example, prompt, better, place.line or 0)


def _check_schema(value: Any, place: Place) -> None:
    schema = value.get("schema")
    if schema != SCHEMA:
        said = f"样例集是第 {schema} 版的格式，这里只认第 {SCHEMA} 版"
        raise place.error(said, "换用写它的那个 huashu，或重新写一份")
