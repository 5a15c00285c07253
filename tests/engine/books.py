"""Random rule files in which every kind of signal and rule stands, with every option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.rulebook.types import SLOT_STATES
from linter.signals.contexts import CONDITIONS

from .choices import Choices
from .phrases import CLASSES, WORDS, pattern, readable

Said = dict[str, Any]
"""What is said in YAML."""

NAMES = (
    *("投诉诉求", "情绪", "致歉安抚", "甲", "乙", "丙", "丁", "拒答或叫停", "复述核对", "通话结束"),
    *("受理动作", "跟进承诺", "结束语", "戊", "己", "庚"),
)
"""Some of them mean something to the engine, too."""

OWN_CONDITIONS: tuple[Said, ...] = (
    {},
    {"咨询": {"after": ["(怎么|流程)", "要"], "distance": 6}, "negated": {"before": ["莫得"]}},
    {"咨询": {"before": ["给", "<类>"], "clause": ["开玩笑"]}, "past": {"after": ["过了"]}},
    {"咨询": {"quoted": "true", "before": ["不…2要"], "distance": 0}},
)
SLOTS: tuple[Said, ...] = (
    {},
    {
        "电话": {"answer": ["<数字 4+>"], "volunteered": ["(电话|号码)…4<数字 7+>"]},
        "地址": {"answer": ["(路|小区|号)"], "volunteered": ["地址是"]},
        "别": {"answer": ["好", "<数字 1+>"], "volunteered": ["别的"]},
    },
    {
        "姓名": {"answer": ["<词性 nr>", "叫"], "volunteered": ["我叫"]},
        "单号": {"answer": ["<数字 4+>"], "volunteered": ["单号"]},
    },
)
EXAMPLES = ("您的问题我们会尽快处理请耐心等待", "给您登记一下号码", "我要投诉你们什么态度")
REGEXES = ("[a-z]{2}\\d{2,}", "抱歉.?给", "(投|退)[诉款]?", "^您", "好$")
EXCUSES = (*("same_turn", "same_or_next", "before 1", "before 2", "after 1", "after 2", "earlier"),)
MEASURES = (
    *("count", "count", "mixed", "unbroken", "duplicate", "talk_share", "silence_share"),
    *("longest_silence", "call_duration"),
)
COMPANY_WORDS = (["投诉你们", "给您登记", "要投"], ["好滚", "您的宽", "我要投诉"])
"""Few, each of which takes a tokenizer of its own."""


def book(header: bytes, signals: Sequence[bytes], rules: Sequence[bytes]) -> Said:
    """A rule file."""
    by = Choices(header)
    said: Said = {"pack": "p"}
    if by.likely(8):
        said["words"] = by.pick(COMPANY_WORDS)
    said["classes"] = by.pick(CLASSES)
    own = by.pick(OWN_CONDITIONS)
    said["conditions"] = own
    said["slots"] = by.pick(SLOTS)
    conditions = (*CONDITIONS, *(("咨询",) if own else ()))
    made: dict[str, Said] = {}
    for data in signals:
        name = NAMES[len(made)]
        made[name] = _signal(Choices(data), made, conditions)
    said["signals"] = made
    captured = frozenset(name for name, spec in made.items() if _captures(spec, made))
    asks = _Asks(tuple(made), captured, tuple(n for n, s in made.items() if "levels" in s))
    listed = [asks.rule(Choices(data), number, len(rules)) for number, data in enumerate(rules)]
    categories = {rule["category"] for rule in listed}
    for rule in listed:
        if "rise" in rule:
            wanted = [name for name in rule["rise"]["after"] if name in categories]
            rule["rise"]["after"] = wanted or [rule["category"]]
    said["rules"] = listed
    return said


def _patterns(by: Choices, most: int = 2) -> list[str]:
    return list(dict.fromkeys(pattern(by) for _ in range(1 + by.below(most))))


def _signal(by: Choices, made: dict[str, Said], conditions: tuple[str, ...]) -> Said:
    others = tuple(made)
    said: Said = {"who": by.pick(("agent", "customer", "any"))}
    kind = by.below(20)
    if kind < 8 or (kind > 15 and not others):
        said["any"] = _patterns(by, 4)
        if others and by.likely(15):
            said["any"] = [*made[by.pick(others)].get("any", said["any"])]
        if by.likely(25):
            said["maybe"] = _patterns(by)
        if by.likely(15):
            said["heard"] = by.pick(("same", "near", ["n-l", "f-h"]))
        if by.likely(12):
            said["like"] = by.some(EXAMPLES, 2)
            said["similar"] = 50 + by.below(50)
        if by.likely(8):
            said["regex"] = by.some(REGEXES, 2)
    elif kind < 11:
        said["who"] = by.pick(("customer", "any", "customer"))
        said["levels"] = {1 + level: _patterns(by) for level in range(1 + by.below(3))}
    elif kind == 11:
        said["all"] = _patterns(by, 3)
    elif kind == 12:
        said["any"] = list(dict.fromkeys([pattern(by), *by.some(WORDS, 4)]))
        said["least"] = 1 + by.below(min(3, len(said["any"])))
    elif kind == 13:
        said["none"] = _patterns(by)
    elif kind == 14:
        said["backchannel"] = "true"
    elif kind < 16:
        said["measure"] = _turn_measure(by)
    else:
        said["who"] = by.pick(("any", "any", "any", "agent", "customer"))
        said["of"] = by.some(others, 4)
        if by.likely(50):
            said["least"] = 1 + by.below(len(said["of"]))
    if ("all" in said or "least" in said) and by.likely(60):
        scopes = ("turn", "sentence", *(("2 turns", "5 turns") if "of" in said else ()))
        said["in"] = by.pick(scopes)
    if "any" in said and by.likely(20):
        longer = (f"{said['any'][0]}{by.pick(WORDS)}", f"{by.pick(WORDS)}……{said['any'][-1]}")
        said["over"] = [text for text in longer if readable(text)] or _patterns(by)
    for key in ("not_if", "not_if_turn", "near", "near_turn"):
        if by.likely(10):
            said[key] = _patterns(by)
    if by.likely(25):
        said["not_when"] = by.some(conditions, 3)
    if by.likely(8):
        said["only_when"] = by.some(conditions, 1)
    if by.likely(15):
        edge, count = by.pick(("first", "last")), 1 + by.below(4)
        said["at"] = f"{edge} {count}" + by.pick(("", "", "s"))
    return said


def _turn_measure(by: Choices) -> Said:
    of = by.pick(("characters", "repetition", "rate", "duration", "silence", "overlap"))
    limit: Any = {"characters": 4 + by.below(16), "repetition": 20 + by.below(80)}.get(of)
    if limit is None:
        limit = 60 + by.below(256) if of == "rate" else f"{by.below(3)}.{by.below(10)}"
    return {"of": of, by.pick(("over", "under")): limit}


def _captures(spec: Said, made: dict[str, Said]) -> bool:
    patterns = [*spec.get("any", ()), *spec.get("maybe", ()), *spec.get("all", ())]
    patterns += [text for texts in spec.get("levels", {}).values() for text in texts]
    inner = any(_captures(made[name], made) for name in spec.get("of", ()))
    return inner or any(" as " in text for text in patterns)


class _Asks:
    """Makes rules about these signals.

    :param captured: those that capture a slot.
    :param levelled: those with levels.
    """

    def __init__(
        self, names: tuple[str, ...], captured: frozenset[str], levelled: tuple[str, ...]
    ) -> None:
        self.names = names
        self.captured = captured
        self.levelled = levelled

    def ref(self, by: Choices) -> str:
        name = by.pick(self.names)
        return f"{name} {1 + by.below(3)}+" if name in self.levelled and by.likely(30) else name

    def refs(self, by: Choices, most: int = 2) -> list[str]:
        return list(dict.fromkeys(self.ref(by) for _ in range(1 + by.below(most))))

    def rule(self, by: Choices, number: int, count: int) -> Said:
        kinds = (self.forbid, self.require, self.sequence, self.forbid, self.require)
        kinds += (self.sequence, self.repeat, self.measure, self.measure, self.rise)
        said: Said = {"id": f"r{number}", "category": by.pick(("one", "two", "three"))}
        said |= by.pick(kinds)(by)
        said["aspect"] = by.pick(("话术", "态度", "职责", "适时结束", "效率"))
        said["severity"] = by.pick(("warning", "error", "info"))
        if by.likely(20):
            said["severity"] = {"default": said["severity"], f"after {self.ref(by)}": "error"}
        said |= {"say": "说{项}了", "why": "因为", "instead": "问{项}"}
        for key, value in (("fatal", "true"), ("praise", "true"), ("deduct", "false")):
            if by.likely(7):
                said[key] = value
        if by.likely(10):
            said["certainty"] = "review"
        if by.likely(10):
            said["weight"] = by.below(100)
        if count > 1 and by.likely(25):
            rivals = by.some(range(count), 2)
            said["yields_to"] = [f"r{other}" for other in rivals if other != number] or ["r0"]
        if by.likely(12):
            said["applies"] = by.pick(
                (
                    {"kind": "script"},
                    {"kind": ["call", "script"]},
                    {"channel": "phone"},
                    {"scene": {"is": "催收"}},
                    {"scene": {"not": "催收"}},
                )
            )
        said["tests"] = [{"flag": "坐席：【好】"}, {"pass": "坐席：好"}]
        return said

    def forbid(self, by: Choices) -> Said:
        said: Said = {"forbid": self.refs(by)}
        if by.likely(50):
            said |= {"when": self.refs(by), "within": 1 + by.below(4)}
            if by.likely(30):
                said["until"] = self.refs(by)
        if by.likely(40):
            excuses = (by.pick(EXCUSES) for _ in range(1 + by.below(2)))
            said["unless"] = [{where: self.refs(by)} for where in excuses]
        return said | self.which(by)

    def which(self, by: Choices) -> Said:
        return {"which": by.pick(("first", "last", 1, 2))} if by.likely(20) else {}

    def require(self, by: Choices) -> Said:
        refs = self.refs(by)
        said: Said = {"require": {"all": refs} if by.likely(25) else refs}
        shape = by.below(4)
        if shape == 0:
            said |= {"at": by.pick(("opening", "closing", "anywhere")), "within": 1 + by.below(3)}
            return said
        said["when"] = self.refs(by)
        said |= self.which(by)
        if shape == 1:
            return said | {"before": by.below(3)}
        said["within"] = by.pick((1, 2, 3, "end"))
        said["credit"] = by.below(3)
        if by.likely(40):
            said["late"] = by.below(4)
        if by.likely(25):
            said["settled"] = self.refs(by)
        if by.likely(25):
            said["nearly"] = self.refs(by)
        if by.likely(25):
            said["report"] = "last"
        return said

    def step(self, by: Choices) -> list[str]:
        found = []
        for _ in range(1 + by.below(2)):
            name = self.ref(by)
            variable = by.pick(("X", "X", "Y"))
            if by.likely(25) and self.captured:
                found.append(f"{by.pick(SLOT_STATES)}(项={variable})")
            elif name.partition(" ")[0] in self.captured and by.likely(70):
                found.append(f"{name}(项={variable})")
            else:
                found.append(name)
        return list(dict.fromkeys(found))

    def sequence(self, by: Choices) -> Said:
        free = by.likely(20)
        inner = ("", "同轮 ") if free else ("", "同轮 ", "无 ")
        kinds = ["", *(by.pick(inner) for _ in range(by.below(3))), by.pick(("", "同轮 "))]
        steps = [{f"{kind}步{n}": self.step(by)} for n, kind in enumerate(kinds)]
        said: Said = {"sequence": steps, "span": 1 + by.below(8)}
        if free:
            said["order"] = "any"
        if by.likely(20):
            said["unless_between"] = self.refs(by)
        if by.likely(20):
            said["unless_turn"] = self.refs(by)
        return said

    def repeat(self, by: Choices) -> Said:
        said: Said = {"similar": 40 + by.below(61), "chars": 2 + by.below(5)}
        said["within"] = 1 + by.below(4)
        if by.likely(50):
            said["when"] = self.refs(by)
        if by.likely(30):
            said["over"] = self.refs(by)
        return {"repeat": said}

    def measure(self, by: Choices) -> Said:
        of = by.pick(MEASURES)
        said: Said = {"of": of, "limit": 1 + by.below(60 if of.endswith("share") else 6)}
        if of == "count":
            said["signals"] = self.refs(by)
            if by.likely(40):
                said["within"] = 1 + by.below(5)
            if by.likely(30):
                said["each"] = "hit"
        elif of == "mixed":
            said["signals"] = [self.ref(by), self.ref(by)]
        return {"measure": said}

    def rise(self, by: Choices) -> Said:
        signal = by.pick(self.levelled if self.levelled and by.likely(80) else self.names)
        said: Said = {"after": by.some(("one", "two", "three"), 3), "signal": signal}
        return {"rise": said | {"within": 1 + by.below(3), "before": 1 + by.below(3)}}
