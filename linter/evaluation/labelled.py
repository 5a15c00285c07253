"""A line of labelled data as what it is: a call with labels, or a sentence of a bank.

A labelled call is a canonical call with ``labels`` on top, and ``grade``, ``voice``, ``part`` when
they are known. A sentence has ``agent``, perhaps ``customer``, and its ``category``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from linter.calls.canonical import call_from
from linter.calls.fields import spelt
from linter.calls.place import Place, string_of
from linter.evaluation.model import (
    CALL_GRADES,
    PARTS,
    SENTENCE_GRADES,
    WORDING,
    Item,
    Label,
)
from linter.model import Call, Turn
from linter.rulebook.source import suggestion

AGENT_TURN = 1
"""The turn of a sentence's agent; before it stands the customer's."""

_LABELS = '标注写成 "labels": [{"category": "tone_policing", "turn": 4}]，没有违规写 "labels": []'
_SENTENCE = '话术句写成 {"id": …, "grade": "everyday", "category": …, "customer": …, "agent": …}'


def read_item(value: object, place: Place, known: Collection[str]) -> Item:
    """Read one line.

    :param value: what the JSON decoder made of it.
    :param place: its file and line.
    :param known: the categories a label may name.
    :raises InputError: when it is neither, or a label makes no sense.
    """
    if isinstance(value, Mapping) and "turns" not in value and "agent" in value:
        return _sentence(value, place, known)
    if isinstance(value, Mapping) and "turns" not in value:
        raise place.error(
            "既不是带标注的通话（turns、labels），也不是话术句（customer、agent）", _SENTENCE
        )
    call = call_from(value, place)
    if "labels" not in call.meta:
        raise place.error("这通通话没有标注（labels）", _LABELS)
    return Item(
        kind="call",
        call=call,
        line=place.line or 0,
        labels=_unique(_labels(call, place.inside("labels"), known)),
        grade=_choice(call.meta, "grade", CALL_GRADES, place),
        voice=string_of(call.meta, "voice", place),
        part=_choice(call.meta, "part", PARTS, place),
    )


def _labels(call: Call, place: Place, known: Collection[str]) -> Iterable[Label]:
    rows = call.meta["labels"]
    if not isinstance(rows, list):
        raise place.error("要是一个列表", _LABELS)
    for number, row in enumerate(rows):
        inside = place.inside(number)
        if not isinstance(row, Mapping) or not {"category", "turn"} <= row.keys():
            raise inside.error("一个标注要有 category 和 turn", _LABELS)
        category = _category(row["category"], inside.inside("category"), known)
        yield Label(category, _turn(row["turn"], call, inside.inside("turn")))


def _turn(turn: object, call: Call, place: Place) -> int:
    if isinstance(turn, bool) or not isinstance(turn, int):
        raise place.error("要是整数：第几轮，从 0 数起")
    if not 0 <= turn < len(call.turns):
        last = len(call.turns) - 1
        raise place.error(f"没有第 {turn} 轮", f"轮次从 0 数起，这通最后一轮是 {last}")
    role = call.turns[turn].role
    if role != "agent":
        agents = [n for n, other in enumerate(call.turns) if other.role == "agent"]
        near = sorted(agents, key=lambda n: abs(n - turn))[:2]
        hint = "坐席的轮次有 " + "、".join(map(str, sorted(near))) if near else "这通没有坐席"
        raise place.error(f"第 {turn} 轮不是坐席说的（{role}）", hint)
    return turn


def _sentence(value: Mapping[str, Any], place: Place, known: Collection[str]) -> Item:
    grade = _choice(value, "grade", SENTENCE_GRADES, place)
    if not grade:
        raise place.error("话术句没有 grade", "grade 有 " + "、".join(SENTENCE_GRADES))
    said, before = string_of(value, "agent", place), string_of(value, "customer", place)
    if not said.strip():
        raise place.inside("agent").error("坐席说的话不能空着", _SENTENCE)
    labels: tuple[Label, ...] = ()
    if grade != "innocent":
        names = [(value.get("category"), place.inside("category"))]
        also = value.get("also") or []
        if not isinstance(also, list):
            raise place.inside("also").error("要是一个列表", '如 "also": ["sarcasm"]')
        names += [(name, place.inside("also").inside(n)) for n, name in enumerate(also)]
        labels = _unique(Label(_wording(name, at, known), AGENT_TURN) for name, at in names)
    turns = (Turn("customer", before, line=place.line), Turn("agent", said, line=place.line))
    call = Call(
        id=string_of(value, "id", place) or Call.content_id(turns),
        turns=turns,
        path=place.path,
        channel=spelt("channel", string_of(value, "channel", place)),
        business=string_of(value, "business", place),
    )
    voice, part = string_of(value, "voice", place), _choice(value, "part", PARTS, place)
    return Item("sentence", call, place.line or 0, labels, grade, voice, part)


def _unique(labels: Iterable[Label]) -> tuple[Label, ...]:
    return tuple(dict.fromkeys(labels))


def _category(name: object, place: Place, known: Collection[str]) -> str:
    if not isinstance(name, str):
        raise place.error("要是类别的名字", "如 tone_policing")
    if name not in known:
        raise place.error(f"没有叫 {name!r} 的类别", suggestion(name, known))
    return name


def _wording(name: object, place: Place, known: Collection[str]) -> str:
    category = _category(name, place, known)
    if category not in WORDING:
        raise place.error(f"{category!r} 不是用词的类别，一句话看不出来", suggestion("", WORDING))
    return category


def _choice(row: Mapping[str, Any], key: str, known: tuple[str, ...], place: Place) -> str:
    text = string_of(row, key, place)
    if text and text not in known:
        raise place.inside(key).error(f"不认识的值 {text!r}", "可用的有 " + "、".join(known))
    return text
