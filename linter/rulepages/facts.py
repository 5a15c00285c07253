"""What there is to know of a rule at a glance, in words: how grave, how sure, for which calls."""

from __future__ import annotations

from collections.abc import Iterator

from linter.describing import signal_names
from linter.reports import category_name
from linter.reports.words import words
from linter.rulebook.types import Profile, Rule, RuleBook, Signal
from linter.rulepages.markup import escaped, link
from linter.scoring.score import DEFAULT_WEIGHT
from linter.wording import ref_text

_STATUSES = {"stable": "稳定", "experimental": "试用", "deprecated": "弃用"}
_FIELDS = {
    "kind": "种类",
    "channel": "渠道",
    "direction": "方向",
    "scene": "场景",
    "business": "业务",
}
_VALUES = {
    "call": "通话",
    "script": "话术库",
    "phone": "电话",
    "chat": "在线聊天",
    "in": "呼入",
    "out": "呼出",
}


def facts(book: RuleBook, rule: Rule, changes: tuple[Profile, ...]) -> Iterator[tuple[str, str]]:
    """Names and values, as Markdown of one line each; what a rule does not say is left out.

    :param changes: the profiles that change the rule.
    """
    there = {other.id for other in book.rules}
    yield "编号", f"`{rule.id}`"
    yield "类别", category_text(rule.category)
    yield "方面", rule.aspect
    yield "级别", severity_text(rule)
    yield "把握", _certainty(book, rule)
    yield "扣分", _weight(rule)
    yield "用在", "；".join(_applies(rule)) or "所有通话和话术库"
    yield "方案", "；".join(f"{escaped(one.name)}（{escaped(one.note)}）" for one in changes)
    yield (
        "让位于",
        "、".join(link(one) if one in there else f"`{one}`" for one in rule.yields_to),
    )
    yield "规则包", f"`{rule.pack}`"
    yield "状态", _STATUSES[rule.status]
    yield "来源", escaped(rule.source)


def category_text(category: str) -> str:
    """Its name, when it has one, and its id."""
    name = category_name(category, "zh")
    return f"`{category}`" if name == category else f"{name} `{category}`"


def severity_text(rule: Rule) -> str:
    """The severity, and what it becomes after which signals."""
    names = words("zh").severities
    if rule.praise:
        return "表扬"
    after = [f"{escaped(ref_text(ref))} 之后是{names[to]}" for ref, to in rule.severity_after]
    return "；".join([names[rule.severity], *after, *(["一票否决"] if rule.fatal else [])])


def _certainty(book: RuleBook, rule: Rule) -> str:
    if rule.certainty == "review":
        return "需复核：只供人听一听，不计分，不计入 `--fail-on`"
    if any(_is_weak(book.signals[name]) for name in signal_names(book, rule)):
        return "确定；只是像的、说得含蓄的标“需复核”"
    return "确定"


def _is_weak(signal: Signal) -> bool:
    return bool(
        signal.like
        or signal.heard is not None
        or signal.learned is not None
        or signal.weighed is not None
        or any(pattern.certainty == "review" for pattern in signal.patterns)
    )


def _weight(rule: Rule) -> str:
    points = rule.weight or DEFAULT_WEIGHT[rule.severity]
    if rule.praise or not rule.deduct or rule.certainty == "review" or not points:
        return "不扣分"
    return f"{points} 分，同一轮里起因相同的只扣一次"


def _applies(rule: Rule) -> Iterator[str]:
    for key, values in rule.applies.items():
        known = "（通话写明了才用）" if "" in rule.applies_not.get(key, ()) else ""
        yield f"{_FIELDS[key]}：{_values(values)}{known}"
    for key, values in rule.applies_not.items():
        if named := tuple(filter(None, values)):
            yield f"{_FIELDS[key]}不是：{_values(named)}"


def _values(values: tuple[str, ...]) -> str:
    return "、".join(escaped(_VALUES.get(value, value)) for value in values)
