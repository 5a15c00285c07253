from __future__ import annotations

from linter.desk.figures import Figures
from linter.desk.groups import FEW, group_notes, group_objects, rate
from linter.desk.words import ZH

from .counting import add


def figures() -> Figures:
    made = add(Figures(), 5, "blame", group="二组", score=80)
    add(made, 20, group="二组", score=100)
    add(made, 3, "blame", group="一组", score=60)
    return add(made, 2, group="")


def test_groups_stand_by_name_those_without_one_last() -> None:
    found = group_objects(figures(), "（没写）")
    assert [one["group"] for one in found] == ["一组", "二组", "（没写）"]
    first, second, nobody = found
    assert second == {
        "group": "二组",
        "calls": 25,
        "score": 96.0,
        "low": 92.6,
        "high": 99.4,
        "certain": 5,
        "review": 0,
        "load": 0,
        "praise": 0,
        "share": 20.0,
        "share_low": 8.9,
        "share_high": 39.1,
        "few": False,
    }
    assert (first["score"], first["few"]) == (60.0, True)
    assert (nobody["score"], nobody["low"], nobody["few"]) == (None, None, True)


def test_without_any_name_there_are_no_groups() -> None:
    assert group_objects(add(Figures(), 3), "（没写）") == []


def test_few_is_exactly_said() -> None:
    def few(calls: int) -> bool:
        return bool(group_objects(add(Figures(), calls, group="一组"), "-")[0]["few"])

    assert (few(FEW - 1), few(FEW)) == (True, False)


def test_a_group_of_nobody_has_no_rate() -> None:
    assert rate(Figures().all) == (0.0, None)


def test_who_compares_is_told_what_to_know() -> None:
    assert group_notes(figures(), ZH) == [
        "按名字排列，不是名次。",
        "确定问题是确定的错误和警告，提示和需复核的不算。",
        "区间是 95% 的 Wilson 区间：通数少，区间就宽。",
        "平均分的区间是 95% 的 t 区间。",
        "通数不到 20 的标了“少”，不要拿来比。",
        "2 通没写，另列一行。",
    ]
    assert len(group_notes(add(Figures(), 20, group="一组"), ZH)) == 3


def test_no_interval_goes_beyond_the_scores_there_are() -> None:
    made = add(add(Figures(), 1, group="一组", score=0), 1, group="一组", score=100)
    (one,) = group_objects(made, "-")
    assert (one["score"], one["low"], one["high"]) == (50.0, 0.0, 100)
