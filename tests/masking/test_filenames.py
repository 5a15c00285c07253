"""Names of teams."""

from __future__ import annotations

import pytest

from linter.masking import masked_team


@pytest.mark.parametrize(
    ("team", "shown"),
    [
        ("张三班组", "某甲班组"),
        ("李娜组", "某甲组"),
        ("A区-李娜组", "A区-某甲组"),
        ("客服一部陈晓明团队2", "客服一部某某甲团队2"),
        ("王组长班组", "甲组长班组"),
        ("王丽", "某甲"),
    ],
)
def test_who_leads_a_team_is_masked(team, shown):
    assert masked_team(team) == shown


@pytest.mark.parametrize(
    "team",
    ["", "一组", "华东组", "金牌班组", "白班组", "方案组", "车险组", "欧阳组", "投诉一组", "王组"],
)
def test_what_a_team_does_stays(team):
    assert masked_team(team) == team
