"""Hand-made calls and findings that the report tests share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from linter.judged import Part, Report, Verdict
from linter.model import Call, Evidence, Finding, Turn
from linter.reports import FORMATS, Options, RulesIdentity, Summary, Tally

RULES = RulesIdentity("huashu", "0.1.0", "5f3c")

CALL = Call(
    id="c7",
    path="calls/甲.jsonl",
    channel="phone",
    turns=(
        Turn("agent", "您好，很高兴为您服务。", start_ms=0),
        Turn("customer", "修了两回还是坏的，我要投诉！", start_ms=4_000),
        Turn("agent", "麻烦您报一下号码。", start_ms=9_500),
        Turn("customer", "你别管，记下来就行。", start_ms=61_000),
        Turn("agent", "先生，您小点声，我听得清。", start_ms=67_000),
        Turn("customer", "你有什么资格管我？", start_ms=3_700_000),
        Turn("agent", "实在抱歉，我马上给您登记。"),
        Turn("customer", "行吧。"),
    ),
)


def evidence(call: Call, turn: int, quote: str, as_: str = "trigger", label: str = "") -> Evidence:
    start = call.turns[turn].text.index(quote)
    return Evidence(turn, start, start + len(quote), quote, as_, label)


def finding(call: Call, turn: int, quote: str, **changes: Any) -> Finding:
    """A finding of tone policing at these words, changed as told."""
    start = call.turns[turn].text.index(quote)
    made = Finding(
        call=call.id,
        path=call.path,
        rule="tone-policing",
        category="tone_policing",
        aspect="态度",
        severity="error",
        certainty="certain",
        turn=turn,
        role=call.turns[turn].role,
        start=start,
        end=start + len(quote),
        quote=quote,
        message="客户在说事，坐席在管客户的嗓门。",
        suggestion="您说的我都记下了，马上办。",
        fingerprint="f1",
    )
    return replace(made, **changes)


COMPLAINT = evidence(CALL, 1, "我要投诉", label="投诉诉求")
TONE = finding(
    CALL, 4, "小点声", why="客户正忍着，这样说是火上浇油。", evidence=(COMPLAINT,), act="a4"
)
NO_APOLOGY = finding(
    CALL,
    2,
    "麻烦您报一下号码",
    rule="missing-apology",
    category="missing_apology",
    aspect="话术",
    severity="warning",
    certainty="review",
    message="客户已表示不满，接下来两轮没有致歉。",
    suggestion="实在抱歉，让您费心了。",
    fingerprint="f2",
    evidence=(
        evidence(CALL, 3, "你别管", "step", "拒答"),
        evidence(CALL, 1, "修了两回", "trigger", "客户不满"),
    ),
    window=(2, 4),
)
PRAISE = finding(
    CALL,
    6,
    "马上给您登记",
    rule="took-it-down",
    category="praise",
    aspect="标杆",
    severity="info",
    message="主动登记。",
    suggestion="",
    fingerprint="f3",
    praise=True,
)
HIDDEN = finding(CALL, 4, "先生", rule="salutation", category="my_own", severity="info")

DIAGNOSIS = (
    Part(
        "话术",
        "缺失",
        2,
        "麻烦您报一下号码",
        "两轮里没有致歉。",
        "实在抱歉，让您费心了。",
        (evidence(CALL, 1, "修了两回", "trigger", "客户不满"),),
    ),
    Part(
        "态度",
        "缺失",
        4,
        "小点声",
        "管客户的嗓门。",
        "",
        (
            evidence(CALL, 5, "什么资格", "outcome", "情绪上升"),
            evidence(CALL, 1, "修了两回", "trigger", "客户不满"),
        ),
    ),
    Part("职责", "做到", 6, "马上给您登记"),
    Part("适时结束", "不适用"),
)

VERDICTS = (
    Verdict("missing-apology", "violated"),
    Verdict("followup", "met", turn=6),
    Verdict("hold-etiquette", "not_evaluated", "没有时间"),
)

REPORT = Report(
    call=CALL,
    findings=(TONE, PRAISE, NO_APOLOGY),
    verdicts=VERDICTS,
    diagnosis=DIAGNOSIS,
    scores={"总分": 82},
    hidden=(HIDDEN,),
)

CLEAN = Report(
    call=Call(id="c8", turns=(Turn("agent", "您好。"), Turn("customer", "没事了。"))),
    findings=(),
    verdicts=(Verdict("greeting", "met", turn=0),),
    diagnosis=(Part("话术", "不适用"), Part("态度", "不适用")),
    scores={"总分": 100},
)


def one(turns: tuple[Turn, ...], **call: Any) -> Call:
    return Call(**({"id": "c1", "turns": turns} | call))


def rendered(
    format_name: str,
    reports: Iterable[Report],
    options: Options | None = None,
    summary: Summary | None = None,
) -> str:
    """The complete output of one run."""
    reporter = FORMATS[format_name](options or Options())
    given = summary or Summary()
    tally = Tally()
    pieces = list(reporter.begin())
    for report in reports:
        pieces += reporter.call(report)
        tally.count(report)
    total = tally.summary(given.files, given.skipped, given.rules, failures=given.failures)
    return "".join([*pieces, *reporter.end(total)])
