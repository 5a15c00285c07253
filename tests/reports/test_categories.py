from __future__ import annotations

import pytest

from linter.reports import CATEGORIES, category_name
from linter.reports.categories import category_order

IDS = [
    "insult",
    "sarcasm",
    "backtalk",
    "blame",
    "tone_policing",
    "impatience",
    "command",
    "cold_refusal",
    "policy_shield",
    "shirking",
    "fobbing_off",
    "overpromise",
    "threat",
    "depersonalise",
    "prejudging",
    "empty_apology",
    "missing_apology",
    "missing_greeting",
    "missing_closing",
    "missing_followup",
    "request_ignored",
    "rigid_repeat",
    "asks_known",
    "probe_after_stop",
    "unjustified_transfer",
    "escalation",
    "placeholder",
    "absolute_claim",
    "ni_nin",
    "duplicate",
    "too_long",
    "glossary",
    "safety",
    "disclosure",
    "consent",
    "misselling",
    "right_denied",
    "notice",
    "off_channel",
    "off_rules",
    "suggestion_ignored",
    "verification",
    "hold_etiquette",
    "servility",
    "missing_thanks",
    "efficiency",
    "praise",
]


def test_every_built_in_category_is_named():
    assert list(CATEGORIES) == IDS


@pytest.mark.parametrize("column", [0, 1])
def test_no_two_categories_share_a_name(column):
    assert len({names[column] for names in CATEGORIES.values()}) == len(IDS)


@pytest.mark.parametrize(
    ("category", "zh", "en"),
    [
        ("tone_policing", "纠正语气", "tone policing"),
        ("missing_followup", "缺少跟进承诺", "missing follow-up"),
        ("our_own", "our_own", "our_own"),
    ],
)
def test_names(category, zh, en):
    assert (category_name(category, "zh"), category_name(category, "en")) == (zh, en)


def test_own_categories_come_after_the_built_in_ones():
    ids = ["zz_own", "praise", "aa_own", "insult"]
    assert sorted(ids, key=category_order) == ["insult", "praise", "aa_own", "zz_own"]
