from __future__ import annotations

import io

import pytest

from linter.calls.reading import read_stream
from linter.calls.scripts.directives import (
    HASH,
    MARKDOWN,
    OWN_LINE,
    directives,
    is_date,
    without,
)

WHY = "why=念过 by=王"


def found(*lines):
    return directives(dict(enumerate(lines, 1)), MARKDOWN, len(lines)).ignores


def read(text, name):
    return [*read_stream(io.BytesIO(text.encode()), name=name)]


def lines(calls):
    return [(turn.line, turn.text) for call in calls for turn in call.turns]


def test_on_the_line():
    (one,) = found("- 您好 <!-- huashu: ignore a, b why=法务 看过 by=王敏 until=2026-12-31 -->")
    assert one == (("a", "b"), "法务 看过", "王敏", "2026-12-31", 1, 6, 1, 1, "", "")


@pytest.mark.parametrize(
    "said",
    [
        "<!-- huashu: 忽略 a 因为=念过 批准=王 到期=2026-12-31 -->",
        "<!--huashu：忽略 a，因为=念过-->"[:0]
        or "<!--huashu：忽略 a until=2026-12-31 by=王 why=念过-->",
        "<!-- HUASHU: IGNORE a why = 念过 by＝王 until=2026-12-31 -->",
    ],
)
def test_ways_of_writing(said):
    (one,) = found(f"- 您好 {said}")
    assert one[:4] == (("a",), "念过", "王", "2026-12-31")


def test_the_next_line_that_says_anything():
    said = f"<!-- huashu: ignore-next a {WHY} -->"
    first, second, third = found(said, said, "", "- 您好", "- 再见", said)
    assert (first.first, first.last) == (second.first, second.last) == (4, 4)
    assert third.first == 7


def test_a_comment_to_other_people_is_not_the_next_line():
    said = f"<!-- huashu: ignore-next a {WHY} -->"
    (one,) = found(said, "<!-- 审过了 -->", "- 您好 <!-- 念 --> 请讲")
    assert (one.first, one.last) == (3, 3)
    (one,) = found(said, "<!-- 甲 --> 您好 <!-- 乙 -->")
    assert (one.first, one.last) == (2, 2)
    lines = {1: f"# huashu: ignore-next a {WHY}", 2: "  # 审过了", 3: "- 您好 # 念"}
    (one,) = directives(lines, HASH, 3).ignores
    assert (one.first, one.last) == (3, 3)
    (one,) = directives(lines, OWN_LINE, 3).ignores
    assert (one.first, one.last) == (2, 2)


def test_blocks():
    begin_a, begin_b = (f"<!-- huashu: begin {rule} {WHY} -->" for rule in "ab")
    end_all, end_a = "<!-- huashu: end -->", "<!-- huashu: 忽略结束 a -->"
    inner, outer = found(begin_a, begin_b, "- 您好", end_all, "", end_a)
    assert (inner.rules, inner.first, inner.last) == (("b",), 2, 4)
    assert (outer.rules, outer.first, outer.last) == (("a",), 1, 6)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (f"ignore {WHY}", "没写忽略哪条规则，范围太宽"),
        ("ignore", "没写忽略哪条规则，范围太宽"),
        ("ignore a", "没写 why= 和 by="),
        ("ignore a why=念过", "没写 by="),
        (f"ignore a {WHY} until=明年", "until=明年 不是日期"),
        (f"begin a {WHY}", "开始了，却没有结束"),
        ("end a", "结束了，却没有开始"),
        ("disable a", "不认识的写法 'disable'"),
        ("", "不认识的写法 ''"),
    ],
)
def test_what_is_wrong(said, wrong):
    (one,) = found(f"<!-- huashu: {said} -->")
    assert one.wrong == wrong
    assert one.hint


def test_a_comment_ends_on_its_line():
    (one,) = found(f"<!-- huashu: ignore a {WHY}", "-->")
    assert one.wrong == "注释没有在这一行结束"


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-12-31", True), ("20261231", False), ("2026-2-1", False), ("2026-02-30", False)],
)
def test_days(text, day):
    assert is_date(text) is day


def test_columns_stay():
    assert without("- 您好  # huashu: ignore a", HASH) == "- 您好  " + " " * len(
        "# huashu: ignore a"
    )
    assert without("- 您好  # 平常的注释", HASH) == "- 您好  # 平常的注释"


MARKDOWN_FILE = f"""# 甲
<!-- 平常的注释 -->
- 您好。 <!-- huashu: ignore a {WHY} -->

| 场景 | 话术 |
|---|---|
| 一 | 您说 |
<!-- huashu: ignore-next a {WHY} -->
| 二 | 您讲 |

```
<!-- huashu: ignore nothing -->
```
"""


def test_markdown():
    calls = read(MARKDOWN_FILE, "a.md")
    assert lines(calls) == [(3, "您好。"), (7, "您说"), (9, "您讲")]
    assert [(one.line, one.first) for one in calls[2].ignores] == [(3, 3), (8, 9)]


def test_yaml():
    text = f"""\
甲:
  话术:
    # huashu: ignore-next a {WHY}
    - 您好，请讲。  # 平常的注释
    - "您说 # huashu：这句是要说的吗"
    - |
      您坐。
      # huashu: ignore b {WHY}
      您慢走。
"""
    (call,) = read(text, "a.yml")
    first, quoted, *block = (said for _, said in lines([call]))
    assert first == "您好，请讲。"
    assert quoted == "您说 # huashu：这句是要说的吗"
    assert block == ["您坐。", "您慢走。"]
    places = [(one.rules, one.first) for one in call.ignores if not one.wrong]
    assert places == [(("a",), 4), (("b",), 8)]


def test_plain_text():
    text = (
        f"# huashu: begin a {WHY}\n【开场】\n您好，请讲。\n# huashu: end\n"
        "【结束】\n请慢走，再见。\n"
    )
    calls = read(text, "a.txt")
    assert lines(calls) == [(3, "您好，请讲。"), (6, "请慢走，再见。")]
    assert [(one.first, one.last) for one in calls[0].ignores] == [(1, 4)]


def test_an_item_below_a_comment_of_plain_text_is_still_plain_text():
    text = f"# huashu: ignore-next a {WHY}\n【开场】\n- 您好，请讲。\n【结束】\n- 请慢走，再见。\n"
    assert [call.id for call in read(text, "a.txt")] == ["开场", "结束"]
