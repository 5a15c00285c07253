"""The schema for editors agrees with the loader about what a rule file may say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from linter.errors import RuleErrors
from linter.rulebook import source
from linter.rulebook.changes import EDITS, LISTS, SETTABLE
from linter.rulebook.load import builtin_files, load_builtin, load_texts
from linter.rulebook.schema import schema
from linter.rulebook.source import Value

from .helpers import SIGNALS, rule_text

ROOT = Path(__file__).parent.parent.parent
YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@cache
def validator() -> Any:
    return jsonschema.Draft7Validator(schema())


def as_editors_read(text: str) -> Any:
    """The file as YAML readers in general take it: ``off`` is false, ``88`` a number."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def wrong(text: str) -> list[str]:
    return [error.message for error in validator().iter_errors(as_editors_read(text))]


def loads(text: str) -> bool:
    try:
        load_texts([("t.yml", text)])
    except RuleErrors:
        return False
    return True


def _guide() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "docs").glob("*.md")):
        blocks = YAML.findall(path.read_text(encoding="utf-8"))
        for number, block in enumerate(block for block in blocks if "pack:" in block):
            yield f"{path.name}-{number}", block


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


@pytest.mark.parametrize(("name", "text"), builtin_files())
def test_the_built_in_packs_are_valid(name: str, text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(("name", "text"), list(_guide()))
def test_the_packs_of_the_guides_are_valid(name: str, text: str) -> None:
    assert wrong(text) == []


def test_the_guides_show_packs() -> None:
    assert len(list(_guide())) >= 3


def test_packs_of_tests_are_valid() -> None:
    assert wrong((ROOT / "tests/cli/shop.yml").read_text(encoding="utf-8")) == []


SIGNAL_KEYS = [
    "who: customer, any: [88, 快点, off, 12:30, 1.5]",
    "maybe: 快点",
    "levels: {1: [着急], 2: 气死}",
    "like: [您能不能快一点说], similar: 80",
    "of: [催, 道歉], least: 2, in: 3 turns",
    "any: [快, 慢], least: 2, in: sentence",
    "all: [快, 慢], in: turn",
    "none: [您好]",
    "any: [快点], over: [快点心], not_if: [不用], not_if_turn: [玩笑], near: [您], near_turn: 请",
    "any: [快点], not_if_only: 快",
    "any: [快点], not_when: 反着, only_when: [反着]",
    "any: [快点], heard: near",
    "any: [快点], heard: [z-zh, n-l]",
    "any: [快点], at: first 2",
    "any: [快点], at: last 30s",
    "measure: {of: silence, over: 8}",
    "measure: {of: silence, over: 1.5}",
    "measure: {of: rate, under: '100'}",
    "learned: {of: blame, over: 60, alone: true}",
    "any: [快点], learned: {of: any, over: '0'}, weighed: {drop: 5}",
    "any: [快点], weighed: {of: blame, drop: 5, doubt: 20}",
    "any: [快点], note: 备注",
]
JUDGES = [
    "forbid: 催",
    "forbid: [催, 情绪 2+]\nwhen: 情绪\nwithin: 2\nuntil: 道歉\nwhich: first",
    "forbid: 催\nwhich: 2",
    "forbid: 催\nunless: {same_turn: 道歉}",
    "forbid: 催\nunless: [{before 2: 道歉}, {earlier: [道歉]}, {same_or_next: 道歉}]",
    "forbid: 催\nweighed: {of: blame, drop: 5}",
    "require: 道歉\nat: opening\nwithin: 2",
    "when: 情绪\nrequire: {all: [道歉, 催]}\nwithin: end\ncredit: 2",
    "when: 情绪\nrequire: 道歉\nlate: 2\nsettled: 催\nnearly: 催\nreport: last",
    "when: 情绪\nrequire: 道歉\nbefore: 2",
    "sequence: [问: 索要(项=X), {无 给了: given(项=X)}, 同轮 又问: '索要(项=X)']\nspan: 6",
    "sequence: {问: 催, 答: 道歉}\norder: any\nunless_between: 道歉\nunless_turn: [道歉]",
    "repeat: {}",
    "repeat: {of: substance, chars: 1, points: {least: 9, far: -4, next: {情绪: 5}}}",
    "repeat: {similar: 90, chars: 6, within: 3, when: 情绪, over: 道歉}",
    "measure: {of: count, limit: 3, signals: 催, within: 4, each: hit}",
    "measure: {of: talk_share, limit: 60}",
    "rise: {after: [impatience], signal: 情绪, within: 2, before: 3}",
]
RULE_KEYS: list[dict[str, str | None]] = [
    {"severity": "{default: info, after 情绪 2+: error}"},
    {"certainty": "review", "weight": "10", "fatal": "true", "source": "规定", "status": "stable"},
    {"known": "[玩笑, 88]", "deduct": "false", "praise": "true"},
    {"applies": "{channel: phone, direction: [in], scene: {not: 售后}, business: {not: [一]}}"},
    {"applies": "{scene: {is: 售后}, channel: {is: [phone, chat]}, kind: {is: call}}"},
    {"applies": "{kind: script}", "tests": "[{flag: 【快点】, kind: script}, {pass: 好}]"},
    {
        "tests": "[{flag: 坐席：【快点】, severity: error, late: false, yields: false},"
        " {pass: 客户：您, verdict: met}]"
    },
    {"say": "88", "instead": "on"},
]
SECTIONS = [
    "pack: t\nwords: [花呗, 88]\nclasses: {货: 鞋, 组: {甲: [一], 乙: 二}}\n",
    "pack: t\nconditions: {近: {before: [不], after: 了, clause: 若, distance: 3, quoted: true}}\n",
    "pack: 88\nclasses: {货: {鞋: [鞋]}}\nslots: {鞋: {answer: [<数字 1+>], volunteered: 我穿}}\n",
]
CHANGES = [
    "change: {rules: {rude: off}}",
    "change: {rules: {rude: {severity: info, instead: 您慢慢说。, add: {known: 玩笑}}}}",
    "change: {rules: {rude: {tests: [{pass: 坐席：您快}]}}}",
    "change: {rules: {rude: {forbid: [催, 道歉]}}}",
    "change: {rules: {rude: {tests: [{flag: 坐席：【快点】}, {pass: 您}], drop: {tests: all}}}}",
    "change: {signals: {催: {who: any, add: {any: [赶紧], not_if: 不用}, drop: {any: 快点}}}}",
    "change: {signals: {情绪: {add: {levels: {1: [急]}}}}}",
    "change: {classes: {信息: {add: {单号: [单号]}, drop: {地址: 地址}}}}",
    "change: {conditions: {反着: {distance: 9, add: {after: 了}, drop: {before: 不}}}}",
    "change: {slots: {电话: {add: {answer: '1'}, drop: {volunteered: 三九}}}}",
    "profiles: {大促: {note: 忙, when: {scene: 大促}, change: {rules: {rude: off}}}}",
]


MORE = """conditions: {反着: {before: 不}}
slots: {电话: {answer: <数字 3+>, volunteered: 三九}}
"""
BASE = SIGNALS.replace("signals:", f"{MORE}signals:") + rule_text("forbid: 催")


def signal_text(keys: str) -> str:
    return BASE.replace("rules:", f"  新: {{{keys}}}\nrules:")


def changed(change: str) -> str:
    """The text of a file that changes another one, which is loaded with it."""
    return f"pack: u\n{change}\n"


@pytest.mark.parametrize(
    "text",
    [
        *SECTIONS,
        *map(signal_text, SIGNAL_KEYS),
        *(BASE + rule_text(judge, id="new") for judge in JUDGES),
        *(SIGNALS + rule_text("forbid: 催", **keys) for keys in RULE_KEYS),
    ],
)
def test_what_loads_is_valid(text: str) -> None:
    load_texts([("t.yml", text)])
    assert wrong(text) == []


@pytest.mark.parametrize("change", CHANGES)
def test_changes_that_load_are_valid(change: str) -> None:
    load_texts([("t.yml", BASE), ("u.yml", changed(change))])
    assert wrong(changed(change)) == []


@pytest.mark.parametrize(
    "text",
    [
        "words: [花呗]\n",
        "pack: t\nrulez: []\n",
        "pack: [t]\n",
        "pack: t\nclasses: {货: {}}\n",
        "pack: t\nclasses: {货 物: [鞋]}\n",
        "pack: t\nconditions: {近: {befor: [不]}}\n",
        "pack: t\nconditions: {近: {distance: 多}}\n",
        "pack: t\nconditions: {近: {quoted: 是}}\n",
        "pack: t\nslots: {鞋: {answers: [一]}}\n",
        *map(
            signal_text,
            [
                "who: boss, any: [啊]",
                "who: agent",
                "any: {a: b}",
                "anny: [啊]",
                "none: [您好], any: [啊]",
                "all: [您好], maybe: [啊]",
                "measure: {of: weight, over: 2}",
                "measure: {of: rate}",
                "measure: {over: 2}",
                "learned: {of: rude, over: 60}",
                "learned: {of: blame}",
                "learned: {over: 60}",
                "learned: blame",
                "none: [您好], learned: {of: any, over: 60}",
                "any: [啊], weighed: {of: any}",
                "any: [啊], weighed: {drop: 5, over: 6}",
                "levels: {0: [啊]}",
                "levels: [啊]",
                "any: [啊], at: middle",
                "any: [啊], heard: far",
                "any: [啊], heard: [a-b]",
                "any: [啊, 呀], least: 2, in: clause",
                "any: [啊], least: [2]",
            ],
        ),
        *(
            SIGNALS + rule_text(judge)
            for judge in (
                "",
                "forbid: 催\nrequire: 道歉\nat: opening",
                "forbid: 催\nspan: 2",
                "forbid: 催 2",
                "forbid: {催: 1}",
                "forbid: 催\nunless: [{nearby: 道歉}]",
                "forbid: 催\nweighed: {of: blame}",
                "forbid: 催\nweighed: {drop: 5}",
                "forbid: 催\nweighed: {of: blame, drop: 5, doubt: 8}",
                "forbid: 催\nweighed: blame",
                "forbid: 催\nunless: [{earlier 2: 道歉}]",
                "forbid: 催\nwhich: second",
                "require: 道歉",
                "require: 道歉\nat: opening\nwhen: 情绪",
                "require: 道歉\nat: middle",
                "require: {any: [道歉]}\nat: opening",
                "sequence: [催, 道歉]",
                "repeat: {like: 80}",
                "repeat: 80",
                "measure: {limit: 80}",
                "measure: {of: weight}",
                "rise: {after: impatience}",
                "rise: {after: impatience, signal: 情绪, with: 2}",
            )
        ),
        *(
            SIGNALS + rule_text("forbid: 催", **keys)
            for keys in (
                {"id": "Bad_Id"},
                {"id": None},
                {"why": None},
                {"aspect": "口气"},
                {"severity": "fatal"},
                {"severity": "{default: info, before 情绪: error}"},
                {"weight": "[1]"},
                {"fatal": "maybe"},
                {"applies": "{team: a}"},
                {"applies": "{kind: chat}"},
                {"applies": "{scene: {but: a}}"},
                {"applies": "{scene: {isnot: a}}"},
                {"applies": "{scene: {is: a, not: b}}"},
                {"applies": "{scene: {}}"},
                {"status": "old"},
                {"owner": "me"},
                {"tests": "[{flag: 坐席：【快点】}]"},
                {"tests": "[{flag: 坐席：快点}, {pass: 坐席：您}]"},
                {"tests": "[{flag: 坐席：【快点】, pass: 坐席：您}, {pass: 坐席：您}]"},
                {"tests": "[{flag: 坐席：【快点】, verdict: met}, {pass: 坐席：您}]"},
                {"tests": "{flag: 坐席：【快点】}"},
            )
        ),
        *(
            changed(change)
            for change in (
                "change: {rules: {rude: on}}",
                "change: {rules: {rude: {id: b}}}",
                "change: {signals: {催: {any: [啊]}}}",
                "change: {signals: {催: {add: {who: any}}}}",
                "change: {words: {a: b}}",
                "change: {classes: {信息: {replace: [a]}}}",
                "profiles: {忙: {change: {rules: {rude: off}}}}",
                "profiles: {忙: {note: 忙, on: {}, change: {rules: {rude: off}}}}",
            )
        ),
    ],
)
def test_what_is_wrong_is_wrong_to_both(text: str) -> None:
    assert not loads(text)
    assert wrong(text)


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    """All mappings with named keys, wherever they are in the schema."""
    if isinstance(node, dict):
        if "properties" in node and node.get("additionalProperties") is False:
            yield node
        for inner in node.values():
            yield from _objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _objects(inner)


def _asked(texts: Iterable[str], monkeypatch: pytest.MonkeyPatch) -> set[frozenset[str]]:
    """The sets of keys that the readers ask for when they read these files."""
    asked: set[frozenset[str]] = set()
    mapping = Value.mapping

    def spy(self: Value, allowed: Iterable[str], what: str) -> dict[str, Value]:
        known = tuple(allowed)
        asked.add(frozenset(known))
        return mapping(self, known, what)

    with monkeypatch.context() as patch:
        patch.setattr(source.Value, "mapping", spy)
        load_texts([(f"{number}.yml", text) for number, text in enumerate(texts)])
    return asked


def test_the_readers_and_the_schema_know_the_same_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[frozenset[str]] = set()
    for text in (*SECTIONS, *map(signal_text, SIGNAL_KEYS)):
        asked |= _asked([text], monkeypatch)
    for judge in JUDGES:
        asked |= _asked([BASE + rule_text(judge, id="new")], monkeypatch)
    for keys in RULE_KEYS:
        asked |= _asked([SIGNALS + rule_text("forbid: 催", **keys)], monkeypatch)
    for change in CHANGES:
        asked |= _asked([BASE, changed(change)], monkeypatch)
    # Lists of other packs are asked for by their keys only to say that they cannot be replaced.
    for section in ("conditions", "slots", "signals"):
        keys = frozenset((*EDITS, *SETTABLE[section]))
        asked = {keys if found == keys | {*LISTS[section]} else found for found in asked}
    known = {frozenset(found["properties"]) for found in _objects(schema())}
    # What has keys with words of their own in them is no table of the readers.
    assert (asked - known, known - asked) == (set(), {frozenset(["default"])})


def test_every_key_has_a_title_and_help_in_chinese() -> None:
    for found in _objects(schema()):
        for key, value in found["properties"].items():
            if key == "default":
                continue
            assert re.search("[\u4e00-\u9fff]", value["title"]), key
            assert value["description"].endswith("。"), key


def test_a_rule_of_each_kind_is_told_from_all_others() -> None:
    kinds = schema()["definitions"]["rule"]["oneOf"]
    assert len(kinds) == len({rule.judge.__class__ for rule in load_builtin().rules})
