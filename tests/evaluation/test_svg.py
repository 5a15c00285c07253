from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from linter.evaluation.scores import Share
from linter.evaluation.svg import Bar, Point, bars, points


def test_a_point_stands_where_its_share_is() -> None:
    tree = ElementTree.fromstring(
        points("查全", [Point("a<b", Share(4, 5)), Point("辱骂", Share(0, 9))])
    )
    ticks = [float(one.attrib["x"]) for one in tree.findall("text[@class='tick']")]
    zero, whole = ticks[0], ticks[-1]
    dots = tree.findall("circle")
    assert float(dots[0].attrib["cx"]) == pytest.approx(zero + 0.8 * (whole - zero), abs=0.1)
    assert float(dots[1].attrib["cx"]) == pytest.approx(zero)
    interval = tree.find("line[@class='interval']")
    assert interval is not None
    # Wilson of 4 of 5: 0.376 to 0.964.
    assert float(interval.attrib["x1"]) == pytest.approx(zero + 0.3755 * (whole - zero), abs=0.1)
    assert float(interval.attrib["x2"]) == pytest.approx(zero + 0.9638 * (whole - zero), abs=0.1)
    assert [one.text for one in tree.findall("text[@class='name']")] == ["a<b", "辱骂"]
    assert [one.text for one in tree.findall("text")][-1] == "0% (0/9)"


def test_names_have_room() -> None:
    short, long = (
        ElementTree.fromstring(points("", [Point(name, Share(1, 2))])) for name in ("辱", "辱" * 9)
    )
    room = [float(tree.findall("text[@class='name']")[0].attrib["x"]) for tree in (short, long)]
    # Eight characters more, of two columns each.
    assert room[1] - room[0] == 8 * 2 * 7


def test_of_nothing_no_point_is_drawn() -> None:
    tree = ElementTree.fromstring(points("", [Point("a", Share(0, 0))]))
    assert tree.findall("circle") == []


def test_bars_are_as_long_as_their_counts() -> None:
    tree = ElementTree.fromstring(bars("误报", [Bar("a", 8, 2), Bar("b", 4, 4)]))
    sizes = [float(one.attrib["width"]) for one in tree.findall("rect")]
    assert sizes == [sizes[0], sizes[0] / 4, sizes[0] / 2, sizes[0] / 2]
    assert [one.text for one in tree.findall("text")] == ["a", "2 / 8", "b", "4 / 4"]


def test_without_bars_there_is_an_empty_picture() -> None:
    assert ElementTree.fromstring(bars("误报", [])).findall("rect") == []
