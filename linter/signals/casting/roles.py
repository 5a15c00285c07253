"""A call with its roles, and what a person should know of how they were found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from linter.model import Call, Casting, Notice
from linter.signals.casting.checking import check
from linter.signals.casting.inferring import cast, is_open

CERTAIN = 0.97
"""From this confidence on inferred roles are no reason to look."""
_SHOWN = 5
"""How many turns a message names."""

_SAY_IT = "用 --agent-channel N 说明坐席是哪个声道，或用 --role 词=agent 说明哪个称呼是坐席"


def with_roles(call: Call) -> Call:
    """The call with a role for its unknown turns, where it can be told; see :func:`cast`.

    Roles that are given are never changed; when they look wrong, a notice says so (:func:`check`).
    ``speaker`` stays. A call that is unsuspicious, a script, or one without turns is returned as it
    is.
    """
    if call.casting is not None or call.kind == "script" or len(call.turns) < 2:
        return call
    found = cast(call) if is_open(call) else told_before(call) or check(call)
    if found is None:
        return call
    return replace(
        call,
        turns=tuple(
            turn if turn.role == role else turn._replace(role=role)
            for turn, role in zip(call.turns, found.roles, strict=True)
        ),
        casting=found,
        notices=(*call.notices, _notice(call, found)),
    )


def told_before(call: Call) -> Casting | None:
    """How the roles of a call were inferred that was written down with them since.

    ``None`` when it does not say so, or not as :func:`linter.calls.write.to_canonical` writes it.
    """
    said = call.meta.get("casting")
    if not isinstance(said, Mapping) or said.get("source") != "inferred":
        return None
    confidence, doubtful = said.get("confidence"), said.get("doubtful", [])
    if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        return None
    if not isinstance(doubtful, list):
        return None
    if not all(type(one) is int and 0 <= one < len(call.turns) for one in doubtful):
        return None
    roles = tuple(turn.role for turn in call.turns)
    return Casting("inferred", float(confidence), roles, tuple(doubtful))


def _notice(call: Call, found: Casting) -> Notice:
    code, said, hint = _SAYING[found.source](call, found)
    return Notice(
        code,
        f"通话 {call.id} {said}",
        hint,
        line=_line(call, found),
        warns=found.source != "inferred" or found.confidence < CERTAIN,
    )


def _line(call: Call, found: Casting) -> int | None:
    place = found.doubtful[0] if found.source == "bleeding" else 0
    return call.turns[place].line


def _inferred(_: Call, found: Casting) -> tuple[str, str, str]:
    said = f"没写谁是坐席，按说的话推断（把握 {_percent(found)}）{_because(found)}"
    if found.doubtful:
        said += f"；拿不准的有 {_numbers(found)}"
    return "roles-inferred", said, f"推断错了就{_SAY_IT}"


def _unknown(_: Call, found: Casting) -> tuple[str, str, str]:
    return "roles-unknown", "没写谁是坐席，按说的话也推断不出来，靠角色的规则不评", _SAY_IT


def _swapped(_: Call, found: Casting) -> tuple[str, str, str]:
    said = f"坐席和客户像是标反了（把握 {_percent(found)}）{_because(found)}；仍按原来的角色读"
    return (
        "roles-swapped",
        said,
        "核对录音的声道；反了就用 --role 把两边的叫法换过来，"
        "如 --role agent=customer --role customer=agent",
    )


def _bleeding(_: Call, found: Casting) -> tuple[str, str, str]:
    said = f"{_numbers(found)}标的是客户，说的像是坐席的话{_because(found)}；多半是串音"
    return (
        "roles-bleed",
        said,
        "双声道录音请分声道重新转写，再用 --agent-channel N 指明坐席的声道；"
        "是某个称呼标错了就用 --role 词=agent 改",
    )


_SAYING = {
    "inferred": _inferred,
    "unknown": _unknown,
    "swapped": _swapped,
    "bleeding": _bleeding,
}


def _percent(found: Casting) -> str:
    # Never a round hundred: nothing here is that sure.
    return f"{min(99, int(100 * found.confidence))}%"


def _because(found: Casting) -> str:
    best = next((evidence for evidence in found.why if evidence.label == "像坐席说的"), None)
    return f"，如第 {best.turn} 句（从 0 数起）“{best.quote}”像坐席说的" if best else ""


def _numbers(found: Casting) -> str:
    shown = "、".join(map(str, found.doubtful[:_SHOWN]))
    more = f" 等 {len(found.doubtful)} 句" if len(found.doubtful) > _SHOWN else " 句"
    return f"第 {shown}{more}（从 0 数起）"
