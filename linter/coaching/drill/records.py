"""One record of an example set: every key there, every value what it has to be, and no other."""

from __future__ import annotations

from typing import Any

from linter.calls.place import Place
from linter.coaching.drill.cards import Better, Source
from linter.coaching.drill.fields import Fields
from linter.coaching.examples.model import GRADES, Example, ExampleTurn, Span
from linter.model import ASPECTS, ROLES, SEVERITIES

_TEXTS = ("message", "why", "suggestion", "moment", "business", "channel", "direction", "scene")
_SHOWN = ("turns", "focus", "prompt")
_SAID = ("record", "id", "kind", "category", "rule", "aspect", "severity", "certainty", "moments")
_NEEDED = (*_SAID, "difficulty", "difficulty_why", *_SHOWN, *_TEXTS)
_MORE = ("lookalike", "also", "part", "pair")


def example_of(value: Any, place: Place) -> tuple[Example, int]:
    """The example of a record, and how many turns come before the answer.

    :raises InputError: when it is none.
    """
    said = Fields(value, place, "", _NEEDED, _MORE)
    turns = _turns(said, place)
    focus = said.index("focus", 0, len(turns) - 1)
    if turns[focus].role != "agent":
        raise said.error(f"focus 指的第 {focus} 轮不是坐席说的")
    id_, category, rule = (_filled(said, key) for key in ("id", "category", "rule"))
    example = Example(
        id=id_,
        good=said.one_of("kind", ("good", "bad")) == "good",
        category=category,
        rule=rule,
        aspect=said.one_of("aspect", ASPECTS),
        severity=said.one_of("severity", SEVERITIES),
        certainty=said.one_of("certainty", ("certain", "review")),
        moments=said.texts("moments"),
        grade=said.one_of("difficulty", GRADES),
        reasons=said.texts("difficulty_why"),
        turns=turns,
        focus=focus,
        lookalike=said.get("lookalike", str, ""),
        also=said.texts("also"),
        part=said.one_of("part", ("train", "test")) if "part" in value else "",
        **{key: said.get(key, str) for key in _TEXTS},
    )
    return example, _prompt(said, turns, focus)


def pair_of(value: Any, example: Example, place: Place) -> Better:
    """The better line that a record has.

    :raises InputError: when it is no pair.
    """
    if value is None:
        return Better(example.suggestion, "rule" if example.suggestion else "")
    said = Fields(value, place, "pair", ("from", "text"), ("id", "same", *_SHOWN))
    source: Source = said.one_of("from", ("call", "rule"))
    text = said.get("text", str)
    lead = ""
    if "turns" in value:
        turns = _turns(said, place)
        heard = turns[: _prompt(said, turns, said.index("focus", 0, len(turns) - 1))]
        lead = next((turn.text for turn in reversed(heard) if turn.role == "customer"), "")
    return Better(text, source, lead) if text.strip() else Better()


def _filled(said: Fields, key: str) -> str:
    text = said.get(key, str)
    if not text:
        raise said.error(f"{key} 是空的")
    return text


def _prompt(said: Fields, turns: tuple[ExampleTurn, ...], focus: int) -> int:
    prompt = said.index("prompt", 0, focus)
    if any(turn.role != "agent" for turn in turns[prompt:focus]):
        raise said.error("prompt 和 focus 之间只能是坐席的话")
    return prompt


def _turns(said: Fields, place: Place) -> tuple[ExampleTurn, ...]:
    turns = tuple(
        _turn(Fields(turn, place, f"第 {number} 轮", ("role", "text"), ("skipped", "spans")), place)
        for number, turn in enumerate(said.get("turns", list))
    )
    if not turns:
        raise said.error("turns 是空的")
    return turns


def _turn(said: Fields, place: Place) -> ExampleTurn:
    text = said.get("text", str)
    spans = []
    for value in said.get("spans", list, []):
        span = Fields(value, place, "spans", ("start", "end", "as", "label"), ())
        start = span.index("start", 0, len(text))
        end = span.index("end", start, len(text))
        spans.append(Span(start, end, span.get("as", str), span.get("label", str)))
    skipped = said.get("skipped", int, 0)
    if skipped < 0:
        raise said.error("skipped 不能是负的")
    return ExampleTurn(said.one_of("role", ROLES), text, skipped, tuple(spans))
