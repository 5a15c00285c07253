"""Reports in which nothing tells who the agent was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from linter import lazy
from linter.judged import Part, Report
from linter.masking.filenames import masked_team
from linter.masking.pseudonyms import team_key
from linter.masking.telling import Telling, telling
from linter.model import Call, Casting, Evidence, Finding, Turn
from linter.scoresheet import ScoreSheet, ScoreStep

_ABOUT_AGENTS = lazy.pattern(
    "agent|seat|staff|employee|operator|坐席|座席|客服|工号|员工|话务员|姓名", re.IGNORECASE
)
"""Keys of ``meta`` under which a value tells the agent, whatever it is."""


def pseudonymised(report: Report, name: str) -> Report:
    """The report with nothing that tells the agent, and a name in its place.

    What is said keeps its length (``我是小王`` → ``我是**``), so all spans hold and every quote is
    what the turn says there. Names of which the input does not say that they are the agent's stay.

    :param name: stands for the agent's name and as label of the turns, and in paths and ids where
        these told the agent; empty for none at all, and then a path has ``*`` there.
    """
    report = replace(report, call=_without_leader(report.call))
    found = telling(report.call)
    if found is None:
        return replace(report, call=replace(report.call, meta=_meta(report.call.meta, None, name)))
    call = _call(report.call, found, name)
    walk = _Walk(found, call)
    return replace(
        report,
        call=call,
        findings=tuple(map(walk.finding, report.findings)),
        hidden=tuple(map(walk.finding, report.hidden)),
        suppressed=tuple(
            one._replace(finding=walk.finding(one.finding)) for one in report.suppressed
        ),
        diagnosis=tuple(map(walk.part, report.diagnosis)),
        sheet=report.sheet and walk.sheet(report.sheet),
        load=walk.chain(report.load),
    )


def _without_leader(call: Call) -> Call:
    """The call without the name of who leads the team, in the team's name and in paths."""
    team = masked_team(call.team) if call.team else ""
    if team == call.team:
        return call
    return replace(
        call,
        team=team,
        team_key=team_key(call),
        path=call.path.replace(call.team, team),
        id=call.id.replace(call.team, team),
    )


class _Walk:
    """Everything that is said of a call, as its masked turns say it."""

    def __init__(self, found: Telling, call: Call) -> None:
        self._found = found
        self._call = call

    def finding(self, found: Finding) -> Finding:
        return replace(
            found,
            call=self._call.id,
            path=self._call.path,
            quote=self._call.turns[found.turn].text[found.start : found.end],
            message=self._found.hidden(found.message),
            evidence=self.chain(found.evidence),
        )

    def part(self, part: Part) -> Part:
        hidden = self._found.hidden
        return replace(
            part, quote=hidden(part.quote), reason=hidden(part.reason), chain=self.chain(part.chain)
        )

    def chain(self, chain: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        turns = self._call.turns
        return tuple(
            replace(
                item,
                quote=turns[item.turn].text[item.start : item.end],
                label=self._found.hidden(item.label),
            )
            for item in chain
        )

    def sheet(self, sheet: ScoreSheet) -> ScoreSheet:
        dimensions = tuple(one._replace(steps=self._steps(one.steps)) for one in sheet.dimensions)
        return sheet._replace(dimensions=dimensions, steps=self._steps(sheet.steps))

    def _steps(self, steps: tuple[ScoreStep, ...]) -> tuple[ScoreStep, ...]:
        return tuple(step._replace(what=self._found.hidden(step.what)) for step in steps)


def _call(call: Call, found: Telling, name: str) -> Call:
    labels = list(dict.fromkeys(t.speaker for t in call.turns if t.role == "agent" and t.speaker))
    names = {
        label: name and (name if number == 1 else f"{name}-{number}")
        for number, label in enumerate(labels, 1)
    }
    return replace(
        call,
        id=found.replaced(call.id, name or "*"),
        path=found.replaced(call.path, name or "*"),
        agent_id="",
        agent_name=name,
        meta=_meta(call.meta, found, name),
        turns=tuple(_turn(turn, found, names, name) for turn in call.turns),
        notices=tuple(one._replace(message=found.hidden(one.message)) for one in call.notices),
        casting=call.casting and _casting(call.casting, found),
    )


def _casting(casting: Casting, found: Telling) -> Casting:
    why = tuple(
        replace(one, quote=found.hidden(one.quote), label=found.hidden(one.label))
        for one in casting.why
    )
    return replace(casting, why=why)


def _turn(turn: Turn, found: Telling, names: Mapping[str, str], name: str) -> Turn:
    speaker = names[turn.speaker] if turn.role == "agent" and turn.speaker else turn.speaker
    if turn.role != "agent":
        speaker = found.replaced(speaker, name or "*")
    meta = _meta(turn.meta, found, name) if turn.meta else turn.meta
    return turn._replace(text=found.hidden(turn.text), speaker=speaker, meta=meta)


def _meta(meta: Mapping[str, Any], found: Telling | None, name: str) -> Mapping[str, Any]:
    return {
        key: _value(value, found, name)
        for key, value in meta.items()
        if not _ABOUT_AGENTS.search(str(key))
    }


def _value(value: Any, found: Telling | None, name: str) -> Any:
    if isinstance(value, str) and found:
        return found.replaced(value, name or "*")
    if isinstance(value, Mapping):
        return _meta(value, found, name)
    if isinstance(value, list | tuple):
        return [_value(one, found, name) for one in value]
    if isinstance(value, int) and found and found.written.fullmatch(str(value)):
        return name
    return value
