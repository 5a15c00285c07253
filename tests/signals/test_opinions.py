"""Signals that stand on the learned scorer: hits of its own, and its word on those of patterns."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from linter import Linter
from linter.rulebook.sheets.categories import KNOWN
from linter.rulebook.types import Ref
from linter.signals import learned
from linter.signals.acts import ACTS
from linter.signals.learned import Weight
from linter.signals.opinions import WIDEST

from .helpers import book, call
from .scored import FixedScorer, quote, taken_back, told, view

BLAME = "signals: {怪: {learned: {of: blame, over: 60}}}"
LONG = "当初可是您自己非要点的呀"
"""Eleven Han characters and more."""


def blaming(percent: int, *weights: Weight) -> FixedScorer:
    return FixedScorer({"blame": {"自己": percent}}, weights)


@pytest.mark.parametrize(("percent", "found"), [(60, []), (61, [LONG]), (100, [LONG])])
def test_a_turn_is_a_hit_when_it_scores_more_than_that(percent: int, found: list[str]) -> None:
    seen = view(BLAME, blaming(percent), ("a", LONG))
    assert [words for words, _, _ in told(seen, "怪")] == found


def test_a_hit_is_doubtful_and_says_what_spoke_for_it() -> None:
    scorer = blaming(83, Weight(4, 8, 1.24), Weight(0, 2, 0.8))
    seen = view(BLAME, scorer, ("a", LONG))
    assert told(seen, "怪") == [(LONG, "review", "像“指责客户” 83%：“您自己非”+1.2，“当初”+0.8")]
    (hit,) = (one.hit for one in seen.standing("怪"))
    assert (hit.pattern, hit.level, hit.slots) == ("learned", 0, ())


def test_what_nothing_in_particular_spoke_for_is_quoted_whole() -> None:
    assert told(view(BLAME, blaming(83), ("a", f"{LONG}。")), "怪") == [
        (LONG, "review", "像“指责客户” 83%")
    ]


def test_a_label_that_is_no_category_is_called_by_the_name_of_the_act() -> None:
    scorer = FixedScorer({"any": {"自己": 90}})
    seen = view("signals: {怪: {learned: {of: any, over: 60}}}", scorer, ("a", LONG))
    assert told(seen, "怪")[0][2] == "像“不妥的话” 90%"


def test_all_that_the_shipped_scorer_knows_has_a_name() -> None:
    assert learned.default_scorer().labels <= KNOWN.keys() | ACTS.keys()
    assert learned.default_scorer().labels >= ACTS.keys()


def test_the_stretch_is_quoted_as_it_was_said() -> None:
    said = "當初，呃，可是您自己非要點的呀"
    seen = view(BLAME, blaming(83, Weight(3, 8, 1.0)), ("a", said))
    assert seen.turns[0].text == "当初，可是您自己非要点的呀"
    assert told(seen, "怪")[0][0] == "可是您自己非要點的呀"


@pytest.mark.parametrize(
    ("start", "end", "words", "clauses"),
    [
        (4, 8, "您自己", "您自己"),
        (4, 9, "您自己", "您自己"),
        (3, 6, "是。您", "当初可是。您自己"),
        (4, 5, "。", "当初可是。您自己"),
        (8, 11, "非要", "非要点的呀"),
    ],
)
def test_a_stretch_is_quoted_with_its_clauses_and_weighed_without_stops_at_its_ends(
    start: int, end: int, words: str, clauses: str
) -> None:
    said = "当初可是。您自己，非要点的呀"
    scorer = blaming(83, Weight(start, end, 1.0))
    (found,) = told(view(BLAME, scorer, ("a", said)), "怪")
    assert found == (clauses, "review", f"像“指责客户” 83%：“{words}”+1.0")


@pytest.mark.parametrize(("size", "quoted"), [(WIDEST, WIDEST), (WIDEST + 1, 2)])
def test_what_is_said_without_a_stop_is_quoted_by_the_stretch(size: int, quoted: int) -> None:
    said = "当初可是您自己非要把这台新的洗衣机退回仓库去换成旧的那一款烘干机的呀"[:size]
    (found,) = told(view(BLAME, blaming(83, Weight(5, 7, 1.0)), ("a", f"好。{said}")), "怪")
    assert len(found[0]) == quoted


@pytest.mark.parametrize(
    ("said", "scored"),
    [
        ("您自己非要点的", False),
        ("您自己非要点的吧", True),
        ("您自己，要 abc 123，点的", False),
        ("您呃自己嗯非要点的", False),
    ],
)
def test_eight_han_characters_have_to_be_there(said: str, scored: bool) -> None:
    scorer = blaming(99)
    assert bool(told(view(BLAME, scorer, ("a", said)), "怪")) == scored
    assert bool(scorer.asked) == scored


@pytest.mark.parametrize(("who", "found"), [("agent", "a"), ("customer", "c"), ("any", "acu")])
def test_only_turns_of_the_side_that_say_something_are_scored(who: str, found: str) -> None:
    said = [(role, LONG) for role in "acbsu"]
    scorer = blaming(99)
    seen = view(f"signals: {{怪: {{who: {who}, learned: {{of: blame, over: 9}}}}}}", scorer, *said)
    roles = {"agent": "a", "customer": "c", "bot": "b", "system": "s", "unknown": "u"}
    assert "".join(roles[seen.turns[one.speaking].role] for one in seen.standing("怪")) == found
    assert len(scorer.asked) == len(found)


def test_it_is_told_what_the_other_side_said_last() -> None:
    scorer = blaming(0)
    said = [("a", LONG + "一"), ("c", "我要退款。"), ("c", "退款"), ("a", "嗯"), ("c", "好的")]
    rules = "signals: {怪: {who: any, learned: {of: blame, over: 60}}}"
    said += [
        ("a", LONG),
        ("a", LONG + "二"),
        ("c", "现在就要给我退款呀呀"),
        ("b", "请稍等"),
        ("a", LONG),
    ]
    view(rules, scorer, *said).found("怪")
    assert [(said, before) for _, said, before in scorer.asked] == [
        (LONG + "一", ""),
        (LONG, "我要退款。退款"),
        (LONG + "二", "我要退款。退款"),
        ("现在就要给我退款呀呀", f"{LONG}，{LONG}二"),
        (LONG, "现在就要给我退款呀呀"),
    ]


def test_each_original_turn_is_scored_by_itself() -> None:
    scorer = blaming(99, Weight(2, 4, 1.0))
    seen = view(BLAME, scorer, ("a", "好的我先给您查一下订单"), ("a", LONG), ("a", "您稍等"))
    assert [(one.hit.turn, one.speaking, quote(seen, one)) for one in seen.standing("怪")] == [
        (1, 0, LONG)
    ]


ALONE = "signals: {怪: {learned: {of: blame, over: 60, alone: true}}}"


@pytest.mark.parametrize(("threat", "found"), [(79, 1), (80, 1), (81, 0)])
def test_alone_is_what_nothing_of_its_family_is_likelier_than(threat: int, found: int) -> None:
    scorer = FixedScorer({"blame": {"自己": 80}, "threat": {"自己": threat}})
    assert len(told(view(ALONE, scorer, ("a", LONG)), "怪")) == found
    assert len(told(view(BLAME, scorer, ("a", LONG)), "怪")) == 1


def test_the_likeliest_is_asked_for_only_where_it_matters() -> None:
    scorer = FixedScorer({"blame": {"自己": 50}})
    assert told(view(ALONE, scorer, ("a", LONG)), "怪") == []
    assert [label for label, _, _ in scorer.asked] == ["blame"]


BESIDE = """
signals:
  怪:
    any: [怪您]
    maybe: [您想想]
    over: [别怪您]
    not_if: [不好意思]
    not_when: [negated]
    learned: {of: blame, over: 60}
"""


def test_where_a_pattern_was_found_no_opinion_is_needed() -> None:
    scorer = blaming(99)
    said = [("a", f"怪您，{LONG}"), ("c", "哦"), ("a", f"您想想，{LONG}"), ("c", "哦"), ("a", LONG)]
    found = view(BESIDE, scorer, *said)
    assert [words for words, _, _ in told(found, "怪")] == ["怪您", "您想想", LONG]


def test_a_pattern_that_was_taken_back_is_no_hit() -> None:
    found = view(BESIDE, blaming(99, Weight(5, 9, 1.0)), ("a", f"别怪您，{LONG}"))
    assert [words for words, _, _ in told(found, "怪")] == [LONG]
    assert taken_back(found, "怪") == [("怪您", "over: 别怪您")]


def test_its_hits_have_the_signal_s_exceptions() -> None:
    scorer = blaming(99, Weight(6, 8, 1.0))
    said = [("a", f"不好意思，{LONG}"), ("c", "哦什么"), ("a", f"不好意思。好的好的{LONG}")]
    found = view(BESIDE, scorer, *said)
    assert taken_back(found, "怪") == [(LONG, "not_if: 不好意思")]
    assert len(told(found, "怪")) == 1


@pytest.mark.parametrize(("start", "gone"), [(0, True), (2, True), (3, True), (4, False)])
def test_what_touches_a_hit_that_an_exception_took_back_goes_with_it(
    start: int, gone: bool
) -> None:
    said = f"没有怪您，{LONG}"
    found = view(BESIDE, blaming(99, Weight(start, 9, 1.0)), ("a", said))
    (reason,) = {why for words, why in taken_back(found, "怪") if words == "怪您"}
    assert reason.startswith("not_when: negated")
    words = said if start < 4 else LONG
    assert ((words, reason) in taken_back(found, "怪")) == gone
    assert [words for words, _, _ in told(found, "怪")] == ([] if gone else [words])


SURE = """
signals:
  怪: {not_when: [question, quoted], learned: {of: blame, over: 60, sure: 80}}
"""


@pytest.mark.parametrize(("percent", "stands"), [(80, False), (81, True)])
def test_what_the_scorer_is_sure_of_holds_in_contexts(percent: int, stands: bool) -> None:
    said = "当初是不是您自己非要点的"
    found = view(SURE, blaming(percent, Weight(5, 9, 1.0)), ("a", said))
    assert bool(told(found, "怪")) == stands
    reasons = [why for _, why in taken_back(found, "怪")]
    assert reasons == ([] if stands else ["not_when: question（是不是）"])


@pytest.mark.parametrize(("percent", "stands"), [(80, False), (81, True)])
def test_nor_does_a_pattern_that_a_context_took_back_take_it_along(
    percent: int, stands: bool
) -> None:
    rules = BESIDE.replace("over: 60", "over: 60, sure: 80")
    found = view(rules, blaming(percent, Weight(3, 9, 1.0)), ("a", f"没有怪您，{LONG}"))
    assert bool(told(found, "怪")) == stands


@pytest.mark.parametrize(("end", "stands"), [(16, False), (17, True)])
def test_a_quotation_is_what_is_quoted_for_a_quarter(end: int, stands: bool) -> None:
    """Of how many code points the hit is, from the first on; four of them are quoted."""
    said = "他写的是“自己非要”，当初可就是这么点的呀"
    found = view(SURE, blaming(99, Weight(0, end, 1.0)), ("a", said))
    assert bool(told(found, "怪")) == stands
    assert [why for _, why in taken_back(found, "怪")] == (
        [] if stands else ["not_when: quoted（引号）"]
    )


@pytest.mark.parametrize(("end", "stands"), [(16, False), (17, True)])
def test_a_quoted_pattern_takes_along_what_it_is_a_quarter_of(end: int, stands: bool) -> None:
    rules = """
signals:
  怪: {any: [您自己非], not_when: [quoted], learned: {of: blame, over: 60}}
"""
    said = "他写“您自”己非要，当初可就是这么点的呀"
    found = view(rules, blaming(99, Weight(0, end, 1.0)), ("a", said))
    assert bool(told(found, "怪")) == stands


def test_a_hit_that_was_weighed_or_lacked_others_says_nothing_of_it() -> None:
    rules = "signals: {怪: {any: [自己, 怨您], learned: {of: blame, over: 60}, "
    scorer = blaming(99)
    for key, reason in (("weighed: {drop: 9}", "weighed: any 0 % < 9 %"), ("least: 2", "least: 2")):
        found = view(f"{rules}{key}}}}}", scorer, ("a", LONG))
        assert taken_back(found, "怪") == [("自己", reason)]
        assert [words for words, _, _ in told(found, "怪")] == [LONG]


def test_what_touches_words_that_are_read_back_goes_with_them() -> None:
    rules = """
signals:
  怪: {any: [师傅态度很恶劣], not_when: [quoted], learned: {of: blame, over: 60}}
"""
    said = [("c", "那个师傅态度非常恶劣"), ("a", "师傅态度很恶劣，这个我记下了")]
    found = view(rules, FixedScorer({"blame": {"态度": 99}}, (Weight(2, 4, 1.0),)), *said)
    assert taken_back(found, "怪") == [
        ("师傅态度很恶劣", "not_when: 读回对方的话"),
        ("师傅态度很恶劣", "not_when: 读回对方的话"),
    ]


def test_groups_and_places_take_them_as_other_hits() -> None:
    rules = """
signals:
  都: {of: [怪, 晚], at: last 1}
  怪: {learned: {of: blame, over: 60}}
  晚: {at: first 1, learned: {of: threat, over: 60}}
"""
    scorer = FixedScorer({"blame": {"自己": 99}, "threat": {"后果": 99}})
    end = "那这个后果我们可就不管了"
    found = view(rules, scorer, ("a", LONG), ("c", "什么"), ("a", LONG), ("c", "你说"), ("a", end))
    assert [one.speaking for one in found.standing("怪")] == [0, 2]
    assert taken_back(found, "晚") == [(end, "at: first 1")]
    assert taken_back(found, "都") == [(LONG, "at: last 1")] * 2 + [(end, "at: first 1")]


def test_the_least_is_of_patterns() -> None:
    rules = "signals: {怪: {any: [怪您, 怨您], least: 2, learned: {of: blame, over: 60}}}"
    found = view(rules, blaming(99, Weight(3, 5, 1.0)), ("a", f"怪您，{LONG}"))
    assert taken_back(found, "怪") == [("怪您", "least: 2")]
    assert [words for words, _, _ in told(found, "怪")] == [LONG]


WEIGHED = """
signals:
  怪: {any: [自己非要], heard: same, weighed: {of: blame, drop: 20, doubt: 50}}
"""


@pytest.mark.parametrize(
    ("percent", "standing", "gone"),
    [
        (50, [("自己非要", "certain", "")], []),
        (49, [("自己非要", "review", "像“指责客户”只有 49%")], []),
        (20, [("自己非要", "review", "像“指责客户”只有 20%")], []),
        (19, [], [("自己非要", "weighed: blame 19 % < 20 %")]),
    ],
)
def test_a_pattern_s_hit_is_taken_back_or_doubted(
    percent: int, standing: list[tuple[str, str, str]], gone: list[tuple[str, str]]
) -> None:
    found = view(WEIGHED, blaming(percent), ("a", LONG))
    assert told(found, "怪") == standing
    assert taken_back(found, "怪") == gone


def test_a_doubt_stands_after_what_was_heard() -> None:
    scorer = FixedScorer({"blame": {"当初": 30}})
    (found,) = told(view(WEIGHED, scorer, ("a", "当初可是您自几非要点的呀")), "怪")
    assert found == ("自几非要", "review", "听作“自己非要”；像“指责客户”只有 30%")


def test_short_turns_are_left_as_they_are() -> None:
    scorer = blaming(0)
    said = (("a", "您自己非要点的"), ("a", "那您看看还要别的东西吗"))
    assert told(view(WEIGHED, scorer, *said), "怪") == [("自己非要", "certain", "")]
    assert scorer.asked == []


def test_a_hit_over_a_cut_goes_by_the_turn_in_which_it_starts() -> None:
    rules = "signals: {怪: {any: [自己…2非要], weighed: {of: blame, drop: 20}}}"
    scorer = FixedScorer({"blame": {"点的": 0, "当时": 80}})
    first, second = "我看看当时可是您自己", "非要点的那一份东西呀"
    wide = rules.replace("…2", "……2")
    assert told(view(wide, scorer, ("a", first), ("a", second)), "怪") == [("自己", "certain", "")]
    assert {said for _, said, _ in scorer.asked} == {first}


@pytest.mark.parametrize(
    ("limits", "certainty", "gone"), [("drop: 20", "certain", ""), ("doubt: 20", "review", "")]
)
def test_either_limit_may_stand_alone(limits: str, certainty: str, gone: str) -> None:
    rules = f"signals: {{怪: {{any: [自己非要], weighed: {{{limits}}}}}}}"
    high = FixedScorer({"any": {"自己": 20}})
    assert told(view(rules, high, ("a", LONG)), "怪") == [("自己非要", "certain", "")]
    low = view(rules, FixedScorer({"any": {"自己": 19}}), ("a", LONG))
    assert bool(told(low, "怪")) == (certainty == "review")


def test_what_an_exception_took_back_is_not_scored() -> None:
    rules = "signals: {怪: {any: [自己非要], not_if: [当初], weighed: {drop: 90}}}"
    scorer = blaming(0)
    assert taken_back(view(rules, scorer, ("a", LONG)), "怪") == [("自己非要", "not_if: 当初")]
    assert scorer.asked == []


def test_hits_that_were_taken_back_do_not_count_for_the_least() -> None:
    rules = "signals: {怪: {any: [自己, 当初], least: 2, weighed: {doubt: 50}}}"
    found = view(rules, FixedScorer({"any": {"自己": 30}}), ("a", LONG))
    assert [certainty for _, certainty, _ in told(found, "怪")] == ["review", "review"]
    rules = rules.replace("doubt", "drop")
    assert told(view(rules, FixedScorer({}), ("a", LONG)), "怪") == []


def test_the_scorer_knows_nothing_of_its_own_hits() -> None:
    rules = """
signals:
  怪: {any: [活该], learned: {of: blame, over: 60}, weighed: {of: threat, drop: 90}}
"""
    found = view(rules, blaming(99), ("a", LONG))
    assert [words for words, _, _ in told(found, "怪")] == [LONG]


MANY = """
signals:
  怪: {learned: {of: blame, over: 60}}
  多怪: {who: any, learned: {of: blame, over: 80}}
  责: {any: [自己], weighed: {of: blame, drop: 20}}
  单怪: {learned: {of: blame, over: 10, alone: true}}
  单责: {learned: {of: blame, over: 20, alone: true}}
"""


def test_nothing_is_asked_twice_nor_before_it_is_wanted() -> None:
    scorer = blaming(70)
    found = view(MANY, scorer, ("a", LONG), ("c", "那你说怎么办吧我都急死了"), ("a", LONG + "啊"))
    assert scorer.asked == []
    for name in ("怪", "责", "多怪", "单怪", "单责", "怪"):
        found.found(name)
    assert len(scorer.asked) == len(set(scorer.asked)) == 3 + 2
    assert [label for label, _, _ in scorer.asked].count("top") == 2


def test_only_turns_that_are_asked_about_are_scored() -> None:
    scorer = blaming(70)
    said = [("a", LONG), ("c", "什么呀"), ("a", LONG), ("c", "你说"), ("a", LONG)]
    found = view(BLAME, scorer, *said)
    assert found.first_within((Ref("怪"),), range(2, 3), "agent") is not None
    assert len(scorer.asked) == 1
    first = view(BLAME.replace("{learned", "{at: first 1, learned"), blaming(70), *said)
    assert len(first.standing("怪")) == 1


@pytest.mark.parametrize(
    ("said", "possible"),
    [
        ([], set()),
        ([("c", "喂")], set()),
        ([("c", "你说吧")], {"多怪"}),
        ([("b", "你说吧")], set()),
        ([("u", "你说吧")], {"多怪"}),
        ([("a", "嗯嗯"), ("c", "你说吧")], {"多怪"}),
        ([("a", "您说"), ("c", "你说吧")], {"多怪", "怪", "单怪", "单责"}),
        ([("a", "您自己说")], {"多怪", "怪", "单怪", "单责", "责"}),
    ],
)
def test_a_signal_may_be_wherever_its_side_says_something(
    said: list[tuple[str, str]], possible: set[str]
) -> None:
    assert {*view(MANY, blaming(0), *said).possible} == possible


RULES = """
signals:
  怪: {learned: {of: blame, over: 60}}
  责: {any: [您自己点, 您还要], weighed: {drop: 20, doubt: 90}}
rules:
  - {id: blames, category: blame, aspect: 态度, severity: warning, forbid: [怪, 责], say: 说,
     why: 因, instead: 问, tests: [{flag: 坐席：【x】}, {pass: 坐席：x}]}
"""
CALL = call(
    ("c", "等了两个小时还没送来"),
    ("a", "谁让您不早点下单呢现在知道着急了"),
    ("c", "我要退款"),
    ("a", "地址是您自己点错的怪不得我们"),
    ("c", "那怎么办"),
    ("a", "请问您还要看一下别的商品吗"),
)


def test_a_linter_with_them_is_the_same_in_other_processes_and_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scorer = FixedScorer({"blame": {"谁让": 80}, "any": {"怪不得": 70}})
    monkeypatch.setattr(learned, "default_scorer", lambda: scorer)
    linter = Linter(book(RULES))
    report = linter.lint(CALL)
    assert {finding.certainty for finding in report.findings} == {"review"}
    assert [finding.turn for finding in report.findings] == [1, 3]
    assert pickle.loads(pickle.dumps(linter)).lint(CALL) == report
    with ThreadPoolExecutor(4) as pool:
        assert set(map(repr, pool.map(linter.lint, [CALL] * 16))) == {repr(report)}
