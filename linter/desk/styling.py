"""An SVG of pygal's as shapes and text only, coloured by the page they stand in.

No script, style sheet, id, link or comment is left; what pygal's style sheet says in classes
stands at the shapes themselves, and what its script shows on hovering is their title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring

from linter import lazy

_SVG = "http://www.w3.org/2000/svg"
_FONT = "12"
_SHAPES = ("g", "path", "rect", "text", "circle")
_KEPT = ("x", "y", "width", "height", "cx", "cy", "r", "d", "transform")
_LEFT_OUT = {"background", "tooltip-overlay", "titles"}
_COLOR = lazy.pattern(r"color-(\d+)")
_NUMBER = lazy.pattern(r"-?\d+\.\d+")


class _Around(NamedTuple):
    """What the shapes around one say: pygal's classes, and the colour of the series."""

    classes: frozenset[str] = frozenset()
    color: str = "currentColor"


def styled(svg: Element, colors: Sequence[str]) -> str:
    """The SVG as the page takes it, at the size of the page's column.

    :param svg: as pygal draws it.
    :param colors: of the series, as CSS has them.
    """
    clean = Element("svg", {"xmlns": _SVG, "viewBox": svg.get("viewBox", "")})
    for part in _parts(svg, _Around(), colors):
        clean.append(part)
    return tostring(clean, encoding="unicode")


def _parts(parent: Element, around: _Around, colors: Sequence[str]) -> Iterator[Element]:
    for node in parent:
        classes = frozenset(node.get("class", "").split())
        if _name(node) not in _SHAPES or classes & _LEFT_OUT:
            continue
        inside = _Around(around.classes | classes, _color(node, around.color, colors))
        part = Element(_name(node), {key: _rounded(node.get(key, "")) for key in _kept(node)})
        part.text = node.text
        for attribute, value in _look(part, inside):
            part.set(attribute, value)
        part.extend(_parts(node, inside, colors))
        if "bar" in classes:
            _entitle(part, node)
        if _is_seen(part, inside):
            yield part


def _kept(node: Element) -> Iterator[str]:
    return (key for key in _KEPT if key in node.attrib)


def _look(part: Element, inside: _Around) -> Iterator[tuple[str, str]]:
    """What pygal's style sheet would say of a shape."""
    match part.tag:
        case "text":
            yield from (("fill", "currentColor"), ("font-size", _FONT))
            yield "text-anchor", _anchor(part, inside.classes)
        case "path" if "ci" in inside.classes:
            yield from (("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "1.5"))
        case "path":
            yield from (("fill", "none"), ("stroke", "var(--line)"))
            if "guide" in inside.classes:
                yield "stroke-dasharray", "4 4"
        case "rect" | "circle":
            yield "fill", inside.color


def _anchor(text: Element, classes: frozenset[str]) -> str:
    if "axis" not in classes or ("x" in classes and "transform" in text.attrib):
        return "start"
    return "middle" if "x" in classes else "end"


def _color(node: Element, color: str, colors: Sequence[str]) -> str:
    found = _COLOR.search(node.get("class", ""))
    return colors[int(found[1])] if found else color


def _entitle(part: Element, node: Element) -> None:
    """Say what a bar stands for, as pygal's script would."""
    said = {one.get("class", ""): one.text or "" for one in node if _name(one) == "desc"}
    title = Element("title")
    title.text = " ".join(filter(None, (said.get("x_label"), said.get("value"))))
    part.insert(0, title)


def _is_seen(part: Element, inside: _Around) -> bool:
    if part.tag == "g":
        return len(part) > 0
    # Lines between bars are of no use: pygal hides them.
    return not ("guide" in inside.classes and "always_show" not in inside.classes) or (
        part.tag != "path"
    )


def _name(node: Element) -> str:
    # A comment has a function for a tag.
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _rounded(value: str) -> str:
    return _NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
