"""One evaluation from the items to what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.errors import UsageError
from linter.evaluation.comparing import Comparison
from linter.evaluation.model import Item, Kind, Record
from linter.evaluation.outcomes import Evaluator
from linter.evaluation.result import Asked
from linter.evaluation.tally import Tally
from linter.linting import Linter, Lints
from linter.reports import CATEGORIES
from linter.rulebook.source import suggestion
from linter.rulebook.types import RuleBook


def label_categories(book: RuleBook) -> tuple[str, ...]:
    """The categories a label may name: the built-in ones and the rules' own, but no praise."""
    praise = {rule.category for rule in book.rules if rule.praise} | {"praise"}
    return tuple(dict.fromkeys(c for c in (*CATEGORIES, *book.categories) if c not in praise))


def check_categories(names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a category that no label may name.

    :raises UsageError: naming the nearest ones.
    """
    there = frozenset(known)
    for name in names:
        if name not in there:
            raise UsageError(f"没有叫 {name!r} 的类别", hint=suggestion(name, there))


def evaluate(
    items: Iterable[Item],
    linter: Linter,
    asked: Asked,
    take: Iterable[Callable[[Record], object]],
    lints: Lints | None = None,
) -> dict[Kind, Tally]:
    """Lint the items that were asked for, one after the other; memory does not grow with them.

    :param linter: shows findings of all severities; which rules, is its own selection.
    :param take: are given every record as it comes.
    :param lints: what lints around the linter, when something does: records say what it says.
    :return: the counts by kind of item.
    :raises UsageError: when no item was asked for.
    """
    evaluator = Evaluator(linter, asked.min_severity, asked.categories, lints)
    tallies: dict[Kind, Tally] = {}
    sinks = tuple(take)
    voices: set[str] = set()
    for item in items:
        voices.add(item.voice)
        if _wanted(item, asked):
            record = evaluator.record(item)
            tallies.setdefault(record.kind, Tally()).add(record)
            for sink in sinks:
                sink(record)
    if not tallies and voices:
        named = filter(None, voices)
        raise UsageError(
            "没有一通符合 --part 和 --voice", hint="voice 有：" + "、".join(sorted(named))
        )
    return tallies


def _wanted(item: Item, asked: Asked) -> bool:
    return (not asked.parts or item.part in asked.parts) and (
        not asked.voices or item.voice in asked.voices
    )


def check_compared(comparison: Comparison) -> str:
    """What to warn of: items that are not in both, or not the same; empty when all are.

    :raises UsageError: when there is nothing that could be compared.
    """
    if not comparison.compared:
        raise UsageError(
            f"与之前的那份没有一通相同：{comparison.different} 通不一样，"
            f"{comparison.new} 通是新的，{comparison.gone} 通没有了",
            hint="用评测同样数据的那一份来比",
        )
    several = (
        (comparison.different, "通的内容或标注变了"),
        (comparison.new, "通是新的"),
        (comparison.gone, "通没有了"),
    )
    said = "，".join(f"{count} {what}" for count, what in several if count)
    return f"只比相同的 {comparison.compared} 通：{said}" if said else ""
