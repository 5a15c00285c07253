"""One rule: its common keys, and all that can be wrong with them at once."""

from __future__ import annotations

import pytest

from linter.rulebook.types import Forbid, Place, Ref

from .helpers import RULE, SIGNALS, book, errors, errors_of, hints, rule, rule_errors, rule_text


def test_a_short_rule() -> None:
    found = rule()
    assert (found.id, found.pack, found.category, found.aspect) == (
        *("rude", "t"),
        *("impatience", "态度"),
    )
    assert (found.severity, found.severity_after, found.certainty) == ("error", (), "certain")
    assert (found.weight, found.fatal, found.deduct, found.praise) == (0, False, True, False)
    assert (found.message, found.why, found.suggestion) == (
        *("坐席在催客户。", "催促伤人。"),
        "不着急。",
    )
    assert (found.source, found.status, found.false_positives) == ("", "stable", ())
    assert (found.applies, found.yields_to) == ({}, ())
    assert found.judge == Forbid((Ref("催"),))
    assert found.place == Place("t.yml", 10, 5)


def test_a_long_rule() -> None:
    found = rule(
        certainty="review",
        weight="5",
        fatal="true",
        deduct="false",
        praise="true",
        source="国标",
        status="experimental",
        known="[急救, 报警]",
        applies="{channel: phone, business: [宽带, 电话], kind: call}",
        yields_to="rude",
    )
    assert (found.certainty, found.weight, found.fatal) == ("review", 5, True)
    assert (found.deduct, found.praise, found.source) == (False, True, "国标")
    assert (found.status, found.false_positives) == ("experimental", ("急救", "报警"))
    assert found.applies == {
        "channel": ("phone",),
        "business": ("宽带", "电话"),
        "kind": ("call",),
    }
    assert found.yields_to == ("rude",)


def test_severity_by_what_went_before() -> None:
    found = rule(severity="{default: info, after 情绪: warning, after 情绪 2+: error}")
    assert found.severity == "info"
    assert found.severity_after == ((Ref("情绪"), "warning"), (Ref("情绪", level=2), "error"))


def test_tests() -> None:
    found = rule(
        tests="[{flag: '坐席：【快点】'}, {pass: '坐席：慢点', kind: script}, {pass: 坐席：好}]"
    )
    assert [(test.flags, test.text, test.kind) for test in found.tests] == [
        (True, "坐席：【快点】", "call"),
        (False, "坐席：慢点", "script"),
        (False, "坐席：好", "call"),
    ]
    assert found.tests[0].place == Place("t.yml", 17, 13)


@pytest.mark.parametrize("key", RULE)
def test_each_key_is_needed(key: str) -> None:
    assert rule_errors(**{key: None}) == [f"规则缺少 {key}"]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("id", "规则名"),
        ("category", "类别"),
        ("aspect", "aspect"),
        ("severity", "severity"),
        ("say", "说明"),
        ("why", "理由"),
        ("instead", "建议"),
        ("source", "来源"),
        ("status", "status"),
        ("certainty", "certainty"),
        ("weight", "整数"),
        ("fatal", "true 或 false"),
    ],
)
def test_a_key_without_a_value(key: str, what: str) -> None:
    assert rule_errors(**{key: ""}) == [f"这里要写{what}，不能空着"]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("id", "Rude", "规则名 'Rude' 要用小写字母、数字和连字符"),
        ("id", "rude_one", "规则名 'rude_one' 要用小写字母、数字和连字符"),
        ("id", "-rude", "规则名 '-rude' 要用小写字母、数字和连字符"),
        ("id", "催促", "规则名 '催促' 要用小写字母、数字和连字符"),
        ("aspect", "态渡", "不认识的aspect '态渡'"),
        ("severity", "fatal", "不认识的severity 'fatal'"),
        ("severity", "{default: eror}", "不认识的severity 'eror'"),
        ("severity", "{defualt: error}", "severity 里不认识的键 'defualt'"),
        ("severity", "{after 没有: error}", "没有叫 '没有' 的信号"),
        ("severity", "{after 情绪2+: error}", "看不懂的信号写法 '情绪2+'"),
        ("certainty", "maybe", "不认识的certainty 'maybe'"),
        ("weight", "101", "'101' 不是 0 到 100 之间的整数"),
        ("weight", "-1", "'-1' 不是 0 到 100 之间的整数"),
        ("fatal", "yes", "'yes' 要写成 true 或 false"),
        ("deduct", "no", "'no' 要写成 true 或 false"),
        ("status", "beta", "不认识的status 'beta'"),
        ("applies", "{chanel: phone}", "applies里不认识的键 'chanel'"),
        ("applies", "{kind: calls}", "不认识的kind 'calls'"),
        ("applies", "phone", "这里要写applies（键: 值）"),
        ("yields_to", "[rude, nobody]", "没有叫 'nobody' 的规则"),
        ("yields_to", "[[rude]]", "这里要写规则，不是列表"),
        ("sevrity", "error", "规则里不认识的键 'sevrity'"),
    ],
)
def test_a_wrong_value(key: str, value: str, expected: str) -> None:
    assert rule_errors(**{key: value}) == [expected]


FLAG, PASS = "{flag: 坐席：【快点】}", "{pass: 坐席：好}"


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ("[]", "每条规则至少要有一个 flag 和一个 pass 测试"),
        (f"[{FLAG}]", "每条规则至少要有一个 flag 和一个 pass 测试"),
        (f"[{PASS}, {PASS}]", "每条规则至少要有一个 flag 和一个 pass 测试"),
        (f"[{FLAG}, {PASS}, {{flag: 坐席：快点}}]", "flag 的对话里要用【】标出应报的地方"),
        (f"[{FLAG}, {PASS}, {{flag: ''}}]", "这里要写对话，不能空着"),
        (f"[{FLAG}, {PASS}, {{pass: a, flag: 【b】}}]", "每个测试写一个 flag 或一个 pass"),
        (f"[{FLAG}, {{kind: call}}]", "每个测试写一个 flag 或一个 pass"),
        (f"[{FLAG}, {{pas: a}}, {PASS}]", None),
        (f"[{FLAG}, 坐席：好]", "这里要写测试（键: 值）"),
        (f"[{FLAG}, {PASS}, {{pass: a, kind: scripts}}]", "不认识的kind 'scripts'"),
    ],
)
def test_wrong_tests(tests: str, expected: str | None) -> None:
    found = rule_errors(tests=tests)
    assert found == (
        [expected] if expected else ["每个测试写一个 flag 或一个 pass", "测试里不认识的键 'pas'"]
    )


def test_the_near_key_is_suggested() -> None:
    assert hints(SIGNALS + rule_text("forbid: 催", sevrity="error")) == [
        "是不是 severity、certainty"
    ]


def test_two_kinds_in_one_rule() -> None:
    assert rule_errors("forbid: 催\nrequire: 道歉\nwhen: 情绪") == ["一条规则要有且只有一种判法"]


def test_no_kind() -> None:
    assert rule_errors("") == ["一条规则要有且只有一种判法"]


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("forbid: 催\ncredit: 1", "credit 不能和 forbid 一起用"),
        ("forbid: 催\nspan: 3", "span 不能和 forbid 一起用"),
        ("require: 道歉\nat: closing\nuntil: 催", "until 不能和 require 一起用"),
        ("repeat: {chars: 8}\nwithin: 3", "within 不能和 repeat 一起用"),
        ("sequence: [{一: 催}, {二: 催}]\nunless: [{before: 催}]", "unless 不能和 sequence 一起用"),
        ("measure: {of: unbroken}\nreport: last", "report 不能和 measure 一起用"),
    ],
)
def test_keys_that_do_not_belong_to_the_kind(judge: str, expected: str) -> None:
    assert rule_errors(judge) == [expected]


def test_everything_wrong_with_a_rule_comes_at_once() -> None:
    found = rule_errors(
        "forbid: 没有这个\nrequire: 道歉\nspan: x",
        id="BAD",
        aspect="口气",
        severity="{default: hoch}",
        weight="9999",
        why=None,
        tests="[]",
        nonsense="1",
    )
    assert sorted(found) == sorted(
        [
            "规则缺少 why",
            "一条规则要有且只有一种判法",
            "规则名 'BAD' 要用小写字母、数字和连字符",
            "不认识的aspect '口气'",
            "不认识的severity 'hoch'",
            "'9999' 不是 0 到 100 之间的整数",
            "每条规则至少要有一个 flag 和一个 pass 测试",
            "规则里不认识的键 'nonsense'",
        ]
    )


def test_a_judge_is_read_even_when_a_key_is_missing() -> None:
    assert rule_errors("forbid: 没有这个", why=None) == ["规则缺少 why", "没有叫 '没有这个' 的信号"]


@pytest.mark.parametrize("rules", ["[快点]", "[[快点]]"])
def test_a_rule_that_is_none(rules: str) -> None:
    assert errors(f"pack: t\nrules: {rules}") == ["2:9: 这里要写规则（键: 值）"]


def test_two_rules_of_one_id() -> None:
    text = SIGNALS + rule_text("forbid: 催")
    other = "pack: o\nrules:\n" + rule_text("forbid: 催")
    assert errors_of(("a.yml", text), ("b.yml", other)) == [
        "b.yml:3:5: 'rude' 已在 a.yml:10 定义过"
    ]
    assert errors(text + rule_text("forbid: 催")) == ["19:5: 'rude' 已在 t.yml:10 定义过"]


def test_rules_of_several_files_keep_their_packs() -> None:
    text = SIGNALS + rule_text("forbid: 催") + rule_text("forbid: 催", id="ruder", category="c")
    loaded = book(text)
    assert [(found.id, found.pack) for found in loaded.rules] == [("rude", "t"), ("ruder", "t")]
    assert loaded.categories == ("impatience", "c")


def test_better_words_stand_longest_first_and_are_found_however_written() -> None:
    found = rule(fix="{单: 表, SR单: 登记表}")
    assert found.fix == (("SR单", "登记表"), ("单", "表"))
    assert (found.better("sr单"), found.better("ＳＲ单"), found.better("拨测")) == (
        *("登记表", "登记表"),
        None,
    )


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        ("{你: 你们}", "改成的 '你们' 里还有 '你'"),
        ("{你: 您, 您: 你}", "改成的 '您' 里还有 '您'"),
        ("{你: }", "这里要写改成的词，不能空着"),
        ("你", "这里要写改法（键: 值）"),
    ],
)
def test_better_words_that_would_be_changed_again(fix: str, expected: str) -> None:
    assert rule_errors(fix=fix)[0] == expected
