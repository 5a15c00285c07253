"""The dimensions of a scheme from marked values."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from linter.model import SEVERITIES, Severity
from linter.rulebook.source import Value
from linter.scoring.points import pointed
from linter.scoring.scheme import AXES, KINDS, UNSCORED, Dimension, Item, Prices, Veto
from linter.scoring.values import points, prices, repeated, targets

_FATAL = ("fatal", "fatal_from")
_ITEM_KEYS = ("name", *KINDS, "deduct", "cap", *_FATAL)
_KEYS = ("name", "axis", "full", "weight", "cap", "items", "not_evaluated", "deduct", *KINDS)
_ALL_KEYS = (*_KEYS, *_FATAL)
_PERCENT = Decimal(100)


def read_dimensions(
    value: Value, full: Decimal | None, table: Prices | None, others: str, *, quiet: bool
) -> tuple[Dimension, ...]:
    """The dimensions; what is wrong has been noted.

    :param full: the scheme's full marks; ``None`` when they are wrong.
    :param table: what acts cost where nothing else is said.
    :param others: the dimension that takes what nothing names.
    :param quiet: whether there is a table, and something wrong with it.
    """
    if not value.is_list:
        value.complain("dimensions 要写成列表", hint="每一维写 - name: 服务态度")
        return ()
    if not value.items():
        value.complain(
            "dimensions 是空的，没有可打的分",
            hint="每一维写 - {name: 服务态度, full: 100, deduct: 10, aspects: [态度]}；"
            "哪一维都不管的写 others: 服务态度",
        )
        return ()
    read = [(item, _Reader(item, table, others, quiet=quiet).dimension()) for item in value.items()]
    there = [(item, one) for item, one in read if one is not None]
    repeated(((item, one.name) for item, one in there), "维度")
    if len(there) == len(read):
        _check_weights(value, there, full)
    return tuple(one for _, one in there)


def _check_weights(
    value: Value, read: Iterable[tuple[Value, Dimension]], full: Decimal | None
) -> None:
    """Full marks have to be shared out: by weights, or else by the dimensions' own points."""
    known = [*read]
    with_weight = [_has(item, "weight") for item, _ in known]
    if any(with_weight) and not all(with_weight):
        for (item, one), has in zip(known, with_weight, strict=True):
            if not has:
                item.complain(
                    f"{one.name!r} 没写 weight，别的维度写了", hint="要么都写，要么都不写"
                )
        return
    total = sum((one.weight for _, one in known), Decimal(0))
    if any(with_weight) and total != _PERCENT:
        said = f"各维度的 weight 加起来是 {pointed(total)}，不是 100"
        value.complain(said, hint="weight 是百分比，要正好加到 100")
    elif not any(with_weight) and full is not None and total != full:
        said = f"各维度的 full 加起来是 {pointed(total)}，满分是 {pointed(full)}"
        value.complain(said, hint="改成一样，或者给每一维写 weight（百分比，加到 100）")


def _has(item: Value, key: str) -> bool:
    return any(str(node.value).strip() == key for node, _ in item.node.value)


class _Reader:
    """Reads one dimension."""

    def __init__(self, item: Value, table: Prices | None, others: str, *, quiet: bool) -> None:
        self._item = item
        self._before = len(item.errors.found)
        self._said = item.mapping(_ALL_KEYS, "维度")
        self._others = others
        self._quiet = quiet or "deduct" in self._said
        self._table = prices(self._said["deduct"]) if "deduct" in self._said else table

    def dimension(self) -> Dimension | None:
        """The dimension; ``None`` when something is wrong with it."""
        said, name = self._said, self._text("name", "维度的名字")
        if self._item.is_mapping and not name and "name" not in said:
            self._item.complain("这一维没写 name", hint="写 name: 服务态度")
        if name == UNSCORED:
            said["name"].complain(f"维度不能叫 {UNSCORED}", hint="换个名字")
        if self._item.is_mapping and "full" not in said:
            self._item.complain(f"维度 {name!r} 没写 full", hint="写这一维从几分扣起")
        full = points(said["full"], "这一维的满分") if "full" in said else None
        weight = points(said["weight"], "权重") if "weight" in said else full
        cap = self._cap(full)
        axis = said["axis"].choice(AXES, "轴") if "axis" in said else ""
        left_out = self._text("not_evaluated", "不由机器打分的缘由")
        items = self._items(name, left_out=bool(left_out))
        if full is None or weight is None or len(self._item.errors.found) > self._before:
            return None
        return Dimension(name, axis, full, weight, cap or full, items, left_out)

    def _text(self, key: str, what: str) -> str:
        return self._said[key].text(what) if key in self._said else ""

    def _cap(self, full: Decimal | None) -> Decimal | None:
        cap = points(self._said["cap"], "最多扣几分") if "cap" in self._said else full
        if cap is not None and full is not None and cap > full:
            self._said["cap"].complain(
                f"最多扣 {pointed(cap)}，这一维只有 {pointed(full)} 分", hint="写小些，或删掉 cap"
            )
        return cap

    def _items(self, name: str, *, left_out: bool) -> tuple[Item, ...]:
        said = self._said
        values = said["items"].items() if "items" in said else []
        if "items" in said and not said["items"].is_list:
            said["items"].complain("items 要写成列表", hint="每一项写 - name: 禁语")
            values = []
        own = tuple(target for _, target in targets(said))
        if left_out:
            for key in ("items", "deduct", "cap", *KINDS, *_FATAL):
                if key in said:
                    said[key].complain(f"写了 not_evaluated，就不能写 {key}", hint="留一样")
        elif not (values or own or name == self._others) and self._item.is_mapping:
            self._item.complain(
                f"维度 {name!r} 不管任何规则，永远是满分",
                hint=f"写 {'、'.join(KINDS)} 或 items；机器打不了的写 not_evaluated: 缘由",
            )
        read = [self._read_item(value) for value in values]
        repeated(((v, one.name) for v, one in zip(values, read, strict=True) if one), "单项")
        priced = not left_out and (own or name == self._others)
        table = self._priced(self._item, self._table) if priced else self._table
        nothing = Prices(*[Decimal(0)] * 4)
        nameless = Item("", own, table or nothing, None, *self._fatal(said))
        return (*(one for one in read if one), nameless)

    def _read_item(self, value: Value) -> Item | None:
        before = len(value.errors.found)
        said = value.mapping(_ITEM_KEYS, "单项")
        name = said["name"].text("单项的名字") if "name" in said else ""
        own = tuple(target for _, target in targets(said))
        if value.is_mapping and "name" not in said:
            value.complain("这一项没写 name", hint="写 name: 禁语")
        if value.is_mapping and not own and len(value.errors.found) == before:
            value.complain(f"单项 {name!r} 不管任何规则", hint=f"写 {'、'.join(KINDS)}")
        if "deduct" in said:
            table = prices(said["deduct"])
        else:
            table = self._priced(value, self._table) if value.is_mapping else None
        cap = points(said["cap"], "最多扣几分") if "cap" in said else None
        fatal = self._fatal(said)
        if table is None or len(value.errors.found) > before:
            return None
        return Item(name, own, table, cap, *fatal)

    def _priced(self, value: Value, table: Prices | None) -> Prices | None:
        if table is None and not self._quiet:
            value.complain("没写扣几分", hint="在这里、这一维或评分表里写 deduct")
        return table

    def _fatal(self, said: dict[str, Value]) -> tuple[Veto, Severity]:
        veto = (
            said["fatal"].choice(("call", "dimension"), "一票否决的范围") if "fatal" in said else ""
        )
        least = said["fatal_from"].choice(SEVERITIES, "级别") if "fatal_from" in said else "error"
        if "fatal_from" in said and "fatal" not in said:
            said["fatal_from"].complain(
                "写了 fatal_from，没写 fatal", hint="写 fatal: call 或 dimension"
            )
        return cast(Veto, veto), cast(Severity, least)
