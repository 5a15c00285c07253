"""A small pack whose rules have everything that a page can show."""

from __future__ import annotations

from linter.rulebook.load import load_texts
from linter.rulebook.types import Rule, RuleBook

SHOP = """\
pack: shop
signals:
  催: {who: agent, any: [快点], maybe: [抓紧]}
  急: {who: customer, levels: {1: [着急], 2: [急死]}}
  谢: {who: agent, any: [谢谢]}
rules:
  - id: rude
    category: impatience
    aspect: 态度
    severity: {default: warning, after 急: error}
    weight: 7
    forbid: 催
    yields_to: cold
    say: 坐席在*催*客户。
    why: 催了更慢。
    instead: 您慢慢说。
    fix: {快点: 您慢慢说}
    source: 手册 <3>
    known: [催的是同事]
    applies: {kind: call, scene: {is: [报修]}, business: {not: [保险]}}
    tests:
      - flag: |
          # 场景：报修
          客户：我想想 [一下]。
          坐席：【快点】说, 【快点】。
        severity: warning
      - flag: "# 场景：报修\\n坐席：【抓紧】。"
        certainty: review
      - pass: "# 场景：报修\\n客户：快点。\\n坐席：好。"
        verdict: met
  - id: cold
    category: own
    aspect: 话术
    severity: info
    certainty: review
    forbid: 谢
    say: 说了谢。
    why: 为
    instead: 怎
    tests: [{flag: "坐席：【谢谢】"}, {pass: "坐席：好"}]
profiles:
  松:
    note: 可以催
    change: {rules: {rude: {severity: info}}}
  免:
    note: 不算
    change: {signals: {谢: {add: {over: [谢谢您]}}}}
"""


def shop() -> RuleBook:
    return load_texts([("shop.yml", SHOP)])


def rule(name: str) -> Rule:
    return next(rule for rule in shop().rules if rule.id == name)
