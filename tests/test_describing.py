from __future__ import annotations

import pytest

from linter.describing import describe, judging, parts, ref_text, signal_names
from linter.describing_signal import signal_lines
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
    "first-only": "forbid: 谢\n    which: first",
    "third-trigger": "forbid: 谢\n    when: 急\n    within: 2\n    which: 3",
    "last-trigger": (
        "require: 谢\n    when: 急\n    within: 2\n    which: last\n    credit: 0\n    late: 0"
    ),
    "beforehand": "require: {all: [谢, 要]}\n    when: 急\n    before: 2\n    which: last",
    "own-turn": "require: 谢\n    when: 急\n    before: 0",
    "all-at-once": "require: {all: [谢, 要]}\n    at: opening\n    within: 1",
    "whatever-order": "sequence: [{甲: 谢}, {乙: 要}]\n    order: any\n    span: 4",
    "hits-counted": "measure: {of: count, limit: 2, signals: 谢, each: hit}",
    "counted-near": "measure: {of: count, limit: 2, signals: [谢, 要], within: 5}",
    "hits-near": "measure: {of: count, limit: 2, signals: 谢, within: 5, each: hit}",
    "talks": "measure: {of: talk_share, limit: 70}",
    "silent": "measure: {of: silence_share, limit: 30}",
    "waits": "measure: {of: longest_silence, limit: 20}",
    "lasts": "measure: {of: call_duration, limit: 600}",
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


@pytest.mark.parametrize(
    ("lang", "severity", "applies"),
    [
        ("zh", "级别：warning；一票否决；只供复核", "适用：scene is 催收|回访 business≠宽带"),
        (
            "en",
            "Severity: warning; fatal; for review only",
            "Applies to: scene is 催收|回访 business≠宽带",
        ),
    ],
)
def test_what_ends_all_and_what_a_call_has_to_say(lang, severity, applies):
    judge = "forbid: 谢\n    fatal: true\n    certainty: review\n    applies: %s"
    said = judge % "{scene: {is: [催收, 回访]}, business: {not: 宽带}}"
    rule = RULE.format(id="grave", category="a", judge=said).replace("info", "warning")
    text = f"pack: t\nsignals: {{谢: {{any: [谢谢]}}}}\nrules:\n{rule}"
    grave = load_texts([("t.yml", text)])
    lines = list(describe(grave, grave.rules[0], lang))
    assert f"  {severity}" in lines
    assert f"  {applies}" in lines


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
        ("duplicate", ["8 字以上的话说的是一样的。"], ["The same line of 8+ characters again."]),
        ("counts", ["谢 超过 6 轮。"], ["谢 in more than 6 turns."]),
        (
            "first-only",
            ["不许出现 谢。", "只看第一次命中。"],
            ["谢 must not occur.", "Only the first hit."],
        ),
        (
            "third-trigger",
            ["不许出现 谢。", "只看 急 之后 2 个坐席轮次。", "只看第 3 次触发。"],
            ["谢 must not occur.", "Only 2 agent turn(s) after 急.", "Only trigger no. 3."],
        ),
        (
            "last-trigger",
            ["急 之后 2 个坐席轮次里要有 谢。", "只看最后一次触发。"],
            ["谢 within 2 agent turn(s) after 急.", "Only the last trigger."],
        ),
        (
            "beforehand",
            [
                "急 之前要有 谢、要（都要有）：同一轮里它前面，或再往前 2 个坐席轮次，"
                "期间双方的话都算。",
                "只看最后一次触发。",
            ],
            [
                "谢, 要 (all of them) before 急: "
                "earlier in its turn, in the 2 agent turn(s) before it, or between.",
                "Only the last trigger.",
            ],
        ),
        (
            "own-turn",
            ["急 之前、同一轮里要有 谢。"],
            ["谢 before 急, in its own turn."],
        ),
        (
            "all-at-once",
            ["开头 1 个坐席轮次里要有 谢、要（都要有）。"],
            ["谢, 要 (all of them) in the first 1 agent turn(s)."],
        ),
        (
            "whatever-order",
            ["不论先后，首尾相距不超过 4 轮，报最后一步：", "  甲：谢", "  乙：要"],
            [
                "In any order, 4 turns apart at most; the last step is reported:",
                "  甲: 谢",
                "  乙: 要",
            ],
        ),
        ("hits-counted", ["谢 超过 2 处。"], ["谢 more than 2 times."]),
        (
            "counted-near",
            ["连着 5 个有内容的轮次里，谢、要 超过 2 轮。"],
            ["谢, 要 in more than 2 turns, within 5 substantive turns in a row."],
        ),
        (
            "hits-near",
            ["连着 5 个有内容的轮次里，谢 超过 2 处。"],
            ["谢 more than 2 times, within 5 substantive turns in a row."],
        ),
        ("talks", ["坐席说话超过双方的 70%。"], ["The agent does more than 70 % of the talking."]),
        (
            "silent",
            ["没人说话的时间超过 30%。"],
            ["Nobody speaks for more than 30 % of the call."],
        ),
        ("waits", ["静音超过 20 秒。"], ["A silence of more than 20 seconds."]),
        ("lasts", ["通话超过 600 秒。"], ["A call of more than 600 seconds."]),
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
        ("first-only", [("不许出现（只看第一次命中）", ["谢"])], ["谢"]),
        (
            "third-trigger",
            [("触发（只看第 3 次触发）", ["急"]), ("不许出现", ["谢"])],
            ["急", "谢"],
        ),
        (
            "beforehand",
            [("触发（只看最后一次触发）", ["急"]), ("之前都要有", ["谢", "要"])],
            ["急", "谢", "要"],
        ),
        ("own-turn", [("触发", ["急"]), ("之前要有", ["谢"])], ["急", "谢"]),
        ("all-at-once", [("都要有", ["谢", "要"])], ["谢", "要"]),
        ("waits", [], []),
    ],
)
def test_what_it_refers_to(book, name, labels, signals):
    rule = named(book, name)
    assert [(label, list(map(ref_text, refs))) for label, refs in parts(rule, "zh")] == labels
    assert signal_names(book, rule) == signals


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("first-only", ["forbidden (only the first hit)"]),
        ("third-trigger", ["trigger (only trigger no. 3)", "forbidden"]),
        ("beforehand", ["trigger (only the last trigger)", "all required, before"]),
        ("own-turn", ["trigger", "required, before"]),
        ("all-at-once", ["all required"]),
    ],
)
def test_what_it_refers_to_in_english(book, name, labels):
    assert [label for label, _ in parts(named(book, name), "en")] == labels


SIGNALS = {
    "{all: [子, 丑]}": ["all:", "  - 子", "  - 丑", "in: turn"],
    "{all: [子, 丑], in: sentence}": ["all:", "  - 子", "  - 丑", "in: sentence"],
    "{all: [子]}": ["any:", "  - 子"],
    "{any: [子, 丑, 寅], least: 2}": ["any:", "  - 子", "  - 丑", "  - 寅", "least: 2", "in: turn"],
    "{any: 子, maybe: 丑, least: 2}": [
        *("any:", "  - 子", "maybe:", "  - 丑", "least: 2", "in: turn")
    ],
    "{levels: {1: 子, 2: 丑}, least: 2}": [
        *("levels 1:", "  - 子", "levels 2:", "  - 丑", "least: 2", "in: turn")
    ],
    "{who: agent, of: [谢, 急], least: 2, in: 3 turns}": [
        "of: [谢, 急]",
        "least: 2",
        "in: 3 turns",
    ],
    "{none: [子, 丑]}": ["none:", "  - 子", "  - 丑"],
    "{any: 子, regex: ['a+', b]}": ["any:", "  - 子", "regex:", "  - a+", "  - b"],
    "{regex: [a, b], least: 2}": ["regex:", "  - a", "  - b", "least: 2", "in: turn"],
    "{like: [一二三四五, 六七八九十]}": [
        *("like:", "  - 一二三四五", "  - 六七八九十", "similar: 75")
    ],
    "{like: 一二三四五, similar: 60}": ["like:", "  - 一二三四五", "similar: 60"],
    "{any: 子, learned: {of: any, over: 60}, over: 丑}": [
        *("any:", "  - 子", "learned: {of: any, over: 60}", "over:", "  - 丑")
    ],
    "{any: 子, weighed: {drop: 5}}": ["any:", "  - 子", "weighed: {of: any, drop: 5}"],
    "{any: 子, heard: same}": ["any:", "  - 子", "heard: same"],
    "{any: 子, heard: near}": ["any:", "  - 子", "heard: near"],
    "{any: 子, heard: [n-l, f-h]}": ["any:", "  - 子", "heard: [f-h, n-l]"],
    "{any: 子, at: first 2}": ["any:", "  - 子", "at: first 2"],
    "{any: 子, at: last 30s}": ["any:", "  - 子", "at: last 30s"],
    "{any: 子, near: 丑, near_turn: [寅, 卯]}": [
        *("any:", "  - 子", "near:", "  - 丑", "near_turn:", "  - 寅", "  - 卯")
    ],
    "{any: 子, echo: 3}": ["any:", "  - 子", "echo: 3"],
    "{any: 子, not_when: 问价, only_when: [问价]}": [
        *("any:", "  - 子", "not_when: [问价]", "only_when: [问价]")
    ],
}


def described(said: str, lang: str) -> list[str]:
    text = f"""\
pack: t
conditions: {{问价: {{after: [钱]}}}}
signals:
  谢: {{any: [谢]}}
  急: {{any: [急]}}
  试: {said}
"""
    return list(signal_lines(load_texts([("t.yml", text)]).signals["试"], lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("said", SIGNALS)
def test_a_signal_key_by_key(said, lang):
    assert described(said, lang) == ["who: agent", *SIGNALS[said]]


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("of: characters, over: 60", "(字)", "(characters)"),
        ("of: rate, over: 320, under: 80", "(字/分)", "(characters a minute)"),
        ("of: duration, over: 40", "(秒)", "(seconds)"),
        ("of: silence, over: 1.5", "(秒)", "(seconds)"),
        ("of: overlap, under: 2", "(秒)", "(seconds)"),
        ("of: repetition, over: 80", "(%)", "(%)"),
    ],
)
def test_a_measure_in_its_unit(said, zh, en):
    written = f"{{measure: {{{said}}}}}"
    assert described(written, "zh") == ["who: agent", f"measure: {{{said}}} {zh}"]
    assert described(written, "en") == ["who: agent", f"measure: {{{said}}} {en}"]


@pytest.mark.parametrize(
    "said",
    [
        "learned: {of: blame, over: 60}",
        "learned: {of: blame, over: 60, alone: true}",
        "weighed: {of: blame, doubt: 20}",
        "weighed: {of: blame, drop: 5, doubt: 20}",
    ],
)
def test_a_category_that_is_scored_by_its_name(said):
    written = f"{{maybe: 子, {said}}}"
    assert described(written, "zh")[-1] == f"{said} (指责客户)"
    assert described(written, "en")[-1] == f"{said} (blaming the customer)"


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


def test_a_signal_of_nods_and_what_it_is_for() -> None:
    (signal,) = load_texts(
        [("t.yml", "pack: t\nsignals: {应: {who: customer, backchannel: true, note: 点头}}")]
    ).signals.values()
    assert list(signal_lines(signal, "zh"))[-2:] == ["backchannel: true", "note: 点头"]
