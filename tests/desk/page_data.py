"""Runs made by hand for the page's tests: ordinary calls, and what a page could stumble over."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from typing import Any

from linter.desk.page import CHUNK, PageData

Object = dict[str, Any]

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
FORMULA = '=HYPERLINK("http://example.invalid","点这里")'


def turn(role: str, text: str, *load: str, **more: Any) -> Object:
    """A turn; ``load`` are the words of it that are abuse."""
    places = [[text.index(word), text.index(word) + len(word)] for word in load]
    return {
        "role": role,
        "speaker": more.get("speaker", ""),
        "text": text,
        "start_ms": more.get("start_ms"),
        "end_ms": None,
        "load": places,
    }


def link(turns: Sequence[Object], at: int, quote: str, as_: str, label: str) -> Object:
    """A place something rests on."""
    start = turns[at]["text"].index(quote)
    place = {"turn": at, "start": start, "end": start + len(quote), "quote": quote}
    return place | {"as": as_, "label": label}


def finding(turns: Sequence[Object], at: int, quote: str, rule: str, **more: Any) -> Object:
    """A finding that quotes words of a turn."""
    start = turns[at]["text"].index(quote)
    always = {
        "rule": rule,
        "category": rule.replace("-", "_"),
        "aspect": "态度",
        "severity": "error",
        "certainty": "certain",
        "turn": at,
        "role": turns[at]["role"],
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "message": f"{rule} 说的是什么",
        "why": "先接住人，再办事。",
        "suggestion": "对不起，让您着急了，我马上给您办。",
        "evidence": [],
        "fingerprint": "0",
    }
    return always | more


def quarrel() -> Object:
    """A call in which everything is to be seen."""
    turns = [
        turn("agent", "您好，很高兴为您服务。", start_ms=0),
        turn("customer", "😀😀我打过两次了，让经理给我回电话！", start_ms=3000),
        turn("agent", "您声音小一点。号码报一下。", start_ms=9000),
        turn("customer", "你他妈是录音机吗？混蛋！我要投诉你。", "他妈", "混蛋", start_ms=12000),
        turn("agent", "号码报一下。我也是人，轮不到您说。", start_ms=18000),
        turn("customer", "", start_ms=21000),
    ]
    chain = [
        link(turns, 1, "打过两次", "trigger", "受损"),
        link(turns, 3, "混蛋！我要投诉你", "outcome", "之后升温"),
    ]
    findings = [
        finding(turns, 0, "您好", "praise-greeting", praise=True, aspect="标杆", severity="info"),
        finding(turns, 2, "声音小一点", "tone-policing", evidence=chain),
        finding(turns, 4, "号码报一下", "rigid-repeat", severity="warning", certainty="review"),
        finding(turns, 4, turns[4]["text"], "missing-apology", severity="warning", window=[2, 4]),
    ]
    diagnosis = [
        part("话术", "缺失", 4, turns[4]["text"], chain),
        part("态度", "缺失", 2, "声音小一点", chain),
        part("职责", "未评", None, "", []),
        part("适时结束", "做到", None, "", []),
    ]
    place = {"turn": 2, "start": 1, "end": 6}
    steps = [{"kind": "deduction", "points": -20, "what": "提醒语气", "rule": "x", **place}]
    dimension = {
        "name": "服务态度",
        "axis": "attitude",
        "full": 60,
        "points": 40,
        "weight": 1,
        "status": "scored",
        "reason": "",
        "steps": steps,
    }
    return detail(turns, findings) | {
        "met": [{"rule": "missing-greeting", "turn": 0}],
        "unjudged": [{"rule": "long-hold", "reason": "没有说话的时间"}],
        "diagnosis": diagnosis,
        "sheet": {
            "scheme": "示例评分",
            "full": 100,
            "total": 72.5,
            "band": "合格",
            "axes": [{"axis": "attitude", "name": "态度", "full": 60, "points": 40}],
            "dimensions": [dimension, dimension | unscored()],
            "steps": [{"kind": "cap", "points": -7.5, "what": "封顶", "rule": "", "turn": None}],
            "fatal": [],
        },
        "notices": ["第 3 轮没有时间"],
        "casting": {"source": "inferred", "confidence": 0.83, "doubtful": [5]},
    }


def unscored() -> Object:
    return {"name": "业务", "points": None, "status": "not_evaluated", "steps": []}


def part(name: str, status: str, at: int | None, quote: str, chain: list[Object]) -> Object:
    """One of the four parts of the diagnosis."""
    return {
        "name": name,
        "status": status,
        "turn": at,
        "quote": quote,
        "reason": "客户已表示不满。" if at is not None else "",
        "suggestion": "非常抱歉，我马上给您催。" if at is not None else "",
        "chain": chain,
    }


def nasty() -> Object:
    """A call whose words would like to be markup or a formula."""
    turns = [turn("customer", SCRIPT), turn("agent", FORMULA), turn("customer", "好" * 4000)]
    return detail(turns, [finding(turns, 1, FORMULA, "cold-refusal", message=SCRIPT)])


def plain(number: int, turns: int = 4) -> Object:
    """A call in which nothing was found."""
    said = [
        turn(("agent", "customer")[at % 2], f"第{number}通的第{at}句，流量套餐怎么办理。")
        for at in range(turns)
    ]
    return detail(said, [])


def detail(turns: list[Object], findings: list[Object]) -> Object:
    """A call's detail with nothing in it but turns and findings."""
    return {
        "turns": turns,
        "findings": findings,
        "suppressed": [],
        "met": [],
        "unjudged": [],
        "diagnosis": [],
        "sheet": None,
        "scores": {},
        "casting": None,
        "notices": [],
    }


def row(number: int, one: Object, **more: Any) -> Object:
    """The worklist's row of a call."""
    problems = [f for f in one["findings"] if not f.get("praise")]
    sure = [f for f in problems if f["certainty"] == "certain"]
    counts = {
        kind: sum(f["severity"] == kind for f in sure) for kind in ("error", "warning", "info")
    }
    return {
        "n": number,
        "id": f"c-{number:05d}",
        "path": "calls/a.jsonl",
        "line": number + 1,
        "team": f"{number % 3 + 1}组",
        "agent": f"坐席{number % 7 + 1:02d}",
        "started_at": "2026-01-05T09:30:00+08:00",
        "channel": "phone",
        "direction": "in",
        "business": "",
        "kind": "call",
        "turns": len(one["turns"]),
        "ms": None,
        "score": one["sheet"]["total"] if one["sheet"] else None,
        "band": one["sheet"]["band"] if one["sheet"] else "",
        "fatal": False,
        "certain": counts,
        "review": len(problems) - len(sure),
        "praise": len(one["findings"]) - len(problems),
        "categories": sorted({f["category"] for f in problems}),
        "rules": sorted({f["rule"] for f in problems}),
        "diagnosis": [p["status"] for p in one["diagnosis"]],
        "load": sum(bool(t["load"]) for t in one["turns"]),
        "unjudged": len(one["unjudged"]),
        "judged": True,
        "priority": round(len(sure) * 10 + len(problems) + 1 / (number + 2), 3),
        "why": [f"{len(sure)} 个确定的问题"] if sure else [],
        "show": 0 if problems else number % 4,
        "show_why": ["做得好 1 处"],
    } | more


def details(calls: int) -> list[Object]:
    """A quarrel first, then markup, then a long call, then ordinary ones, some of them quarrels."""
    special = [quarrel(), nasty(), plain(2, turns=200)]
    rest = [quarrel() if n % 10 == 0 else plain(n) for n in range(3, calls)]
    return (special + rest)[:calls]


def chunks(all_details: Sequence[Object]) -> Iterator[bytes]:
    for at in range(0, len(all_details), CHUNK):
        numbered = [{"n": at + i} | one for i, one in enumerate(all_details[at : at + CHUNK])]
        yield gzip.compress(json.dumps(numbered, ensure_ascii=False).encode(), mtime=0)


def run(rows: Sequence[Object], lang: str = "zh", **more: Any) -> Object:
    """What holds for all calls."""
    counts = {k: sum(r["certain"][k] for r in rows) for k in ("error", "warning", "info")}
    return {
        "version": 1,
        "lang": lang,
        "title": "质检报告",
        "rules": {"name": "内置规则", "version": "1.0", "hash": "abc123"},
        "masked": False,
        "agents": "pseudonyms",
        "scheme": {"name": "示例评分", "full": 100, "bands": [{"name": "合格", "from": 60}]},
        "summary": {
            "calls": len(rows),
            "findings": counts,
            "review": sum(r["review"] for r in rows),
            "praise": sum(r["praise"] for r in rows),
            "unjudged": sum(r["unjudged"] > 0 for r in rows),
            "skipped": [{"where": "坏了.jsonl:3:1", "why": "读不懂"}],
            "left_out": {"空行": 2},
        },
        "charts": [CHART],
        "groups": [GROUP],
        "rules_info": {"missing-greeting": {"met": "说了开头语", "category_name": "缺少开头语"}},
        "categories": {"tone_policing": "提醒语气", "rigid_repeat": "较劲", "cold_refusal": "冷拒"},
        "trend": {
            "earlier": "上个月",
            "head": ["", "以前", "现在"],
            "rows": [["每通错误", 1.5, 1.2]],
        },
        "priority": "按最值得先听的排。",
        "showing": "按最值得看的排。",
        "group_by": "team",
        "notes": ["有的通话没写班组。"],
    } | more


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">'
    '<rect x="0" y="10" width="120" height="16" fill="var(--error)"/>'
    '<text x="4" y="50" fill="currentColor" font-size="12">错误</text></svg>'
)
CHART = {
    "id": "severity",
    "title": "问题有多重",
    "svg": SVG,
    "narrow": SVG,
    "head": ["", "处"],
    "rows": [["错误", 12], ["警告", 4]],
    "notes": ["提示不算。"],
}
GROUP = {
    "group": "1组",
    "calls": 12,
    "score": 81.25,
    "few": True,
    "share": 25.0,
    "share_low": 8.9,
    "share_high": 53.2,
    "low": 70.0,
    "high": 92.5,
    "certain": 3,
    "review": 2,
    "load": 1,
    "praise": 9,
}


def data(calls: int, lang: str = "zh", **more: Any) -> PageData:
    """A run of so many calls."""
    made = details(calls)
    rows = [row(number, one) for number, one in enumerate(made)]
    return PageData(run=run(rows, lang, **more), rows=rows, chunks=chunks(made))
