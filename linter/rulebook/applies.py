"""Where rules and profiles apply: fields of a call, and the values that speak for and against.

======================  =======================================================================
``scene: [催收, 回访]``   one of these; a call that does not say its scene will do as well
``scene: {is: [催收]}``   one of these, and the call has to say so
``scene: {not: [催收]}``  none of these; a call that does not say its scene will do
======================  =======================================================================

The tests of a rule that needs a call to say so begin with a line ``# scene: 催收``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING

from linter.calls.fields import fold, spelt
from linter.model import Call

if TYPE_CHECKING:  # engines that judge calls need no YAML
    from linter.rulebook.source import Value

FIELDS = ("channel", "direction", "scene", "business")
"""What a call may say of itself."""
FORMS = ("is", "not")
"""Beside a bare list: how values may be wanted or not wanted."""
CALL_KINDS = ("call", "script")

_CLOSED: Mapping[str, tuple[str, ...]] = {"channel": ("phone", "chat"), "direction": ("in", "out")}
"""Fields whose values the call formats know by many names, and what these are read as."""

_UNSAID = ""
"""The value of a field that a call does not say: unwanted where ``is`` was written."""

Fields = Mapping[str, tuple[str, ...]]
"""Field → values, any of which will do."""


def read_fields(value: Value, keys: Collection[str], what: str) -> tuple[Fields, Fields]:
    """What is wanted of a call, and what is not; errors have been noted.

    :param keys: of :data:`FIELDS`, and ``kind``.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    for key, said in value.mapping(keys, what).items():
        forms = said.mapping(FORMS, key) if said.is_mapping else {"": said}
        form, inner = next(iter(forms.items()), ("", None))
        items = inner.items() if inner else []
        if not items:
            said.complain(f"{key} 没有值", hint="写上值，或删掉这个键")
            continue
        if len(forms) > 1:
            said.complain(f"{key} 里 {'、'.join(FORMS)} 只能写一个", hint="留下一个")
        texts = tuple(dict.fromkeys(_value(key, item) for item in items))
        if key == "kind":
            wanted[key] = _kinds(said, texts) if form == "not" else texts
        elif form == "not":
            unwanted[key] = texts
        else:
            wanted[key] = texts
            if form == "is":
                unwanted[key] = (_UNSAID,)
    return wanted, unwanted


def _kinds(said: Value, barred: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that are left."""
    left = tuple(kind for kind in CALL_KINDS if kind not in barred)
    if not left:
        said.complain("kind 的值全排除了，哪里都用不上", hint="留一个，或删掉这个键")
    return left


def _value(key: str, item: Value) -> str:
    if key == "kind":
        return item.choice(CALL_KINDS, key)
    text = item.text("值")
    known = _CLOSED.get(key, ())
    if not known or not text or spelt(key, text) in known:
        return spelt(key, text)
    return item.choice(known, key)


def against(wanted: Fields, unwanted: Fields, call: Call) -> str:
    """The first field of a call that speaks against it; by saying nothing, only where ``is`` is.

    The field is empty in the call then.
    """
    for key in FIELDS:
        if not _fits(key, getattr(call, key), wanted, unwanted):
            return key
    return ""


def speaks_for(wanted: Fields, unwanted: Fields, call: Call) -> bool:
    """Whether the call says all that is wanted; a field that says nothing does not."""
    named = {*wanted, *unwanted}
    return all(getattr(call, key) for key in named) and not against(wanted, unwanted, call)


def fields_text(wanted: Fields, unwanted: Fields) -> str:
    """Both in short: ``channel=phone|chat scene is 催收 business≠保险``."""
    said = [
        f"{key}{' is ' if _has_to_say(key, unwanted) else '='}{'|'.join(values)}"
        for key, values in wanted.items()
    ]
    said += [
        f"{key}≠{'|'.join(values)}"
        for key, values in unwanted.items()
        if not _has_to_say(key, unwanted)
    ]
    return " ".join(said)


def _has_to_say(key: str, unwanted: Fields) -> bool:
    return _UNSAID in unwanted.get(key, ())


def _fits(key: str, value: str, wanted: Fields, unwanted: Fields) -> bool:
    if not value:
        return not _has_to_say(key, unwanted)
    said = _folded(key, value)
    if key in wanted and said not in {_folded(key, one) for one in wanted[key]}:
        return False
    return said not in {_folded(key, one) for one in unwanted.get(key, ())}


@cache
def _folded(key: str, value: str) -> str:
    """A value without case, width and spaces, by whichever of its names it goes."""
    return fold(spelt(key, value))
