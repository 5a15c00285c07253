"""Reading what a rule judges by: the keys of its one kind, and the signals they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, cast

from linter.frozen import dataclass
from linter.rulebook.source import Value
from linter.rulebook.types import (
    SLOT_STATES,
    Card,
    Compared,
    Forbid,
    Judge,
    Measure,
    MeasureKind,
    Points,
    Ref,
    Repeat,
    Require,
    Rise,
    Step,
    Steps,
    Unless,
    Where,
    Which,
)

KINDS: dict[str, tuple[str, ...]] = {
    "forbid": ("when", "within", "until", "unless", "only_if", "which"),
    "require": (
        *("when", "within", "before", "at", "which"),
        *("credit", "late", "settled", "nearly", "report"),
    ),
    "sequence": ("span", "order", "unless_between", "unless_turn"),
    "repeat": (),
    "measure": (),
    "rise": (),
}
"""The kinds of rules, and the keys that may stand beside each."""

REF = re.compile(
    r"(?P<name>[^\s()+=]+)(?:\s+(?P<level>[0-9])\+)?(?:\((?P<slot>[^\s()=]+)=(?P<var>[^\s()=]+)\))?"
)
EXCUSES = ("same_turn", "same_or_next", "before", "after", "earlier")
COUNTED = ("before", "after")
"""Where excuses may stand; those that may say within how many turns."""
MEASURES = {
    "unbroken": (0, 0),
    "mixed": (2, 2),
    "duplicate": (0, 0),
    "slots": (0, 0),
    "count": (1, 99),
    "talk_share": (0, 0),
    "silence_share": (0, 0),
    "longest_silence": (0, 0),
    "call_duration": (0, 0),
}
"""What can be measured, and how many signals (least, most) it takes."""
REQUIRED_KEYS = ("all",)
REPEAT_KEYS = ("of", "similar", "chars", "within", "when", "then", "over", "points")
POINTS_KEYS = ("least", "same", "later", "earlier", "far", "between", "next", "here")
MEASURE_KEYS = ("of", "limit", "signals", "within", "each")
RISE_KEYS = ("after", "signal", "within", "before")
WHICH = ("each", "first", "last")
WHERE = ("opening", "closing", "anywhere")
REPORTED = ("first", "last")
ORDERS = ("given", "any")
COMPARED = ("sentence", "substance")
UNITS = ("turn", "hit")

DEFAULT_LATE = 5
"""Agent turns after the window in which what was required still counts as late."""
MOST_POINTS = 999
"""Points that one thing may count for, or against."""
MOST_IN_ANY_ORDER = 5
"""Steps of a sequence whose order is free: every order is tried."""


@dataclass(frozen=True)
class Use:
    """Where a name was used, ``offset`` characters into ``value``: it has to exist."""

    kind: str
    name: str
    value: Value
    offset: int = 0


Uses = list[Use]


def read_refs(value: Value | None, uses: Uses) -> tuple[Ref, ...]:
    """One or several references to signals or slot states."""
    return tuple(read_ref(item.text("信号"), item, uses) for item in value.items()) if value else ()


def read_ref(text: str, item: Value, uses: Uses) -> Ref:
    """The reference that ``text`` of ``item`` is; one to nothing after noting that it is none."""
    found = REF.fullmatch(text)
    if not found:
        if text:
            hint = "写 信号名、信号名 2+ 或 信号名(槽=X)"
            item.complain(f"看不懂的信号写法 {text!r}", hint=hint)
        return Ref("")
    slot = (found["slot"], found["var"]) if found["slot"] else None
    if found["name"] in SLOT_STATES:
        if slot is None:
            item.complain(f"{text!r} 要写明哪个槽", hint=f"如 {text}(项=X)")
    else:
        uses.append(Use("信号", found["name"], item))
    return Ref(found["name"], int(found["level"] or 0), slot)


def read_names(value: Value | None, kind: str, uses: Uses) -> tuple[str, ...]:
    """One or several names of things of a kind."""
    names = []
    for item in value.items() if value else ():
        name = item.text(kind)
        if name:
            uses.append(Use(kind, name, item))
            names.append(name)
    return tuple(names)


class Judges:
    """Reads the keys of a rule's kind.

    :param said: the rule's keys.
    :param uses: the names used are added here.
    """

    def __init__(self, said: dict[str, Value], uses: Uses) -> None:
        self.said = said
        self.uses = uses

    def judge(self, kind: str) -> Judge:
        """What the rule judges by; errors have been noted."""
        readers: dict[str, Callable[[], Judge]] = {
            "forbid": self._forbid,
            "require": self._require,
            "sequence": self._sequence,
            "repeat": self._repeat,
            "measure": self._measure,
            "rise": self._rise,
        }
        return readers[kind]()

    def _judged(self, kind: str) -> tuple[Ref, ...]:
        refs = self._refs(kind)
        if not refs:
            self.said[kind].complain(f"{kind} 要写至少一个信号")
        return refs

    def _refs(self, key: str) -> tuple[Ref, ...]:
        return self._unbound(self.said.get(key))

    def _unbound(self, value: Value | None) -> tuple[Ref, ...]:
        """References outside of steps, which no slot can bind to each other."""
        refs = read_refs(value, self.uses)
        for item, ref in zip(value.items() if value else (), refs, strict=True):
            if ref.slot is not None:
                hint = "要连在同一项上，写成 sequence 的步骤"
                item.complain(f"{item.text()!r} 只能用在 sequence 的步骤里", hint=hint)
        return refs

    def _number(self, key: str, default: int, *, least: int = 0, most: int = 99) -> int:
        return self.said[key].integer(least=least, most=most) if key in self.said else default

    def _forbid(self) -> Forbid:
        if "when" in self.said and "within" not in self.said:
            self.said["when"].complain("when 要配 within（之后几个坐席轮次内）")
        for key in ("within", "until"):
            if key in self.said and "when" not in self.said:
                self.said[key].complain(f"{key} 要配 when（在什么之后）")
        return Forbid(
            signals=self._judged("forbid"),
            when=self._refs("when"),
            within=self._number("within", 0, least=1),
            until=self._refs("until"),
            unless=self._places("unless"),
            only_if=self._places("only_if"),
            which=self._which(),
        )

    def _which(self) -> Which:
        if "which" not in self.said:
            return "each"
        value = self.said["which"]
        if value.text("which").isdecimal():
            return value.integer(least=1, most=99)
        return cast(Which, value.choice(WHICH, "which"))

    def _places(self, name: str) -> tuple[Unless, ...]:
        if name not in self.said:
            return ()
        return tuple(
            self._place(key, value)
            for item in self.said[name].items()
            for key, value in item.pairs(name)
        )

    def _place(self, key: Value, value: Value) -> Unless:
        name, _, turns = key.text("位置").partition(" ")
        counted = name in COUNTED and re.fullmatch(r"[1-9][0-9]?", turns)
        if name not in EXCUSES or (turns and not counted):
            hint = "写 same_turn、same_or_next、before 2、after 2 或 earlier"
            key.complain(f"看不懂的位置 {key.text()!r}", hint=hint)
            name, turns = EXCUSES[0], ""
        where = cast(Literal["same_turn", "same_or_next", "before", "after", "earlier"], name)
        return Unless(self._unbound(value), where, int(turns or 1))

    def _require(self) -> Require:
        said = self.said
        if ("at" in said) == ("when" in said):
            said["require"].complain("require 要写 when（在什么之后）或 at（在哪里），只写一个")
        for key in ("before", "which", "credit", "late", "settled", "nearly", "report"):
            if key in said and "when" not in said:
                said[key].complain(f"{key} 要配 when（在什么之后）")
        for key in ("within", "credit", "late", "settled", "nearly", "report"):
            if key in said and "before" in said:
                said[key].complain(f"{key} 不能和 before 一起用", hint="分成两条规则")
        to_end = "within" in said and said["within"].text() == "end"
        if to_end and "at" in said:
            said["within"].complain("at 的 within 要写轮数，不能写 end")
        signals, every = self._required()
        return Require(
            signals=signals,
            where=_where(said["at"]) if "at" in said else None,
            when=self._refs("when"),
            within=0 if to_end else self._number("within", 2, least=1),
            credit=self._number("credit", 1),
            late=self._number("late", 0 if to_end or "when" not in said else DEFAULT_LATE),
            settled=self._refs("settled"),
            nearly=self._refs("nearly"),
            report=_report(said["report"]) if "report" in said else "first",
            before=self._number("before", 1) if "before" in said else None,
            every=every,
            which=self._which(),
        )

    def _required(self) -> tuple[tuple[Ref, ...], bool]:
        """What is required, and whether all of it is."""
        value = self.said["require"]
        if not value.is_mapping:
            return self._judged("require"), False
        said = value.mapping(REQUIRED_KEYS, "require")
        refs = self._unbound(said.get("all"))
        if not refs:
            value.complain("require 要写至少一个信号", hint="都要有就写 require: {all: [甲, 乙]}")
        return refs, True

    def _sequence(self) -> Steps:
        steps = [
            self._step(key, value)
            for item in self.said["sequence"].items()
            for key, value in item.pairs("步骤")
        ]
        if len(steps) < 2 or steps[0].negative or steps[-1].negative:
            self.said["sequence"].complain("sequence 至少两步，首尾两步不能是“无”")
        return Steps(
            steps=tuple(steps),
            span=self._number("span", 12, least=1),
            unless=self._refs("unless_between"),
            unless_turn=self._refs("unless_turn"),
            any_order=self._any_order(steps),
        )

    def _any_order(self, steps: list[Step]) -> bool:
        if "order" not in self.said:
            return False
        free = self.said["order"].choice(ORDERS, "order") == "any"
        if free and any(step.negative for step in steps):
            self.said["order"].complain("有“无”的步骤时不能写 order: any", hint="去掉“无”的步骤")
        if free and len(steps) > MOST_IN_ANY_ORDER:
            most = f"order: any 最多 {MOST_IN_ANY_ORDER} 步"
            self.said["order"].complain(most, hint="拆成几条规则")
        return free

    def _step(self, key: Value, value: Value) -> Step:
        name = key.text("步骤名")
        negative, shares = name.startswith("无 "), name.startswith("同轮 ")
        if negative or shares:
            name = name.split(" ", 1)[1]
        return Step(name, read_refs(value, self.uses), negative, shares)

    def _repeat(self) -> Repeat:
        said = self.said["repeat"].mapping(REPEAT_KEYS, "repeat")
        of = said["of"].choice(COMPARED, "of") if "of" in said else "sentence"
        # Sentences less alike have nothing but particles in common.
        least = 10 if of == "substance" else 40
        card = self._card(said) if "points" in said else None
        return Repeat(
            similarity=said["similar"].integer(least=least, most=100) if "similar" in said else 80,
            least=said["chars"].integer(least=1 if card else 2, most=200) if "chars" in said else 8,
            within=said["within"].integer(least=1, most=99) if "within" in said else 6,
            when=self._unbound(said.get("when")),
            over=self._unbound(said.get("over")),
            of=cast(Compared, of),
            then=self._unbound(said.get("then")),
            card=card,
        )

    def _card(self, repeat: Mapping[str, Value]) -> Card:
        said = repeat["points"].mapping(POINTS_KEYS, "points")
        if "of" not in repeat or repeat["of"].text() != "substance":
            repeat["points"].complain("points 只用于 of: substance")
        for key in ("similar", "when", "then"):
            if key in repeat:
                repeat[key].complain(f"{key} 不能和 points 一起用", hint="都写成 points 里的分")
        if "least" not in said:
            repeat["points"].complain("points 缺少 least（满多少分才报）")
        card = Card(
            least=self._points(said, "least"),
            same=self._points(said, "same"),
            later=self._points(said, "later"),
            earlier=self._points(said, "earlier"),
            far=self._points(said, "far"),
            between=self._told(said.get("between")),
            next=self._told(said.get("next")),
            here=self._told(said.get("here")),
        )
        if not any(points > 0 for _, points in (*card.between, *card.next)):
            hint = "没有人介意的重复不算；在 between 或 next 里写客户的信号和分"
            repeat["points"].complain("points 没有给客户的反应加分", hint=hint)
        return card

    @staticmethod
    def _points(said: Mapping[str, Value], key: str) -> int:
        return said[key].integer(least=-MOST_POINTS, most=MOST_POINTS) if key in said else 0

    def _told(self, value: Value | None) -> Points:
        found = []
        for name, points in value.pairs("信号和分") if value else ():
            (ref,) = self._unbound(name)
            found.append((ref, points.integer(least=-MOST_POINTS, most=MOST_POINTS)))
        return tuple(found)

    def _measure(self) -> Measure:
        said = self.said["measure"].mapping(MEASURE_KEYS, "measure")
        if "of" not in said:
            self.said["measure"].complain("measure 缺少 of", hint="可用的有 " + "、".join(MEASURES))
        of = said["of"].choice(MEASURES, "of") if "of" in said else ""
        signals = self._unbound(said.get("signals"))
        least, most = MEASURES.get(of, (0, 99))
        if not least <= len(signals) <= most:
            wanted = f"{least} 个" if least == most else f"至少 {least} 个"
            self.said["measure"].complain(f"{of} 要在 signals 里写{wanted}信号")
        for key in ("within", "each"):
            if key in said and of != "count":
                said[key].complain(f"{key} 只用于 of: count")
        each = said["each"].choice(UNITS, "each") if "each" in said else "turn"
        return Measure(
            of=cast(MeasureKind, of),
            limit=said["limit"].integer(least=1) if "limit" in said else 1,
            signals=signals,
            within=said["within"].integer(least=1, most=99) if "within" in said else 0,
            hits=each == "hit",
        )

    def _rise(self) -> Rise:
        said = self.said["rise"].mapping(RISE_KEYS, "rise")
        for key in ("after", "signal"):
            if key not in said:
                self.said["rise"].complain(f"rise 缺少 {key}")
        signal = said["signal"].text("信号") if "signal" in said else ""
        if signal:
            self.uses.append(Use("信号", signal, said["signal"]))
        return Rise(
            categories=read_names(said.get("after"), "类别", self.uses),
            signal=signal,
            within=said["within"].integer(least=1, most=9) if "within" in said else 2,
            before=said["before"].integer(least=1, most=9) if "before" in said else 3,
        )


def _where(value: Value) -> Where:
    return cast(Where, value.choice(WHERE, "at"))


def _report(value: Value) -> Literal["first", "last"]:
    return cast(Literal["first", "last"], value.choice(REPORTED, "report"))
