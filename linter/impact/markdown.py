"""The comparison as a comment on a pull request (GitHub Flavored Markdown).

A comment has a bounded length, and what calls and rules say must neither call people (``@name``)
nor be taken for markup: all of it stands in code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.evaluation.cells import Table
from linter.impact import tables
from linter.impact.base import Format
from linter.impact.items import left_out_line, rule_items, rule_title
from linter.impact.result import Result
from linter.impact.saying import rule_lines, size_line, skipped_lines, total_line
from linter.reports import Lang
from linter.reports.cells import visible
from linter.wording import pick

MOST = 65_536
"""Characters that GitHub takes in a comment, as JavaScript counts them: 4 bytes are two."""
_SPARE = 536
_FENCE = 60
"""Characters that longer fences may take."""
_MOST_RULES = 25
"""Rules in the table, and lines about rules; beyond that a sum."""
_MOST_COLUMNS = 400
"""Characters of a line: what is said in one breath may be longer than a comment."""


class MarkdownFormat(Format):
    """A short table; everything else is folded away, and left out where there is no room."""

    limit = 5

    def text(self, result: Result) -> Iterable[str]:
        """The comment, never longer than :data:`MOST`."""
        room = MOST - _SPARE
        for block in self._head(result):
            if (size := length(block)) <= room:
                room -= size
                yield block
        yield from self._details(result, room)

    def _head(self, result: Result) -> Iterator[str]:
        """What has to be there, in blocks that are left out as a whole."""
        lang = self.lang
        yield f"### {pick(lang, '规则改动的影响', 'What the change to the rules does')}\n\n"
        sides = " → ".join(_code(side.name) for side in (result.old, result.new))
        yield f"{sides}\n\n{size_line(result, lang)}{total_line(result, lang)}\n"
        for table in tables.every(result, lang, _MOST_RULES):
            if table.name in ("rule", "label"):
                heading = f"\n{table.title}\n" if table.name == "label" else ""
                yield f"{heading}\n{_table(table)}"
        if result.skipped:
            yield "\n" + _fenced(_few(skipped_lines(result, lang), lang))
        if result.rules:
            yield _folded(pick(lang, "规则", "Rules"), _few(rule_lines(result, lang), lang))
        for table in tables.every(result, lang):
            if table.name in ("category", "verdict"):
                summary = f"<summary>{table.title}</summary>"
                yield f"\n<details>{summary}\n\n{_table(table)}\n</details>\n"

    def _details(self, result: Result, room: int) -> Iterator[str]:
        """Rule by rule what changed, as far as there is room."""
        listed, cut = 0, False
        for rule in result.differing:
            heading = rule_title(result, rule, self.lang)
            lines: list[str] = []
            used = length(_folded(heading, lines)) + _FENCE
            for item in rule_items(result, rule, self.lang):
                size = sum(length(_cut(visible(line))) + 1 for line in item)
                if used + size <= room:
                    used += size
                    lines += item
                    # A line by itself says how many the limit has left out.
                    listed += len(item) > 1
                else:
                    cut = True
            if lines:
                room -= used
                yield _folded(heading, lines)
        if cut:
            total = result.tally.total
            missing = total.gained + total.lost + total.changed - listed
            yield f"\n{pick(self.lang, *_CUT).format(missing)}\n"


_CUT = (
    "评论放不下，还有 {0} 处没有列出；全文用 --format html。",
    "{0} more do not fit into a comment; --format html has them.",
)


def length(text: str) -> int:
    """Characters as GitHub counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _few(lines: Iterable[str], lang: Lang) -> list[str]:
    every = list(lines)
    more = len(every) - _MOST_RULES
    return every if more <= 0 else [*every[:_MOST_RULES], left_out_line("", more, lang)]


def _table(table: Table) -> str:
    """Rows of numbers; names that rules and calls bring along stand in code."""
    rules = ["---"] * table.left + ["---:"] * (len(table.head) - table.left)
    coded = table.name in ("rule", "category")
    rows = [[_code(row[0], cell=True) if coded else row[0], *row[1:]] for row in table.rows]
    if table.name == "rule" and rows:
        rows[-1][0] = f"**{table.rows[-1][0]}**"
    return "".join(f"| {' | '.join(row)} |\n" for row in (table.head, rules, *rows))


def _folded(heading: str, lines: Iterable[str]) -> str:
    # HTML in a summary is markup, and so is Markdown in some places: the name stands in code.
    name = visible(heading).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"\n<details><summary><code>{name}</code></summary>\n\n{_fenced(lines)}\n</details>\n"


def _fenced(lines: Iterable[str]) -> str:
    """A code block whose end none of the lines can be."""
    shown = [_cut(visible(line)) for line in lines]
    ticks = "```"
    while len(ticks) < _FENCE // 2 and any(ticks in line for line in shown):
        ticks += "`"
    return "\n".join([f"{ticks}text", *shown, ticks, ""])


def _cut(line: str) -> str:
    return line if len(line) <= _MOST_COLUMNS else line[: _MOST_COLUMNS - 1] + "…"


def _code(text: str, *, cell: bool = False) -> str:
    shown = _cut(visible(text)).replace("`", "'")
    return f"`{shown}`".replace("|", "\\|") if cell else f"`{shown}`"
