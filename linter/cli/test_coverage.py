"""What ``huashu test --coverage`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.cli.common import table
from linter.reports.cells import visible
from linter.ruletest.coverage import PARTS, Item, Part, counts

_NAMES: dict[Part, str] = {
    "rules": "规则",
    "signals": "信号",
    "patterns": "短语",
    "options": "选项",
    "exceptions": "例外",
}


def coverage_lines(items: Sequence[Item], *, missing: bool) -> Iterator[str]:
    """A table of what is reached in each rule file; before it, if asked, what is not."""
    if missing:
        yield from _missing(items)
    rows = [("测试碰到的", *_NAMES.values())]
    for path, parts in counts(items).items():
        rows.append((path, *(share(*parts[part]) for part in PARTS)))
    rows.append(("合计", *(share(*_total(items, part)) for part in PARTS)))
    yield from table(rows)


def share(some: int, there: int) -> str:
    """A share as ``3/4 75%``; rounded down, so that only all of it is 100 %."""
    return f"{some}/{there} {some * 100 // there}%" if there else "-"


def _total(items: Iterable[Item], part: Part) -> tuple[int, int]:
    reached = [item.reached for item in items if item.part == part]
    return sum(reached), len(reached)


def _missing(items: Iterable[Item]) -> Iterator[str]:
    """What no test reaches; of what is not reached at all the parts are not told one by one."""
    options: dict[tuple[str, str], list[Item]] = {}
    unreached: set[tuple[str, str]] = set()
    for item in items:
        if item.part == "options" and not item.reached:
            options.setdefault((item.owner, item.pattern), []).append(item)
    for item in items:
        if item.part == "options":
            continue
        if not item.reached:
            unreached.add((item.owner, item.text))
            if item.part != "patterns" or (item.owner, "") not in unreached:
                yield _line(item, item.text)
        elif item.part == "patterns" and (missed := options.get((item.owner, item.text))):
            written = "、".join(option.text or "（空）" for option in missed)
            yield _line(missed[0], f"{written} ← {item.text}")


def _line(item: Item, what: str) -> str:
    where = item.place.where
    return visible(f"{where}: {item.owner} 没碰到{_NAMES[item.part]} {what}".rstrip())
