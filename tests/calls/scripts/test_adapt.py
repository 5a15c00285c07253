from __future__ import annotations

from linter.calls.scripts.adapt import as_calls, legend_of
from linter.model import Call, Line, Scene, Script

OPENING = Scene("一、开场白", (Line("您好", 3, 5),), 2, ("一、开场白",))
ABOUT = Scene("业务 / 套餐", (Line("{名称}", 5, 1), Line("好", 6, 1)), 4, ("业务", "套餐"))
CELL = Scene("结束", (Line("再见", 4, 0, "话术", "B4"),), 4, ("结束",))


def test_scenes_as_calls() -> None:
    opening, about = as_calls(Script("库.md", (OPENING, ABOUT)))
    assert (opening.id, opening.scene, opening.kind, opening.path) == (
        "一、开场白",
        "开场",
        "script",
        "库.md",
    )
    (turn,) = opening.turns
    assert (turn.role, turn.text, turn.line, turn.column) == ("agent", "您好", 3, 5)
    assert (about.id, about.scene, len(about.turns)) == ("业务 / 套餐", "业务 / 套餐", 2)


def test_lines_of_workbooks_stand_in_cells() -> None:
    (call,) = as_calls(Script("库.xlsx", (CELL,)))
    (turn,) = call.turns
    assert (turn.sheet, turn.cell, turn.line, turn.column) == ("话术", "B4", 4, None)


def test_what_is_left_out_is_noticed_once() -> None:
    script = Script("库.md", (OPENING, ABOUT), left_out=(("反例", 2), ("说明", 1)))
    opening, about = as_calls(script)
    assert [(notice.message, notice.left_out) for notice in opening.notices] == [
        ("反例", 2),
        ("说明", 1),
    ]
    assert not any(notice.warns for notice in opening.notices)
    assert about.notices == ()


def test_the_legend_goes_with_every_scene() -> None:
    script = Script("库.md", (ABOUT,), legend=frozenset({"{名称}", "XX"}), closed=True)
    (call,) = as_calls(script)
    legend = legend_of(call)
    assert (legend.names, legend.brackets, legend.closed) == ({"名称", "XX"}, {"{"}, True)


def test_a_call_without_a_legend() -> None:
    legend = legend_of(Call("a", (), meta={"legend": "{姓名}", "legend_closed": "yes"}))
    assert (legend.names, legend.closed) == (frozenset(), False)
