"""The scenes of a script library as calls, so that rules can judge them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from linter.calls.scripts.kinds import scene_kind
from linter.calls.scripts.marks import Legend
from linter.model import Call, Notice, Scene, Script, Turn


def as_calls(script: Script) -> Iterator[Call]:
    """Each scene as a call whose turns are all the agent's.

    The call's ``scene`` is the kind of moment it is for (开场, 投诉 ...), or its title when that
    does not say; what the file explains of its slots is in ``meta``, for :func:`legend_of`. What
    was left out of the whole file is noticed with its first scene; where all was left out, with
    one that has no turns.
    """
    notices = tuple(Notice("left-out", why, left_out=n, warns=False) for why, n in script.left_out)
    for scene in script.scenes:
        yield _call(script, scene, notices)
        notices = ()
    if notices:
        yield _call(script, Scene("", (), 1), notices)


def _call(script: Script, scene: Scene, notices: tuple[Notice, ...]) -> Call:
    return Call(
        id=scene.title,
        turns=tuple(
            Turn(
                "agent",
                line.text,
                line=line.line,
                column=line.column or None,
                sheet=line.sheet,
                cell=line.cell,
            )
            for line in scene.lines
        ),
        path=script.path,
        kind="script",
        scene=scene_kind(scene.titles) or scene.title,
        meta=meta_of(script.legend, closed=script.closed),
        notices=notices,
        ignores=script.ignores,
    )


def meta_of(legend: Collection[str], *, closed: bool) -> dict[str, Any]:
    """What a call keeps of a legend, for :func:`legend_of`.

    :param legend: the slots as they are written.
    :param closed: whether there are no others.
    """
    if not legend:
        return {}
    return {"legend": sorted(legend), **({"legend_closed": True} if closed else {})}


def legend_of(call: Call) -> Legend:
    """The slots that the file of a script's scene explains."""
    said = call.meta.get("legend")
    slots = said if isinstance(said, list | tuple) else ()
    return Legend.of(
        (slot for slot in slots if isinstance(slot, str)),
        closed=call.meta.get("legend_closed") is True,
    )
