"""A JSON Schema of rule files, for the help and the checks of editors.

Draft-07, which the YAML extensions of editors take. It is built of the very tables that the
readers go by, so it knows the keys they know; references, ranges and the notation of phrases are
for the readers alone. Where a text is wanted, numbers and booleans will do: what is ``88`` or
``off`` in a file is plain text here and something else for other readers of YAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.model import ASPECTS, SEVERITIES
from linter.rulebook import judges, learned, signal
from linter.rulebook import schema_words as words
from linter.rulebook.applies import CALL_KINDS, FIELDS, FORMS
from linter.rulebook.changes import ALL, EDITS, LISTS, OFF, SETTABLE
from linter.rulebook.definitions import NAME, SECTIONS
from linter.rulebook.extends import PACK_KEYS
from linter.rulebook.parts import CONDITION_KEYS, SLOT_KEYS
from linter.rulebook.profiles import KEYS as PROFILE_KEYS
from linter.rulebook.profiles import NEEDED as PROFILE_NEEDED
from linter.rulebook.rules import (
    CERTAINTIES,
    COMMON,
    ID,
    NEEDED,
    OF_FLAGS,
    OF_PASSES,
    PASSING,
    RULE_KEYS,
    STATUSES,
    TEST_KEYS,
)
from linter.rulebook.schema_parts import (
    FLAG,
    INTEGER,
    NUMBER,
    SIGNED,
    TEXT,
    Schema,
    choice,
    excuse_keys,
    mapping,
    matching,
    named,
    one_or_more,
    reference,
    referring,
)
from linter.text.sounds import MERGERS

_MARK = "【"
"""What stands around the words that a test is to be flagged for."""


def schema() -> Schema:
    """The schema of a rule file."""
    pack = {
        "pack": TEXT,
        "extends": one_or_more(TEXT),
        "words": one_or_more(TEXT),
        "classes": named(NAME.pattern, _class()),
        "conditions": named(NAME.pattern, referring("condition")),
        "slots": named(NAME.pattern, referring("slot")),
        "signals": named(NAME.pattern, referring("signal")),
        "rules": one_or_more(referring("rule")),
        "change": referring("change"),
        "profiles": named("", referring("profile")),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "huashu 规则文件",
        **mapping(PACK_KEYS, pack, words.PACK, needed=("pack",)),
        "definitions": {
            "references": one_or_more(reference()),
            "phrases": one_or_more(TEXT),
            "condition": _condition(),
            "slot": mapping(SLOT_KEYS, dict.fromkeys(SLOT_KEYS, _PHRASES), words.SLOT),
            "signal": _signal(),
            "rule": _rule(),
            "test": _test(),
            "applies": _applies((*FIELDS, "kind")),
            "change": _change(),
            "profile": _profile(),
        },
    }


_PHRASES = referring("phrases")
_REFERENCES = referring("references")


def _class() -> Schema:
    return {"anyOf": [_PHRASES, {**named("", _PHRASES), "minProperties": 1}]}


def _condition_values() -> Mapping[str, Schema]:
    phrases = dict.fromkeys(("before", "after", "clause"), _PHRASES)
    return {**phrases, "distance": INTEGER, "quoted": FLAG, "note": TEXT}


def _condition() -> Schema:
    return mapping(CONDITION_KEYS, _condition_values(), words.CONDITION)


def _signal_values() -> Mapping[str, Schema]:
    measure = {"of": choice(signal.MEASURES), "over": NUMBER, "under": NUMBER}
    names = dict.fromkeys(("of", "not_when", "only_when"), one_or_more(TEXT))
    levels = {"type": "object", "patternProperties": {"^[1-9]$": _PHRASES}}
    heard = {"anyOf": [choice(signal.HEARD), {"type": "array", "items": choice(MERGERS)}]}
    lists = (*signal.SHOWN_BY, *signal.EXCEPTIONS)
    return {
        **dict.fromkeys(lists, _PHRASES),
        **names,
        **_learned_values(),
        "backchannel": FLAG,
        "who": choice(signal.SIDES),
        "levels": {**levels, "additionalProperties": False},
        "measure": {
            **mapping(signal.MEASURE_KEYS, measure, words.SIGNAL_MEASURE, needed=("of",)),
            "anyOf": [{"required": ["over"]}, {"required": ["under"]}],
        },
        "least": INTEGER,
        "in": matching(f"(?:{'|'.join(signal.SCOPES)}|{signal.TURNS.pattern})"),
        "similar": INTEGER,
        "heard": heard,
        "echo": INTEGER,
        "at": matching(signal.POSITION.pattern),
        "note": TEXT,
    }


def _learned_values() -> Mapping[str, Schema]:
    known = choice(learned.labels())
    shown = {
        "of": known,
        "over": INTEGER,
        "alone": FLAG,
        "level": INTEGER,
        "sure": INTEGER,
    }
    weighed = {"of": known, **dict.fromkeys(learned.LIMITS, INTEGER)}
    return {
        "learned": mapping(
            learned.LEARNED_KEYS, shown, words.LEARNED, needed=learned.LEARNED_NEEDED
        ),
        "weighed": {
            **mapping(learned.WEIGHED_KEYS, weighed, words.WEIGHED),
            **_any_of(learned.LIMITS),
        },
    }


def _rule_weighed() -> Schema:
    keys = learned.RULE_WEIGHED_KEYS
    shown = {"of": choice(learned.labels()), "drop": INTEGER}
    return mapping(keys, shown, words.RULE_WEIGHED, needed=keys)


def _signal() -> Schema:
    alone = [
        {"if": {"required": [key]}, "then": {"not": _any_of(set(signal.SHOWN_BY) - {key})}}
        for key in (*signal.ALONE, "all")
    ]
    return {
        **mapping(signal.SIGNAL_KEYS, _signal_values(), words.SIGNAL),
        **_any_of(signal.SHOWN_BY),
        "allOf": alone,
    }


def _any_of(keys: Iterable[str]) -> Schema:
    return {"anyOf": [{"required": [key]} for key in sorted(keys)]}


def _rule_values() -> Mapping[str, Schema]:
    texts = dict.fromkeys(("category", "say", "why", "instead", "source"), TEXT)
    flags = dict.fromkeys(("fatal", "deduct", "praise"), FLAG)
    numbers = dict.fromkeys(("weight", "before", "credit", "late", "span"), INTEGER)
    refs = ("forbid", "when", "until", "settled", "nearly", "unless_between", "unless_turn")
    return {
        **texts,
        **flags,
        **numbers,
        **dict.fromkeys(refs, _REFERENCES),
        **_judged_by(),
        "id": matching(ID.pattern),
        "aspect": choice(ASPECTS),
        "severity": {"anyOf": [choice(SEVERITIES), _severities()]},
        "tests": {"type": "array", "items": referring("test")},
        "certainty": choice(CERTAINTIES),
        "status": choice(STATUSES),
        "known": one_or_more(TEXT),
        "fix": named("", TEXT),
        "applies": referring("applies"),
        "yields_to": one_or_more(TEXT),
        "weighed": _rule_weighed(),
        "within": {"anyOf": [INTEGER, {"const": "end"}]},
        "unless": one_or_more(named(excuse_keys(), _REFERENCES)),
        "only_if": one_or_more(named(excuse_keys(), _REFERENCES)),
        "which": {"anyOf": [choice(judges.WHICH), INTEGER]},
        "at": choice(judges.WHERE),
        "report": choice(judges.REPORTED),
        "order": choice(judges.ORDERS),
    }


def _severities() -> Schema:
    after = {"^after ": choice(SEVERITIES)}
    default = {"default": choice(SEVERITIES)}
    return {
        "type": "object",
        "properties": default,
        "patternProperties": after,
        "additionalProperties": False,
    }


def _judged_by() -> Mapping[str, Schema]:
    numbers = dict.fromkeys(("similar", "chars", "within", "before", "limit"), INTEGER)
    refs = dict.fromkeys(("all", "when", "then", "over", "signals"), _REFERENCES)
    of = {"of": choice(judges.MEASURES), "each": choice(judges.UNITS)}
    compared = {"of": choice(judges.COMPARED)}
    names = {"after": one_or_more(TEXT), "signal": TEXT}
    every: Mapping[str, Schema] = {**numbers, **refs, **of, **names}
    required = mapping(judges.REQUIRED_KEYS, every, words.REQUIRED, needed=("all",))
    return {
        "require": {"anyOf": [_REFERENCES, required]},
        "sequence": one_or_more(named("", _REFERENCES)),
        "repeat": mapping(judges.REPEAT_KEYS, {**every, **compared, **_points()}, words.REPEAT),
        "measure": mapping(judges.MEASURE_KEYS, every, words.MEASURE, needed=("of",)),
        "rise": mapping(judges.RISE_KEYS, every, words.RISE, needed=("after", "signal")),
    }


def _points() -> Mapping[str, Schema]:
    told = named("", SIGNED)
    values = {**dict.fromkeys(judges.POINTS_KEYS, SIGNED), "between": told, "next": told}
    card = mapping(judges.POINTS_KEYS, {**values, "here": told}, words.POINTS, needed=("least",))
    return {"points": card}


def _rule() -> Schema:
    """Exactly one kind, with the keys that may stand beside it."""
    kinds = [
        {"required": [kind], "propertyNames": {"enum": [*COMMON, kind, *beside]}}
        for kind, beside in judges.KINDS.items()
    ]
    rule = mapping(RULE_KEYS, _rule_values(), words.RULE, needed=NEEDED)
    both = [{"contains": {"type": "object", "required": [key]}} for key in ("flag", "pass")]
    tested = {"properties": {"tests": {"allOf": both}}}
    trigger = {"oneOf": [{"required": ["when"]}, {"required": ["at"]}]}
    asked = {"if": {"required": ["require"]}, "then": trigger}
    return {**rule, "oneOf": kinds, "allOf": [tested, asked]}


def _test() -> Schema:
    values = {
        "flag": {"type": "string", "pattern": _MARK},
        "pass": TEXT,
        "kind": choice(CALL_KINDS),
        "severity": choice(SEVERITIES),
        "certainty": choice(CERTAINTIES),
        "late": FLAG,
        "yields": FLAG,
        "verdict": choice(PASSING),
    }
    barred = {"flag": OF_PASSES, "pass": OF_FLAGS}
    kinds = [
        {"required": [key], "not": {"anyOf": [{"required": [other]} for other in others]}}
        for key, others in barred.items()
    ]
    return {**mapping(TEST_KEYS, values, words.TEST), "oneOf": kinds}


def _applies(fields: tuple[str, ...]) -> Schema:
    values: dict[str, Schema] = dict.fromkeys(fields, one_or_more(TEXT))
    if "kind" in values:
        values["kind"] = one_or_more(choice(CALL_KINDS))
    one = {"minProperties": 1, "maxProperties": 1}
    forms: dict[str, Schema] = {
        key: {"anyOf": [value, {**mapping(FORMS, dict.fromkeys(FORMS, value), words.FORMS), **one}]}
        for key, value in values.items()
    }
    return mapping(fields, forms, words.APPLIES)


def _profile() -> Schema:
    values = {"note": TEXT, "when": _applies(FIELDS), "change": referring("change")}
    return mapping(PROFILE_KEYS, values, words.PROFILE, needed=PROFILE_NEEDED)


def _change() -> Schema:
    switched_off = {"enum": [OFF, False]}
    sections: dict[str, Schema] = {
        "classes": mapping(EDITS, dict.fromkeys(EDITS, _class()), words.EDITS),
        "conditions": _changed("conditions", _condition_values(), words.CONDITION),
        "slots": _changed("slots", dict.fromkeys(SLOT_KEYS, _PHRASES), words.SLOT),
        "signals": _changed("signals", _signal_values(), words.SIGNAL),
        "rules": {"anyOf": [switched_off, _changed("rules", _rule_values(), words.RULE)]},
    }
    values = {section: named("", value) for section, value in sections.items()}
    return mapping(SECTIONS, values, words.PACK)


def _changed(section: str, values: Mapping[str, Schema], help_: words.Words) -> Schema:
    """Keys set anew, and lists added to and taken from."""
    lists = LISTS[section]
    keys = (*SETTABLE[section], *(lists if section == "rules" else ()))
    add: Schema = mapping(lists, values, help_)
    drop = add
    if section == "rules":
        dropped: dict[str, Any] = {**values, "tests": {"const": ALL}}
        drop = mapping((*lists, "tests"), dropped, help_)
    both = {"add": add, "drop": drop}
    return mapping((*EDITS, *dict.fromkeys(keys)), {**values, **both}, {**help_, **words.EDITS})
