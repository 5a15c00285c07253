"""A scheme from marked values; what is wrong has been noted, and gives nothing."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import cast

from linter.rulebook.source import Value, suggestion
from linter.scoring.dimensions import read_dimensions
from linter.scoring.points import pointed
from linter.scoring.scheme import (
    KINDS,
    UNSCORED,
    Band,
    Bonus,
    Dimension,
    Scheme,
    Targets,
    Veto,
)
from linter.scoring.values import points, prices, repeated, targets

NEEDED = ("scheme", "full", "dimensions")
KEYS = (
    *("scheme", "note", "full", "deduct", "dimensions", "others", "unscored"),
    *("fatal_rules", "bonus", "bands"),
)
_VETOES = {"call": "call", "dimension": "dimension", "none": ""}


def read_scheme(top: Value, digest: str) -> Scheme | None:
    """The scheme; ``None`` after noting what is wrong.

    :param digest: of its text.
    """
    before = len(top.errors.found)
    said = top.mapping(KEYS, "评分表")
    missing = [key for key in NEEDED if key not in said]
    if top.is_mapping and missing:
        top.complain(f"评分表里没写 {'、'.join(missing)}", hint="写法见 docs/scoring.md")
    full = points(said["full"], "满分") if "full" in said else None
    table = prices(said["deduct"]) if "deduct" in said else None
    dimensions = _dimensions(said, full, table)
    scheme = Scheme(
        name=said["scheme"].text("评分表的名字") if "scheme" in said else "",
        note=said["note"].text("说明") if "note" in said else "",
        full=full or Decimal(1),
        dimensions=dimensions,
        bands=_bands(said["bands"], full) if "bands" in said else (),
        others=_others(said["others"], dimensions) if "others" in said else "",
        unscored=_unscored(said["unscored"]) if "unscored" in said else (),
        fatal_rules=_veto(said["fatal_rules"]) if "fatal_rules" in said else "call",
        bonus=_bonus(said["bonus"]) if "bonus" in said else None,
        digest=digest,
    )
    return scheme if len(top.errors.found) == before else None


def _dimensions(
    said: dict[str, Value], full: Decimal | None, table: object
) -> tuple[Dimension, ...]:
    if "dimensions" not in said:
        return ()
    others = str(said["others"].node.value).strip() if "others" in said else ""
    wrong_table = "deduct" in said and table is None
    return read_dimensions(
        said["dimensions"],
        full,
        table,  # type: ignore[arg-type]
        others,
        quiet=wrong_table,
    )


def _others(value: Value, dimensions: tuple[Dimension, ...]) -> str:
    name = value.text("维度的名字")
    known = [one.name for one in dimensions]
    if name and dimensions and name not in (*known, UNSCORED):
        hint = suggestion(name, known) or f"可用的有 {'、'.join(known)}"
        value.complain(f"没有叫 {name!r} 的维度", hint=f"{hint}；不扣分写 {UNSCORED}")
    for one in dimensions:
        if one.name == name and one.not_evaluated:
            value.complain(f"{name!r} 这一维不由机器打分", hint=f"另写一维，或写 {UNSCORED}")
    return name


def _unscored(value: Value) -> Targets:
    said = value.mapping(KINDS, "unscored")
    found = tuple(target for _, target in targets(said))
    if value.is_mapping and not said:
        value.complain("unscored 是空的", hint="写上 rules、categories、packs 或 aspects，或删掉")
    return found


def _veto(value: Value) -> Veto:
    return cast(Veto, _VETOES[value.choice(_VETOES, "一票否决的范围")])


def _bonus(value: Value) -> Bonus | None:
    said = value.mapping(("each", "cap", *KINDS), "bonus")
    missing = [key for key in ("each", "cap") if key not in said]
    if value.is_mapping and missing:
        value.complain(f"bonus 里没写 {'、'.join(missing)}", hint="一处加几分，最多加几分")
    each = points(said["each"], "加分") if "each" in said else None
    cap = points(said["cap"], "加分的上限") if "cap" in said else None
    if each is not None and cap is not None and cap < each:
        said["cap"].complain(f"上限 {pointed(cap)} 比一处加的 {pointed(each)} 还小")
    found = tuple(target for _, target in targets(said))
    return None if each is None or cap is None else Bonus(each, cap, found)


def _bands(value: Value, full: Decimal | None) -> tuple[Band, ...]:
    if not value.is_list:
        value.complain("bands 要写成列表", hint="从高到低，每项写 - {name: 优, from: 90}")
        return ()
    read = [(item, band) for item in value.items() if (band := _band(item))]
    repeated(((item, band.name) for item, band in read), "等级")
    for (_, above), (item, below) in pairwise(read):
        if below.least >= above.least:
            said = f"等级 {below.name!r} 从 {pointed(below.least)} 起，永远轮不到它"
            item.complain(said, hint=f"从高到低写；它要低于 {above.name} 的 {pointed(above.least)}")
    if read and full is not None and read[0][1].least > full:
        item, best = read[0]
        item.complain(f"等级 {best.name!r} 从 {pointed(best.least)} 起，满分只有 {pointed(full)}")
    if read and read[-1][1].least:
        item, worst = read[-1]
        item.complain(f"低于 {pointed(worst.least)} 分的没有等级", hint="最后一个等级写 from: 0")
    return tuple(band for _, band in read)


def _band(item: Value) -> Band | None:
    said = item.mapping(("name", "from"), "等级")
    missing = [key for key in ("name", "from") if key not in said]
    if item.is_mapping and missing:
        item.complain(f"等级里没写 {'、'.join(missing)}", hint="写成 - {name: 优, from: 90}")
    name = said["name"].text("等级的名字") if "name" in said else ""
    least = points(said["from"], "分数线", positive=False) if "from" in said else None
    return Band(name, least) if name and least is not None else None
