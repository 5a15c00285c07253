"""Profiles: by name, by what the call says of itself, several at once; and the built-in ones."""

from __future__ import annotations

import pickle

import pytest

from linter import Call, Linter, RuleErrors, UsageError
from linter.rulebook.load import load_paths, load_texts
from linter.rulebook.profiles import with_profiles
from linter.rulebook.types import RuleBook

from .changing import said
from .helpers import SIGNALS, place_of, rule_text

PACK = (
    SIGNALS
    + rule_text("forbid: 催", id="rude")
    + rule_text("forbid: 道歉", id="sorry")
    + """
profiles:
  从严: {note: 更严, change: {rules: {rude: {weight: 9, severity: error}}}}
  从宽:
    note: 更宽
    change:
      rules: {rude: {severity: info}}
      signals: {催: {drop: {any: [快点]}, add: {any: [赶紧]}}}
  催收: {note: 催收业务, when: {business: [催收, 清收]}, change: {rules: {rude: off}}}
  外呼: {note: 外呼, when: {direction: 呼出, business: {not: 催收}}, change: {rules: {sorry: off}}}
  又宽: {note: 同样的改动, change: {signals: {催: {drop: {any: [快点]}, add: {any: [赶紧]}}}}}
"""
)


def pack(text: str = PACK) -> RuleBook:
    return load_texts([("t.yml", text)])


def test_a_profile_is_in_force_when_it_is_asked_for() -> None:
    book = pack()
    assert said(Linter(book), "坐席：快点") == {"rude": "error"}
    loose = Linter(book, profiles=["从宽"])
    assert loose.book.active == ("从宽",)
    assert (said(loose, "坐席：快点"), said(loose, "坐席：赶紧")) == ({}, {"rude": "info"})
    assert said(Linter(book), "坐席：赶紧") == {}


def test_the_later_profile_wins_and_what_both_say_is_no_error() -> None:
    book = pack()
    for names, severity in [(["从严", "从宽"], "info"), (["从宽", "从严"], "error")]:
        rude = Linter(book, profiles=names).book.rules[0]
        assert (rude.severity, rude.weight) == (severity, 9)
    both = with_profiles(book, ["从宽", "又宽"])
    assert [p.text for p in both.signals["催"].patterns] == ["赶紧"]
    assert with_profiles(with_profiles(book, ["从宽"]), ["又宽", "从宽"]).active == ("从宽", "又宽")


def test_a_profile_may_undo_what_a_pack_changed_already() -> None:
    change = "signals: {催: {drop: {any: [快点]}, add: {any: [赶紧]}}}, rules: {rude: off}"
    book = load_texts([("t.yml", PACK), ("own.yml", f"pack: own\nchange: {{{change}}}")])
    assert [p.text for p in with_profiles(book, ["从宽"]).signals["催"].patterns] == ["赶紧"]
    assert [rule.id for rule in with_profiles(book, ["从严"]).rules] == ["sorry"]


def test_a_profile_that_says_when_is_in_force_by_itself() -> None:
    linter = Linter(pack())
    lines = ("坐席：快点，抱歉",)
    assert said(linter, *lines) == {"rude": "error", "sorry": "error"}
    assert said(linter, *lines, business="催收") == {"sorry": "error"}
    assert said(linter, *lines, direction="外呼", business="营销") == {"rude": "error"}
    # Nobody knows whether it was a collection call.
    assert said(linter, *lines, direction="out") == {"rude": "error", "sorry": "error"}
    assert said(linter, *lines, direction="out", business="清收") == {}
    assert linter.book.active == ()


def test_one_book_is_made_for_each_set_of_profiles() -> None:
    linter = Linter(pack())
    collection = Call("c", (), business="催收")
    assert linter.for_call(Call("c", ())) is linter
    assert linter.for_call(collection) is linter.for_call(Call("d", (), business="催收"))
    assert linter.for_call(collection).book.active == ("催收",)
    asked = Linter(pack(), profiles=("催收",))
    assert asked.for_call(collection) is asked


def test_what_was_asked_for_wins_over_what_the_call_says() -> None:
    text = PACK.replace("rude: off", "rude: {severity: warning}")
    linter = Linter(pack(text), profiles=["从宽"])
    assert linter.for_call(Call("c", (), business="催收")).book.active == ("催收", "从宽")
    assert said(linter, "坐席：赶紧", business="催收") == {"rude": "info"}


def test_unknown_profiles() -> None:
    with pytest.raises(UsageError) as caught:
        Linter(pack(), profiles=["从言"])
    assert str(caught.value) == "没有叫 '从言' 的方案; 是不是 从宽、从严"
    with pytest.raises(UsageError, match="规则包里没有 profiles"):
        Linter(pack("pack: t"), profiles=["从严"])
    with pytest.raises(UsageError, match="没有叫 '甲' 的方案"):
        load_paths(["builtin"], profiles=["甲"])


def test_the_version_tells_profiles_apart_and_the_file_s_text() -> None:
    book = pack()
    versions = [book.version, with_profiles(book, ["从严"]).version]
    versions += [with_profiles(book, ["从严", "从宽"]).version, pack(PACK + "\n").version]
    assert len(set(versions)) == 4
    assert with_profiles(book, ["从严"]).version == with_profiles(pack(), ["从严"]).version


def test_a_book_can_be_sent_to_another_process_with_its_profiles() -> None:
    book = pickle.loads(pickle.dumps(pack()))
    assert said(Linter(book, profiles=["从宽"]), "坐席：赶紧") == {"rude": "info"}


@pytest.mark.parametrize(
    ("profile", "mark", "message"),
    [
        ("{change: {}}", "甲", "方案 甲 缺少 note"),
        ("{note: 甲}", "甲:", "方案 甲 缺少 change"),
        ("[]", "[]", "这里要写方案（键: 值）"),
        ("{note: 一, change: {}, wenn: {}}", "wenn", "方案里不认识的键 'wenn'"),
        ("{note: 一, change: {}, when: {team: 一}}", "team", "when里不认识的键 'team'"),
        ("{note: 一, change: {}, when: {}}", "{}}}", "when 是空的"),
        ("{note: 一, change: {}, when: {channel: x}}", "x}", "不认识的channel 'x'"),
        ("{note: 一, change: {rules: {rood: off}}}", "rood", "没有叫 'rood' 的规则可改"),
        ("{note: 一, change: {rules: {rude: {weight: x}}}}", "x}", "'x' 不是 0 到 100 之间的整数"),
        ("{note: 一, change: {signals: {催: {drop: {any: 快}}}}}", "快}", "这里没有 '快'"),
        ("{note: 一, change: {signals: {催: {add: {any: <没>}}}}}", "<没", "没有叫 '没' 的词类"),
        ("{note: 一, change: {signals: {催: {drop: {any: 快点}}}}}", "催", "信号 催 没有短语"),
    ],
)
def test_a_profile_is_checked_when_it_is_loaded(profile: str, mark: str, message: str) -> None:
    base = ("t.yml", SIGNALS + rule_text("forbid: 催", id="rude"))
    text = f"pack: p\nprofiles: {{甲: {profile}}}\n"
    with pytest.raises(RuleErrors) as caught:
        load_texts([base, ("p.yml", text)])
    at = text.index(mark) if text.count(mark) > 1 else None
    place = f"2:{at - text.index(chr(10))}" if at else place_of(text, mark)
    assert [str(e).split(";")[0] for e in caught.value.errors] == [f"p.yml:{place}: {message}"]


def test_names_of_profiles() -> None:
    with pytest.raises(RuleErrors) as caught:
        pack("pack: t\nprofiles:\n  'a,b': {note: 一, change: {}}\n  甲: {note: 一, change: {}}\n")
    assert [e.message for e in caught.value.errors] == ["方案名 'a,b' 里不能有空格、逗号和括号"]
    one = "pack: t\nprofiles: {甲: {note: 一, change: {}}}"
    with pytest.raises(RuleErrors) as caught:
        load_texts([("a.yml", one), ("b.yml", one)])
    assert str(caught.value) == "b.yml:2:12: '甲' 已在 a.yml:2 定义过; 换个名字"


def test_profiles_that_do_not_go_together() -> None:
    text = """pack: t
classes: {一: [一], 二: [二]}
profiles:
  甲: {note: 一, change: {classes: {一: {add: [<二>]}}}}
  乙: {note: 二, change: {classes: {二: {add: [<一>]}}}}
"""
    book = pack(text)
    with pytest.raises(RuleErrors) as caught:
        with_profiles(book, ["甲", "乙"])
    assert [str(error) for error in caught.value.errors] == [
        "t.yml:4:35: 词类 '一' 绕回了自己; 去掉其中一个引用",
        "t.yml:5:35: 词类 '二' 绕回了自己; 去掉其中一个引用",
    ]
    assert with_profiles(book, ["乙"]).active == ("乙",)
