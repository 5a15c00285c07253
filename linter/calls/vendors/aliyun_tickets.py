"""Alibaba Cloud 智能对话分析, the calls as they are uploaded: ``tickets[].dialogue[]``.

https://help.aliyun.com/zh/ccs/sca/developer-reference/ (UploadData); times in milliseconds from
the call's start, ``callType`` 1 out and 3 in, ``customerServiceType`` 0 human and 1 bot.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, label, meta_of, speaker
from linter.model import Call, Role, Turn

DIRECTIONS = {"1": "out", "3": "in"}
_BOT = "1"


def _fits(value: object) -> bool:
    tickets = inner(value, "tickets")
    if isinstance(tickets, list):
        return not tickets or has(tickets[0], "dialogue")
    lines = inner(value, "dialogue")
    return isinstance(lines, list) and (has(value, "tid") or has(inner(lines, 0), "words"))


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    if "tickets" not in document and "dialogue" in document:
        yield _call(document, roles, {})
        return
    tickets = list(document.rows("tickets"))
    if not tickets:
        raise document.at("tickets").error("一通对话也没有")
    around = document.rest()
    for ticket in tickets:
        yield _call(ticket, roles, around)


def _call(ticket: Members, roles: RoleWords, around: dict[str, Any]) -> Call:
    is_bot = ticket.string("customerServiceType") == _BOT
    turns = [_turn(row, roles, is_bot) for row in ticket.rows("dialogue")]
    kind = ticket.string("callType")
    group = ticket.string("skillGroupName")
    id_, name = ticket.string("customerServiceId"), ticket.string("customerServiceName")
    team = group or ticket.string("skillGroupId")
    call_id = ticket.string("tid")
    kept = {} if kind in DIRECTIONS else {"callType": ticket.value("callType")}
    return call_of(
        turns,
        around | ticket.rest() | {key: value for key, value in kept.items() if value is not None},
        id=call_id,
        channel="phone" if kind in DIRECTIONS else "",
        direction=DIRECTIONS.get(kind, ""),
        agent=(id_, name),
        team=team,
    )


def _turn(row: Members, roles: RoleWords, is_bot: bool) -> Turn:
    said = speaker(row.string("role"), roles)
    role: Role = said.role
    kind = row.string("customerServiceType")
    if role == "agent" and (kind == _BOT or (is_bot and not kind)):
        role = "bot"
    who = label(row.string("identity"), roles)
    who = who or row.string("customerServiceName", "customerServiceId")
    return Turn(
        role=role,
        text=row.string("words"),
        speaker=who if who and role in ("agent", "bot", "unknown") else said.speaker,
        start_ms=row.ms("begin"),
        end_ms=row.ms("end"),
        line=row.place.line,
        meta=meta_of(
            row,
            emotion=row.number("emotionValue"),
            speech_rate=row.number("speechRate"),
            silence_ms=row.ms("silenceDuration", unit="s"),
        ),
    )


VENDOR = Vendor("aliyun-tickets", "tickets[].dialogue[].words", _fits, _calls)
