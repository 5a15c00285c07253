"""Where rules and profiles apply: fields of a call, and the values that speak for and against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from linter.calls.fields import fold, spelt
from linter.model import Call
from linter.rulebook.source import Value

FIELDS = ("channel", "direction", "scene", "business")
"""What a call may say of itself."""
CALL_KINDS = ("call", "script")

_CLOSED: Mapping[str, tuple[str, ...]] = {"channel": ("phone", "chat"), "direction": ("in", "out")}
"""Fields whose values the call formats know by many names, and what these are read as."""

Fields = Mapping[str, tuple[str, ...]]
"""Field → values, any of which will do."""


def read_fields(value: Value, keys: Collection[str], what: str) -> tuple[Fields, Fields]:
    """What is wanted of a call, and what is not (``{not: …}``); errors have been noted.

    :param keys: of :data:`FIELDS`, and ``kind``.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    for key, said in value.mapping(keys, what).items():
        negated = said.is_mapping
        inner = said.mapping(("not",), key).get("not") if negated else said
        items = inner.items() if inner else []
        if not items:
            said.complain(f"{key} 没有值", hint="写上值，或删掉这个键")
            continue
        texts = tuple(dict.fromkeys(_value(key, item) for item in items))
        if key == "kind" and negated:
            wanted[key] = tuple(kind for kind in CALL_KINDS if kind not in texts)
        else:
            (unwanted if negated else wanted)[key] = texts
    return wanted, unwanted


def _value(key: str, item: Value) -> str:
    if key == "kind":
        return item.choice(CALL_KINDS, key)
    text = item.text("值")
    known = _CLOSED.get(key, ())
    if not known or not text or spelt(key, text) in known:
        return spelt(key, text)
    return item.choice(known, key)


def against(wanted: Fields, unwanted: Fields, call: Call) -> str:
    """The first field of a call that speaks against it; none does by saying nothing."""
    for key in FIELDS:
        value = getattr(call, key)
        if value and not _fits(key, value, wanted, unwanted):
            return key
    return ""


def speaks_for(wanted: Fields, unwanted: Fields, call: Call) -> bool:
    """Whether the call says all that is wanted; a field that says nothing does not."""
    named = {*wanted, *unwanted}
    return all(getattr(call, key) for key in named) and not against(wanted, unwanted, call)


def fields_text(wanted: Fields, unwanted: Fields) -> str:
    """Both in short: ``channel=phone|chat business≠保险``."""
    said = [f"{key}={'|'.join(values)}" for key, values in wanted.items()]
    said += [f"{key}≠{'|'.join(values)}" for key, values in unwanted.items()]
    return " ".join(said)


def _fits(key: str, value: str, wanted: Fields, unwanted: Fields) -> bool:
    said = _folded(key, value)
    if key in wanted and said not in {_folded(key, one) for one in wanted[key]}:
        return False
    return said not in {_folded(key, one) for one in unwanted.get(key, ())}


@cache
def _folded(key: str, value: str) -> str:
    """A value without case, width and spaces, by whichever of its names it goes."""
    return fold(spelt(key, value))
