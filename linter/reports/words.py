"""The fixed words of reports for people, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from linter.frozen import dataclass
from linter.reports.options import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; fields in braces are filled in by the report."""

    call: str
    script: str
    channels: Mapping[str, str]
    severities: Mapping[str, str]
    roles: Mapping[str, str]
    praise: str
    review: str
    late: str
    line: str
    changed: str
    quote: str
    why: str
    instead: str
    searched: str
    searched_turns: str
    searched_partly: str
    evidence: str
    diagnosis: str
    aspects: Mapping[str, str]
    statuses: Mapping[str, str]
    should: str
    chain: str
    read: str
    calls_read: str
    scenes_read: str
    clean: str
    clean_else: str
    found: str
    review_count: str
    praise_count: str
    comma: str
    numbering: str
    skipped: str
    left_out: str
    warnings: str
    pair: str
    rules: str
    snippets: str
    no_snippets: str
    other: str
    bad: str
    good: str
    met: str
    unjudged: str
    unjudged_all: str
    and_more: str
    ids_comma: str
    reasons: Mapping[str, str]
    unjudged_count: str
    unscored_count: str
    nothing_judged: str
    evidence_kinds: Mapping[str, str]
    suppressed_count: str
    suppressed_by: str
    sources: Mapping[str, str]


ZH = Words(
    call="通话",
    script="话术",
    channels={"phone": "电话", "chat": "在线"},
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    roles={
        "agent": "坐席",
        "customer": "客户",
        "bot": "机器人",
        "system": "系统",
        "unknown": "未知",
    },
    praise="表扬",
    review="[需复核]",
    late="[偏晚]",
    line="第 {line} 行",
    changed="[改动行]",
    quote="“{quote}”",
    why="为什么：",
    instead="怎么说：",
    searched="找过：",
    searched_turns="{turns}，都没有",
    searched_partly="{turns}，没有说全",
    evidence="依据：",
    diagnosis="四项诊断",
    aspects={},
    statuses={},
    should="应该说：",
    chain="证据链：",
    read="检查了 {files} 个文件、{what}、{turns} 轮（坐席 {agent_turns} 轮）。",
    calls_read="{count} 通通话",
    scenes_read="{count} 个场景的话术",
    clean="没有发现问题。",
    clean_else="没有发现别的问题。",
    found="发现 {count} 个问题：{severities}{review}。",
    review_count="；其中 {count} 个需复核",
    praise_count="表扬 {count} 处。",
    comma="，",
    numbering="轮次从 0 数，与 JSON 一致：#5 就是 turn 5。",
    skipped="跳过 {count} 个输入：",
    left_out="没有检查的句子：{reasons}。",
    warnings="输入有 {count} 处可疑，见警告。",
    pair="{first}：{second}",
    rules="规则：",
    snippets="例句",
    no_snippets="没有例句。",
    other="其他",
    bad="不好的例子",
    good="好的例子",
    met="做到 {rule}",
    unjudged="没有判：{count} 条规则（{reason}）：{rules}",
    unjudged_all="没有判：所有规则，{reason}",
    and_more="{rules} 等",
    ids_comma="、",
    reasons={},
    unjudged_count="有规则没有判的通话 {count} 通{unscored}。",
    unscored_count="，一条规则也没能判的 {count} 通",
    nothing_judged="一条规则也没能判，不等于没有问题。",
    evidence_kinds={
        "trigger": "触发",
        "again": "再次",
        "step": "前一步",
        "context": "前情",
        "near_miss": "差一点",
        "there": "说过",
        "nearly": "相近",
        "late": "偏晚",
        "yielded": "让位",
        "note": "说明",
        "measured": "量得",
        "cause": "起因",
        "before": "此前",
        "outcome": "结果",
        "shown": "做到",
        "finding": "发现",
    },
    suppressed_count="没有列出 {count} 个：{sources}。",
    suppressed_by="不列：{rule} {where} {quote}——{source}：{why}（{by}）",
    sources={"exception": "例外", "inline": "忽略注释", "baseline": "基线"},
)

EN = Words(
    call="Call",
    script="Script",
    channels={"phone": "phone", "chat": "chat"},
    severities={"error": "error", "warning": "warning", "info": "info"},
    roles={
        "agent": "agent",
        "customer": "customer",
        "bot": "bot",
        "system": "system",
        "unknown": "unknown",
    },
    praise="praise",
    review="[review]",
    late="[late]",
    line="line {line}",
    changed="[changed line]",
    quote="“{quote}”",
    why="Why: ",
    instead="Instead: ",
    searched="Searched: ",
    searched_turns="{turns}; not there",
    searched_partly="{turns}; not all of it there",
    evidence="Evidence:",
    diagnosis="Diagnosis",
    aspects={
        "话术": "Wording",
        "态度": "Attitude",
        "职责": "Duty",
        "适时结束": "Timely close",
        "效率": "Efficiency",
        "标杆": "Exemplary",
    },
    statuses={"做到": "met", "缺失": "missing", "不适用": "n/a", "未评": "not judged"},
    should="Should say: ",
    chain="Chain of evidence:",
    read="Files: {files}, {what}, turns: {turns} (agent: {agent_turns}).",
    calls_read="calls: {count}",
    scenes_read="script scenes: {count}",
    clean="No problems found.",
    clean_else="No other problems found.",
    found="Problems: {count}: {severities}{review}.",
    review_count="; to review: {count}",
    praise_count="Praise: {count}.",
    comma=", ",
    numbering="Turns count from 0 as in JSON: #5 is turn 5.",
    skipped="Skipped inputs: {count}",
    left_out="Not linted: {reasons}.",
    warnings="The inputs have {count} oddities; see the warnings.",
    pair="{first}: {second}",
    rules="Rules: ",
    snippets="Examples",
    no_snippets="No examples.",
    other="Other",
    bad="Bad",
    good="Good",
    met="meets {rule}",
    unjudged="Not judged, rules: {count} ({reason}): {rules}",
    unjudged_all="Not judged: all rules, {reason}",
    and_more="{rules}, …",
    ids_comma=", ",
    reasons={
        "没有说话的时间": "no speaking times",
        "只有坐席的话": "only the agent speaks",
        "只有客户的话": "only the customer speaks",
        "不知道谁是坐席、谁是客户": "not known who is the agent and who the customer",
        "录音在客户说话时截断": "recording cut off while the customer speaks",
        "触发之后录音截断": "recording cut off after the trigger",
        "客户先挂断了": "the customer hung up first",
    },
    unjudged_count="Calls with rules not judged: {count}{unscored}.",
    unscored_count="; no rule judged at all: {count}",
    nothing_judged="No rule could be judged; that is not to say there are no problems.",
    evidence_kinds={
        "trigger": "trigger",
        "again": "again",
        "step": "step before",
        "context": "context",
        "near_miss": "near miss",
        "there": "said",
        "nearly": "nearly",
        "late": "late",
        "yielded": "yielded",
        "note": "note",
        "measured": "measured",
        "cause": "cause",
        "before": "before",
        "outcome": "outcome",
        "shown": "shown",
        "finding": "finding",
    },
    suppressed_count="Suppressed: {count}: {sources}.",
    suppressed_by="Suppressed: {rule} {where} {quote}: {source}: {why} ({by})",
    sources={"exception": "exceptions", "inline": "comments", "baseline": "baseline"},
)


def words(lang: Lang) -> Words:
    """The words of a language."""
    return ZH if lang == "zh" else EN
