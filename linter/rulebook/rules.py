"""Reading one rule: the common keys, and the one kind it is of."""

from __future__ import annotations

import re
from collections.abc import Callable

from linter.model import ASPECTS, SEVERITIES, Severity
from linter.rulebook.source import Value
from linter.rulebook.types import (
    SLOT_STATES,
    Forbid,
    Judge,
    Measure,
    Place,
    Ref,
    Repeat,
    Require,
    Rise,
    Rule,
    RuleTest,
    Step,
    Steps,
    Unless,
)

Uses = list[tuple[str, str, Value]]
"""Where a name was used: kind, name, place."""

_COMMON = (
    ["id", "category", "aspect", "severity", "certainty", "weight", "fatal", "say", "why"]
    + ["instead", "source", "status", "known", "applies", "yields_to", "deduct", "praise", "tests"]
)
_KINDS: dict[str, tuple[str, ...]] = {
    "forbid": ("when", "within", "until", "unless"),
    "require": ("when", "within", "at", "credit", "late", "settled", "report"),
    "sequence": ("span", "unless_between", "unless_turn"),
    "repeat": (),
    "measure": (),
    "rise": (),
}
_NEEDED = ("id", "category", "aspect", "severity", "say", "why", "instead", "tests")
_APPLIES = ("channel", "direction", "scene", "business", "kind")
_REF = re.compile(r"(?P<name>[^\s()+=]+?)(?:\s+(?P<level>\d)\+)?(?:\((?P<slot>\S+)=(?P<var>\S+)\))?")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def read_rule(item: Value, pack: str, uses: Uses) -> Rule | None:
    """A typed rule, or ``None`` after noting why there is none."""
    allowed = [*_COMMON, *_KINDS, *(key for keys in _KINDS.values() for key in keys)]
    said = item.mapping(dict.fromkeys(allowed), "规则")
    missing = [key for key in _NEEDED if key not in said]
    if missing:
        name = said["id"].text() if "id" in said else ""
        item.complain(f"规则 {name} 缺少 {'、'.join(missing)}".replace("  ", " "))
    kinds = [kind for kind in _KINDS if kind in said]
    if len(kinds) != 1:
        item.complain(
            "一条规则要有且只有一种判法",
            hint="forbid、require、sequence、repeat、measure、rise 选一个",
        )
    if missing or len(kinds) != 1:
        return None
    stray = [key for key in said if key not in _COMMON and key not in (kinds[0], *_KINDS[kinds[0]])]
    for key in stray:
        said[key].complain(f"{key} 不能和 {kinds[0]} 一起用")
    return _rule(item, said, pack, kinds[0], uses)


def _rule(item: Value, said: dict[str, Value], pack: str, kind: str, uses: Uses) -> Rule:
    identifier = said["id"].text("规则名")
    if not _ID.fullmatch(identifier):
        said["id"].complain(f"规则名 {identifier!r} 要用小写字母、数字和连字符", hint="如 tone-policing")
    severity, after = _severity(said["severity"], uses)
    reader = _Judges(said, uses)
    return Rule(
        id=identifier,
        pack=pack,
        category=said["category"].text("类别"),
        aspect=said["aspect"].choice(ASPECTS, "aspect"),  # type: ignore[arg-type]
        severity=severity,
        severity_after=after,
        certainty=(
            said["certainty"].choice(("certain", "review"), "certainty")  # type: ignore[arg-type]
            if "certainty" in said
            else "certain"
        ),
        weight=said["weight"].integer(most=100) if "weight" in said else 0,
        fatal="fatal" in said and said["fatal"].flag(),
        judge=reader.judge(kind),
        message=said["say"].text("说明"),
        why=said["why"].text("理由"),
        suggestion=said["instead"].text("建议"),
        source=said["source"].text("来源") if "source" in said else "",
        status=(
            said["status"].choice(("stable", "experimental", "deprecated"), "status")  # type: ignore[arg-type]
            if "status" in said
            else "stable"
        ),
        false_positives=tuple(v.text() for v in said["known"].items()) if "known" in said else (),
        applies=_applies(said.get("applies")),
        yields_to=_names(said.get("yields_to"), "规则", uses),
        deduct="deduct" not in said or said["deduct"].flag(),
        praise="praise" in said and said["praise"].flag(),
        tests=_tests(said["tests"]),
        place=Place(item.path, item.line, item.column),
    )


def read_refs(value: Value | None, uses: Uses) -> tuple[Ref, ...]:
    """One or several references to signals or slot states."""
    return tuple(_ref(item.text("信号"), item, uses) for item in value.items()) if value else ()


def _ref(text: str, item: Value, uses: Uses) -> Ref:
    found = _REF.fullmatch(text)
    if not found:
        item.complain(f"看不懂的信号写法 {text!r}", hint="写 信号名、信号名 2+ 或 信号名(槽=X)")
        return Ref("")
    slot = (found["slot"], found["var"]) if found["slot"] else None
    if found["name"] in SLOT_STATES:
        if slot is None:
            item.complain(f"{text!r} 要写明哪个槽", hint=f"如 {text}(项=X)")
    else:
        uses.append(("信号", found["name"], item))
    return Ref(found["name"], int(found["level"] or 0), slot)


def _severity(value: Value, uses: Uses) -> tuple[Severity, tuple[tuple[Ref, Severity], ...]]:
    if not value.is_mapping:
        return value.choice(SEVERITIES, "severity"), ()  # type: ignore[return-value]
    default: Severity = "info"
    after: list[tuple[Ref, Severity]] = []
    for key, level in value.pairs("severity"):
        name = key.text("条件")
        severity: Severity = level.choice(SEVERITIES, "severity")  # type: ignore[assignment]
        if name == "default":
            default = severity
        elif name.startswith("after "):
            after.append((_ref(name.removeprefix("after ").strip(), key, uses), severity))
        else:
            key.complain(f"severity 里不认识的键 {name!r}", hint="写 default 或 after 信号名")
    return default, tuple(after)


def _applies(value: Value | None) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    said = value.mapping(_APPLIES, "applies")
    return {key: tuple(item.text() for item in values.items()) for key, values in said.items()}


def _names(value: Value | None, kind: str, uses: Uses) -> tuple[str, ...]:
    if value is None:
        return ()
    for item in value.items():
        uses.append((kind, item.text(), item))
    return tuple(item.text() for item in value.items())


def _tests(value: Value) -> tuple[RuleTest, ...]:
    tests: list[RuleTest] = []
    for item in value.items():
        said = item.mapping(("flag", "pass", "kind"), "测试")
        if ("flag" in said) == ("pass" in said):
            item.complain("每个测试写一个 flag 或一个 pass")
            continue
        body = said.get("flag") or said["pass"]
        text = body.text("对话")
        if "flag" in said and "【" not in text:
            body.complain("flag 的对话里要用【】标出应报的地方")
        kind = said["kind"].choice(("call", "script"), "kind") if "kind" in said else "call"
        place = Place(item.path, item.line, item.column)
        tests.append(RuleTest("flag" in said, text, kind, place))  # type: ignore[arg-type]
    if not any(test.flags for test in tests) or all(test.flags for test in tests):
        value.complain("每条规则至少要有一个 flag 和一个 pass 测试")
    return tuple(tests)


class _Judges:
    """Reads the kind-specific keys."""

    def __init__(self, said: dict[str, Value], uses: Uses) -> None:
        self.said = said
        self.uses = uses

    def judge(self, kind: str) -> Judge:
        readers: dict[str, Callable[[], Judge]] = {
            "forbid": self.forbid,
            "require": self.require,
            "sequence": self.sequence,
            "repeat": self.repeat,
            "measure": self.measure,
            "rise": self.rise,
        }
        return readers[kind]()

    def refs(self, key: str) -> tuple[Ref, ...]:
        return read_refs(self.said.get(key), self.uses)

    def number(self, key: str, default: int, *, least: int = 0, most: int = 99) -> int:
        return self.said[key].integer(least=least, most=most) if key in self.said else default

    def forbid(self) -> Forbid:
        when = self.refs("when")
        if when and "within" not in self.said:
            self.said["when"].complain("when 要配 within（之后几个坐席轮次内）")
        return Forbid(
            signals=self.refs("forbid"),
            when=when,
            within=self.number("within", 0, least=1),
            until=self.refs("until"),
            unless=self.unless(),
        )

    def unless(self) -> tuple[Unless, ...]:
        if "unless" not in self.said:
            return ()
        found = []
        for item in self.said["unless"].items():
            for key, value in item.pairs("unless"):
                where, _, turns = key.text("位置").partition(" ")
                known = ("same_turn", "same_or_next", "before", "after", "earlier")
                if where not in known or (turns and not turns.isdecimal()):
                    key.complain(
                        f"看不懂的位置 {key.text()!r}",
                        hint="写 same_turn、same_or_next、before 2、after 2 或 earlier",
                    )
                    continue
                refs = read_refs(value, self.uses)
                found.append(Unless(refs, where, int(turns or 1)))  # type: ignore[arg-type]
        return tuple(found)

    def require(self) -> Require:
        said = self.said
        if ("at" in said) == ("when" in said):
            said["require"].complain("require 要写 when（在什么之后）或 at（在哪里），只写一个")
        to_end = "within" in said and said["within"].text() == "end"
        return Require(
            signals=self.refs("require"),
            where=(
                said["at"].choice(("opening", "closing", "anywhere"), "at")  # type: ignore[arg-type]
                if "at" in said
                else None
            ),
            when=self.refs("when"),
            within=0 if to_end else self.number("within", 2, least=1),
            credit=self.number("credit", 1),
            late=self.number("late", 0),
            settled=self.refs("settled"),
            report=(
                said["report"].choice(("first", "last"), "report")  # type: ignore[arg-type]
                if "report" in said
                else "first"
            ),
        )

    def sequence(self) -> Steps:
        steps: list[Step] = []
        for item in self.said["sequence"].items():
            for key, value in item.pairs("步骤"):
                name = key.text("步骤名")
                negative, shares = name.startswith("无 "), name.startswith("同轮 ")
                if negative or shares:
                    name = name.split(" ", 1)[1]
                steps.append(Step(name, read_refs(value, self.uses), negative, shares))
        if len(steps) < 2 or steps[0].negative or steps[-1].negative:
            self.said["sequence"].complain("sequence 至少两步，首尾两步不能是“无”")
        return Steps(
            steps=tuple(steps),
            span=self.number("span", 12, least=1),
            unless=self.refs("unless_between"),
            unless_turn=self.refs("unless_turn"),
        )

    def repeat(self) -> Repeat:
        said = self.said["repeat"].mapping(
            ("similar", "chars", "within", "when", "over"), "repeat"
        )
        return Repeat(
            similarity=said["similar"].integer(least=40, most=100) if "similar" in said else 80,
            least=said["chars"].integer(least=2, most=200) if "chars" in said else 8,
            within=said["within"].integer(least=1, most=99) if "within" in said else 6,
            when=read_refs(said.get("when"), self.uses),
            over=read_refs(said.get("over"), self.uses),
        )

    def measure(self) -> Measure:
        said = self.said["measure"].mapping(("of", "limit", "signals"), "measure")
        kinds = ("unbroken", "mixed", "duplicate", "count")
        if "of" not in said:
            self.said["measure"].complain("measure 缺少 of", hint="可用的有 " + "、".join(kinds))
        return Measure(
            of=said["of"].choice(kinds, "of") if "of" in said else kinds[0],  # type: ignore[arg-type]
            limit=said["limit"].integer(least=1) if "limit" in said else 1,
            signals=read_refs(said.get("signals"), self.uses),
        )

    def rise(self) -> Rise:
        said = self.said["rise"].mapping(("after", "signal", "within", "before"), "rise")
        for key in ("after", "signal"):
            if key not in said:
                self.said["rise"].complain(f"rise 缺少 {key}")
        signal = said["signal"].text("信号") if "signal" in said else ""
        if signal:
            self.uses.append(("信号", signal, said["signal"]))
        return Rise(
            categories=_names(said.get("after"), "类别", self.uses),
            signal=signal,
            within=said["within"].integer(least=1, most=9) if "within" in said else 2,
            before=said["before"].integer(least=1, most=9) if "before" in said else 3,
        )
