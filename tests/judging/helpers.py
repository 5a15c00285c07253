"""A small rule book and calls of a few lines, so that a test is one or two lines."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import yaml

from linter.judged import Verdict
from linter.judging.engine import Judged, judge
from linter.linting import Linter
from linter.model import Call, Finding, Role, Turn
from linter.rulebook.load import load_texts

SIGNALS = """
pack: words
classes:
  信息:
    电话: [号码, 电话]
    地址: [地址, 住哪]
slots:
  电话:
    answer: <数字 7+>
    volunteered: 电话是<数字 7+>
signals:
  投诉诉求: {who: customer, any: 我要投诉, maybe: 想反映}
  情绪: {who: customer, levels: {1: 真烦, 2: 气人, 3: 混账}}
  火气: {who: customer, of: [情绪]}
  委屈: {who: customer, any: 委屈, maybe: 难过}
  拒答或叫停: {who: customer, any: 别问了}
  已解决: {who: customer, any: 修好了}
  同意: {who: customer, any: ^好的$}
  通话结束: {who: any, any: 再见}
  致歉安抚: {who: agent, any: 抱歉, maybe: 不巧}
  受理动作: {who: agent, any: 我来处理}
  跟进承诺: {who: agent, any: 给您登记, not_if: 才能}
  问候: {who: agent, any: [您好, 喂]}
  结束语: {who: agent, any: [请慢走, 再见, 好嘞]}
  索要: {who: agent, any: [报一下<信息 as 项>, 报上来]}
  复述核对: {who: agent, any: 跟您核对}
  训人: {who: agent, any: 别喊, maybe: 小声点}
  骂人: {who: agent, any: 有病}
  稍等: {who: agent, any: 请稍等}
  称你: {who: agent, any: 你的, maybe: 你们}
  称您: {who: agent, any: 您的}
"""
"""Every signal is a few plain words, so that a line shows what it says."""

ASK = "坐席：请接着讲。"
TELL = "客户：宽带的事情。"
ANGRY = "客户：我要投诉。"
SORRY = "坐席：非常抱歉。"
SCOLD = "坐席：您别喊。"

_ROLES: dict[str, Role] = {
    "客户": "customer",
    "坐席": "agent",
    "机器人": "bot",
    "系统": "system",
    "未知": "unknown",
}
_COMMON: dict[str, Any] = {
    "category": "tone",
    "aspect": "态度",
    "severity": "warning",
    "say": "说明",
    "why": "理由",
    "instead": "建议",
    "tests": [{"flag": "坐席：【x】"}, {"pass": "坐席：x"}],
}


def call(*lines: str, **fields: Any) -> Call:
    """A call of lines such as ``客户：…``; ``坐席2：…`` is another speaker."""
    turns = []
    for line in lines:
        name, _, text = line.partition("：")
        role = name.rstrip("0123456789")
        turns.append(Turn(_ROLES[role], text, speaker=name.removeprefix(role)))
    return Call(**{"id": "c", **fields}, turns=tuple(turns))


def rule_text(*rules: str, pack: str = "rules") -> str:
    """A pack of rules of which only what matters is given; the n-th one is called ``r<n>``."""
    items = [
        {"id": f"r{number}", **_COMMON, **yaml.safe_load(text)}
        for number, text in enumerate(rules, 1)
    ]
    return json.dumps({"pack": pack, "rules": items}, ensure_ascii=False)


@cache
def linter(*rules: str, signals: str = SIGNALS) -> Linter:
    """A linter of these rules over the small words."""
    return Linter(load_texts([("words.yml", signals), ("rules.yml", rule_text(*rules))]))


def judged(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> Judged:
    """What the judging layer says of a call."""
    made = linter(*([rules] if isinstance(rules, str) else rules))
    return judge(made.book, made.view(call(*lines, **fields)))


def findings(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> tuple[Finding, ...]:
    """The findings that are shown."""
    return judged(rules, *lines, **fields).findings


def one(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> Finding:
    """The only finding."""
    (found,) = findings(rules, *lines, **fields)
    return found


def places(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> list[tuple[int, str]]:
    """Turn and quote of each finding."""
    return [(found.turn, found.quote) for found in findings(rules, *lines, **fields)]


def verdict(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> Verdict:
    """What the first rule says of the call."""
    return judged(rules, *lines, **fields).verdicts[0]


def status(rules: str | tuple[str, ...], *lines: str, **fields: Any) -> str:
    """The first rule's verdict in one word."""
    return verdict(rules, *lines, **fields).status


def chain(found: Finding) -> list[tuple[int, str, str]]:
    """Turn, part and words of each piece of evidence."""
    return [(e.turn, e.as_, e.quote) for e in found.evidence]
