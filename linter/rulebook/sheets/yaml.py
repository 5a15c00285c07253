"""Rules of a table as the YAML of a pack, and the cell that each of its lines came from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from linter.rulebook.sheets.cells import Cell
from linter.rulebook.sheets.examples import Example
from linter.rulebook.sheets.rules import SheetRule

# Letters, digits and marks that mean nothing to YAML wherever they stand.
_PLAIN = re.compile(r"[^\W\d_][\w ，。！？；：、“”‘’（）《》「」<>()|…^$/.+·—-]*(?<! )")
_PATTERN = re.compile(r"(?=.*\w)[\w(<「^$…][\w 「」<>()|…^$/.+]*(?<! )")
_FALSE_FRIENDS = re.compile(r"true|false|yes|no|on|off|null|y|n|[\d.+-].*", re.IGNORECASE)
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK = re.compile("[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")


@dataclass
class PackText:
    """A pack as it is written, line by line.

    :ivar cells: line (1-based) → the cell it came from.
    """

    lines: list[str] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)

    def add(self, line: str, cell: Cell | None = None) -> None:
        """Write one line."""
        self.lines.append(line)
        if cell:
            self.cells[len(self.lines)] = cell

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self.lines)


def write_pack(name: str, source: str, rules: Sequence[SheetRule]) -> PackText:
    """The pack of these rules: a signal and a rule for each.

    :param name: the pack's name.
    :param source: the table's file name, for the first line.
    """
    out = PackText()
    out.add(f"# 由禁语表 {quoted(source)} 生成：一行一个信号、一条规则。")
    out.add(f"pack: {quoted(name)}")
    out.add("signals:" if rules else "signals: {}")
    for rule in rules:
        _signal(out, rule)
    out.add("rules:" if rules else "rules: []")
    for rule in rules:
        _rule(out, rule)
    return out


def _signal(out: PackText, rule: SheetRule) -> None:
    home = rule.cells["phrase"]
    out.add(f"  {rule.id}:", rule.cells.get("id", home))
    if rule.side != "agent":
        out.add(f"    who: {rule.side}", rule.cells.get("who", home))
    out.add(f"    any: {_patterns(rule.phrases)}", home)
    for key, patterns in (("over", rule.over), ("not_if", rule.not_if)):
        if patterns:
            out.add(f"    {key}: {_patterns(patterns)}", rule.cells.get("exceptions", home))


def _rule(out: PackText, rule: SheetRule) -> None:
    home = rule.cells["phrase"]

    def said(key: str, value: str, column: str) -> None:
        out.add(f"    {key}: {quoted(value)}", rule.cells.get(column, home))

    out.add(f"  - id: {rule.id}", rule.cells.get("id", home))
    said("category", rule.category, "category")
    said("aspect", rule.aspect, "aspect")
    said("severity", rule.severity, "severity")
    said("forbid", rule.id, "phrase")
    if rule.applies:
        out.add(f"    applies: {_applies(rule.applies)}", rule.cells.get("applies", home))
    said("say", rule.say, "say")
    said("why", rule.why, "why")
    said("instead", rule.instead, "instead")
    if rule.fix:
        pairs = ", ".join(f"{quoted(old)}: {quoted(new)}" for old, new in rule.fix)
        out.add(f"    fix: {{{pairs}}}", rule.cells.get("instead", home))
    out.add("    tests:", home)
    for example in rule.examples:
        _test(out, example, rule.script)


def _test(out: PackText, example: Example, script: bool) -> None:
    key = "flag" if example.flags else "pass"
    lines = example.text.split("\n")
    if script:
        out.add("      - kind: script", example.cell)
        begin = f"        {key}:"
    else:
        begin = f"      - {key}:"
    if len(lines) > 1 and all(_BLOCK.fullmatch(line) for line in lines):
        out.add(f"{begin} |", example.cell)
        for line in lines:
            out.add(f"          {line}", example.cell)
    else:
        out.add(f"{begin} {quoted(example.text)}", example.cell)


def _patterns(patterns: Sequence[str]) -> str:
    written = [p if _is_plain(p, _PATTERN) else _in_quotes(p) for p in patterns]
    return f"[{', '.join(written)}]"


def _applies(applies: Mapping[str, Sequence[str]]) -> str:
    parts = [f"{key}: [{', '.join(map(quoted, values))}]" for key, values in applies.items()]
    return f"{{{', '.join(parts)}}}"


def quoted(text: str) -> str:
    """A text as a YAML scalar on one line, in quotes where it needs them."""
    return text if _is_plain(text, _PLAIN) else _in_quotes(text)


def _is_plain(text: str, shape: re.Pattern[str]) -> bool:
    return bool(shape.fullmatch(text)) and not _FALSE_FRIENDS.fullmatch(text)


def _in_quotes(text: str) -> str:
    # JSON's strings are YAML's, but for characters that YAML takes for line ends or refuses.
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
