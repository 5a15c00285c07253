"""Packs that change what other packs define: the section ``change`` of a pack or of a profile.

A change is put into what was written before it is typed, so that it is checked exactly as if it
had stood there in the first place; what is wrong with it is said where the change stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from linter.rulebook.definitions import SECTIONS, Definition, Definitions
from linter.rulebook.judges import KINDS
from linter.rulebook.lists import History, edited, texts_in
from linter.rulebook.merged import keyed, merged_list, merged_mapping, rehomed
from linter.rulebook.parts import CONDITION_KEYS, SLOT_KEYS
from linter.rulebook.rules import RULE_KEYS
from linter.rulebook.signal import EXCEPTIONS, SHOWN_BY, SIGNAL_KEYS
from linter.rulebook.source import Errors, Value, suggestion
from linter.rulebook.types import CONTEXTS

EDITS = ("add", "drop")
OFF = "off"
"""What switches a rule off."""

_MAPPINGS = ("measure", "learned")
"""What shows a signal and is no list."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "conditions": ("before", "after", "clause"),
    "slots": SLOT_KEYS,
    "signals": (*(key for key in SHOWN_BY if key not in _MAPPINGS), *EXCEPTIONS),
    "rules": (
        *("forbid", "require", "when", "until", "unless", "only_if", "settled", "nearly"),
        *("unless_between", "unless_turn", "yields_to", "known"),
    ),
}
"""Section → the keys whose lists can be added to and taken from."""

SETTABLE: Mapping[str, tuple[str, ...]] = {
    "conditions": tuple(key for key in CONDITION_KEYS if key not in LISTS["conditions"]),
    "slots": (),
    "signals": tuple(key for key in SIGNAL_KEYS if key not in LISTS["signals"]),
    "rules": tuple(key for key in RULE_KEYS if key != "id"),
}
"""Section → the keys that can be set anew. A rule's tests are added to those it has."""

EXPECTED: Mapping[str, str] = {
    "severity": "severity",
    "certainty": "certainty",
    "yields_to": "yields",
}
"""Keys of a rule, and what its older tests can no longer ask for when they are set anew."""
ALL = "all"
"""What takes away all older tests of a rule."""

_Body = dict[str, tuple[Value, Value]]
"""The keys and values of a thing, by name."""


class Changes:
    """Puts changes into definitions.

    :param definitions: changed in place.
    :param complete: whether all files could be read; otherwise missing names say nothing.
    :param of_profile: the changes of a profile, which have to fit whatever packs and other
        profiles have changed before: what these added, took away or switched off is no error.
    """

    def __init__(
        self, definitions: Definitions, *, complete: bool = True, of_profile: bool = False
    ) -> None:
        self._named = definitions.named
        self._complete = complete
        self._of_profile = of_profile

    def apply(self, change: Value) -> None:
        """Put in one section ``change``; errors have been noted."""
        for section, changes in change.mapping(SECTIONS, "change").items():
            for key, said in changes.pairs(section):
                old = self._old(section, key)
                if old is not None:
                    self._named[section][key.text()] = self._changed(section, key, said, old)

    def _old(self, section: str, key: Value) -> Definition | None:
        name, known = key.text("名字"), self._named[section]
        old = known.get(name)
        if old is None and section == "conditions" and name in CONTEXTS:
            # Every book has these; packs only add cues to them.
            return Definition(key, merged_mapping(key, ()), pack="")
        if old is None:
            if self._complete:
                always = CONTEXTS if section == "conditions" else ()
                hint = suggestion(name, (*known, *always))
                key.complain(f"没有叫 {name!r} 的{SECTIONS[section]}可改", hint=hint)
        elif not self._of_profile and [*old.history][-1].key.source is key.source:
            key.complain(f"{name!r} 就在这个文件里定义", hint="直接写在那里，不用 change")
        return old

    def _changed(self, section: str, key: Value, said: Value, old: Definition) -> Definition:
        caused = Errors()
        base = rehomed(old.value, caused)
        new = Definition(key, base, old.pack, before=old, caused=caused, off=old.off)
        if old.off and not self._of_profile:
            key.complain(f"规则 {key.text()!r} 已在 {_at(old)} 关掉", hint="两处留一处")
        if section == "rules" and not said.is_mapping:
            text = said.text(f"改动，或 {OFF}")
            if text and text != OFF:
                said.complain(f"看不懂的改动 {text!r}", hint=f"写 {OFF}，或写要改的键")
            return replace(new, off=True)
        history = self._history(old)
        if section == "classes":
            changes = said.mapping(EDITS, "词类的改动")
            value = edited(base, changes.get("add"), changes.get("drop"), history)
            return replace(new, value=merged_list(base, ()) if value is None else value)
        body = keyed(base, None, SECTIONS[section])
        _change_keys(section, body, said, history)
        return replace(new, value=merged_mapping(base, tuple(body.values())))

    def _history(self, old: Definition) -> History:
        stages = [texts_in(rehomed(stage.value, Errors())) for stage in old.history]
        return History(tuple(stages) if self._of_profile and len(stages) > 1 else ())


def _at(definition: Definition) -> str:
    return f"{definition.key.path}:{definition.key.line}"


def _change_keys(section: str, body: _Body, said: Value, history: History) -> None:
    """Set keys of a thing anew, then add to its lists and take from them."""
    allowed = (*EDITS, *SETTABLE[section], *LISTS[section])
    changes = keyed(said, dict.fromkeys(allowed), f"{SECTIONS[section]}的改动")
    edits = {name: _edits(section, changes.pop(name, None), name) for name in ("add", "drop")}
    if section == "rules" and "tests" in body:
        _change_tests(body, changes, edits["drop"].pop("tests", None))
    for name, (key, value) in changes.items():
        if section != "rules" and name in LISTS[section]:
            key.complain(f"{name} 不能整个换掉", hint=f"写 add: {{{name}: […]}} 或 drop")
        elif _fits_kind(section, body, name, key):
            body[name] = key, value
    for name, (key, _) in {**edits["drop"], **edits["add"]}.items():
        if not _fits_kind(section, body, name, key):
            continue
        base, add, drop = (pairs.get(name) for pairs in (body, edits["add"], edits["drop"]))
        edit = edited(base and base[1], add and add[1], drop and drop[1], history)
        if edit is None:
            body.pop(name, None)
        else:
            body[name] = (base or (key,))[0], edit


def _edits(section: str, change: tuple[Value, Value] | None, what: str) -> _Body:
    keys = LISTS[section]
    if section == "rules" and what == "drop":
        keys = (*keys, "tests")
    return keyed(change[1], keys, what) if change else {}


def _fits_kind(section: str, body: _Body, name: str, key: Value) -> bool:
    """A rule stays of its kind: another would be another rule."""
    if section != "rules" or name not in KINDS or name in body:
        return True
    kind = "、".join(known for known in KINDS if known in body)
    key.complain(f"这条规则的判法是 {kind}，不能改成 {name}", hint="关掉它，另写一条")
    return False


def _change_tests(body: _Body, changes: _Body, drop: tuple[Value, Value] | None) -> None:
    """The tests a rule had, then those of the change.

    What the older ones ask for besides their marks is asked no longer where the change says it.
    """
    key, value = body["tests"]
    if drop and drop[1].text(ALL) not in ("", ALL):
        drop[1].complain("旧的测试只能全部去掉", hint=f"写 drop: {{tests: {ALL}}}")
    stale = {EXPECTED[name] for name in changes if name in EXPECTED}
    kept = [] if drop else [_without(test, stale) for test in value.items()]
    added = changes.pop("tests", None)
    body["tests"] = key, merged_list(value, (*kept, *(added[1].items() if added else ())))


def _without(test: Value, names: set[str]) -> Value:
    if not names or not test.is_mapping:
        return test
    return merged_mapping(test, tuple(pair for pair in test.pairs() if pair[0].text() not in names))


def blame(definitions: Definitions, errors: Errors) -> None:
    """Say where the change stands what it made wrong in parts that are older than itself.

    :param errors: what has been noted so far: older parts that were wrong before are no news.
    """
    noted = {str(error) for error in errors.found}
    for named in definitions.named.values():
        for last in named.values():
            for definition in reversed([*last.history]):
                for error in definition.caused.found if definition.caused else ():
                    if str(error) not in noted:
                        noted.add(str(error))
                        definition.key.complain(error.message, hint=error.hint)
