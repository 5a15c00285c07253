"""The sections of a pack: words, classes, conditions, slots and signals."""

from __future__ import annotations

import pytest

from linter.errors import RuleErrors
from linter.rulebook.load import load_texts
from linter.rulebook.notation import ClassRef, Literal
from linter.rulebook.types import CONTEXTS, Condition, Pattern, Place

from .helpers import book, errors, errors_of, place_of, rule_text


def test_words_are_folded_and_each_there_once() -> None:
    assert book("pack: t\nwords: [好易寬, ＶＩＰ卡, 好易宽, 甲 乙]").words == (
        *("好易宽", "vip卡"),
        *("甲", "乙"),
    )


def test_classes_with_groups_and_without() -> None:
    known = book("pack: t\nclasses:\n  你: [你, 您]\n  好: 好\n  信息: {电话: [电话], 地址: 地址}")
    assert known.classes == {
        "你": {"": (Literal("你"), Literal("您"))},
        "好": {"": (Literal("好"),)},
        "信息": {"电话": (Literal("电话"),), "地址": (Literal("地址"),)},
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pack: t\nclasses: {空: []}", ["2:14: 词类 空 没有词"]),
        ("pack: t\nclasses: {空: {}}", ["2:14: 词类 空 没有词"]),
        ("pack: t\nclasses: {空: {组: []}}", ["2:18: 词类 空 没有词"]),
        ("pack: t\nclasses:\n  空:", ["3:5: 这里要写短语，不能空着"]),
        ("pack: t\nclasses: [甲]", ["2:10: 这里要写classes（键: 值）"]),
        ("pack: t\nclasses:\n", ["2:9: 这里要写classes（键: 值）"]),
        ("pack: t\nclasses: {甲: [乙, {丙: 丁}]}", ["2:18: 这里要写短语，不是映射"]),
        (
            "pack: t\nclasses: {信息: {电话: [甲], 电话: [乙]}}",
            ["2:25: 键 '电话' 重复，第 2 行已经写过"],
        ),
    ],
)
def test_wrong_classes(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


@pytest.mark.parametrize(
    "name", ["a b", "(甲)", "甲|乙", "甲<", "甲=乙", "甲,乙", "2+", "甲…", "「甲", "^甲"]
)
@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("classes", "[甲]"),
        ("conditions", "{before: [不]}"),
        ("slots", "{answer: [甲]}"),
        ("signals", "{any: [甲]}"),
    ],
)
def test_names_that_no_pattern_or_rule_could_say(section: str, value: str, name: str) -> None:
    (found,) = errors(f"pack: t\n{section}:\n  '{name}': {value}")
    assert found == f"3:4: 名字 {name!r} 里不能有空格和 ( ) < > | = , + … 「 」 ^ $"


def test_conditions() -> None:
    known = book(
        "pack: t\nconditions:\n  否: {before: [不, 没], after: 吗, clause: [如果], "
        "distance: 7, quoted: true, note: 否定}\n  短: {before: 不}"
    ).conditions
    known = {name: spec for name, spec in known.items() if name not in CONTEXTS}
    no, ask = Pattern("不", Literal("不")), Pattern("吗", Literal("吗"))
    assert known == {
        "否": Condition(
            "否",
            before=(no, Pattern("没", Literal("没"))),
            after=(ask,),
            clause=(Pattern("如果", Literal("如果")),),
            distance=7,
            quoted=True,
        ),
        "短": Condition("短", before=(no,), after=(), clause=(), distance=4, quoted=False),
    }


def test_slots() -> None:
    kind = book("pack: t\nslots:\n  电话: {answer: ['<数字 7+>'], volunteered: 号码}").slots["电话"]
    assert (kind.group, [p.text for p in kind.answer]) == ("电话", ["<数字 7+>"])
    assert [p.text for p in kind.volunteered] == ["号码"]


def test_signals() -> None:
    known = book(
        """pack: t
conditions: {否定: {before: 不}, 问: {after: 吗}}
signals:
  甲: {who: customer, any: 一, maybe: [二], over: 三, not_if: 四, not_if_turn: 五, near: 六,
       not_when: [否定, 问], note: 说明}
  乙: {levels: {1: 七, 3: [八, 九]}}
  丙: {who: any, of: [甲, 乙]}
"""
    ).signals
    first = known["甲"]
    assert (first.name, first.who, first.members) == ("甲", "customer", ())
    assert [(p.text, p.level, p.certainty) for p in first.patterns] == [
        ("一", 0, "certain"),
        ("二", 0, "review"),
    ]
    assert [p.text for p in (*first.over, *first.not_if, *first.not_if_turn, *first.near)] == list(
        "三四五六"
    )
    assert first.not_when == ("否定", "问")
    assert first.place == Place("t.yml", 4, 6)
    assert (known["乙"].who, [(p.text, p.level) for p in known["乙"].patterns]) == (
        "agent",
        [("七", 1), ("八", 3), ("九", 3)],
    )
    assert (known["丙"].who, known["丙"].members) == ("any", ("甲", "乙"))


def test_a_pattern_is_kept_as_written_and_read() -> None:
    (only,) = (
        book("pack: t\nclasses: {你: [你]}\nsignals: {甲: {any: [<你>]}}").signals["甲"].patterns
    )
    assert (only.text, only.node) == ("<你>", ClassRef("你", "", 0))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{who: agent}", "信号 甲 没有短语"),
        ("{who: agnet, any: [一]}", "不认识的who 'agnet'"),
        ("{any: [一], levls: {1: 二}}", "信号 甲 里不认识的键 'levls'"),
        ("{levels: {0: 一}}", "'0' 不是 1 到 9 之间的整数"),
        ("{levels: {10: 一}}", "'10' 不是 1 到 9 之间的整数"),
        ("{levels: {高: 一}}", "'高' 不是 1 到 9 之间的整数"),
        ("{levels: [一]}", "这里要写levels（键: 值）"),
        ("{any: [一, '']}", "这里要写短语，不能空着"),
        ("{any: }", "这里要写短语，不能空着"),
        ("{of: [[一]]}", "这里要写信号，不是列表"),
        ("[一]", "这里要写信号 甲 （键: 值）"),
    ],
)
def test_wrong_signals(said: str, expected: str) -> None:
    (found,) = errors(f"pack: t\nsignals:\n  甲: {said}")
    assert found.split(": ", 1)[1] == expected


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("[一，二]", "，二"),
        ("['一，二']", "，二"),
        ('["一，二"]', "，二"),
        ("['  一，二']", "，二"),
        ('["\\u4e00，二"]', "，二"),
        ("['您''一，二']", "，二"),
        ("['您一''好']", "''好"),
        ('["「一（」"]', "（"),
        ("[一, 二（三）]", "（三"),
        ("[一, '(二|三）']", "）'"),
        ("[<没有>]", "<没"),
        ("['一…(二|<没有>)']", "<没"),
        ("\n    - 一\n    - 二？", "？"),
        ("\n    - 一\n      二，", "，"),
        ("|\n    二，", "，"),
        ("一…99", "…99"),
    ],
)
def test_a_mistake_in_a_pattern_is_shown_at_its_character(written: str, mark: str) -> None:
    text = f"pack: t\nsignals:\n  甲:\n   any: {written}\n"
    (found,) = errors(text)
    assert found.startswith(place_of(text, mark) + ": ")


def test_all_mistakes_of_a_list_come_at_once() -> None:
    text = "pack: t\nsignals: {甲: {any: ['', 一（, 二，三, <没有>]}}"
    assert [found.split(": ")[0] for found in errors(text)] == ["2:22", "2:26", "2:30", "2:34"]


@pytest.mark.parametrize("section", ["classes", "conditions", "slots", "signals"])
def test_a_name_defined_in_two_files(section: str) -> None:
    value = {"classes": "[一]", "conditions": "{before: 不}", "slots": "{answer: 一}"}
    text = f"{section}:\n  甲: {value.get(section, '{any: 一}')}\n"
    assert errors_of(("a.yml", f"pack: a\n{text}"), ("b.yml", f"pack: b\n\n{text}")) == [
        "b.yml:4:3: '甲' 已在 a.yml:3 定义过"
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_who_extends_a_file_has_to_mind_its_names(order: int) -> None:
    same = rule_text("forbid: 催", id="same")
    base = ("base.yml", f"pack: b\nsignals:\n  催: {{any: 快}}\nrules:\n{same}")
    middle = ("middle.yml", "pack: m\nextends: base.yml\nclasses: {数: [一]}\n")
    own = (
        "own.yml",
        f"pack: o\nextends: middle.yml\nclasses: {{数: [二]}}\nsignals:\n  催: {{any: 赶}}\n"
        f"  自己的: {{any: 啊}}\nrules:\n{same}",
    )
    with pytest.raises(RuleErrors) as caught:
        load_texts([own, middle, base][::order])
    assert [str(error) for error in caught.value.errors] == [
        f"own.yml:{place} 定义过; 换个名字，或写在 change 里改它"
        for place in (
            "3:11: '数' 已在 middle.yml:3",
            "5:3: '催' 已在 base.yml:3",
            "8:5: 'same' 已在 base.yml:5",
        )
    ]


def test_names_of_two_files_that_do_not_extend_each_other() -> None:
    base = ("base.yml", "pack: b\n")
    one = ("one.yml", "pack: o\nextends: base.yml\nsignals: {甲: {any: 一}}\n")
    two = ("two.yml", "pack: t\nextends: base.yml\nsignals: {甲: {any: 二}}\n")
    with pytest.raises(RuleErrors) as caught:
        load_texts([one, two, base])
    assert str(caught.value) == "two.yml:3:11: '甲' 已在 one.yml:3 定义过; 换个名字，或删掉一个"


def test_names_of_different_things_may_be_equal() -> None:
    book(
        "pack: t\nclasses: {甲: [一]}\nconditions: {甲: {before: 不}}\n"
        "slots: {甲: {answer: 一}}\nsignals: {甲: {any: 一}}"
    )
