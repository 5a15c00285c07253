"""The scripts in YAML, whatever its structure: keys tell scenes from what is said.

A key is read as a table's column would be (话术, 客户问题, 错误示范, 备注); any other key heads
what stands below it. Lines are read as they stand in the file (:mod:`.yaml_scalars`).
"""

from __future__ import annotations

import re

import yaml

from linter import lazy
from linter.calls.fields import fold
from linter.calls.labels import parse_label
from linter.calls.place import Place
from linter.calls.scripts.columns import key_kind
from linter.calls.scripts.directives import HASH, directives, without
from linter.calls.scripts.draft import BAD, CUSTOMERS, NOTES, Draft, holds_lines
from linter.calls.scripts.kinds import could_be_said, is_legend
from linter.calls.scripts.marks import marks
from linter.calls.scripts.yaml_scalars import scalar_lines
from linter.calls.source import Source
from linter.model import Script

_MOST_NODES = 200_000
_MOST_NAME = 20
_COMMENT = lazy.pattern(r"(?:^|\s)#(.*)")
_NAMES = lazy.pattern(r"名称|名字|name|占位符?|变量名?|字段名?|符号|写法|slot|key", re.IGNORECASE)
"""Keys whose value is a slot, in a list that explains them."""
_LIKE_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: "\u200b"}
"""PyYAML counts lines and columns otherwise than everybody else where these stand."""
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
_THEIR_WORDS = lazy.pattern(
    r"(?:客户|用户|顾客|买家|市民|来电人|他|对方)(?:说|问|的?话|原话|问题|提问|问法|诉求|异议|反应|常见反应)?"
    r"|(?:常见)?(?:问题|提问|问法|问|诉求|异议)|他说|对方说|question|query|customer|asked|user"
)
"""Keys of what customers say; 价格咨询 and 客户不满 head what is said to them."""
_WHY_NOT = {"bad": BAD, "asked": CUSTOMERS, "notes": NOTES}


class _Reader:
    """Walks down one file's nodes."""

    def __init__(self, source: Source) -> None:
        self.draft = Draft(source.name, source.options.words)
        lines = source.all_lines()
        self.asked = directives(dict(enumerate(lines, 1)), HASH, len(lines))
        # Masked, not left to YAML: in a block of text a # begins no comment.
        self._lines = [without(line, HASH) for line in lines]
        self._words = source.options.words
        self._path: set[yaml.Node] = set()
        self._place = Place(source.name)
        self._count = 0

    @property
    def text(self) -> str:
        """The file without the comments that are for the linter."""
        return "\n".join(self._lines)

    def comments(self) -> None:
        """Take the comments as notes; many explain their slots in one."""
        for line in self._lines:
            if found := _COMMENT.search(line):
                self.draft.explain(found[1])

    def read(self, node: yaml.Node | None, level: int = 1, why_not: str = "") -> None:
        """Read a node and all below it; what is anchored is read wherever it is used.

        :param level: of the headings in it; it stands itself in none of these.
        """
        if node is None or node in self._path:
            return
        self._enter(node)
        self._node(node, level, why_not)
        self._path.discard(node)

    def _enter(self, node: yaml.Node) -> None:
        self._count += 1
        if self._count > _MOST_NODES:
            raise self._place.error(
                f"展开后超过 {_MOST_NODES} 项", "检查锚点（&、*）是不是层层套用"
            )
        self._path.add(node)

    def _node(self, node: yaml.Node, level: int, why_not: str) -> None:
        if isinstance(node, yaml.ScalarNode):
            for line in scalar_lines(node, self._lines):
                self.draft.leave(level)
                self.draft.say(line, why_not=why_not)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self.read(item, level, why_not)
        elif isinstance(node, yaml.MappingNode):
            self._mapping(node, level, why_not)

    def _mapping(self, node: yaml.MappingNode, level: int, why_not: str) -> None:
        members = [(_text(key), key, value) for key, value in node.value]
        titles = [m for m in members if key_kind(m[0]) == "scene" and _text(m[2])]
        for _, _, title in titles:
            self.draft.heading(level, _text(title), title.start_mark.line + 1)
            level += 1
        for key, at, value in members:
            if (key, at, value) in titles:
                continue
            if not isinstance(at, yaml.ScalarNode):
                self.read(at, level, why_not)
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
        if key == "<<":
            self.read(value, level, why_not)
        elif is_legend(key):
            self._legend(value)
        elif kind == "notes" and isinstance(value, yaml.ScalarNode):
            self.draft.explain(value.value)
        elif kind in _WHY_NOT and not (kind == "asked" and _heads_scripts(key, value)):
            self.read(value, level, why_not or _WHY_NOT[kind])
        elif kind == "said" and not _is_headed(value):
            self.read(value, level, why_not)
        elif isinstance(value, yaml.ScalarNode):
            if _is_said(value.value):
                if kind == "any":
                    self.draft.heading(level, key, at.start_mark.line + 1)
                self.read(value, level + 1, why_not)
            else:
                self.draft.note(f"{key}: {value.value}")
        else:
            if kind not in ("lines", "scene"):
                self.draft.heading(level, key, at.start_mark.line + 1)
            self.read(value, level + 1, why_not)

    def _legend(self, node: yaml.Node) -> None:
        """What explains slots: names as keys, with or without their brackets, or sentences."""
        if node in self._path:
            return
        self._enter(node)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if _NAMES.fullmatch(_text(key)):
                    self._legend(value)
                else:
                    self._explained(_text(key), _text(value) or "见图例")
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._legend(item)
        elif marks(node.value):
            self.draft.explain(f"{node.value}：见图例")
        elif len(node.value) <= _MOST_NAME and "：" not in node.value:
            self._explained(_text(node), "见图例")
        else:
            self.draft.explain(str(node.value))
        self._path.discard(node)

    def _explained(self, name: str, means: str) -> None:
        bare = name.strip("{}｛｝[]【】<> ")
        self.draft.explain(f"{{{bare}}}：{means}\n{name}：{means}")


def _text(node: yaml.Node) -> str:
    """What a scalar says; nothing for a list or mapping."""
    return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""


def _is_said(text: str) -> bool:
    """Whether a value is something to say, or would be if somebody had filled it in."""
    words = text.strip()
    if len(words) > 1 and could_be_said(words):
        return True
    return any(mark.kind in ("slot", "unfilled", "malformed") for mark in marks(words))


def _heads_scripts(key: str, value: yaml.Node) -> bool:
    """Whether a key such as 价格咨询 or 客户不满 names a scene, and not what customers say."""
    if isinstance(value, yaml.MappingNode):
        return True
    items = value.value if isinstance(value, yaml.SequenceNode) else ()
    if any(isinstance(item, yaml.MappingNode) for item in items):
        return True
    return bool(items) and not _THEIR_WORDS.fullmatch(fold(key))


def _is_headed(node: yaml.Node) -> bool:
    """Whether what stands under 话术 has headings of its own."""
    return isinstance(node, yaml.MappingNode) and not any(
        key_kind(_text(key)) in ("said", "scene") for key, _ in node.value
    )


def read_yaml(source: Source) -> Script:
    """The scripts of a file.

    :raises InputError: when it is no YAML, or holds no scripts.
    """
    reader = _Reader(source)
    text = reader.text.translate(_LIKE_BREAKS)
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
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        raise Place(source.name, before.count("\n") + 1).error(
            f"YAML 里不能有这个字符：U+{ord(text[error.position]):04X}",
            "删掉它；是控制字符，多半是复制时带进来的",
            error.position - before.rfind("\n"),
        ) from None
    except RecursionError:
        raise place.error("一层套一层，套得太深", "检查括号和缩进") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise place.error(f"不是合法的 YAML：{error}", "检查缩进、冒号和引号") from None
    reader.comments()
    script = reader.draft.finish(reader.asked.ignores)
    if not holds_lines(script):
        raise place.error("没有一条话术", "写成 场景: [话术, 话术]，或 - 场景: … 话术: […] 的列表")
    return script
