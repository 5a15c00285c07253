from __future__ import annotations

import pytest

from linter.desk.facts import Facts
from linter.desk.priority import LISTEN, SHOW, explained, listen, show
from linter.desk.words import desk_words
from tests.reports.samples import CALL, NO_APOLOGY, TONE, finding

QUIET = Facts((), (), (), (), (), False, False, (), False, False, 0, None, False)
KIND = finding(CALL, 6, "实在抱歉", praise=True, message="先接住了情绪。")


def points(**changes: object) -> int:
    return sum(reason.points for reason in listen(QUIET._replace(**changes), "zh"))  # type: ignore[arg-type]


def test_a_quiet_call_has_no_reason() -> None:
    assert listen(QUIET, "zh") == show(QUIET, "zh") == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"fatal": ("insult", "threat")}, 50),
        ({"errors": (TONE,)}, 12),
        ({"errors": (TONE,) * 9}, 36),
        ({"escalated": True}, 15),
        ({"unanswered": True}, 10),
        ({"missing": ("话术", "态度")}, 8),
        ({"warnings": (TONE,) * 9}, 9),
        ({"review": (NO_APOLOGY,) * 9}, 8),
        ({"heat": True}, 3),
        ({"load": 1}, 2),
        ({"load": 99}, 8),
        ({"percent": 60.0}, 0),
        ({"percent": 59.0}, 1),
        ({"percent": 30.0}, 10),
        ({"percent": 0.0}, 20),
        ({"unjudged": True}, 5),
    ],
)
def test_what_each_reason_counts(changes: dict[str, object], expected: int) -> None:
    assert points(**changes) == expected


def test_reasons_are_said_in_words_the_weightiest_first() -> None:
    facts = QUIET._replace(
        errors=(TONE,), review=(NO_APOLOGY,), load=2, percent=40.0, missing=("话术",)
    )
    assert [reason.words for reason in listen(facts, "zh")] == [
        "确定的错误 1 处：纠正语气",
        "得分只有满分的 40%",
        "四项诊断缺失 1 项：话术",
        "客户辱骂坐席，2 轮：坐席的负担",
        "需复核 1 处：缺少致歉安抚",
    ]
    assert listen(QUIET._replace(missing=("话术",)), "en")[0].words == (
        "Missing in the diagnosis: 1: Wording"
    )


def test_praise_is_a_list_of_its_own() -> None:
    facts = QUIET._replace(praise=(KIND, KIND), handled=True, heat=True, load=1)
    assert [(reason.points, reason.words) for reason in show(facts, "zh")] == [
        (12, "做得好 2 处：先接住了情绪"),
        (10, "客户带着情绪，四项诊断没有缺失"),
        (6, "客户辱骂，坐席没有失态"),
    ]
    assert points(praise=(KIND,)) == 0


@pytest.mark.parametrize("fault", ["errors", "warnings"])
def test_a_call_with_a_certain_fault_is_no_example(fault: str) -> None:
    assert show(QUIET._replace(praise=(KIND,), **{fault: (TONE,)}), "zh") == ()  # type: ignore[arg-type]


def test_a_doubt_is_no_proof_that_the_agent_kept_the_tone() -> None:
    assert show(QUIET._replace(load=1, review=(NO_APOLOGY,)), "zh") == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("weights", [LISTEN, SHOW])
def test_the_formula_is_said_in_full(lang: str, weights: tuple[object, ...]) -> None:
    text = explained(weights, lang)  # type: ignore[arg-type]
    for weight in weights:
        assert desk_words(lang).names[weight.key] in text  # type: ignore[attr-defined, arg-type]
        assert str(weight.points) in text  # type: ignore[attr-defined]


def test_what_is_fatal_is_named_as_its_finding_is() -> None:
    fatal = QUIET._replace(fatal=(TONE.rule, "hang-up"), errors=(TONE,))
    worst = listen(fatal, "zh")[0]
    assert worst.words == "一票否决：纠正语气、hang-up"
