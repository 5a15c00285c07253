from __future__ import annotations

from pathlib import Path

import pytest

from linter.calls import ReadOptions, read_path
from linter.library import Repeats, noted_within, repeats
from linter.model import Call, Turn

LINE = "退款三天以内原路退回，到账以后会给您发短信"
OTHER = "请您带上身份证到就近网点更新预留信息"


@pytest.fixture
def write(tmp_path: Path):
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def noted(*paths: Path) -> list[dict[int, str]]:
    """Of every scene its lines that are said elsewhere, and where; paths by their names."""
    found = repeats(paths, ReadOptions())
    return [
        {turn: Path(place).name for turn, place in found.noted(call).elsewhere.items()}
        for path in paths
        for call in read_path(path)
    ]


def test_in_two_files(write) -> None:
    first = write("a.md", f"# 退款\n- {OTHER}\n- {LINE}\n")
    second = write("b.csv", f"场景,话术\n退款,{LINE}呢\n退款,好的您请讲\n")
    assert noted(first, second) == [{}, {0: "a.md:3:3"}]
    assert noted(second, first) == [{}, {1: "b.csv:2:4"}]


def test_the_new_one_of_two_lines_repeats_wherever_it_stands(write) -> None:
    first = write("a.md", f"# 退款\n- {OTHER}\n- {LINE}\n- {LINE}呢\n")
    second = write("b.csv", f"场景,话术\n退款,{LINE}\n")
    found = repeats([first, second], ReadOptions(), lambda call, turn: turn.line == 3)
    places = [found.noted(call).elsewhere for path in (first, second) for call in read_path(path)]
    assert places == [{1: f"{first}:4:3"}, {0: f"{first}:4:3"}]


def test_in_two_scenes_of_a_file(write) -> None:
    path = write("a.md", f"# 退款\n- {LINE}\n# 换货\n- 好的\n- {LINE}\n")
    assert noted(path) == [{}, {1: "a.md:2:3"}]


def test_what_is_anchored_is_no_repetition(write) -> None:
    path = write("a.yaml", f"退款: &a\n  - {LINE}\n换货:\n  - *a\n售后:\n  - {LINE}\n")
    assert noted(path) == [{}, {}, {0: "a.yaml:2:5"}]


def test_what_nobody_is_to_say_is_not_compared(write) -> None:
    path = write("a.md", f"# 错误示范\n- {LINE}\n# 退款\n- 客户：{LINE}\n- {LINE}\n")
    assert noted(path) == [{}]


def test_what_holds_no_scripts_is_passed_over(write, tmp_path: Path) -> None:
    call = write("a.txt", f"坐席：{LINE}\n客户：{LINE}\n坐席：{LINE}\n")
    broken = write("b.yaml", "退款: [")
    (tmp_path / "c.md").mkdir()
    paths = [call, broken, tmp_path / "c.md", tmp_path / "d.md", write("e.log", LINE)]
    (found,) = read_path(call)
    assert repeats(paths, ReadOptions()).noted(found) is found


def test_a_call_is_left_as_it_is() -> None:
    call = Call("a", (Turn("agent", LINE, line=1, column=1),), path="a")
    assert Repeats({("a", "", 1, 1): "b"}).noted(call) is call


def test_a_scene_with_repeats() -> None:
    turns = (Turn("agent", OTHER, line=1, column=1), Turn("agent", LINE, line=2, column=1))
    call = Call("a", turns, path="a", kind="script")
    assert Repeats({("a", "", 2, 1): "b:3:4"}).noted(call).elsewhere == {1: "b:3:4"}
    assert Repeats({("b", "", 2, 1): "b:3:4"}).noted(call) is call
    assert Repeats().noted(call) is call


def test_the_scenes_of_one_library() -> None:
    first, second = noted_within(
        Call(name, (Turn("agent", LINE, line=line, column=1),), path="a", kind="script")
        for line, name in enumerate(("退款", "换货"), 1)
    )
    assert (first.elsewhere, second.elsewhere) == ({}, {0: "a:1:1"})


def test_cells_of_two_sheets() -> None:
    turn = Turn("agent", LINE, line=2, sheet="二", cell="B2")
    call = Call("a", (turn,), path="a", kind="script")
    assert Repeats({("a", "一", 2, "B2"): "x"}).noted(call) is call
    assert Repeats({("a", "二", 2, "B2"): "x"}).noted(call).elsewhere == {0: "x"}


def test_slots_of_a_legend_are_no_words(write) -> None:
    legend = "# 图例\n- {网点}：填网点\n- [城区]：填城区\n"
    lines = f"# 退款\n- {OTHER}去[东城]\n- {OTHER}去[西城]\n"
    assert noted(write("a.md", lines)) == [{}]
    assert noted(write("b.md", legend + lines)) == [{1: "b.md:5:3"}]
