"""Alibaba Cloud 智能对话分析, what GetResult answers: ``Data.ResultInfo[].AsrResult.AsrResult[]``.

https://help.aliyun.com/zh/ccs/sca/developer-reference/ ; times in milliseconds from the call's
start. The names are written ``AsrResult`` by one kind of its answers and ``asrResult`` by the
other, and the inner list may stand where its object does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.aliyun_tickets import DIRECTIONS
from linter.calls.vendors.base import (
    Vendor,
    call_of,
    has,
    inner,
    label,
    meta_of,
    no_result,
    speaker,
)
from linter.model import Call, Turn

_INFO = ("ResultInfo", "resultInfo")
_ASR = ("AsrResult", "asrResult")
_DATA = ("Data", "data")


def _fits(value: object) -> bool:
    return any(_is_result(row) for row in _first_results(value)) or _is_failure(value)


def _first_results(value: object) -> Iterator[object]:
    """Where the first call's result stands in each of the answers."""
    yield value
    for data in (inner(value, key) for key in _DATA):
        yield inner(data, 0)
        yield from (inner(data, key, 0) for key in _INFO)
    yield from (inner(value, key, 0) for key in _INFO)


def _is_result(value: object) -> bool:
    lists = [inner(value, key) for key in _ASR]
    lists += [inner(outer, key) for outer in lists for key in _ASR]
    return any(
        isinstance(rows, list) and (not rows or has(rows[0], "Words") or has(rows[0], "words"))
        for rows in lists
    )


def _is_failure(value: object) -> bool:
    """Whether it is an answer of this kind of interface that says it has none."""
    success = inner(value, "Success")
    return success in (False, "false") and has(value, "Code", "Message", "RequestId")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    success = document.value("Success", "success")
    if success in (False, "false"):
        said = document.string("Message", "message") or document.string("Code", "code")
        raise no_result(document.place, said)
    if any(name in document for name in _ASR):
        yield _call(document, roles, {})
        return
    if isinstance(document.decoded(*_DATA), list):
        rows, around = list(document.rows(*_DATA)), {}
    else:
        holder = document.inside(*_DATA) if any(name in document for name in _DATA) else document
        rows = list(holder.rows(*_INFO))
        around = holder.rest()
    around |= document.rest("Success", "success")
    for row in rows:
        yield _call(row, roles, around)


def _call(result: Members, roles: RoleWords, around: dict[str, Any]) -> Call:
    nested = isinstance(result.decoded(*_ASR), dict)
    spoken = result.inside(*_ASR) if nested else result
    turns = [_turn(row, roles) for row in spoken.rows(*_ASR)]
    recording = result.inside("Recording", "recording")
    agent = result.inside("Agent", "agent")
    # A task may be of many calls; the recording's id is one call's.
    call_id = recording.string("Id", "id") or result.string("Tid", "tid", "Vid", "vid")
    call_id = call_id or result.string("TaskId", "taskId")
    kind = recording.value("CallType", "callType")
    known = str(kind) in DIRECTIONS
    who = agent.string("Id", "id"), agent.string("Name", "name")
    team = agent.string("SkillGroup", "skillGroup", "SkillGroupName", "skillGroupName")
    kept = recording.rest() | ({} if known or kind is None else {"CallType": kind})
    rests = {"Recording": kept, "Agent": agent.rest(), "AsrResult": spoken.rest() if nested else {}}
    return call_of(
        turns,
        around | result.rest() | {name: rest for name, rest in rests.items() if rest},
        id=call_id,
        direction=DIRECTIONS[str(kind)] if known else "",
        agent=who,
        team=team,
    )


def _turn(row: Members, roles: RoleWords) -> Turn:
    who = row.string("Identity", "identity")
    said = speaker(row.string("Role", "role") or who, roles)
    return Turn(
        role=said.role,
        text=row.string("Words", "words"),
        speaker=label(who, roles) or said.speaker,
        start_ms=row.ms("Begin", "begin"),
        end_ms=row.ms("End", "end"),
        line=row.place.line,
        meta=meta_of(
            row,
            emotion=row.number("EmotionValue", "emotionValue"),
            speech_rate=row.number("SpeechRate", "speechRate"),
            silence_ms=row.ms("SilenceDuration", "silenceDuration", unit="s"),
        ),
    )


VENDOR = Vendor("aliyun-analysis", "Data.ResultInfo[].AsrResult.AsrResult[].Words", _fits, _calls)
