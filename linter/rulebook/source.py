"""Rule files, and others of ours in YAML, as marked values: what was written, and where.

Every scalar is taken as it was written: ``no`` is the text "no" and ``12:30`` the text "12:30",
so YAML's false friends cannot bite. Duplicate keys, anchors and aliases are refused (an alias
can blow a small file up without end). Errors are collected, so that all of a file come at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import yaml

from linter.errors import RuleError
from linter.rulebook.scalars import place_in

MAX_BYTES = 16 * 1024 * 1024
"""Rule files beyond this size are refused (the largest known word list has 4 MB)."""
MAX_DEPTH = 32
"""How deep lists and mappings may lie in each other; a rule needs six."""

_DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")
_MAX_DIGITS = 9
"""No number in a rule file is longer, and int() refuses thousands of digits."""


@dataclass
class Errors:
    """Collects what is wrong in the rule files."""

    found: list[RuleError] = field(default_factory=list)


@dataclass(frozen=True)
class Kind:
    """What is said of the files of a kind where they are no YAML that is taken.

    :ivar name: what they are called.
    :ivar needed: what has to be in them; nothing when they may be empty.
    :ivar shared: what to write in place of an anchor, if there is anything.
    """

    name: str
    needed: str = ""
    shared: str = ""


RULES = Kind("规则文件", "至少要有 pack 和 rules", "共用的词写成词类；")


@dataclass(frozen=True)
class Source:
    """A file's name and text."""

    path: str
    text: str


@dataclass(frozen=True)
class Value:
    """One YAML node with its place in a file."""

    node: yaml.Node
    source: Source
    errors: Errors

    @property
    def path(self) -> str:
        """The file's name."""
        return self.source.path

    @property
    def line(self) -> int:
        """1-based line."""
        return int(self.node.start_mark.line) + 1

    @property
    def column(self) -> int:
        """1-based column."""
        return int(self.node.start_mark.column) + 1

    def complain(self, message: str, *, hint: str = "", offset: int = 0) -> None:
        """Note an error here, ``offset`` characters into the text if it is one."""
        line, column = self.line, self.column
        if isinstance(self.node, yaml.ScalarNode):
            written = str(self.node.value)
            blanks = len(written) - len(written.lstrip())
            line, column = place_in(self.node, self.source.text, blanks + offset)
        self.errors.found.append(
            RuleError(message, path=self.path, line=line, column=column, hint=hint)
        )

    @property
    def is_mapping(self) -> bool:
        """Whether this is a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether this is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def text(self, what: str = "文字") -> str:
        """The scalar as written, without blanks around it.

        An error and an empty text when there is none.
        """
        if not isinstance(self.node, yaml.ScalarNode):
            self.complain(f"这里要写{what}，不是{'列表' if self.is_list else '映射'}")
            return ""
        text = str(self.node.value).strip()
        if not text:
            self.complain(f"这里要写{what}，不能空着")
        return text

    def integer(self, *, least: int = 0, most: int = 1_000_000) -> int:
        """The scalar as a whole number between ``least`` and ``most``."""
        text = self.text("整数")
        digits = text.removeprefix("-") if least < 0 else text
        if digits.isdecimal() and digits.isascii() and len(digits) <= _MAX_DIGITS:
            number = int(text)
            if least <= number <= most:
                return number
        if text:
            self.complain(f"{text!r} 不是 {least} 到 {most} 之间的整数")
        return least

    def decimal(self, *, most: int, unit: int) -> int:
        """The scalar times ``unit``, as a whole number; decimals where ``unit`` allows them."""
        text = self.text("数")
        if len(text) <= _MAX_DIGITS and _DECIMAL.fullmatch(text):
            number = Decimal(text)
            if number <= most and number * unit == int(number * unit):
                return int(number * unit)
        if text:
            kind = "数" if unit > 1 else "整数"
            self.complain(f"{text!r} 不是 0 到 {most} 之间的{kind}")
        return 0

    def flag(self) -> bool:
        """The scalar as ``true`` or ``false``, written so."""
        text = self.text("true 或 false")
        if text and text not in ("true", "false"):
            self.complain(f"{text!r} 要写成 true 或 false")
        return text == "true"

    def choice(self, options: Iterable[str], what: str) -> str:
        """The scalar, which has to be one of ``options``."""
        text, known = self.text(what), tuple(options)
        if text and text not in known:
            self.complain(f"不认识的{what} {text!r}", hint=suggestion(text, known))
        return text if text in known else known[0]

    def items(self) -> list[Value]:
        """The items of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Value(node, self.source, self.errors) for node in self.node.value]
        return [self]

    def pairs(self, what: str = "映射") -> Iterator[tuple[Value, Value]]:
        """Keys and values of a mapping, in order, without repeated or empty keys."""
        if not isinstance(self.node, yaml.MappingNode):
            self.complain(f"这里要写{what}（键: 值）")
            return
        seen: dict[str, int] = {}
        for key_node, value_node in self.node.value:
            key = Value(key_node, self.source, self.errors)
            name = key.text("键")
            if name in seen:
                key.complain(f"键 {name!r} 重复，第 {seen[name]} 行已经写过", hint="合并成一个")
            elif name:
                seen[name] = key.line
                yield key, Value(value_node, self.source, self.errors)

    def mapping(self, allowed: Iterable[str], what: str) -> dict[str, Value]:
        """A mapping whose keys are all in ``allowed``; unknown ones are errors."""
        known = tuple(allowed)
        found: dict[str, Value] = {}
        for key, value in self.pairs(what):
            name = key.text("键")
            if name in known:
                found[name] = value
            else:
                key.complain(f"{what}里不认识的键 {name!r}", hint=suggestion(name, known))
        return found


def suggestion(word: str, known: Iterable[str]) -> str:
    """Names near ``word``, or all when there are few; empty when nothing helps."""
    names = sorted(set(known))
    near = difflib.get_close_matches(word, names, n=3, cutoff=0.5)
    if near:
        return "是不是 " + "、".join(near)
    return "可用的有 " + "、".join(names) if 0 < len(names) <= 24 else ""


def read_source(text: str, path: str, errors: Errors, kind: Kind = RULES) -> Value | None:
    """The top node of a file, or ``None`` after noting why there is none.

    For an empty file that may be empty there is none, and nothing to note.
    """
    text = text.removeprefix("\ufeff")
    try:
        _refuse_text(text, path, kind)
        _refuse_tokens(text, path, kind)
        node = yaml.compose(text, Loader=_LOADER)
        if node is None and kind.needed:
            raise RuleError(f"{kind.name}是空的", path=path, hint=kind.needed)
    except RuleError as error:
        errors.found.append(error)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        errors.found.append(_not_yaml(error, path, kind))
    else:
        return Value(node, Source(path, text), errors) if node else None
    return None


# The C scanner read the built-in packs seven times as fast, with the same marks.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.1, 5.1: what a stream may have.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def _no_aliases(kind: Kind) -> tuple[str, str]:
    return (
        f"{kind.name}里不能用 YAML 的锚点和别名（& 和 *）",
        f"{kind.shared}以 * 或 & 开头的文字加引号",
    )


def _no_tags(kind: Kind) -> tuple[str, str]:
    return f"{kind.name}里不能用 YAML 的标签（!）", "以 ! 开头的文字加引号"


def _too_deep(kind: Kind) -> tuple[str, str]:
    return "YAML 嵌套过深", f"{kind.name}最多 {MAX_DEPTH} 层"


def _refuse_text(text: str, path: str, kind: Kind) -> None:
    """Look at the characters first: what scanners say of them has no line.

    :raises RuleError: for a file that is too long, or a character that YAML forbids.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise RuleError(f"{kind.name}超过 16 MB", path=path, hint="拆成几个文件")
    found = _UNPRINTABLE.search(text)
    if found:
        raise RuleError(
            f"{kind.name}里不能有控制字符 U+{ord(found[0]):04X}",
            path=path,
            line=text.count("\n", 0, found.start()) + 1,
            column=found.start() - text.rfind("\n", 0, found.start()),
            hint="删掉它",
        )


def _refuse_tokens(text: str, path: str, kind: Kind) -> None:
    """Look at the tokens before anything is built of them.

    :raises RuleError: for an anchor, an alias, a tag, or lists in lists without end.
    """
    depth = 0
    for token in yaml.scan(text, Loader=_LOADER):
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if isinstance(token, (yaml.AliasToken, yaml.AnchorToken)):
            raise _at(token.start_mark, path, *_no_aliases(kind))
        if isinstance(token, yaml.TagToken):
            raise _at(token.start_mark, path, *_no_tags(kind))
        if depth > MAX_DEPTH:
            raise _at(token.start_mark, path, *_too_deep(kind))


def _not_yaml(error: Exception, path: str, kind: Kind) -> RuleError:
    context = str(getattr(error, "context", None) or "")
    # What could be none of these at all: their names must be plain letters.
    if "alias" in context or "anchor" in context:
        return _at(getattr(error, "context_mark", None), path, *_no_aliases(kind))
    if "tag" in context:
        return _at(getattr(error, "context_mark", None), path, *_no_tags(kind))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    # The C scanner reads ahead of its tokens, and since libyaml 0.2.6 stops by itself at 1,000.
    if "nesting depth" in str(getattr(error, "problem", None)):
        return _at(mark, path, *_too_deep(kind))
    reason = getattr(error, "problem", None) or context or error
    hint = "检查缩进、冒号后的空格和成对的引号、括号"
    return _at(mark, path, f"不是合法的 YAML：{reason}", hint)


def _at(mark: yaml.Mark | None, path: str, message: str, hint: str) -> RuleError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return RuleError(message, path=path, line=line, column=column, hint=hint)
