"""Reading lists of patterns, wherever a pack has them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook import notation, regex
from linter.rulebook.judges import Use, Uses
from linter.rulebook.source import Value
from linter.rulebook.types import Pattern


def read_patterns(
    value: Value | None, uses: Uses, *, level: int = 0, review: bool = False
) -> tuple[Pattern, ...]:
    """A pattern or a list of them; errors are noted at the character that is wrong.

    :param uses: the word classes used are added here.
    """
    found = []
    for item in value.items() if value else ():
        text = item.text("短语")
        if not text:
            continue
        try:
            node = notation.parse(text)
        except notation.NotationError as error:
            item.complain(f"短语 {text!r}：{error.message}", offset=error.at)
            continue
        uses += _classes_in(node, item)
        found.append(Pattern(text, node, level, "review" if review else "certain"))
    return tuple(found)


def read_regexes(value: Value | None) -> tuple[Pattern, ...]:
    """A regular expression or a list of them."""
    found = []
    for item in value.items() if value else ():
        text = item.text("正则表达式")
        if not text:
            continue
        try:
            regex.check(text)
        except regex.RegexError as error:
            item.complain(f"正则表达式 {text!r}：{error}", hint=error.hint)
            continue
        found.append(Pattern(text, notation.Regex(text)))
    return tuple(found)


def _classes_in(node: notation.Node, item: Value) -> Iterator[Use]:
    for ref in notation.classes_in(node):
        yield Use("分组词类" if ref.slot else "词类", ref.name, item, ref.at)
