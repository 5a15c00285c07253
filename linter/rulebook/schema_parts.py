"""The pieces that the schema of rule files is put together of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from linter.rulebook.judges import COUNTED, EXCUSES, REF
from linter.rulebook.schema_words import Words

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""A text, and what other readers of YAML take for something else: 88, off."""
INTEGER: Schema = {
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^[0-9]{1,9}$"}]
}
SIGNED: Schema = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?[0-9]{1,9}$"}]}
NUMBER: Schema = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^[0-9.]{1,9}$"}]
}
FLAG: Schema = {"enum": [True, False, "true", "false"]}

_GROUP_NAME = re.compile(r"\?P<\w+>")
"""The names of groups, which ECMA's expressions do not have."""


def one_or_more(item: Schema) -> Schema:
    """A list, or one thing for a list of one."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def choice(options: Iterable[str]) -> Schema:
    """One of these words."""
    return {"enum": list(options)}


def matching(expression: str) -> Schema:
    """A text that is all matched."""
    return {"type": "string", "pattern": f"^(?:{_GROUP_NAME.sub('', expression)})$"}


def reference() -> Schema:
    """A signal or slot state; a name may be a number."""
    return {"anyOf": [matching(REF.pattern), {"type": ["number", "boolean"]}]}


def referring(name: str) -> Schema:
    """One of the schema's definitions."""
    return {"$ref": f"#/definitions/{name}"}


def excuse_keys() -> str:
    """An expression for where an excuse may stand."""
    counted = "|".join(COUNTED)
    return f"^(?:{'|'.join(EXCUSES)}|(?:{counted}) [1-9][0-9]?)$"


def named(pattern: str, value: Schema) -> Schema:
    """A mapping from names to things of one kind.

    :param pattern: of the names; empty for any.
    """
    if not pattern:
        return {"type": "object", "additionalProperties": value}
    whole = pattern if pattern.startswith("^") else f"^{pattern}$"
    return {
        "type": "object",
        "patternProperties": {whole: value},
        "additionalProperties": False,
    }


def mapping(
    keys: Iterable[str],
    values: Mapping[str, Schema],
    words: Words,
    *,
    needed: Iterable[str] = (),
) -> Schema:
    """A mapping with these keys and no others.

    :param values: what may stand under each key; of others too.
    :param words: what an editor says of each key.
    """
    properties = {
        key: {"title": words[key][0], "description": words[key][1], **_beside(values[key])}
        for key in keys
    }
    found: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    wanted = list(needed)
    return {**found, "required": wanted} if wanted else found


def _beside(value: Schema) -> Schema:
    """In draft-07 nothing beside a ``$ref`` is read."""
    return {"allOf": [value]} if "$ref" in value else value
