"""Where the cells of a sheet stand in its XML, so that one can be written anew and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import BinaryIO, NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat
from xml.sax.saxutils import escape

_START = re.compile(rb"""<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*/?>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_PLAIN = frozenset({"v", "is", "t"})
"""What a cell of words of one format is made of."""
_ENCODINGS = ("utf-8", "utf8")


class NotUtf8Error(ValueError):
    """The XML is in another encoding, in which nothing can be written."""


class PlacedCell(NamedTuple):
    """A cell in the XML of its sheet.

    :ivar start: the first byte of its element.
    :ivar end: the byte behind it.
    :ivar shared: the number of the shared text it shows; ``None`` when it shows none.
    :ivar is_plain: whether there is nothing in it but words of one format.
    """

    start: int
    end: int
    shared: int | None
    is_plain: bool


class _Finder:
    def __init__(self, xml: bytes, wanted: Collection[str]) -> None:
        self.found: dict[str, PlacedCell] = {}
        self._xml = xml
        self._wanted = wanted
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.XmlDeclHandler = self._declared
        self._name = ""
        self._tag = ""
        self._start = 0
        self._kind = ""
        self._text: list[str] = []
        self._is_plain = True

    def run(self) -> dict[str, PlacedCell]:
        if self._xml.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotUtf8Error
        self._parser.Parse(self._xml, True)
        return self.found

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise NotUtf8Error

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if self._name:
            self._is_plain = self._is_plain and local in _PLAIN
        elif local == "c" and (name := attributes.get("r", "")) in self._wanted:
            self._name, self._tag, self._kind = name, tag, attributes.get("t", "")
            self._start, self._is_plain = self._parser.CurrentByteIndex, True
            self._text.clear()

    def _data(self, text: str) -> None:
        if self._name:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if not self._name or tag != self._tag:
            return
        # An element without an end tag of its own ends where its tag does.
        end = self._xml.index(b">", max(self._parser.CurrentByteIndex, self._tag_end() - 1)) + 1
        shared = int("".join(self._text)) if self._kind == "s" else None
        self.found[self._name] = PlacedCell(self._start, end, shared, self._is_plain)
        self._name = ""

    def _tag_end(self) -> int:
        found = _START.match(self._xml, self._start)
        return found.end() if found else self._start


def placed_cells(xml: bytes, wanted: Collection[str]) -> dict[str, PlacedCell]:
    """Find cells by their names (``B3``).

    :raises NotUtf8Error: when the XML is in another encoding.
    :raises ExpatError: for what is no XML.
    """
    return _Finder(xml, wanted).run()


def with_texts(xml: bytes, texts: Mapping[str, str]) -> bytes:
    """The sheet in which cells have other words, and the style they had."""
    cells = placed_cells(xml, texts)
    pieces: list[bytes] = []
    end = 0
    for name, cell in sorted(cells.items(), key=lambda item: item[1].start):
        pieces += [xml[end : cell.start], _written(xml, cell.start, texts[name])]
        end = cell.end
    return b"".join([*pieces, xml[end:]])


def _written(xml: bytes, start: int, text: str) -> bytes:
    found = _START.match(xml, start)
    assert found is not None
    tag, attributes = found[1], found[2]
    before, colon, _ = tag.rpartition(b":")
    prefix = before + colon
    kept = b"".join(one[0] for one in _ATTRIBUTE.finditer(attributes) if one[1] != b"t")
    words = escape(text, {"\r": "&#13;"}).encode()
    return b'<%b%b t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%b>' % (
        tag,
        kept,
        prefix,
        prefix,
        words,
        prefix,
        prefix,
        tag,
    )


def rich_texts(shared: BinaryIO, wanted: Collection[int]) -> frozenset[int]:
    """Of some shared texts those that have formats or readings of their own within them.

    The runs and phonetic readings of ECMA-376-1, 18.4.4 and 18.4.6.
    """
    found: set[int] = set()
    number = 0
    for _, element in ElementTree.iterparse(shared, ("end",)):
        if element.tag.rpartition("}")[2] != "si":
            continue
        if number in wanted and any(part.tag.rpartition("}")[2] != "t" for part in element):
            found.add(number)
        number += 1
        element.clear()
    return frozenset(found)
