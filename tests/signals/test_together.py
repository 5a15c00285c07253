"""How many members of a group stand together, against looking at every stretch."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.rulebook.types import Scope, Signal
from linter.signals.detect import Seen
from linter.signals.placing import together
from linter.signals.view import CallView
from linter.text.normal import clause

from .helpers import book, view

RULES = """
signals:
  组: {who: any, of: [甲, 乙, 丙]}
  甲: {who: any, any: [甲], maybe: [申]}
  乙: {who: any, any: [乙]}
  丙: {who: any, any: [丙], not_if: [别提]}
"""
SPEC = book(RULES).signals["组"]
lines = st.tuples(
    st.sampled_from("aacs"),
    st.sampled_from(["甲", "申。乙", "乙，甲", "丙", "别提丙", "嗯", "好吧。甲"]),
)
scopes = st.builds(Scope, st.sampled_from(["sentence", "turn", "turns"]), st.integers(1, 4))


def _together(spec: Signal, hits: list[Seen], heard: CallView) -> list[Seen]:
    """Hits with enough members near them, in any one stretch; doubtful where it takes such."""
    standing = [seen for seen in hits if not seen.taken_back]
    sure = [seen for seen in standing if seen.hit.certainty == "certain"]

    def near(seen: Seen, others: list[Seen]) -> int:
        at = heard.ordinals[seen.speaking]
        starts = range(at - spec.scope.turns + 1, at + 1) if spec.scope.unit == "turns" else [at]
        return max(
            len({other.member for other in others if stands(seen, other, start)})
            for start in starts
        )

    def stands(seen: Seen, other: Seen, start: int) -> bool:
        if spec.scope.unit == "turns":
            return start <= heard.ordinals[other.speaking] < start + spec.scope.turns
        text = heard.turns[seen.speaking].text
        same = seen.speaking == other.speaking
        whole = spec.scope.unit == "turn"
        return same and (whole or clause(text, seen.start) == clause(text, other.start))

    placed = []
    for seen in hits:
        if not seen.taken_back and near(seen, standing) < spec.least:
            seen = seen._replace(taken_back=f"least: {spec.least}")
        elif not seen.taken_back and near(seen, sure) < spec.least:
            seen = seen._replace(hit=seen.hit._replace(certainty="review"))
        placed.append(seen)
    return placed


@settings(deadline=None, derandomize=True)
@given(st.lists(lines, min_size=1, max_size=8), scopes, st.integers(2, 3))
def test_enough_members_in_one_stretch(
    said: list[tuple[str, str]], scope: Scope, least: int
) -> None:
    heard = view(RULES, *said)
    hits = [*heard.seen.get("组", ()), *heard.taken_back.get("组", ())]
    spec = replace(SPEC, scope=scope, least=least)
    assert together(spec, hits, heard.turns, heard.ordinals) == _together(spec, hits, heard)
