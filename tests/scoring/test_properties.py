"""What holds of every sheet, whatever the scheme and the call."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.judged import Verdict
from linter.model import Finding
from linter.scoresheet import ScoreSheet
from linter.scoring.scheme import Scheme
from linter.scoring.sheet import sheet

from . import obvious
from .helpers import shop
from .random_schemes import calls, findings, said, schemes

MET = {rule.id.replace("-", "_"): "met" for rule in shop().rules}
many = settings(deadline=None, max_examples=60)
more = settings(deadline=None, max_examples=150)


def made(scheme: Scheme, found: list[Finding], says: Mapping[str, str] = MET) -> ScoreSheet:
    verdicts = [Verdict(name.replace("_", "-"), status) for name, status in says.items()]  # type: ignore[arg-type]
    return sheet(scheme, shop(), found, verdicts)


def total(scheme: Scheme, found: list[Finding]) -> Decimal:
    points = made(scheme, found).total
    assert points is not None
    return points


@more
@given(schemes(), calls, said)
def test_it_is_what_the_obvious_way_comes_to(scheme, found, says) -> None:
    by_rule = {name.replace("_", "-"): status for name, status in says.items()}
    assert made(scheme, found, says).total == obvious.total(scheme, found, by_rule)


@many
@given(schemes(), calls, said)
def test_the_total_is_within_its_limits_and_has_its_band(scheme, found, says) -> None:
    one = made(scheme, found, says)
    if one.total is None:
        assert (one.band, one.steps) == ("", ())
    else:
        assert 0 <= one.total <= scheme.full
        assert one.band == ("优" if one.total >= 60 else "差")
    for part in (*one.dimensions, *one.axes):
        assert part.points is None or 0 <= part.points <= part.full


@many
@given(schemes(), calls, said)
def test_the_steps_add_up(scheme, found, says) -> None:
    one = made(scheme, found, says)
    for dimension in one.dimensions:
        if dimension.points is not None:
            assert dimension.full + sum(step.points for step in dimension.steps) == dimension.points
    assert one.total is None or sum(step.points for step in one.steps) == one.total


@more
@given(schemes(), calls, findings())
def test_one_more_fault_never_raises_a_score(scheme, found, more) -> None:
    if not more.praise and all(_named(scheme)):
        assert total(scheme, [*found, more]) <= total(scheme, found)


@many
@given(schemes(), calls, findings())
def test_one_more_praise_never_lowers_a_score(scheme, found, more) -> None:
    if more.praise and all(_named(scheme)):
        assert total(scheme, [*found, more]) >= total(scheme, found)


def _named(scheme: Scheme) -> list[bool]:
    """Whether each dimension has a rule, so that it is scored whatever was found."""
    return [any(item.targets for item in one.items) for one in scheme.dimensions]


@many
@given(schemes(), calls, st.randoms())
def test_the_order_of_findings_does_not_matter(scheme, found, chance) -> None:
    other = [*found]
    chance.shuffle(other)
    assert made(scheme, found) == made(scheme, other)


@many
@given(schemes(), calls)
def test_an_act_is_charged_at_one_of_its_findings(scheme, found) -> None:
    acts = {(one.rule, one.turn, one.start): one.act for one in found}
    charged = [
        acts[step.rule, step.turn, step.start]
        for dimension in made(scheme, found).dimensions
        for step in dimension.steps
        if step.kind == "deduction" and step.points
    ]
    assert len(charged) == len(set(charged))


@many
@given(schemes(), calls)
def test_limits_hold(scheme, found) -> None:
    for dimension, known in zip(made(scheme, found).dimensions, scheme.dimensions, strict=True):
        fatal = any(step.kind == "fatal" for step in dimension.steps)
        lost = -sum(step.points for step in dimension.steps)
        assert fatal or lost <= known.cap


@many
@given(schemes(), calls)
def test_praise_adds_no_more_than_it_may(scheme, found) -> None:
    plain = [one for one in found if not one.praise]
    if all(_named(scheme)):
        added = total(scheme, found) - total(scheme, plain)
        assert 0 <= added <= (scheme.bonus.cap if scheme.bonus else 0)


@many
@given(schemes(), calls)
def test_what_awaits_a_persons_look_changes_nothing(scheme, found) -> None:
    certain = [one for one in found if one.certainty == "certain"]
    assert made(scheme, found) == made(scheme, certain)


@many
@given(schemes(), calls, said)
def test_a_veto_of_the_call_wins(scheme, found, says) -> None:
    one = made(scheme, found, says)
    assert not one.fatal or one.total == 0


@many
@given(schemes(), calls, said)
def test_what_is_left_out_counts_for_nothing(scheme, found, says) -> None:
    one = made(scheme, found, says)
    brought = [step.what for step in one.steps if step.kind == "dimension"]
    assert brought == [part.name for part in one.dimensions if part.status == "scored"]
    for part in one.dimensions:
        assert (part.points is None) == (part.status != "scored")
        assert part.points is not None or not part.steps
