"""Random rules of every kind, with every option, about the signals of a book."""

from __future__ import annotations

from typing import Any

from linter.rulebook.types import SLOT_STATES

from .choices import Choices
from .scorer import LABELS

Said = dict[str, Any]
"""What is said in YAML."""

EXCUSES = (*("same_turn", "same_or_next", "before 1", "before 2", "after 1", "after 2", "earlier"),)
MEASURES = (
    *("count", "count", "mixed", "unbroken", "duplicate", "slots", "talk_share", "silence_share"),
    *("longest_silence", "call_duration"),
)


class Asks:
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
            said["weighed"] = {"of": by.pick(LABELS), "drop": 1 + by.below(60)}
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
        if by.likely(25):
            places = (by.pick(EXCUSES) for _ in range(1 + by.below(2)))
            said["only_if"] = [{where: self.refs(by)} for where in places]
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
        of = by.pick(("sentence", "sentence", "substance"))
        least = 10 if of == "substance" else 40
        said: Said = {"of": of, "similar": least + by.below(101 - least), "chars": 2 + by.below(5)}
        said["within"] = 1 + by.below(4)
        if by.likely(50):
            said["when"] = self.refs(by)
        if by.likely(30):
            said["over"] = self.refs(by)
        if by.likely(25):
            said["then"] = self.refs(by)
        if of == "substance" and by.likely(40):
            for key in ("similar", "when", "then"):
                said.pop(key, None)
            said |= {"chars": 1 + by.below(4), "points": self.points(by)}
        return {"repeat": said}

    def points(self, by: Choices) -> Said:
        """Points with at least one that the customer's answer counts for."""
        card: Said = {"least": by.below(40), "same": 8, "later": 15, "earlier": by.below(20)}
        card["far"] = -by.below(5)
        for key in ("between", "next"):
            card[key] = {self.ref(by): 5 + by.below(20)}
        if by.likely(40):
            card["here"] = {self.ref(by): -by.below(20)}
        return card

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
