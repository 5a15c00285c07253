"""YAML script libraries (话术库): whatever the structure, keys tell scenes from what is said.

A key is read as a table's column would be (话术, 客户问题, 错误示范, 备注); any other key heads
what stands below it. A line in a block keeps its place: of a literal block (``|``) every line is
one of its own, a folded one (``>``) or a scalar over several lines is read as it stands in the
file, with its line ends. Only escapes in double quotes are resolved.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from linter import lazy
from linter.calls.labels import parse_label
from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.columns import key_kind
from linter.calls.scripts.draft import BAD, CUSTOMERS, NOTES, Draft
from linter.calls.scripts.kinds import is_legend, sounds_spoken
from linter.calls.scripts.marks import marks
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Line, Script

_KEY = lazy.pattern(r"(?m)^[ \t]*(?:- +)?[\"']?([^\s:：#\"'][^:：\n]{0,30}?)[\"']?:(?:\s|$)")
_RULES = lazy.pattern(r"(?m)^(?:pack|signals|classes|profiles|rules):")
_MOST_NODES = 200_000
_MOST_NAME = 20
_ANCHOR = lazy.pattern(r"(?:[&!][^\s]*\s+)+")
_LETTERS = {
    "A": "",
    "S": "",
    "B": CUSTOMERS,
    "C": CUSTOMERS,
    "Q": CUSTOMERS,
    "K": CUSTOMERS,
    "N": NOTES,
}
"""Keys of one letter for who speaks: agent or seat, customer or question, note."""
_WHY_NOT = {"bad": BAD, "asked": CUSTOMERS, "notes": NOTES}


class _Reader:
    """Walks down one file's nodes."""

    def __init__(self, source: Source) -> None:
        self.draft = Draft(source.name, source.options.words)
        self._lines = source.all_lines()
        self._words = source.options.words
        self._titles: set[int] = set()
        self._path: set[int] = set()
        self._place = Place(source.name)
        self._count = 0

    def comments(self) -> None:
        """Take the comments as notes; many explain their slots in one."""
        for line in self._lines:
            before, mark, comment = line.partition("#")
            if mark and (not before.strip() or before.endswith(" ")):
                self.draft.note(comment)

    def read(self, node: yaml.Node | None, level: int = 1, why_not: str = "") -> None:
        """Read a node and all below it; what is anchored is read wherever it is used."""
        if node is None or id(node) in self._titles or id(node) in self._path:
            return
        self._count += 1
        if self._count > _MOST_NODES:
            raise self._place.error(
                f"展开后超过 {_MOST_NODES} 项", "检查锚点（&、*）是不是层层套用"
            )
        self._path.add(id(node))
        self._node(node, level, why_not)
        self._path.discard(id(node))

    def _node(self, node: yaml.Node, level: int, why_not: str) -> None:
        if isinstance(node, yaml.ScalarNode):
            for line in self._said(node):
                self.draft.say(line, why_not=why_not)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self.read(item, level, why_not)
        elif isinstance(node, yaml.MappingNode):
            self._mapping(node, level, why_not)

    def _mapping(self, node: yaml.MappingNode, level: int, why_not: str) -> None:
        members = [(str(key.value), key, value) for key, value in node.value]
        titles = [
            value
            for key, _, value in members
            if key_kind(key) == "scene" and isinstance(value, yaml.ScalarNode)
        ]
        for title in titles:
            self._titles.add(id(title))
            if title.value.strip():
                self.draft.heading(level, title.value, title.start_mark.line + 1)
                level += 1
        for key, at, value in members:
            said_by = self._said_by(key, members)
            if said_by is None:
                self._member(key, at, value, level, why_not)
            else:
                self.read(value, level, why_not or said_by)

    def _said_by(self, key: str, members: list[tuple[str, yaml.Node, yaml.Node]]) -> str | None:
        """Of ``A: 您好`` and ``客户: 喂``, why it is not the agent's; ``None`` for other keys."""
        label = parse_label(f"{key}：", words=self._words)
        if label is not None and label.role != "unknown":
            return CUSTOMERS if self.draft.is_customers(key) else ""
        if len(members) == 1 and key.upper() in _LETTERS:
            return _LETTERS[key.upper()]
        return None

    def _member(self, key: str, at: yaml.Node, value: yaml.Node, level: int, why_not: str) -> None:
        kind = key_kind(key)
        if is_legend(key):
            self._legend(value)
        elif kind in _WHY_NOT:
            self.read(value, level, why_not or _WHY_NOT[kind])
        elif kind == "said" and not _is_headed(value):
            self.read(value, level, why_not)
        elif isinstance(value, yaml.ScalarNode):
            if _is_said(value.value):
                if kind == "any":
                    self.draft.heading(level, key, at.start_mark.line + 1)
                self.read(value, level, why_not)
            else:
                self.draft.note(f"{key}: {value.value}")
        else:
            if kind != "lines":
                self.draft.heading(level, key, at.start_mark.line + 1)
            self.read(value, level + 1, why_not)

    def _legend(self, node: yaml.Node) -> None:
        """What explains slots: names as keys, with or without their brackets, or sentences."""
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = str(key.value).strip("{}｛｝[]【】<> ")
                self.draft.note(f"{{{name}}}：{value.value}")
                self.draft.note(f"{key.value}：{value.value}")
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._legend(item)
        elif marks(node.value):
            self.draft.note(f"{node.value}：见图例")
        elif len(node.value) <= _MOST_NAME and "：" not in node.value:
            self.draft.note(f"{{{node.value.strip()}}}：见图例")
        else:
            self.draft.note(str(node.value))

    def _said(self, node: yaml.ScalarNode) -> Iterator[Line]:
        start, end = node.start_mark, node.end_mark
        first, last = start.line, end.line
        if node.style in ("|", ">"):
            rows = self._lines[first + 1 : last + 1 if end.column else last]
            yield from self._block(rows, first + 2, joined=node.style == ">")
            return
        anchor = _ANCHOR.match(self._lines[first], start.column)
        column = anchor.end() if anchor else start.column
        quoted = node.style in ("'", '"')
        raw = self._raw(first, column + quoted, last, end.column - quoted)
        escaped = (node.style == '"' and "\\" in raw) or (node.style == "'" and "''" in raw)
        text = str(node.value) if escaped else raw
        yield Line(text.rstrip(), first + 1, column + 1 + quoted)

    def _raw(self, first: int, column: int, last: int, end: int) -> str:
        if first == last:
            return self._lines[first][column:end]
        rows = [self._lines[first][column:], *self._lines[first + 1 : last]]
        if last < len(self._lines):
            rows.append(self._lines[last][:end])
        return "\n".join(row.rstrip() for row in rows).rstrip()

    def _block(self, rows: list[str], number: int, *, joined: bool) -> Iterator[Line]:
        """The lines of a block; those of a folded one up to a blank line are one."""
        begun: Line | None = None
        for at, row in enumerate(rows, number):
            text = row.strip()
            if begun is not None and text and joined:
                begun = Line(f"{begun.text}\n{row.rstrip()}", begun.line, begun.column)
                continue
            if begun is not None:
                yield begun
            begun = Line(text, at, len(row) - len(row.lstrip()) + 1) if text else None
        if begun is not None:
            yield begun


def _is_said(text: str) -> bool:
    """Whether a value is something to say, or would be if somebody had filled it in."""
    words = text.strip()
    if len(words) > 3 and (sounds_spoken(words) or words[-1] in "。！？!?～~"):
        return True
    return any(mark.kind in ("slot", "unfilled", "malformed") for mark in marks(words))


def _is_headed(node: yaml.Node) -> bool:
    """Whether what stands under 话术 has headings of its own."""
    return isinstance(node, yaml.MappingNode) and not any(
        key_kind(str(key.value)) in ("said", "scene") for key, _ in node.value
    )


def _script(source: Source) -> Script:
    reader = _Reader(source)
    text = "\n".join(source.all_lines())
    place = Place(source.name)
    try:
        for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
            reader.read(document)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        said = error.problem or error.context or "读不懂"
        raise Place(source.name, line).error(
            f"不是合法的 YAML：{said}",
            "检查缩进、冒号和引号；有 { 或 : 的话术整句加引号",
            mark.column + 1 if mark else None,
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise place.error(f"不是合法的 YAML：{error}", "检查缩进、冒号和引号") from None
    reader.comments()
    script = reader.draft.finish()
    if not script.scenes and not script.left_out:
        raise place.error("没有一条话术", "写成 场景: [话术, 话术]，或 - 场景: … 话术: […] 的列表")
    return script


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


def is_rules(head: str) -> bool:
    """Whether a text begins as a file of rules does, whose sentences are nobody's script."""
    return bool(_RULES.search(head))


def _sniff(head: str, suffix: str) -> int:
    if suffix not in FORMAT.suffixes or head.lstrip()[:1] in ("{", "["):
        return 0
    if is_rules(head):
        return 5
    keys = _KEY.findall(head)
    spoken = sum(map(sounds_spoken, head.splitlines()))
    known = any(key_kind(key) != "any" for key in keys)
    return 60 if spoken >= 2 and (known or spoken * 3 > len(head.splitlines())) else 5


FORMAT = Format(name="yaml", suffixes=(".yaml", ".yml"), sniff=_sniff, read=_read, script=_script)
