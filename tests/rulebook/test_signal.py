"""Every key of a signal: what it accepts, and what is said of what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter.rulebook import notation
from linter.rulebook.notation import parse
from linter.rulebook.types import Pattern, Place, Position, Scope, Signal, TurnMeasure
from linter.text.sounds import NEAR

from .helpers import book, errors, hints, place_of

OTHERS = """
conditions: {否定: {before: [不]}, 引用: {quoted: true}}
signals:
  甲: {any: [甲]}
  乙: {who: customer, any: [乙]}
"""
BARE = Signal("试", "agent", (), (), (), (), (), (), (), Place("t.yml", 6, 6))


def text(said: str) -> str:
    return f"pack: t{OTHERS}  试: {said}\n"


def read(said: str) -> Signal:
    return book(text(said)).signals["试"]


def pattern(words: str, level: int = 0, *, review: bool = False) -> Pattern:
    return Pattern(words, parse(words), level, "review" if review else "certain")


def patterns(*words: str) -> tuple[Pattern, ...]:
    return tuple(map(pattern, words))


def regexes(*words: str) -> tuple[Pattern, ...]:
    return tuple(Pattern(word, notation.Regex(word)) for word in words)


def measure(**limits: int) -> TurnMeasure:
    (of,) = limits.keys() - {"over", "under"}
    return TurnMeasure(of, limits.get("over"), limits.get("under"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{any: [子, 丑]}", {"patterns": patterns("子", "丑")}),
        ("{any: 子}", {"patterns": patterns("子")}),
        ("{any: 子, who: any}", {"patterns": patterns("子"), "who": "any"}),
        ("{any: 子, who: customer}", {"patterns": patterns("子"), "who": "customer"}),
        ("{any: 子, note: 给人看的}", {"patterns": patterns("子"), "note": "给人看的"}),
        ("{maybe: 子}", {"patterns": (pattern("子", review=True),)}),
        (
            "{levels: {1: [子], 9: [丑, 寅]}}",
            {"patterns": (pattern("子", 1), pattern("丑", 9), pattern("寅", 9))},
        ),
        ("{all: [子, 丑]}", {"patterns": patterns("子", "丑"), "least": 2}),
        ("{all: [子]}", {"patterns": patterns("子")}),
        ("{all: [子, 丑, 子]}", {"patterns": patterns("子", "丑", "子"), "least": 2}),
        (
            "{all: [子, 丑], in: sentence}",
            {"patterns": patterns("子", "丑"), "least": 2, "scope": Scope("sentence")},
        ),
        (
            "{all: [子, 丑], in: turn}",
            {"patterns": patterns("子", "丑"), "least": 2, "scope": Scope("turn")},
        ),
        ("{any: [子, 丑, 寅], least: 3}", {"patterns": patterns("子", "丑", "寅"), "least": 3}),
        ("{any: [子, 丑], least: 1}", {"patterns": patterns("子", "丑")}),
        (
            "{any: [子], maybe: [丑], levels: {2: 寅}, least: 3}",
            {
                "patterns": (pattern("子"), pattern("丑", review=True), pattern("寅", 2)),
                "least": 3,
            },
        ),
        ("{of: [甲, 乙]}", {"who": "any", "members": ("甲", "乙")}),
        ("{of: 甲}", {"who": "any", "members": ("甲",)}),
        ("{of: [甲, 乙], least: 2}", {"who": "any", "members": ("甲", "乙"), "least": 2}),
        (
            "{of: [甲, 乙], least: 2, in: 3 turns}",
            {"who": "any", "members": ("甲", "乙"), "least": 2, "scope": Scope("turns", 3)},
        ),
        (
            "{of: [甲, 乙], least: 2, in: 1 turn}",
            {"who": "any", "members": ("甲", "乙"), "least": 2, "scope": Scope("turns", 1)},
        ),
        (
            "{of: [甲, 乙], least: 2, in: 99 turns}",
            {"who": "any", "members": ("甲", "乙"), "least": 2, "scope": Scope("turns", 99)},
        ),
        (
            "{of: [甲, 乙], least: 2, in: sentence}",
            {"who": "any", "members": ("甲", "乙"), "least": 2, "scope": Scope("sentence")},
        ),
        ("{none: [子, 丑]}", {"none": patterns("子", "丑")}),
        ("{regex: 'a+b'}", {"patterns": regexes("a+b")}),
        ("{regex: ['a+b', c]}", {"patterns": regexes("a+b", "c")}),
        ("{any: 子, regex: 'a+'}", {"patterns": (*patterns("子"), *regexes("a+"))}),
        ("{regex: [a, b], least: 2}", {"patterns": regexes("a", "b"), "least": 2}),
        ("{like: 您的问题会尽快处理}", {"like": ("您的问题会尽快处理",)}),
        (
            "{like: [一二三四五, 六七八九十], similar: 50}",
            {"like": ("一二三四五", "六七八九十"), "similar": 50},
        ),
        ("{like: 一二三四五, similar: 100}", {"like": ("一二三四五",), "similar": 100}),
        ("{any: 子, heard: same}", {"patterns": patterns("子"), "heard": frozenset()}),
        ("{any: 子, heard: near}", {"patterns": patterns("子"), "heard": NEAR}),
        (
            "{all: [子, 丑], heard: [n-l, f-h]}",
            {
                "patterns": patterns("子", "丑"),
                "least": 2,
                "heard": frozenset({"n-l", "f-h"}),
            },
        ),
        (
            "{maybe: 子, heard: same}",
            {"patterns": (pattern("子", review=True),), "heard": frozenset()},
        ),
        (
            "{levels: {1: 子}, heard: same}",
            {"patterns": (pattern("子", 1),), "heard": frozenset()},
        ),
        ("{any: 子, at: first 2}", {"patterns": patterns("子"), "at": Position("first", 2)}),
        ("{any: 子, at: last 1}", {"patterns": patterns("子"), "at": Position("last", 1)}),
        (
            "{any: 子, at: first 30s}",
            {"patterns": patterns("子"), "at": Position("first", 30, seconds=True)},
        ),
        (
            "{any: 子, at: last 9999s}",
            {"patterns": patterns("子"), "at": Position("last", 9999, seconds=True)},
        ),
        ("{measure: {of: characters, over: 60}}", {"measure": measure(characters=0, over=60)}),
        ("{measure: {of: characters, over: 0}}", {"measure": measure(characters=0, over=0)}),
        (
            "{measure: {of: rate, over: 320, under: 80}}",
            {"measure": measure(rate=0, over=320, under=80)},
        ),
        ("{measure: {of: rate, over: 9, under: 9}}", {"measure": measure(rate=0, over=9, under=9)}),
        ("{measure: {of: duration, over: 40}}", {"measure": measure(duration=0, over=40_000)}),
        ("{measure: {of: silence, over: 20}}", {"measure": measure(silence=0, over=20_000)}),
        ("{measure: {of: silence, over: 1.5}}", {"measure": measure(silence=0, over=1_500)}),
        ("{measure: {of: overlap, under: 2}}", {"measure": measure(overlap=0, under=2_000)}),
        ("{measure: {of: repetition, over: 80}}", {"measure": measure(repetition=0, over=80)}),
        ("{any: 子, over: 丑}", {"patterns": patterns("子"), "over": patterns("丑")}),
        ("{any: 子, not_if: [丑]}", {"patterns": patterns("子"), "not_if": patterns("丑")}),
        ("{any: 子, not_if_turn: 丑}", {"patterns": patterns("子"), "not_if_turn": patterns("丑")}),
        ("{any: 子, near: 丑}", {"patterns": patterns("子"), "near": patterns("丑")}),
        (
            "{any: 子, near_turn: [丑, 寅]}",
            {"patterns": patterns("子"), "near_turn": patterns("丑", "寅")},
        ),
        ("{any: 子, echo: 2}", {"patterns": patterns("子"), "echo": 2}),
        ("{any: 子, not_when: 否定}", {"patterns": patterns("子"), "not_when": ("否定",)}),
        (
            "{any: 子, only_when: [否定, 引用]}",
            {"patterns": patterns("子"), "only_when": ("否定", "引用")},
        ),
        ("{any: 我叫<词性 nr>}", {"patterns": patterns("我叫<词性 nr>")}),
    ],
)
def test_what_each_key_says(said: str, expected: dict[str, object]) -> None:
    assert read(said) == replace(BARE, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "mark", "message", "hint"),
    [
        (
            "{who: 坐席, any: 子}",
            "坐席, any",
            "不认识的who '坐席'",
            "可用的有 agent、any、customer",
        ),
        (
            "{anny: 子, any: 丑}",
            "anny",
            "信号 试 里不认识的键 'anny'",
            "是不是 any、none",
        ),
        (
            "{who: any}",
            "{who: any",
            "信号 试 没有短语",
            "写 any、maybe、levels、regex、like、of、all、none、measure、backchannel、learned"
            " 中的一个",
        ),
        ("{any: []}", "[]", "any 是空的", "写上内容，或删掉这个键"),
        ("{none: []}", "[]", "none 是空的", "写上内容，或删掉这个键"),
        ("{like: []}", "[]", "like 是空的", "写上内容，或删掉这个键"),
        ("{regex: []}", "[]", "regex 是空的", "写上内容，或删掉这个键"),
        ("{any: 子, heard: []}", "[]", "heard 是空的", "写上内容，或删掉这个键"),
        (
            "{none: 子, any: 丑}",
            "子, any",
            "none 不能和别的短语写在一起",
            "分成两个信号，再用 of 合起来",
        ),
        (
            "{measure: {of: characters, over: 1}, of: 甲}",
            "{of: char",
            "measure 不能和别的短语写在一起",
            "分成两个信号，再用 of 合起来",
        ),
        (
            "{all: [子, 丑], maybe: 寅}",
            "[子, 丑]",
            "all 不能和别的短语写在一起",
            "一半用 any，一半用 near",
        ),
        (
            "{all: [子, 丑], least: 2}",
            "2}",
            "all 已经是全部，不用再写 least",
            "要其中几个就用 any",
        ),
        ("{any: [子, 丑], least: 3}", "3}", "least 是 3，可是只有 2 个短语", ""),
        ("{any: [子, 子], least: 2}", "2}", "least 是 2，可是只有 1 个短语", ""),
        ("{of: [甲, 乙], least: 3}", "3}", "least 是 3，可是只有 2 个成员", ""),
        ("{of: [甲, 甲], least: 2}", "2}", "least 是 2，可是只有 1 个成员", ""),
        ("{none: 子, least: 2}", "2}", "least 是 2，可是只有 0 个短语", ""),
        ("{like: 一二三四五, least: 2}", "2}", "least 是 2，可是只有 0 个短语", ""),
        ("{any: [子, 丑], least: 0}", "0}", "'0' 不是 1 到 99 之间的整数", ""),
        ("{any: [子, 丑], least: 两个}", "两个", "'两个' 不是 1 到 99 之间的整数", ""),
        ("{any: [子, 丑], in: turn}", "turn", "in 要配 least 或 all（在多大范围里数）", ""),
        (
            "{all: [子, 丑], in: 3 turns}",
            "3 turns",
            "看不懂的范围 '3 turns'",
            "写 sentence 或 turn；跨轮用 of",
        ),
        (
            "{of: [甲, 乙], least: 2, in: 0 turns}",
            "0 turns",
            "看不懂的范围 '0 turns'",
            "写 sentence、turn 或 3 turns",
        ),
        (
            "{of: [甲, 乙], least: 2, in: 100 turns}",
            "100 turns",
            "看不懂的范围 '100 turns'",
            "写 sentence、turn 或 3 turns",
        ),
        ("{all: [子, 丑], in: []}", "[]", "这里要写范围，不是列表", ""),
        (
            "{regex: 'a*'}",
            "a*'",
            "正则表达式 'a*'：连空的话也能匹配",
            "至少要有一个必须出现的字",
        ),
        (
            "{regex: [ab, 'c(']}",
            "c('",
            "正则表达式 'c('：missing ): c(",
            "用 RE2 的写法：没有环视 (?=…) 和反向引用 \\1",
        ),
        ("{regex: ''}", "'}", "这里要写正则表达式，不能空着", ""),
        ("{regex: {a: b}}", "{a: b", "这里要写正则表达式，不是映射", ""),
        ("{like: [一二三四]}", "一二", "例句太短：'一二三四'", "至少 5 个字；短的写成短语"),
        ("{like: 嗯嗯呃嗯嗯}", "嗯嗯呃", "例句太短：'嗯嗯呃嗯嗯'", "至少 5 个字；短的写成短语"),
        (
            "{like: 一，二，三，四}",
            "一，",
            "例句太短：'一，二，三，四'",
            "至少 5 个字；短的写成短语",
        ),
        ("{like: 一二三四五, similar: 49}", "49", "'49' 不是 50 到 100 之间的整数", ""),
        ("{like: 一二三四五, similar: 75%}", "75%", "'75%' 不是 50 到 100 之间的整数", ""),
        ("{any: 子, similar: 80}", "80", "similar 要配 like", ""),
        ("{any: 子, heard: alike}", "alike", "不认识的heard 'alike'", "可用的有 near、same"),
        ("{any: 子, heard: [n-l, l-n]}", "l-n", "不认识的heard 'l-n'", "是不是 l-r"),
        ("{like: 一二三四五, heard: near}", "near", "heard 要配 any、all、maybe、levels", ""),
        ("{of: 甲, heard: near}", "near", "heard 要配 any、all、maybe、levels", ""),
        (
            "{any: 子, at: first}",
            "first",
            "看不懂的位置 'first'",
            "写 first 2、last 1（轮），或 first 30s、last 30s（秒）",
        ),
        (
            "{any: 子, at: first 0}",
            "first",
            "看不懂的位置 'first 0'",
            "写 first 2、last 1（轮），或 first 30s、last 30s（秒）",
        ),
        (
            "{any: 子, at: opening}",
            "opening",
            "看不懂的位置 'opening'",
            "写 first 2、last 1（轮），或 first 30s、last 30s（秒）",
        ),
        ("{any: 子, at: [first 2]}", "[first", "这里要写位置，不是列表", ""),
        ("{measure: 60}", "60", "这里要写measure（键: 值）", ""),
        (
            "{measure: {over: 60}}",
            "{over",
            "measure 缺少 of",
            "可用的有 characters、rate、duration、silence、overlap、repetition",
        ),
        (
            "{measure: {of: pause, over: 60}}",
            "pause",
            "不认识的of 'pause'",
            "可用的有 characters、duration、overlap、rate、repetition、silence",
        ),
        ("{measure: {of: rate}}", "{of", "measure 要写 over（超过）或 under（不到）", ""),
        (
            "{measure: {of: rate, above: 3, over: 4}}",
            "above",
            "measure里不认识的键 'above'",
            "是不是 over",
        ),
        (
            "{measure: {of: silence, over: 0.0005}}",
            "0.0005",
            "'0.0005' 不是 0 到 9999 之间的数",
            "",
        ),
        ("{measure: {of: silence, over: 10000}}", "10000", "'10000' 不是 0 到 9999 之间的数", ""),
        ("{measure: {of: silence, over: -1}}", "-1", "'-1' 不是 0 到 9999 之间的数", ""),
        ("{measure: {of: silence, over: 3秒}}", "3秒", "'3秒' 不是 0 到 9999 之间的数", ""),
        ("{measure: {of: rate, over: 1.5}}", "1.5", "'1.5' 不是 0 到 9999 之间的整数", ""),
        (
            "{measure: {of: rate, over: 80, under: 320}}",
            "320",
            "under 比 over 大，每一轮都会算",
            "分成两个信号，或把两个数对调",
        ),
        ("{any: 子, only_when: 否定词}", "否定词", "没有叫 '否定词' 的语境条件", "是不是 否定"),
        ("{of: [甲, 没有]}", "没有", "没有叫 '没有' 的信号", "可用的有 乙、甲、试"),
        (
            "{levels: {0: 子}}",
            "0: 子",
            "'0' 不是 1 到 9 之间的整数",
            "",
        ),
    ],
)
def test_what_is_said_of_mistakes(said: str, mark: str, message: str, hint: str) -> None:
    written = text(said)
    assert errors(written) == [f"{place_of(written, mark)}: {message}"]
    assert hints(written) == [hint]


def test_every_mistake_of_a_signal_comes_at_once() -> None:
    written = text("{who: 他, any: [子, 丑], least: 9, in: call, at: middle, heard: far}")
    assert [message.split(": ", 1)[1].split(" ")[0] for message in errors(written)] == [
        "不认识的who",
        "least",
        "看不懂的范围",
        "看不懂的位置",
        "不认识的heard",
    ]


def test_classes_in_every_list_of_patterns_have_to_exist() -> None:
    keys = ("any", "over", "not_if", "not_if_turn", "not_if_only", "near", "near_turn")
    listed = ", ".join(f"{key}: <没有{n}>" for n, key in enumerate(keys))
    written = text(f"{{{listed}}}")
    assert errors(written) == [
        f"{place_of(written, f'<没有{n}>')}: 没有叫 '没有{n}' 的词类" for n in range(len(keys))
    ]
    none = text("{none: <没有>}")
    assert errors(none) == [f"{place_of(none, '<没有>')}: 没有叫 '没有' 的词类"]
