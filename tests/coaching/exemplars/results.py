"""A result with something of everything, and with words that are meant to break a page."""

from __future__ import annotations

from linter.coaching.exemplars.chances import Interval
from linter.coaching.exemplars.results import (
    Pattern,
    Quote,
    Result,
    Share,
    SituationResult,
    Standing,
)

WORDS = "<b>*催*|`网点`</b>"
TEXT = f"好，{WORDS}。"
QUOTE = Quote(
    agent="a|1",
    call="c-\ue000",
    path="\ue000/t.jsonl",
    turn=3,
    asked="急死我了 @王丽 https://x.cn",
    text=TEXT,
    start=2,
    end=2 + len(WORDS),
    good=True,
)
PATTERN = Pattern(
    words=("<b>*催*|", "`网点`</b>"),
    also=("催",),
    agents=Share(3, 4),
    other_agents=Share(2, 8),
    calls=Share(120, 240),
    other_calls=Share(10, 480),
    odds=15.25,
    interval=Interval(6.04, 41.0),
    z=7.5,
    adjusted=0.00001,
    chance=0.002,
    wanted=0.75,
    quotes=(QUOTE, QUOTE),
)
STANDING = Standing(
    agent="a|1",
    own=Share(55, 60),
    interval=Interval(0.816, 0.972),
    expected=0.6,
    chance=0.0001,
    adjusted=0.0012,
    shrunk=0.88,
    cooled=Share(20, 30),
    exemplar=True,
)
UPSET = SituationResult(
    "upset",
    "客户着急",
    "Upset",
    calls=720,
    agents=12,
    few=2,
    exemplars=(STANDING,),
    rest=Share(288, 480),
    cooled=Share(100, 200),
    candidates=321,
    patterns=(PATTERN,),
)
RESULT = Result(
    calls=1000,
    agents=14,
    nobody=5,
    unjudged=7,
    min_calls=30,
    level=0.05,
    strata=("business", "channel"),
    tests=24,
    situations=(
        UPSET,
        SituationResult("closing", "结束", "Closing", calls=720, agents=12, few=2),
    ),
    small=(SituationResult("thanks", "客户夸奖", "Praise", calls=9, agents=0, few=6),),
    skipped=(("x.txt", "读不了"),),
)
