"""Rule files as marked values: what was written, and where.

Every scalar is taken as it was written: ``no`` is the text "no" and ``12:30`` the text "12:30",
so YAML's false friends cannot bite. Duplicate keys, anchors and aliases are refused (an alias
can blow a small file up without end). Errors are collected, so that all of a file come at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from linter.errors import RuleError

MAX_BYTES = 16 * 1024 * 1024
"""Rule files beyond this size are refused (the largest known word list has 4 MB)."""


@dataclass
class Errors:
    """Collects what is wrong in the rule files."""

    found: list[RuleError] = field(default_factory=list)

    def add(self, message: str, value: Value | None, *, hint: str = "", offset: int = 0) -> None:
        """Note an error at ``value``, ``offset`` characters into it."""
        if value is None:
            self.found.append(RuleError(message, hint=hint))
            return
        self.found.append(
            RuleError(
                message,
                path=value.path,
                line=value.line,
                column=value.column + offset,
                hint=hint,
            )
        )


@dataclass(frozen=True)
class Value:
    """One YAML node with its place (1-based line and column)."""

    node: yaml.Node
    path: str
    errors: Errors

    @property
    def line(self) -> int:
        """1-based line."""
        return int(self.node.start_mark.line) + 1

    @property
    def column(self) -> int:
        """1-based column of the first character of the text, after an opening quote."""
        quoted = isinstance(self.node, yaml.ScalarNode) and self.node.style in ("'", '"')
        return int(self.node.start_mark.column) + 1 + quoted

    def complain(self, message: str, *, hint: str = "", offset: int = 0) -> None:
        """Note an error here."""
        self.errors.add(message, self, hint=hint, offset=offset)

    @property
    def is_mapping(self) -> bool:
        """Whether this is a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether this is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def text(self, what: str = "文字") -> str:
        """The scalar as written; an error and an empty text otherwise."""
        if isinstance(self.node, yaml.ScalarNode):
            return str(self.node.value).strip()
        self.complain(f"这里要写{what}，不是{'列表' if self.is_list else '映射'}")
        return ""

    def integer(self, *, least: int = 0, most: int = 1_000_000) -> int:
        """The scalar as a whole number between ``least`` and ``most``."""
        text = self.text("整数")
        if text.isdecimal() and text.isascii() and least <= int(text) <= most:
            return int(text)
        if text:
            self.complain(f"{text!r} 不是 {least} 到 {most} 之间的整数")
        return least

    def decimal(self, *, least: float, most: float) -> float:
        """The scalar as a number between ``least`` and ``most``."""
        text = self.text("数")
        try:
            number = float(text)
        except ValueError:
            number = least - 1
        if least <= number <= most:
            return number
        self.complain(f"{text!r} 不是 {least} 到 {most} 之间的数")
        return least

    def flag(self) -> bool:
        """The scalar as ``true`` or ``false``, written so."""
        text = self.text("true 或 false")
        if text not in ("true", "false"):
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
            return [Value(node, self.path, self.errors) for node in self.node.value]
        return [self]

    def pairs(self, what: str = "映射") -> Iterator[tuple[Value, Value]]:
        """Keys and values of a mapping, in order, without repeated keys."""
        if not isinstance(self.node, yaml.MappingNode):
            self.complain(f"这里要写{what}（键: 值）")
            return
        seen: dict[str, int] = {}
        for key_node, value_node in self.node.value:
            key = Value(key_node, self.path, self.errors)
            name = key.text("键")
            if name in seen:
                key.complain(f"键 {name!r} 重复，第 {seen[name]} 行已经写过", hint="合并成一个")
                continue
            seen[name] = key.line
            yield key, Value(value_node, self.path, self.errors)

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


def read_source(text: str, path: str, errors: Errors) -> Value | None:
    """The top node of a rule file, or ``None`` after noting why there is none."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        errors.found.append(RuleError("规则文件超过 16 MB", path=path, hint="拆成几个文件"))
        return None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, (yaml.AliasToken, yaml.AnchorToken)):
                mark = token.start_mark
                errors.found.append(
                    RuleError(
                        "规则文件里不能用 YAML 的锚点和别名（& 和 *）",
                        path=path,
                        line=mark.line + 1,
                        column=mark.column + 1,
                        hint="共用的词写成词类；以 * 或 & 开头的文字加引号",
                    )
                )
                return None
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        errors.found.append(
            RuleError(
                f"不是合法的 YAML：{error.problem or error.context}",
                path=path,
                line=mark.line + 1 if mark else None,
                column=mark.column + 1 if mark else None,
                hint="检查缩进、冒号后的空格和成对的引号、括号",
            )
        )
        return None
    except (yaml.YAMLError, ValueError) as error:
        errors.found.append(RuleError(f"不是合法的 YAML：{error}", path=path))
        return None
    except RecursionError:
        errors.found.append(RuleError("YAML 嵌套过深", path=path, hint="规则文件不需要这么多层"))
        return None
    if node is None:
        errors.found.append(RuleError("规则文件是空的", path=path, hint="至少要有 pack 和 rules"))
        return None
    return Value(node, path, errors)
