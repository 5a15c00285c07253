"""A call as its canonical JSON object: what ``read`` would read back as the same call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.calls.canonical import AGENT_KEYS, CALL_KEYS, CALL_STRINGS, TURN_KEYS
from linter.model import Call, Casting, Turn


def to_canonical(call: Call) -> dict[str, Any]:
    """Write a call down; known fields first and in one order, empty ones left out.

    Unknown fields come out where they were read. One that has the name of a known field (a
    second text column of a table, say) goes into ``meta``. The path and the turns' lines,
    columns, sheets and cells are facts of the file, not of the call, and are not written. How its
    roles were told, when they were not given, is written as ``casting``.
    """
    rest = dict(call.meta)
    agent = {"id": call.agent_id, "name": call.agent_name}
    agent = {key: value for key, value in agent.items() if value}
    if isinstance(extra := rest.get("agent"), Mapping):
        agent = {**agent, **{key: extra[key] for key in extra if key not in AGENT_KEYS}}
        del rest["agent"]
    out: dict[str, Any] = {"id": call.id, "turns": [_turn(turn) for turn in call.turns]}
    if agent:
        out["agent"] = agent
    out |= {key: value for key in CALL_STRINGS if (value := getattr(call, key))}
    if call.kind == "script":
        out["kind"] = call.kind
    if call.casting is not None:
        rest["casting"] = _casting(call.casting)
    return _with_rest(out, rest, CALL_KEYS)


def _casting(told: Casting) -> dict[str, Any]:
    doubtful = {"doubtful": list(told.doubtful)} if told.doubtful else {}
    return {"source": told.source, "confidence": round(told.confidence, 3), **doubtful}


def _turn(turn: Turn) -> dict[str, Any]:
    out: dict[str, Any] = {"role": turn.role, "text": turn.text}
    if turn.speaker:
        out["speaker"] = turn.speaker
    if turn.start_ms is not None:
        out["start_ms"] = turn.start_ms
    if turn.end_ms is not None:
        out["end_ms"] = turn.end_ms
    return _with_rest(out, turn.meta, TURN_KEYS)


def _with_rest(
    out: dict[str, Any], rest: Mapping[str, Any], taken: frozenset[str]
) -> dict[str, Any]:
    clashing = {key: value for key, value in rest.items() if key in taken or key in out}
    out |= {key: value for key, value in rest.items() if key not in clashing}
    if clashing:
        own = out.get("meta", {})
        out["meta"] = {**(own if isinstance(own, Mapping) else {"meta": own}), **clashing}
    return out
