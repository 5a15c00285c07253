"""Random calls of a few lines in which the small signals do stand, and a rule of every kind."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, permutations

from hypothesis import settings
from hypothesis import strategies as st

from linter.judged import Report
from linter.model import Call, Finding

from .helpers import call, linter
from .marked import timed

CUSTOMER = (
    "我要投诉。",
    "我想反映一下，",
    "真烦。",
    "气人，真烦。",
    "混账，你混账！",
    "委屈。",
    "别问了。",
    "修好了。",
    "好的。",
    "嗯。",
    "13800001234。",
    "电话是13800001234，",
    "宽带的事情。",
    "那就再见。",
    "",
)
AGENT = (
    "非常抱歉。",
    "真是不巧，",
    "我来处理，",
    "给您登记。",
    "您报了才能给您登记。",
    "您好。",
    "请慢走。",
    "报一下号码。",
    "报一下地址，",
    "跟您核对，报一下电话。",
    "您别喊！",
    "小声点，您别喊。",
    "有病。",
    "请稍等，你的您的。",
    "嗯。",
    "请接着讲，我都记着呢。",
    "",
)
RULES = (
    "{id: apology, when: [投诉诉求, 情绪 2+], require: 致歉安抚, within: 2, credit: 1, late: 3}",
    "{id: taken, when: 投诉诉求, require: [受理动作, 跟进承诺], within: 3, credit: 0}",
    "{id: followup, when: [投诉诉求, 情绪], require: 跟进承诺, within: end, credit: 0,"
    " settled: 已解决, report: last, aspect: 职责}",
    "{id: greeting, require: 问候, at: opening, within: 1, severity: info}",
    "{id: closing, require: 结束语, at: closing, within: 1, severity: info}",
    "{id: scold, forbid: 训人, severity: {default: warning, after 情绪: error},"
    " unless: [{before 1: 同意}, {same_or_next: 致歉安抚}], yields_to: insult}",
    "{id: insult, forbid: 骂人, severity: error, fatal: true}",
    "{id: probing, forbid: 索要, when: 拒答或叫停, within: 2, until: 已解决, yields_to: again}",
    "{id: again, sequence: [{问: 索要(项=X)}, {停: [refused(项=X), 拒答或叫停]},"
    " {又问: 索要(项=X)}], span: 6, unless_turn: 复述核对}",
    "{id: known, sequence: [{给: given(项=X)}, {无 乱: 情绪}, {又问: 索要(项=X)}], span: 8}",
    "{id: same, repeat: {similar: 80, chars: 5, within: 3, when: [情绪, 委屈]}}",
    "{id: long, measure: {of: unbroken, limit: 7}}",
    "{id: waits, measure: {of: count, limit: 2, signals: [稍等, 索要]}}",
    "{id: heat, rise: {after: [tone], signal: 情绪, within: 1}, category: rise, deduct: false}",
)
LINTER = linter(*RULES)
LAW = settings(deadline=None, derandomize=True)
"""The same examples every time; the first call of a linter compiles its rules, so none is timed."""

customer_lines = st.builds(
    "{}：{}".format, st.sampled_from(["客户", "客户", "客户2"]), st.sampled_from(CUSTOMER)
)
agent_lines = st.builds(
    "{}：{}".format, st.sampled_from(["坐席", "坐席", "坐席2"]), st.sampled_from(AGENT)
)
other_lines = st.builds(
    "{}：{}".format,
    st.sampled_from(["机器人", "系统", "未知"]),
    st.sampled_from(["我要投诉。", "混账。", "非常抱歉。", "您别喊。", "再见。", "嗯。"]),
)
lines = st.lists(customer_lines | agent_lines, min_size=1, max_size=14)
any_lines = customer_lines | agent_lines | customer_lines | agent_lines | other_lines


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """A call, with times or none, in which both sides say something."""
    spoken = draw(st.lists(any_lines, max_size=14))
    at = draw(st.integers(0, len(spoken)))
    ends = draw(st.permutations(["客户：宽带的事情。", "坐席：请接着讲。"]))
    made = call(*spoken[:at], *ends, *spoken[at:])
    return timed(made) if draw(st.booleans()) else made


CUSTOMER_WORDS = ("我要投诉", "想反映", "真烦", "混账", "别问了", "好的", "电话是13800001234", "嗯")
AGENT_WORDS = ("抱歉", "别喊", "小声点", "报一下号码", "报一下地址", "请稍等", "你的您的", "好嘞")


def _lines(speakers: Iterable[str], words: Iterable[str]) -> st.SearchStrategy[str]:
    """One of these words, or two."""
    texts = [*words, *map("，".join, permutations(words, 2))]
    return st.sampled_from([f"{speaker}：{text}。" for speaker in speakers for text in texts])


_customer, _agent = _lines(["客户"], CUSTOMER_WORDS), _lines(["坐席", "坐席2"], AGENT_WORDS)
_both = st.tuples(_customer, _agent)
_exchanges = _both | _both | st.tuples(_agent, _agent) | st.tuples(_customer)


@st.composite
def busy_calls(draw: st.DrawFn) -> Call:
    """A call full of signals, so that most rules have something to find in it."""
    spoken = ["客户：宽带的事情。", "坐席：请接着讲。"]
    spoken += chain.from_iterable(draw(st.lists(_exchanges, min_size=3, max_size=7)))
    spoken[0:0] = draw(st.lists(_agent, max_size=1))
    other = draw(st.none() | other_lines)
    if other is not None:
        spoken.insert(draw(st.integers(0, len(spoken))), other)
    return call(*spoken)


any_calls = calls() | busy_calls() | busy_calls()


def all_findings(report: Report) -> tuple[Finding, ...]:
    """Shown and hidden ones."""
    return (*report.findings, *report.hidden)
