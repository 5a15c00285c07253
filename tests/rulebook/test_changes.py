"""Packs that change what other packs define."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import Call, Linter, RuleErrors, Turn
from linter.rulebook.load import load_paths, load_texts
from linter.rulebook.types import Forbid

from .changing import BASE, changed, errors, files, hint, texts, words
from .helpers import place_of


def test_a_class_is_added_to_and_taken_from() -> None:
    book = changed("classes: {管事的: {add: [班长, 店长], drop: [老大]}}")
    assert words(book, "管事的") == {"": ["经理", "主管", "班长", "店长"]}


def test_a_class_of_groups_is_changed_group_by_group() -> None:
    book = changed("classes: {信息: {add: {电话: [分机], 姓名: [名字]}, drop: {单号: [票号]}}}")
    assert {g: set(w) for g, w in words(book, "信息").items()} == {
        "电话": {"电话", "分机"},
        "姓名": {"名字"},
        "单号": {"单号"},
    }


def test_a_group_that_is_left_without_words_is_gone() -> None:
    book = changed("classes: {信息: {drop: {单号: [单号, 票号]}}}")
    assert words(book, "信息") == {"电话": ["电话"]}


def test_a_condition_and_a_slot() -> None:
    book = changed(
        "conditions: {否定: {add: {before: [莫得], after: [不]}, distance: 5}}",
        'slots: {电话: {add: {volunteered: ["打<数字 7+>"]}}}',
    )
    condition = book.conditions["否定"]
    assert [p.text for p in condition.before] == ["不", "莫得"]
    assert ([p.text for p in condition.after], condition.distance) == (["不"], 5)
    assert [p.text for p in book.slots["电话"].volunteered] == ["打<数字 7+>"]


def test_cues_are_added_to_the_conditions_that_every_book_has() -> None:
    one = "conditions: {negated: {add: {before: [莫得]}}}"
    book = changed(one, one.replace("莫得", "冇"))
    assert [p.text for p in book.conditions["negated"].before] == ["莫得", "冇"]
    assert errors("conditions: {negatet: {add: {before: [莫得]}}}") == [
        "0.yml:3:16: 没有叫 'negatet' 的语境条件可改"
    ]
    assert hint("conditions: {negatet: {add: {before: [莫得]}}}") == "是不是 negated"
    assert hint("conditions: {negated: {drop: {before: [莫得]}}}") == "删掉这一项"


@pytest.mark.parametrize(
    ("change", "key", "expected"),
    [
        ("add: {any: [麻利点]}", "patterns", ["快点", "赶紧", "麻利点", "还没"]),
        ("drop: {any: [快点]}", "patterns", ["赶紧", "还没"]),
        ("drop: {maybe: [还没]}", "patterns", ["快点", "赶紧"]),
        ("add: {over: 快点吃}", "over", ["快点好", "快点吃"]),
        ("drop: {over: [快点好]}", "over", []),
        ("add: {not_if: [慢]}", "not_if", ["慢"]),
        ("add: {near: [慢], any: [急]}", "near", ["慢"]),
    ],
)
def test_lists_of_a_signal(change: str, key: str, expected: list[str]) -> None:
    assert texts(changed(f"signals: {{催: {{{change}}}}}").signals["催"], key) == expected


def test_levels_names_and_the_side_of_a_signal() -> None:
    book = changed(
        "signals: {情绪: {add: {levels: {2: [炸了], 3: [滚]}}}, 催: {drop: {not_when: [否定]}},"
        " 都: {who: any, add: {of: [情绪]}}}"
    )
    levels = {p.text: p.level for p in book.signals["情绪"].patterns}
    assert levels == {"着急": 1, "气死": 2, "炸了": 2, "滚": 3}
    assert book.signals["催"].not_when == ()
    assert (book.signals["都"].members, book.signals["都"].who) == (("催", "索要", "情绪"), "any")


def test_keys_of_a_rule_are_set_anew() -> None:
    book = changed(
        "rules: {rude: {severity: {default: info, after 情绪 2+: error}, weight: 30, say: 新的,"
        " applies: {business: 保险}, yields_to: [], forbid: [催, 索要]}}"
    )
    rude = next(rule for rule in book.rules if rule.id == "rude")
    assert (rude.severity, [s for _, s in rude.severity_after], rude.weight) == (
        "info",
        ["error"],
        30,
    )
    assert (rude.message, rude.applies, rude.yields_to) == ("新的", {"business": ("保险",)}, ())
    assert isinstance(rude.judge, Forbid)
    assert [ref.name for ref in rude.judge.signals] == ["催", "索要"]
    assert rude.judge.unless[0].signals[0].name == "索要"
    assert (rude.pack, rude.place.path) == ("base", "base.yml")


def test_excuses_are_added_and_taken_away_with_their_key() -> None:
    added = changed("rules: {rude: {add: {unless: [{earlier: 情绪}], known: [开玩笑]}}}")
    rude = next(rule for rule in added.rules if rule.id == "rude")
    assert isinstance(rude.judge, Forbid)
    assert [excuse.where for excuse in rude.judge.unless] == ["same_turn", "earlier"]
    assert rude.false_positives == ("开玩笑",)
    without = changed("rules: {rude: {drop: {yields_to: [worse]}}}")
    assert next(rule for rule in without.rules if rule.id == "rude").yields_to == ()


def test_tests_are_added_and_the_old_ones_ask_no_more_for_what_was_changed() -> None:
    base = BASE.replace("flag: 坐席：【快点】", "flag: 坐席：【快点】, severity: error", 1)
    book = changed('rules: {rude: {severity: info, tests: [{pass: "坐席：快点好"}]}}', base=base)
    rude = next(rule for rule in book.rules if rule.id == "rude")
    assert [(test.text, test.severity) for test in rude.tests] == [
        ("坐席：【快点】", None),
        ("坐席：您慢慢说", None),
        ("坐席：快点好", None),
    ]
    kept = next(rule for rule in changed("rules: {rude: {weight: 3}}", base=base).rules)
    assert kept.tests[0].severity == "error"


def test_all_old_tests_can_be_taken_away() -> None:
    book = changed(
        "rules: {rude: {drop: {tests: all}, tests: [{flag: 坐席：【赶紧】}, {pass: 坐席：好}]}}"
    )
    rude = next(rule for rule in book.rules if rule.id == "rude")
    assert [test.text for test in rude.tests] == ["坐席：【赶紧】", "坐席：好"]
    assert errors("rules: {rude: {drop: {tests: all}}}") == [
        "0.yml:3:11: 每条规则至少要有一个 flag 和一个 pass 测试"
    ]


def test_a_rule_that_is_off_is_gone_though_others_name_it() -> None:
    book = changed("rules: {worse: off}")
    assert [rule.id for rule in book.rules] == ["rude", "late", "rises"]
    assert book.rules[0].yields_to == ()
    call = Call("c", (Turn("agent", "快点"), Turn("customer", "气死")))
    report = Linter(book).lint(call)
    assert "worse" not in {verdict.rule for verdict in report.verdicts}
    assert {finding.rule for finding in report.findings} == {"rude"}


def test_the_later_file_wins() -> None:
    one, two = "rules: {rude: {severity: info}}", "rules: {rude: {severity: warning}}"
    assert changed(one, two).rules[0].severity == "warning"
    assert changed(two, one).rules[0].severity == "info"
    weights = changed(one, "rules: {rude: {weight: 5}}").rules[0]
    assert (weights.severity, weights.weight) == ("info", 5)


def test_a_file_does_not_change_one_thing_twice() -> None:
    assert errors("rules: {rude: {severity: info, severity: error}}") == [
        "0.yml:3:34: 键 'severity' 重复，第 3 行已经写过"
    ]
    assert errors("rules: {rude: off, rude: {weight: 1}}") == [
        "0.yml:3:22: 键 'rude' 重复，第 3 行已经写过"
    ]


@pytest.mark.parametrize(
    ("change", "mark", "message"),
    [
        ("class: {}", "class", "change里不认识的键 'class'"),
        ("classes: {管事: {add: [x]}}", "管事", "没有叫 '管事' 的词类可改"),
        ("signals: {崔: {add: {any: [x]}}}", "崔", "没有叫 '崔' 的信号可改"),
        ("rules: {rood: off}", "rood", "没有叫 'rood' 的规则可改"),
        ("rules: {rude: no}", "no", "看不懂的改动 'no'"),
        ("rules: {rude: {id: other}}", "id", "规则的改动里不认识的键 'id'"),
        ("rules: {rude: {severity: bad}}", "bad", "不认识的severity 'bad'"),
        ("rules: {rude: {within: 3}}", "3", "within 要配 when（在什么之后）"),
        ("rules: {rude: {span: 3}}", "3", "span 不能和 forbid 一起用"),
        ("rules: {rude: {require: 催}}", "require", "这条规则的判法是 forbid，不能改成 require"),
        (
            "rules: {rude: {add: {require: 催}}}",
            "require",
            "这条规则的判法是 forbid，不能改成 require",
        ),
        ("rules: {rude: {yields_to: wurse}}", "wurse", "没有叫 'wurse' 的规则"),
        (
            "rules: {late: {at: opening}}",
            "late",
            "require 要写 when（在什么之后）或 at（在哪里），只写一个",
        ),
        ("rules: {rude: {drop: {tests: some}}}", "some", "旧的测试只能全部去掉"),
        ("classes: {管事的: {add: [经理]}}", "经理", "这里已经有 '经理'"),
        ("classes: {管事的: {add: [x, x]}}", "x]", "这里已经有 'x'"),
        ("classes: {管事的: {drop: [经]}}", "经]", "这里没有 '经'"),
        ("classes: {管事的: {drop: [主管, 主管]}}", "主管]", "这里没有 '主管'"),
        ("classes: {管事的: {add: {组: [x]}}}", "{组", "这里要写短语，不是映射"),
        ("classes: {信息: {add: [x]}}", "[x", "这里要写映射（键: 值）"),
        ("classes: {信息: {drop: {电: [电话]}}}", "电:", "这里没有 '电'"),
        ("classes: {管事的: {drop: [经理, 主管, 老大]}}", "管事的", "词类 管事的 没有词"),
        ("classes: {管事的: {any: [x]}}", "any", "词类的改动里不认识的键 'any'"),
        ("signals: {催: {add: {any: [x（y]}}}", "（", "短语 'x（y'：短语里不能写 （：写半角 ("),
        ("signals: {催: {add: {any: [x<没>]}}}", "<没>", "没有叫 '没' 的词类"),
        ("signals: {催: {add: {not_when: [没]}}}", "没]", "没有叫 '没' 的语境条件"),
        ("signals: {催: {add: {who: any}}}", "who", "add里不认识的键 'who'"),
        ("signals: {催: {any: [x]}}", "any", "any 不能整个换掉"),
        ("signals: {催: {who: boss}}", "boss", "不认识的who 'boss'"),
        ("signals: {催: {drop: {near: [x]}}}", "[x", "这里本来就没有"),
        ("signals: {索要: {drop: {any: [报<信息 as 项>]}}}", "索要", "信号 索要 没有短语"),
        ("signals: {催: {add: {of: [都]}}}", "催", "信号 '催' 绕回了自己"),
        ("signals: {催: 快}", "快", "这里要写信号的改动（键: 值）"),
        ("classes: {管事的: {add: [<管事的>]}}", "管事的: {", "词类 '管事的' 绕回了自己"),
        ("conditions: {否定: {distance: 90}}", "90", "'90' 不是 0 到 40 之间的整数"),
    ],
)
def test_what_is_wrong_is_said_where_the_change_stands(
    change: str, mark: str, message: str
) -> None:
    ((_, text),) = files((change,))
    found = [error for error in errors(change) if error.endswith(message)]
    assert found == [f"0.yml:{place_of(text, mark)}: {message}"]
    assert len([error for error in errors(change) if error.startswith("base.yml")]) <= (
        "绕回" in message
    )


def test_near_names_are_suggested() -> None:
    assert hint("classes: {管事: {add: [x]}}") == "是不是 管事的"
    assert hint("rules: {rood: off}") == "是不是 rude"
    assert hint("signals: {催: {drop: {any: [快]}}}") == "是不是 快点"


def test_a_pack_does_not_change_what_it_defines_itself() -> None:
    text = "pack: t\nclasses: {甲: [一]}\nchange:\n  classes: {甲: {add: [二]}}\n"
    with pytest.raises(RuleErrors) as caught:
        load_texts([("t.yml", text)])
    assert str(caught.value) == "t.yml:4:13: '甲' 就在这个文件里定义; 直接写在那里，不用 change"


def test_a_rule_that_is_off_has_nothing_left_to_change() -> None:
    assert errors("rules: {rude: off}", "rules: {rude: {weight: 1}}") == [
        "1.yml:3:11: 规则 'rude' 已在 0.yml:3 关掉"
    ]


def test_what_was_wrong_before_is_not_the_change_s_fault() -> None:
    base = BASE.replace("over: [快点好]", "over: [快点（好]").replace(
        "severity: error", "severity: eror", 1
    )
    found = errors("signals: {催: {add: {any: [x]}}}", "rules: {rude: {weight: 1}}", base=base)
    assert len(found) == 2
    assert all(error.startswith("base.yml:") for error in found)


def test_names_of_a_file_that_cannot_be_read_are_not_missed(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("pack: a\nclasses: {你: [你]\n", encoding="utf-8")
    change = "pack: b\nchange: {classes: {你: {add: [您]}, 他: {add: x}}}\n"
    (tmp_path / "b.yml").write_text(change, encoding="utf-8")
    with pytest.raises(RuleErrors) as caught:
        load_paths([tmp_path])
    assert [error.path for error in caught.value.errors] == [str(tmp_path / "a.yml")]


def test_the_version_covers_changes() -> None:
    assert len({changed().version, changed("rules: {rude: off}").version}) == 2
