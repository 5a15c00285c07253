"""Reading one rule: the keys all rules have, and the one kind it is of."""

from __future__ import annotations

import re
from typing import Literal, cast

from linter.judged import Status
from linter.model import ASPECTS, SEVERITIES, Aspect, Certainty, Severity
from linter.rulebook.applies import CALL_KINDS, FIELDS, Fields, read_fields
from linter.rulebook.judges import KINDS, Judges, Uses, read_names, read_ref
from linter.rulebook.learned import read_rule_weighed
from linter.rulebook.source import Value
from linter.rulebook.types import Forbid, Judge, Place, Ref, Rule, RuleTest
from linter.text.fold import folded

NEEDED = ("id", "category", "aspect", "severity", "say", "why", "instead", "tests")
COMMON = (
    *NEEDED,
    *("certainty", "weight", "fatal", "source", "status", "known"),
    *("applies", "yields_to", "weighed", "deduct", "praise", "fix"),
)
RULE_KEYS = tuple(
    dict.fromkeys((*COMMON, *KINDS, *(key for keys in KINDS.values() for key in keys)))
)
"""Everything that a rule may say, whatever its kind."""
CERTAINTIES = ("certain", "review")
PASSING = ("met", "not_applicable", "not_evaluated")
"""The verdicts on a call without a finding."""
OF_FLAGS = ("severity", "certainty", "late", "yields")
OF_PASSES = ("verdict",)
"""What a test may ask for besides its marks: of a call to be flagged, of one to be passed."""
TEST_KEYS = ("flag", "pass", "kind", *OF_FLAGS, *OF_PASSES)
STATUSES = ("stable", "experimental", "deprecated")
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

Severities = tuple[Severity, tuple[tuple[Ref, Severity], ...]]
"""A severity, and the ones it has after certain signals."""


def read_rule(item: Value, pack: str, uses: Uses) -> Rule | None:
    """A typed rule, or ``None`` after noting why there is none.

    What is there is read even when something is missing, so that all errors come at once.
    """
    if not item.is_mapping:
        item.complain("这里要写规则（键: 值）")
        return None
    said = item.mapping(RULE_KEYS, "规则")
    missing = [key for key in NEEDED if key not in said]
    if missing:
        item.complain(f"规则缺少 {'、'.join(missing)}")
    kinds = [kind for kind in KINDS if kind in said]
    if len(kinds) != 1:
        item.complain("一条规则要有且只有一种判法", hint=f"{'、'.join(KINDS)} 选一个，只写一个")
    judge = None
    if len(kinds) == 1:
        for key, value in said.items():
            if key not in (*COMMON, kinds[0], *KINDS[kinds[0]]):
                value.complain(f"{key} 不能和 {kinds[0]} 一起用")
        judge = Judges(said, uses).judge(kinds[0])
    # Read in any case: the errors of what is there are wanted.
    rule = _rule(item, said, pack, judge or Forbid(()), uses)
    return rule if judge and not missing else None


def _rule(item: Value, said: dict[str, Value], pack: str, judge: Judge, uses: Uses) -> Rule:
    severity, after = _severity(said.get("severity"), uses)
    applies, applies_not = _applies(said.get("applies"))
    return Rule(
        id=_id(said.get("id")),
        pack=pack,
        category=_text(said.get("category"), "类别"),
        aspect=cast(Aspect, _choice(said.get("aspect"), ASPECTS, "aspect")),
        severity=severity,
        severity_after=after,
        certainty=cast(Certainty, _choice(said.get("certainty"), CERTAINTIES, "certainty")),
        weight=said["weight"].integer(most=100) if "weight" in said else 0,
        fatal=_flag(said.get("fatal"), default=False),
        judge=judge,
        message=_text(said.get("say"), "说明"),
        why=_text(said.get("why"), "理由"),
        suggestion=_text(said.get("instead"), "建议"),
        source=_text(said.get("source"), "来源"),
        status=cast(
            Literal["stable", "experimental", "deprecated"],
            _choice(said.get("status"), STATUSES, "status"),
        ),
        false_positives=_texts(said.get("known")),
        applies=applies,
        yields_to=read_names(said.get("yields_to"), "规则", uses),
        deduct=_flag(said.get("deduct"), default=True),
        praise=_flag(said.get("praise"), default=False),
        tests=_tests(said["tests"]) if "tests" in said else (),
        place=Place(item.path, item.line, item.column),
        applies_not=applies_not,
        fix=_fix(said["fix"]) if "fix" in said else (),
        weighed=read_rule_weighed(said.get("weighed")),
    )


def _id(value: Value | None) -> str:
    name = _text(value, "规则名")
    if value and name and not ID.fullmatch(name):
        message = f"规则名 {name!r} 要用小写字母、数字和连字符"
        value.complain(message, hint="如 tone-policing")
    return name


def _text(value: Value | None, what: str) -> str:
    return value.text(what) if value else ""


def _texts(value: Value | None) -> tuple[str, ...]:
    return tuple(item.text() for item in value.items()) if value else ()


def _choice(value: Value | None, options: tuple[str, ...], what: str) -> str:
    return value.choice(options, what) if value else options[0]


def _flag(value: Value | None, *, default: bool) -> bool:
    return value.flag() if value else default


def _severity(value: Value | None, uses: Uses) -> Severities:
    if value is None or not value.is_mapping:
        return cast(Severity, _choice(value, SEVERITIES, "severity")), ()
    default: Severity = "info"
    after: list[tuple[Ref, Severity]] = []
    for key, level in value.pairs("severity"):
        name = key.text("条件")
        severity = cast(Severity, level.choice(SEVERITIES, "severity"))
        if name == "default":
            default = severity
        elif name.startswith("after "):
            after.append((read_ref(name.removeprefix("after ").strip(), key, uses), severity))
        else:
            key.complain(f"severity 里不认识的键 {name!r}", hint="写 default 或 after 信号名")
    return default, tuple(after)


def _fix(value: Value) -> tuple[tuple[str, str], ...]:
    """Words to what is written in their place, the longest first."""
    pairs = [(key, better, key.text("要改的词")) for key, better in value.pairs("改法")]
    found: list[tuple[str, str]] = []
    for _, better, words in pairs:
        written = better.text("改成的词")
        again = next((old for *_, old in pairs if old and folded(old) in folded(written)), "")
        if words and written and again:
            better.complain(f"改成的 {written!r} 里还有 {again!r}", hint="换一种说法，改完就不再报")
        elif words:
            found.append((words, written))
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _applies(value: Value | None) -> tuple[Fields, Fields]:
    return read_fields(value, (*FIELDS, "kind"), "applies") if value else ({}, {})


def _tests(value: Value) -> tuple[RuleTest, ...]:
    items = value.items()
    tests = [test for item in items if (test := _test(item))]
    # An item that is wrong in itself has been noted, and may be the one that is missing.
    if len(tests) == len(items) and len({test.flags for test in tests}) < 2:
        value.complain("每条规则至少要有一个 flag 和一个 pass 测试")
    return tuple(tests)


def _test(item: Value) -> RuleTest | None:
    said = item.mapping(TEST_KEYS, "测试")
    if ("flag" in said) == ("pass" in said):
        if item.is_mapping:
            item.complain("每个测试写一个 flag 或一个 pass")
        return None
    flags = "flag" in said
    body = said.get("flag") or said["pass"]
    text = body.text("对话")
    if text and flags and "【" not in text:
        body.complain("flag 的对话里要用【】标出应报的地方")
    for key in OF_PASSES if flags else OF_FLAGS:
        if key in said:
            said[key].complain(f"{key} 只能和 {'pass' if flags else 'flag'} 一起写")
    return RuleTest(
        flags,
        text,
        cast(Literal["call", "script"], _choice(said.get("kind"), CALL_KINDS, "kind")),
        Place(item.path, item.line, item.column),
        severity=cast(Severity | None, _expected(said, "severity", SEVERITIES)),
        certainty=cast(Certainty | None, _expected(said, "certainty", CERTAINTIES)),
        late=said["late"].flag() if "late" in said else None,
        yields=said["yields"].flag() if "yields" in said else None,
        verdict=cast(Status | None, _expected(said, "verdict", PASSING)),
    )


def _expected(said: dict[str, Value], key: str, options: tuple[str, ...]) -> str | None:
    return said[key].choice(options, key) if key in said else None
