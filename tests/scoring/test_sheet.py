"""The arithmetic of a sheet, one rule of it a test."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.judged import AGAIN
from linter.model import Evidence
from linter.scoresheet import ScoreSheet, ScoreStep
from linter.scoring.sheet import sheet

from .helpers import PLAIN, found, scheme, scored, shop, verdicts

ITEMS = """\
scheme: 试
full: 100
dimensions:
  - name: 态度
    full: 100
    deduct: 10
    aspects: [态度]
    items:
      - {name: 催, rules: [rude], deduct: 8, cap: 12}
others: unscored
"""


@pytest.fixture
def plain(tmp_path):
    return scheme(tmp_path)


@pytest.fixture
def items(tmp_path):
    return scheme(tmp_path, ITEMS)


def steps(sheet: ScoreSheet, number: int = 0) -> list[tuple[str, float]]:
    """Kind and points of each step of a dimension."""
    return [(step.kind, float(step.points)) for step in sheet.dimensions[number].steps]


def total_steps(sheet: ScoreSheet) -> list[tuple[str, float]]:
    return [(step.kind, float(step.points)) for step in sheet.steps]


def test_full_marks(plain) -> None:
    made = scored(plain)
    assert (made.total, made.full, made.band, made.scheme) == (100, 100, "优", "试")
    assert total_steps(made) == [("dimension", 60), ("dimension", 40)]
    assert [(axis.axis, axis.points, axis.full) for axis in made.axes] == [
        ("attitude", 100, 100),
        ("resolution", 100, 100),
    ]


def test_a_price_by_severity(plain) -> None:
    made = scored(plain, found("rude", 1), found("careless", 3), found("shirks", 5))
    assert [one.points for one in made.dimensions] == [39, 35]
    assert (made.total, made.band) == (74, "合格")
    place = ("rude", 1, 0, 2)
    assert made.dimensions[0].steps[0] == ScoreStep(
        "deduction", Decimal(-20), "坐席在催客户。", *place
    )
    assert [axis.points for axis in made.axes] == [65, Decimal("87.5")]


def test_a_band_begins_at_its_line(plain) -> None:
    both = [found("rude", 1), found("rude", 3)]
    assert (scored(plain, *both).total, scored(plain, *both).band) == (60, "合格")
    assert scored(plain, *both, found("careless", 5)).band == "不合格"


def test_an_act_is_deducted_once_at_its_dearest(plain) -> None:
    made = scored(plain, found("careless", 1, act="a"), found("rude", 1, act="a"))
    assert steps(made) == [("deduction", 0), ("deduction", -20)]
    assert made.dimensions[0].steps[0].what == "坐席说得随便。（同一件事，已经扣过）"


def test_an_act_in_two_dimensions_is_deducted_in_one(plain) -> None:
    made = scored(plain, found("rude", 1, act="a"), found("shirks", 1, act="a"))
    assert [one.points for one in made.dimensions] == [40, 40]


def test_an_act_goes_where_there_is_something_left_to_lose(plain) -> None:
    lost = [found("rude", turn) for turn in (3, 5, 7)]
    made = scored(plain, *lost, found("rude", 1, act="a"), found("shirks", 1, act="a"))
    assert [one.points for one in made.dimensions] == [0, 35]


@pytest.mark.parametrize("changes", [{"certainty": "review"}, {"praise": True}, {"late": True}])
def test_what_costs_nothing(tmp_path, changes) -> None:
    text = ITEMS.replace("cap: 12", "fatal: call")
    made = scored(scheme(tmp_path, text), found("rude", **changes))
    assert (made.total, made.fatal, made.dimensions[0].steps) == (100, (), ())


def test_what_rules_do_not_deduct_for_costs_nothing_but_may_be_fatal(tmp_path, items) -> None:
    once = found("rude", deduct=False)
    assert (scored(items, once).total, scored(items, once).dimensions[0].steps) == (100, ())
    fatal = scheme(tmp_path, ITEMS.replace("cap: 12", "fatal: call"))
    assert (scored(fatal, once).total, scored(fatal, once).dimensions[0].points) == (0, 100)


def test_what_is_late_costs_what_a_note_does_or_its_own_price(tmp_path, plain) -> None:
    late = found("no-sorry", late=True, severity="info")
    assert scored(plain, late).total == 99
    own = scheme(tmp_path, PLAIN.replace("info: 1", "info: 1, late: 3"))
    assert scored(own, late).total == 97


def test_a_limit_of_an_item_gives_back(items) -> None:
    made = scored(items, found("rude", 1), found("rude", 3), found("careless", 5))
    assert steps(made) == [("deduction", -8), ("deduction", -8), ("cap", 4), ("deduction", -10)]
    assert (made.total, made.dimensions[0].steps[2].what) == (78, "催最多扣 12")


def test_a_dimension_is_never_below_nothing(plain) -> None:
    made = scored(plain, *[found("rude", turn) for turn in range(1, 9, 2)])
    assert steps(made)[-1] == ("cap", 20)
    assert (made.dimensions[0].points, made.dimensions[0].steps[-1].what) == (0, "扣完为止")
    assert made.total == 40


def test_a_dimension_may_have_a_limit(tmp_path) -> None:
    text = PLAIN.replace("full: 60,", "full: 60, cap: 25,")
    made = scored(scheme(tmp_path, text), found("rude", 1), found("rude", 3))
    assert (made.dimensions[0].points, made.dimensions[0].steps[-1].what) == (35, "这一维最多扣 25")


def test_weights(tmp_path) -> None:
    text = PLAIN.replace("full: 60,", "full: 50, weight: 30,").replace(
        "full: 40,", "full: 10, weight: 70,"
    )
    made = scored(scheme(tmp_path, text), found("rude", 1), found("shirks", 3))
    assert total_steps(made) == [("dimension", 18), ("dimension", 35)]
    assert made.total == 53


def test_rounding_is_a_step(tmp_path) -> None:
    text = PLAIN.replace("full: 60,", "full: 7, weight: 50,").replace(
        "full: 40,", "full: 7, weight: 50,"
    )
    text = text.replace("error: 20, warning: 5, info: 1", "error: 2, warning: 2, info: 2")
    made = scored(scheme(tmp_path, text), found("rude", 1), found("shirks", 3))
    # 50 × 5/7 is 35.714 twice, and 71.43 together.
    assert total_steps(made) == [("dimension", 35.71), ("dimension", 35.71), ("rounding", 0.01)]
    assert made.total == Decimal("71.43")


def test_what_could_not_be_judged_is_left_out_and_said(plain) -> None:
    made = scored(
        plain, found("rude"), shirks="not_evaluated", no_sorry="not_applicable", rude="violated"
    )
    attitude, resolution = made.dimensions
    assert (resolution.points, resolution.status) == (None, "not_evaluated")
    assert resolution.reason == "没有说话的时间"
    assert (attitude.points, made.total) == (40, Decimal("66.67"))
    assert made.axes[1].points is None


def test_what_does_not_apply_is_left_out(plain) -> None:
    made = scored(plain, shirks="not_applicable", no_sorry="not_applicable")
    assert (made.dimensions[1].status, made.total) == ("not_applicable", 100)
    assert made.dimensions[1].reason == "这一维的规则对这通都不适用"


def test_what_was_judged_in_part_says_so(plain) -> None:
    made = scored(plain, no_sorry="not_evaluated")
    assert made.dimensions[1].status == "scored"
    assert made.dimensions[1].reason == "其中 1 条规则没有判：没有说话的时间"


def test_nothing_judged_nothing_scored(plain) -> None:
    every = {rule.id.replace("-", "_"): "not_evaluated" for rule in shop().rules}
    made = scored(plain, **every)
    assert (made.total, made.band, made.steps) == (None, "", ())
    assert [axis.points for axis in made.axes] == [None, None]


def test_a_rule_nobody_asked_for_judges_no_dimension(plain) -> None:
    off = {"shirks", "no-sorry"}
    made = sheet(plain, shop(), [], verdicts(), off)
    assert (made.dimensions[1].points, made.dimensions[1].reason) == (
        None,
        "这一维的规则一条也没有选",
    )


FATAL = ITEMS.replace("cap: 12", "fatal: VETO")


@pytest.mark.parametrize(("veto", "fatal"), [("call", ("rude",)), ("dimension", ())])
def test_a_fatal_finding_takes_all(tmp_path, veto, fatal) -> None:
    made = scored(
        scheme(tmp_path, FATAL.replace("VETO", veto)), found("rude"), found("careless", 3)
    )
    assert (made.total, made.fatal) == (0, fatal)
    last = (made.steps if fatal else made.dimensions[0].steps)[-1]
    assert (last.kind, last.points, last.what) == ("fatal", -82, "一票否决：坐席在催客户。")


def test_a_fatal_finding_of_a_dimension_leaves_the_others(tmp_path) -> None:
    text = PLAIN.replace(
        "aspects: [态度]",
        "aspects: [态度], items: [{name: 催, rules: [rude], deduct: 1, fatal: dimension}]",
    )
    made = scored(scheme(tmp_path, text), found("rude"))
    assert [one.points for one in made.dimensions] == [0, 40]
    assert steps(made) == [("deduction", -1), ("fatal", -59)]


def test_a_lesser_finding_is_not_fatal_unless_the_scheme_says_so(tmp_path) -> None:
    lesser = found("rude", severity="warning")
    by = scheme(tmp_path, FATAL.replace("VETO", "call"))
    assert (scored(by, lesser).total, scored(by, lesser).fatal) == (92, ())
    strict = scheme(tmp_path, FATAL.replace("VETO", "call, fatal_from: warning"))
    assert scored(strict, lesser).total == 0


BONUS = PLAIN + "bonus: {each: 2, cap: 3}\n"


def test_praise_adds_up_to_its_limit(tmp_path) -> None:
    by = scheme(tmp_path, BONUS)
    praise = [found("helps", turn) for turn in (3, 5)]
    made = scored(by, found("rude"), *praise)
    assert total_steps(made)[2:] == [("bonus", 2), ("bonus", 2), ("cap", -1)]
    assert (made.total, made.steps[-1].what) == (83, "加分最多 3")


def test_praise_goes_no_further_than_full_marks(tmp_path) -> None:
    made = scored(scheme(tmp_path, BONUS), found("careless"), found("helps", 3))
    assert total_steps(made)[2:] == [("bonus", 2), ("cap", -1)]
    assert (made.total, made.steps[-1].what) == (100, "满分为止")


def test_an_act_of_praise_counts_once_and_doubtful_praise_never(tmp_path) -> None:
    by = scheme(tmp_path, BONUS)
    twice = [found("helps", 3, act="p"), found("helps", 4, act="p")]
    assert scored(by, found("rude"), *twice).total == 82
    assert scored(by, found("rude"), found("helps", 3, certainty="review")).total == 80


def test_praise_does_not_help_against_a_veto(tmp_path) -> None:
    text = FATAL.replace("VETO", "call") + "bonus: {each: 2, cap: 4}\n"
    made = scored(scheme(tmp_path, text), found("rude"), found("helps", 3))
    assert made.total == 0


def test_what_a_scheme_leaves_out_is_named(items) -> None:
    made = scored(items, found("shirks"), found("no-sorry", 3, certainty="review"))
    assert (made.total, made.unscored) == (100, ("shirks",))


def test_what_else_a_finding_stands_for_is_listed_and_costs_nothing(plain) -> None:
    more = [Evidence(turn, at, at + 2, "快点", *AGAIN) for turn, at in ((1, 5), (3, 0), (3, 4))]
    other = Evidence(0, 0, 2, "快点", "trigger", "客户在催")
    alone, made = (
        scored(plain, found("rude", 1, evidence=evidence)) for evidence in ((), (other, *more))
    )
    assert made.total == alone.total
    first, second = made.dimensions[0].steps
    assert (first,) == alone.dimensions[0].steps
    assert (second.turn, second.start, second.end, second.points) == (3, 0, 2, 0)
    assert second.what == f"{first.what}（同一件事，已经扣过）"
