"""One rule's page."""

from __future__ import annotations

from collections.abc import Iterator

from linter.describing import judging
from linter.reports import category_name
from linter.rulebook.types import Profile, Rule, RuleBook
from linter.rulepages.examples import example_lines
from linter.rulepages.facts import facts
from linter.rulepages.markup import INDEX, MARK, escaped, row


def rule_page(book: RuleBook, rule: Rule, changes: tuple[Profile, ...]) -> str:
    """All there is to know about a rule, as Markdown.

    :param book: the rules it belongs to.
    :param changes: the profiles that change it.
    """
    return "\n".join([*_lines(book, rule, changes), "", MARK, ""])


def _lines(book: RuleBook, rule: Rule, changes: tuple[Profile, ...]) -> Iterator[str]:
    yield f"# {escaped(category_name(rule.category, 'zh'))}：{rule.id}"
    yield from ("", escaped(rule.message), "")
    yield from (row("规则", f"[全部规则]({INDEX})"), row("---", "---"))
    yield from (row(name, value) for name, value in facts(book, rule, changes) if value)
    yield from ("", "## 为什么", "", escaped(rule.why))
    yield from ("", "## 怎么说", "", escaped(rule.suggestion))
    if rule.fix:
        yield ""
        yield from (f"- {escaped(old)} → {escaped(new)}" for old, new in rule.fix)
    yield from ("", "## 怎么判", "")
    yield from _nested(judging(rule, "zh"))
    yield from ("", f"## {'算做到' if rule.praise else '会报'}", "", "要报的字是粗体。")
    yield from example_lines(rule, flags=True)
    yield from ("", "## 不报", "", "看着像，不该报的。")
    yield from example_lines(rule, flags=False)
    if rule.false_positives:
        yield from ("", "## 已知误报", "")
        yield from (f"- {escaped(known)}" for known in rule.false_positives)
    yield from ("", "## 不想要它", "", *_ways_out(rule))


def _nested(sentences: Iterator[str]) -> Iterator[str]:
    """Items; sentences that are set in belong to the one before them."""
    for sentence in sentences:
        indent = "    " if sentence.startswith(" ") else ""
        yield f"{indent}- {escaped(sentence)}"


def _ways_out(rule: Rule) -> Iterator[str]:
    change = f"change: {{rules: {{{rule.id}: "
    yield f"- 这一次不看：`huashu lint … --ignore {rule.id}`；整类：`--ignore {rule.category}`。"
    yield f"- 公司里一直不看：在自己的规则包里写 `{change}off}}}}`。"
    yield f"- 改轻改重：`{change}{{severity: info}}}}}}`。"
    yield f"- 为什么报、为什么没报：`huashu explain {rule.id} 通话文件`。"
