"""What stands in a scheme, as marked values: numbers, names of rules, prices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from linter.model import SEVERITIES
from linter.rulebook.source import Value
from linter.scoring.points import PLACES, plain
from linter.scoring.scheme import KINDS, Prices, Target

MOST = 100_000
"""More points than anybody gives."""
_NUMBER = re.compile(rf"[0-9]{{1,9}}(?:\.[0-9]{{1,{PLACES}}})?")
_NEGATIVE = re.compile(r"[-－−]\s*[0-9]")
LATE = "late"


def points(value: Value, what: str, *, positive: bool = True) -> Decimal | None:
    """A number of points; ``None`` after noting why it is none.

    :param positive: whether it may not be 0.
    """
    text = value.text(what)
    if not text:
        return None
    number = Decimal(text) if _NUMBER.fullmatch(text) else None
    if number is not None and number <= MOST and (number or not positive):
        return plain(number)
    if _NEGATIVE.match(text):
        value.complain(f"{what} {text!r} 不能是负数", hint="扣几分写正数，如 10")
    else:
        least = "大于 0 的数" if positive else f"0 到 {MOST} 的数"
        value.complain(f"{what} {text!r} 不是分数", hint=f"写{least}，小数最多 {PLACES} 位")
    return None


def targets(said: dict[str, Value]) -> Iterator[tuple[Value, Target]]:
    """The names of rules in a mapping, each with where it stands."""
    for kind in KINDS:
        for item in said[kind].items() if kind in said else ():
            if name := item.text("名字"):
                yield item, (kind, name)


def prices(value: Value) -> Prices | None:
    """One price, or one for each severity; ``None`` after noting what is wrong.

    One price is not for what was only said too late; in a table that costs what ``info`` does,
    which it is reported as, unless the table says otherwise.
    """
    if not value.is_mapping:
        one = points(value, "扣分", positive=False)
        return None if one is None else Prices(one, one, one, Decimal(0))
    said = value.mapping((*SEVERITIES, LATE), "deduct")
    missing = [name for name in SEVERITIES if name not in said]
    if missing:
        value.complain(f"deduct 里没写 {'、'.join(missing)}", hint="三个级别都要写，不扣写 0")
    found = {name: points(one, "扣分", positive=False) for name, one in said.items()}
    if missing or None in found.values():
        return None
    table = {name: one for name, one in found.items() if one is not None}
    return Prices(**{LATE: table["info"]} | table)


def repeated(values: Iterable[tuple[Value, str]], what: str) -> None:
    """Note names that stand there before."""
    seen: dict[str, int] = {}
    for value, name in values:
        if name in seen:
            value.complain(f"{what} {name!r} 重复，第 {seen[name]} 行已经写过", hint="换个名字")
        elif name:
            seen[name] = value.line
