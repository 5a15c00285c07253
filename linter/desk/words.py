"""The fixed words of the reviewers' report, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from linter.frozen import dataclass
from linter.reports.options import Lang


@dataclass(frozen=True, slots=True)
class DeskWords:
    """One language's words; fields in braces are filled in.

    ``why`` says why a call deserves listening, by the key of its reason, ``show`` why it is worth
    showing.
    """

    title: str
    agent: str
    no_team: str
    no_agent: str
    any_problem: str
    why: Mapping[str, str]
    show: Mapping[str, str]
    names: Mapping[str, str]
    priority: str
    showing: str
    each: str
    lowest: str
    charts: Mapping[str, str]
    heads: Mapping[str, str]
    notes: Mapping[str, str]


ZH = DeskWords(
    title="通话质检报告",
    agent="坐席",
    no_team="（没写班组）",
    no_agent="（没写坐席）",
    any_problem="有确定问题",
    why={
        "fatal": "一票否决：{what}",
        "error": "确定的错误 {count} 处：{what}",
        "escalation": "坐席的话之后，客户更激动了",
        "unanswered": "客户的诉求没有人接，也没有人答",
        "missing": "四项诊断缺失 {count} 项：{what}",
        "warning": "确定的警告 {count} 处：{what}",
        "review": "需复核 {count} 处：{what}",
        "load": "客户辱骂坐席，{count} 轮：坐席的负担",
        "heat": "客户带着情绪",
        "score": "得分只有满分的 {percent}",
        "unjudged": "一条规则也没能判，只能听",
    },
    show={
        "praise": "做得好 {count} 处：{what}",
        "handled": "客户带着情绪，四项诊断没有缺失",
        "endured": "客户辱骂，坐席没有失态",
    },
    names={
        "fatal": "一票否决",
        "error": "确定的错误每处",
        "escalation": "坐席的话之后客户情绪升级",
        "unanswered": "诉求没人接没人答",
        "missing": "四项诊断每缺一项",
        "warning": "确定的警告每处",
        "review": "需复核每处",
        "load": "客户辱骂坐席每轮",
        "heat": "客户带着情绪",
        "score": "得分低于满分的 60%，每低 3%",
        "unjudged": "一条规则也没能判",
        "praise": "做得好每处",
        "handled": "客户带着情绪而四项诊断没有缺失",
        "endured": "客户辱骂而坐席没有失态",
    },
    priority="先听哪通：下列各项的分加起来，分高的在前，同分的按输入的顺序。{parts}。提示不加分。",
    showing="值得给大家看的：没有确定的错误和警告，下列各项的分加起来，分高的在前。{parts}。",
    each="{what} {points} 分",
    lowest="（最多 {most} 分）",
    charts={
        "categories": "各类问题",
        "aspects": "各方面的问题",
        "teams": "各班组：每 100 通里有确定问题的",
        "agents": "各坐席：每 100 通里有确定问题的",
        "time": "每 100 通里有确定问题的，按{unit}",
        "scores": "得分分布",
        "rules": "各条规则：触发了的通话里，每 100 通违反的",
        "trend": "和上次比：每 100 通里有这类问题的",
        "scenes": "话术库：各类问题",
        "day": "天",
        "week": "周",
        "month": "月",
    },
    heads={
        "category": "类别",
        "aspect": "方面",
        "certain": "确定",
        "review": "需复核",
        "calls": "通数",
        "with": "有的通数",
        "rate": "每 100 通",
        "interval": "95% 区间",
        "team": "班组",
        "agent": "坐席",
        "from": "从",
        "score": "得分",
        "rule": "规则",
        "violated": "违反",
        "met": "做到",
        "triggered": "触发",
        "not_applicable": "不适用",
        "not_evaluated": "没有判",
        "now": "这次",
        "earlier": "上次",
        "change": "相差",
        "says": "说明",
    },
    notes={
        "scenes": "话术库的场景 {count} 个，不是通话，另算。",
        "problems": "确定问题是确定的错误和警告，提示和需复核的不算。",
        "wilson": "区间是 95% 的 Wilson 区间：通数少，区间就宽。",
        "student": "平均分的区间是 95% 的 t 区间。",
        "few": "通数不到 {few} 的标了“少”，不要拿来比。",
        "no_order": "按名字排列，不是名次。",
        "no_team": "通话都没写班组（team），没有按班组的图。",
        "no_agent": "通话都没写坐席，没有按坐席的图。",
        "some_no_group": "{count} 通没写，另列一行。",
        "no_time": "通话都没写开始时间（started_at），没有按时间的图。",
        "some_no_time": "{count} 通没写开始时间，不在这张图里。",
        "no_score": "没有一通有分数。",
        "some_no_score": "{count} 通没有分数，不在这张图里。",
        "simple": "没给评分方案，这是简单记分：满分 100，每个行为扣一次。",
        "violated": "违反的里面含需复核的；触发＝违反＋做到。",
        "top": "图里是最多的 {count} 种，表里是全部。",
        "few_mark": "少",
        "same_rules": "两次的规则相同。",
        "other_rules": "规则改过（{earlier} → {now}）：相差不全是班组的变化。",
        "unknown_rules": "不知道上次用的是什么规则：相差不一定是班组的变化。",
        "newcombe": "相差的区间按 Newcombe 的方法 10；区间含 0，就可能只是碰巧。",
        "more": "多了",
        "less": "少了",
        "unclear": "分不出",
        "independent": "只说差别，不说原因：通话的种类、时段可能也变了。",
    },
)

EN = DeskWords(
    title="Call quality report",
    agent="Agent",
    no_team="(no team given)",
    no_agent="(no agent given)",
    any_problem="any certain problem",
    why={
        "fatal": "Fatal: {what}",
        "error": "Certain errors: {count}: {what}",
        "escalation": "The customer's heat rose after the agent's words",
        "unanswered": "What the customer asked for was neither taken nor answered",
        "missing": "Missing in the diagnosis: {count}: {what}",
        "warning": "Certain warnings: {count}: {what}",
        "review": "To review: {count}: {what}",
        "load": "The customer abuses the agent, turns: {count}: a load on the agent",
        "heat": "The customer is upset",
        "score": "The score is {percent} of the full one",
        "unjudged": "No rule could be judged; only listening will tell",
    },
    show={
        "praise": "Done well: {count}: {what}",
        "handled": "The customer is upset, and nothing is missing in the diagnosis",
        "endured": "The customer is abusive, and the agent keeps the tone",
    },
    names={
        "fatal": "fatal",
        "error": "each certain error",
        "escalation": "heat risen after the agent's words",
        "unanswered": "a request neither taken nor answered",
        "missing": "each part missing in the diagnosis",
        "warning": "each certain warning",
        "review": "each finding to review",
        "load": "each turn in which the customer abuses the agent",
        "heat": "an upset customer",
        "score": "each 3 % that the score is below 60 % of the full",
        "unjudged": "no rule could be judged",
        "praise": "each thing done well",
        "handled": "an upset customer and nothing missing in the diagnosis",
        "endured": "an abusive customer and an agent who keeps the tone",
    },
    priority="What to listen to first: these points are added up, most first, else as the input "
    "goes: {parts}. Mere hints add nothing.",
    showing="Worth showing to others: no certain errors or warnings; these points are added up, "
    "most first: {parts}.",
    each="{what}: {points}",
    lowest=" (at most {most})",
    charts={
        "categories": "Findings by category",
        "aspects": "Findings by aspect",
        "teams": "By team: calls of 100 with a certain problem",
        "agents": "By agent: calls of 100 with a certain problem",
        "time": "Calls of 100 with a certain problem, by {unit}",
        "scores": "Scores",
        "rules": "By rule: calls of 100 in which it was triggered that violate it",
        "trend": "Against the earlier run: calls of 100 with such a problem",
        "scenes": "Script libraries: findings by category",
        "day": "day",
        "week": "week",
        "month": "month",
    },
    heads={
        "category": "Category",
        "aspect": "Aspect",
        "certain": "Certain",
        "review": "To review",
        "calls": "Calls",
        "with": "Calls with it",
        "rate": "Of 100 calls",
        "interval": "95 % interval",
        "team": "Team",
        "agent": "Agent",
        "from": "From",
        "score": "Score",
        "rule": "Rule",
        "violated": "Violated",
        "met": "Met",
        "triggered": "Triggered",
        "not_applicable": "Not applicable",
        "not_evaluated": "Not judged",
        "now": "Now",
        "earlier": "Earlier",
        "change": "Change",
        "says": "That is",
    },
    notes={
        "scenes": "Scenes of script libraries: {count}; they are no calls and counted apart.",
        "problems": "Certain problems are certain errors and warnings; hints and what is to be "
        "reviewed do not count.",
        "wilson": "Intervals are 95 % Wilson intervals: few calls, wide interval.",
        "student": "Intervals of mean scores are 95 % t intervals.",
        "few": "Those marked few have less than {few} calls; do not compare them.",
        "no_order": "In the order of names; no ranking.",
        "no_team": "No call names a team, so there is no chart by team.",
        "no_agent": "No call names an agent, so there is no chart by agent.",
        "some_no_group": "{count} calls name none; they have a row of their own.",
        "no_time": "No call says when it began (started_at), so there is no chart over time.",
        "some_no_time": "{count} calls do not say when they began and are not in this chart.",
        "no_score": "No call has a score.",
        "some_no_score": "{count} calls have no score and are not in this chart.",
        "simple": "No scoring scheme was given: a simple score of 100 less one deduction an act.",
        "violated": "Violated includes what is to be reviewed; triggered is violated or met.",
        "top": "The chart has the first {count}, the table all of them.",
        "few_mark": "few",
        "same_rules": "Both runs had the same rules.",
        "other_rules": "The rules changed ({earlier} → {now}): differences are not the "
        "team's alone.",
        "unknown_rules": "The earlier rules are not known: differences need not be the team's.",
        "newcombe": "Intervals of changes are by Newcombe's method 10; one that holds 0 may be "
        "mere chance.",
        "more": "more",
        "less": "less",
        "unclear": "cannot tell",
        "independent": "A difference is no cause: the kinds of calls may have changed, too.",
    },
)


def desk_words(lang: Lang, *, of_scenes: bool = False) -> DeskWords:
    """The words of a language.

    :param of_scenes: figures are of the scenes of script libraries, not of calls.
    """
    said = ZH if lang == "zh" else EN
    return _of_scenes(said, lang) if of_scenes else said


_SCENE_WORDS: Mapping[Lang, tuple[tuple[str, str], ...]] = {
    "zh": (
        ("100 通", "100 个场景"),
        ("通数", "场景数"),
        ("通话", "场景"),
        ("{count} 通", "{count} 个"),
    ),
    "en": (("calls", "scenes"), ("Calls", "Scenes"), ("call ", "scene ")),
}


def _of_scenes(said: DeskWords, lang: Lang) -> DeskWords:
    def renamed(texts: Mapping[str, str]) -> dict[str, str]:
        return {key: _renamed(text, lang) for key, text in texts.items()}

    return replace(
        said, charts=renamed(said.charts), heads=renamed(said.heads), notes=renamed(said.notes)
    )


def _renamed(text: str, lang: Lang) -> str:
    for call, scene in _SCENE_WORDS[lang]:
        text = text.replace(call, scene)
    return text
