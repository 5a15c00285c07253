from __future__ import annotations

from pathlib import Path

import pytest

from linter import Linter
from linter.errors import UsageError
from linter.evaluation.comparing import Comparison
from linter.evaluation.model import WORDING, Record
from linter.evaluation.result import Asked
from linter.evaluation.run import check_categories, check_compared, evaluate, label_categories
from linter.reports import CATEGORIES

from .samples import CALLS, SENTENCES, SHOP, items_of, records


def evaluated(tmp_path: Path, asked: Asked) -> list[str]:
    taken: list[Record] = []
    items = items_of([*CALLS, *SENTENCES], tmp_path)
    tallies = evaluate(items, Linter(SHOP), asked, [taken.append])
    assert sum(tally.items for tally in tallies.values()) == len(taken)
    return [record.id for record in taken]


def test_everything(tmp_path: Path) -> None:
    assert evaluated(tmp_path, Asked()) == ["c1", "c2", "c3", "c4", "s1", "s2", "s3", "s4"]


def test_a_part(tmp_path: Path) -> None:
    assert evaluated(tmp_path, Asked(parts=("test",))) == ["c2", "c3"]
    assert evaluated(tmp_path, Asked(parts=("test", "dev"))) == ["c1", "c2", "c3", "c4"]


def test_a_voice(tmp_path: Path) -> None:
    assert evaluated(tmp_path, Asked(voices=("甲",))) == ["c1", "c4", "s1", "s4"]
    assert evaluated(tmp_path, Asked(parts=("test",), voices=("乙",))) == ["c2", "c3"]


def test_nothing_left_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        evaluated(tmp_path, Asked(voices=("丙",)))
    assert str(raised.value) == "没有一通符合 --part 和 --voice; voice 有：乙、甲"


def test_categories_that_labels_may_name() -> None:
    known = label_categories(Linter(SHOP).book)
    assert set(WORDING) <= set(known)
    assert set(known) == {*CATEGORIES, "careless"} - {"praise"}


def test_a_category_that_is_not_there() -> None:
    check_categories(["blame"], ["blame", "threat"])
    with pytest.raises(UsageError, match="没有叫 'blam' 的类别; 是不是 blame"):
        check_categories(["blame", "blam"], ["blame", "threat"])


def test_wording_are_sixteen_categories_in_the_order_of_reports() -> None:
    assert list(WORDING) == list(CATEGORIES)[:16]


def compared(tmp_path: Path, old: list[int], new: list[int]) -> Comparison:
    made = [records([CALLS[n] for n in numbers], tmp_path) for numbers in (old, new)]
    comparison = Comparison({(record.kind, record.id): record for record in made[0]})
    for record in made[1]:
        comparison.add(record)
    return comparison


def test_the_same_calls_need_no_warning(tmp_path: Path) -> None:
    assert check_compared(compared(tmp_path, [0, 1], [0, 1])) == ""


def test_other_calls_are_warned_of(tmp_path: Path) -> None:
    assert check_compared(compared(tmp_path, [0, 1, 2], [0, 3])) == (
        "只比相同的 1 通：1 通是新的，2 通没有了"
    )


def test_none_in_common_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        check_compared(compared(tmp_path, [0], [1, 2]))
    assert str(raised.value) == (
        "与之前的那份没有一通相同：0 通不一样，2 通是新的，1 通没有了; 用评测同样数据的那一份来比"
    )
