from __future__ import annotations

import pytest

from linter.describing import describe, judging, parts, ref_text, signal_names
from linter.rulebook.load import load_texts
from linter.rulebook.types import Ref, Rule, RuleBook

RULE = """\
  - id: {id}
    category: {category}
    aspect: 话术
    severity: info
    {judge}
    say: 说
    why: 为
    instead: 怎
    tests: [{{flag: "坐席：【啊】"}}, {{pass: "坐席：谢谢"}}]
"""
JUDGES = {
    "plain": "forbid: 谢",
    "opens": "require: 谢\n    at: opening\n    within: 2",
    "closes": "require: 谢\n    at: closing\n    within: 3",
    "somewhere": "require: 谢\n    at: anywhere",
    "after": "require: [谢, 要]\n    when: 急 2+\n    within: 2\n    late: 3\n    settled: 谢",
    "to-the-end": "require: 谢\n    when: 急\n    within: end\n    credit: 0",
    "steps": (
        "sequence: [{先要: 要(项=X)}, {客户给: given(项=X)}, {无 谢: 谢}, {同轮 又要: 要(项=X)}]\n"
        "    span: 8\n    unless_between: 急\n    unless_turn: 谢"
    ),
    "repeats": "repeat: {similar: 80, chars: 4, within: 3, when: 急, over: 谢}",
    "unbroken": "measure: {of: unbroken, limit: 40}",
    "mixed": "measure: {of: mixed, signals: [谢, 要]}",
    "duplicate": "measure: {of: duplicate, limit: 8}",
    "counts": "measure: {of: count, limit: 6, signals: 谢}",
    "rises": "rise: {after: [a, blame], signal: 急, within: 1, before: 3}",
}
FORBIDS = """\
pack: kinds
signals:
  急: {who: customer, levels: {1: [急], 2: [「急」死了]}}
  问:
    who: agent
    any: [多少(后无 钱)]
    maybe: [几个]
    over: [多少年]
    not_if: [不用]
    not_if_turn: [算了]
    near: [您]
    not_when: [问价]
  要: {who: agent, any: [<信息 as 项>报一下]}
  都要: {who: agent, of: [问, 要]}
  谢: {who: agent, any: [谢谢]}
classes:
  信息: {电话: [号码], 姓名: [名字]}
conditions:
  问价: {after: [钱]}
rules:
  - id: forbids
    category: blame
    aspect: 态度
    severity: {default: warning, after 急 2+: error}
    certainty: review
    applies: {channel: [phone, chat], kind: call}
    forbid: [都要, 谢]
    when: 急
    within: 2
    until: 谢
    unless: [same_turn: 谢, same_or_next: 要, before 2: 谢, after 3: 谢, earlier: 急]
    yields_to: [counts, rises]
    say: >
      说了
      两行
    why: 为什么
    instead: 怎么说
    source: 来源
    known: [误报一, 误报二]
    tests:
      - flag: |
          客户：急
          坐席：【谢谢】
      - {pass: "坐席：啊"}
"""


@pytest.fixture(scope="module")
def book() -> RuleBook:
    rules = [
        RULE.format(id=name, judge=judge, category="blame" if name == "plain" else "a")
        for name, judge in JUDGES.items()
    ]
    return load_texts([("kinds.yml", FORBIDS + "".join(rules))])


def named(book: RuleBook, name: str) -> Rule:
    return next(rule for rule in book.rules if rule.id == name)


def test_a_rule_with_everything(book):
    assert (
        "\n".join(describe(book, named(book, "forbids"), "zh"))
        == """\
规则 forbids  kinds.yml:21
  说明：说了 两行
  为什么：为什么
  怎么说：怎么说
  方面：态度
  类别：blame 指责客户
  规则包：kinds
  级别：warning；急 2+ 之后是 error；只供复核
  适用：channel=phone|chat kind=call
  让位于：counts、rises
  来源：来源
  已知误报：误报一、误报二
判法
  不许出现 都要、谢。
  只看 急 之后 2 个坐席轮次。
  出现 谢 就不再看。
  同一轮里有 谢，就放过。
  同一轮或之后 1 个坐席轮次里有 要，就放过。
  之前 2 轮里有 谢，就放过。
  之后 3 轮里有 谢，就放过。
  前面有 急，就放过。
信号 急  kinds.yml:3
  who: customer
  levels 1:
    - 急
  levels 2:
    - 「急」死了
信号 都要  kinds.yml:14
  who: agent
  of: [问, 要]
信号 问  kinds.yml:5
  who: agent
  any:
    - 多少(后无 钱)
  maybe:
    - 几个
  over:
    - 多少年
  not_if:
    - 不用
  not_if_turn:
    - 算了
  near:
    - 您
  not_when: [问价]
信号 要  kinds.yml:13
  who: agent
  any:
    - <信息 as 项>报一下
信号 谢  kinds.yml:15
  who: agent
  any:
    - 谢谢
测试
  flag  kinds.yml:41
    客户：急
    坐席：【谢谢】
  pass  kinds.yml:44
    坐席：啊"""
    )


def test_a_rule_with_little_in_english(book):
    assert (
        "\n".join(describe(book, named(book, "plain"), "en"))
        == """\
Rule plain  kinds.yml:45
  Message: 说
  Why: 为
  Instead: 怎
  Aspect: 话术
  Category: blame blaming the customer
  Pack: kinds
  Severity: info
How it judges
  谢 must not occur.
Signal 谢  kinds.yml:15
  who: agent
  any:
    - 谢谢
Tests
  flag  kinds.yml:53
    坐席：【啊】
  pass  kinds.yml:53
    坐席：谢谢"""
    )


def test_a_category_without_a_name_stands_there_once(book):
    assert "  类别：a" in list(describe(book, named(book, "opens"), "zh"))


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (
            "forbids",
            [
                "不许出现 都要、谢。",
                "只看 急 之后 2 个坐席轮次。",
                "出现 谢 就不再看。",
                "同一轮里有 谢，就放过。",
                "同一轮或之后 1 个坐席轮次里有 要，就放过。",
                "之前 2 轮里有 谢，就放过。",
                "之后 3 轮里有 谢，就放过。",
                "前面有 急，就放过。",
            ],
            [
                "都要, 谢 must not occur.",
                "Only 2 agent turn(s) after 急.",
                "Not after 谢.",
                "Excused by 谢: same turn.",
                "Excused by 要: same or next 1 agent turn(s).",
                "Excused by 谢: 2 turn(s) before.",
                "Excused by 谢: 3 turn(s) after.",
                "Excused by 急: earlier.",
            ],
        ),
        ("opens", ["开头 2 个坐席轮次里要有 谢。"], ["谢 in the first 2 agent turn(s)."]),
        ("closes", ["最后 3 个坐席轮次里要有 谢。"], ["谢 in the last 3 agent turn(s)."]),
        ("somewhere", ["全通里要有 谢。"], ["谢 anywhere in the call."]),
        (
            "after",
            [
                "急 2+ 之后 2 个坐席轮次里要有 谢、要。",
                "之前 1 个坐席轮次里说过也算。",
                "再晚 3 轮以内算偏晚。",
                "之后有 谢，就不再要求。",
            ],
            [
                "谢, 要 within 2 agent turn(s) after 急 2+.",
                "It counts in the 1 agent turn(s) before, too.",
                "Up to 3 turn(s) later it is late.",
                "Not asked for once there is 谢.",
            ],
        ),
        (
            "to-the-end",
            ["急 之后、通话结束之前要有 谢。"],
            ["谢 after 急, before the call ends."],
        ),
        (
            "steps",
            [
                "按顺序出现，首尾相距不超过 8 轮，报最后一步：",
                "  先要：要(项=X)",
                "  客户给：given(项=X)",
                "  谢（之间没有）：谢",
                "  又要（可以同轮）：要(项=X)",
                "首尾之间有 急，就放过。",
                "最后一步那一轮里有 谢，就放过。",
            ],
            [
                "In this order, 8 turns apart at most; the last step is reported:",
                "  先要: 要(项=X)",
                "  客户给: given(项=X)",
                "  谢 (none in between): 谢",
                "  又要 (may share the turn): 要(项=X)",
                "Excused by 急 in between.",
                "Excused by 谢 in the last step's turn.",
            ],
        ),
        (
            "repeats",
            [
                "3 个坐席轮次以内，又说一句 4 字以上、80% 相同的话。",
                "两次之间客户有 急。",
                "有 谢 的句子不比。",
            ],
            [
                "Within 3 agent turns, a sentence of 4+ characters again, 80 % alike.",
                "The customer shows 急 in between.",
                "Sentences with 谢 are not compared.",
            ],
        ),
        (
            "unbroken",
            ["超过 40 个字没有停顿。"],
            ["More than 40 characters without a stop."],
        ),
        ("mixed", ["同一句里兼有 谢、要。"], ["Both in one line: 谢, 要."]),
        ("duplicate", ["8 字以上的话一模一样。"], ["The same line of 8+ characters again."]),
        ("counts", ["谢 超过 6 轮。"], ["谢 in more than 6 turns."]),
        (
            "rises",
            ["报出 a、blame 之后 1 个客户轮次里，急 高过此前 3 个客户轮次的最高处。"],
            ["After a, blame, within 1 customer turn(s), 急 above its highest in the 3 before."],
        ),
    ],
)
def test_how_it_judges(book, name, zh, en):
    assert list(judging(named(book, name), "zh")) == zh
    assert list(judging(named(book, name), "en")) == en


@pytest.mark.parametrize(
    ("name", "labels", "signals"),
    [
        (
            "forbids",
            [
                ("触发", ["急"]),
                ("不许出现", ["都要", "谢"]),
                ("同一轮里", ["谢"]),
                ("同一轮或之后 1 个坐席轮次里", ["要"]),
                ("之前 2 轮里", ["谢"]),
                ("之后 3 轮里", ["谢"]),
                ("前面", ["急"]),
                ("到此为止", ["谢"]),
                ("级别看", ["急 2+"]),
            ],
            ["急", "都要", "问", "要", "谢"],
        ),
        ("opens", [("要有", ["谢"])], ["谢"]),
        (
            "after",
            [("触发", ["急 2+"]), ("要有", ["谢", "要"]), ("已了结", ["谢"])],
            ["急", "谢", "要"],
        ),
        (
            "steps",
            [
                ("先要", ["要(项=X)"]),
                ("客户给", ["given(项=X)"]),
                ("谢", ["谢"]),
                ("又要", ["要(项=X)"]),
                ("之间有就放过", ["急"]),
                ("同一轮里有就放过", ["谢"]),
            ],
            ["要", "谢", "急"],
        ),
        ("repeats", [("触发", ["急"]), ("不比", ["谢"])], ["急", "谢"]),
        ("unbroken", [], []),
        ("mixed", [("数的是", ["谢", "要"])], ["谢", "要"]),
        ("rises", [("上升的是", ["急"])], ["急"]),
    ],
)
def test_what_it_refers_to(book, name, labels, signals):
    rule = named(book, name)
    assert [(label, list(map(ref_text, refs))) for label, refs in parts(rule, "zh")] == labels
    assert signal_names(book, rule) == signals


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        (Ref("急"), "急"),
        (Ref("急", 2), "急 2+"),
        (Ref("要", slot=("项", "X")), "要(项=X)"),
        (Ref("要", 1, ("项", "X")), "要 1+(项=X)"),
    ],
)
def test_references_as_rule_files_write_them(ref, text):
    assert ref_text(ref) == text
