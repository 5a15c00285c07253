from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import Call

from .helpers import assert_positions, error, read, said, turns
from .round_trip import assert_calls_or_error


def test_one_line_a_turn() -> None:
    assert said("坐席：您好\n客户: 我要投诉\n机器人：请按1\n系统：转接中\n") == [
        ("agent", "您好"),
        ("customer", "我要投诉"),
        ("bot", "请按1"),
        ("system", "转接中"),
    ]


def test_two_agents_are_two_speakers() -> None:
    found = turns("坐席1：您好\n坐席2：我来\n客服小王：还有我\n")
    assert [(turn.role, turn.speaker) for turn in found] == [
        ("agent", "坐席1"),
        ("agent", "坐席2"),
        ("agent", "客服小王"),
    ]


def test_role_words_with_names_of_all_kinds() -> None:
    found = turns("坐席0417王：您好\n客户慕容雪：喂\n客户王芳：是我\n客户王芳：在吗\n客服A：在\n")
    assert [(turn.role, turn.speaker) for turn in found] == [
        ("agent", "坐席0417王"),
        ("customer", "客户慕容雪"),
        ("customer", "客户王芳"),
        ("customer", "客户王芳"),
        ("agent", "客服A"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_without_a_label_goes_on(end: str) -> None:
    text = end.join(["坐席：您好", "  请稍等", "", "查到了", "", "客户：好"])
    first, second = turns(text)
    assert first.text == "您好\n  请稍等\n\n查到了"
    assert (first.line, first.column) == (1, 4)
    assert (second.text, second.line, second.column) == ("好", 6, 4)
    assert_positions(text, first)


def test_words_may_begin_below_the_label() -> None:
    text = "坐席：\n\n \u00a0您好\n请讲\n"
    (turn,) = turns(text)
    assert (turn.text, turn.line, turn.column) == ("您好\n请讲", 3, 3)
    assert_positions(text, turn)


def test_a_label_alone_is_an_empty_turn() -> None:
    first, second = turns("坐席：\n\n客户：  \n")
    assert (first.text, first.line, first.column) == ("", 1, 4)
    assert (second.text, second.line, second.column) == ("", 3, 6)


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000", "\t", "\u200b"])
def test_columns_skip_blanks_of_every_kind(blank: str) -> None:
    (turn,) = turns(f"坐席：{blank}{blank}您好{blank.strip(chr(0x200B))}")
    assert (turn.text, turn.column) == ("您好", 6)


def test_columns_count_code_points() -> None:
    (turn,) = turns("【客服（𠮷😀）】您好")
    assert (turn.text, turn.column) == ("您好", 9)


def test_times() -> None:
    found = turns("[00:01:02] 客户：喂\n(01:05) 坐席: 您好\n坐席：嗯\n[01:06-01:07.5] 客户：好\n")
    assert [(turn.start_ms, turn.end_ms) for turn in found] == [
        (62_000, None),
        (65_000, None),
        (None, None),
        (66_000, 67_500),
    ]


def test_dated_times_set_the_start_of_the_call() -> None:
    (call,) = read("2026-01-01 08:00:03 客服：您好\n2026-01-01 08:00:05 客户：喂")
    assert [turn.start_ms for turn in call.turns] == [0, 2_000]
    assert call.started_at == "2026-01-01 08:00:03"


def test_a_and_b_when_both_occur() -> None:
    assert said("A：您好\nB：喂\nA:请讲") == [
        ("agent", "您好"),
        ("customer", "喂"),
        ("agent", "请讲"),
    ]


def test_a_alone_is_no_label() -> None:
    assert error("A：您好\nA：喂\n").line == 1


def test_a_and_b_are_choices_where_there_are_roles() -> None:
    assert said("坐席：请选\nA：甲\nB：乙") == [("agent", "请选\nA：甲\nB：乙")]


@pytest.mark.parametrize("cut", ["===", "---", "==========", "  ---  "])
def test_calls_are_cut(cut: str) -> None:
    text = f"# id: c1\n坐席：一\n{cut}\n\n{cut}\n# id: c2\n坐席：二\n{cut}\n"
    first, second = read(text)
    assert [(call.id, call.turns[0].text) for call in (first, second)] == [
        ("c1", "一"),
        ("c2", "二"),
    ]
    assert second.turns[0].line == 7


@pytest.mark.parametrize("line", ["--", "==", "=-=", "--- 好", "-=-"])
def test_what_is_no_cut(line: str) -> None:
    assert said(f"坐席：一\n{line}") == [("agent", f"一\n{line}")]


def test_headers_set_the_fields_of_the_call() -> None:
    text = (
        "# id: c1\n# 渠道：电话\n# direction: inbound\n# 场景: 退款\n# 业务：信用卡\n"
        "# 坐席工号: 1001\n# 坐席姓名: 王丽\n# 班组: 一组\n# 满意度：1：差\n# 一句话\n坐席：您好"
    )
    (call,) = read(text)
    assert call == Call(
        id="c1",
        turns=call.turns,
        path="a.txt",
        channel="phone",
        direction="in",
        scene="退款",
        business="信用卡",
        agent_id="1001",
        agent_name="王丽",
        team="一组",
        meta={"满意度": "1：差"},
    )


def test_headers_before_a_cut_belong_to_what_follows() -> None:
    (call,) = read("# id: c1\n---\n坐席：您好\n")
    assert call.id == "c1"


def test_a_hash_inside_a_call_is_words() -> None:
    assert said("坐席：请按\n# 键: 确认") == [("agent", "请按\n# 键: 确认")]


def test_without_an_id_the_words_are_it() -> None:
    (call,) = read("坐席：您好")
    assert call.id == Call.content_id(call.turns)


def test_the_same_words_twice_are_two_calls() -> None:
    first, second = read("坐席：您好\n===\n坐席：您好")
    assert second.id == first.id + "#2"


@pytest.mark.parametrize(
    ("text", "line"),
    [("您好\n坐席：喂", 1), ("坐席：喂\n===\n\n您好\n", 4), ("# id: 1\n张三：喂", 2)],
)
def test_words_before_any_label(text: str, line: int) -> None:
    wrong = error(text)
    assert wrong.line == line
    assert "角色标签" in wrong.message
    assert "坐席" in wrong.hint


@pytest.mark.parametrize("text", ["# id: c1\n", "坐席：好\n===\n# id: c2\n", "===\n===\n"])
def test_a_call_without_a_turn(text: str) -> None:
    assert "没有一句" in error(text).message


LABELS = st.sampled_from(
    ["坐席：", "客户: ", "【客服】", "[00:01:02] 客户：\u00a0", "12 坐席：\u3000", ""]
)
WORDS = st.text(st.sampled_from("您好吗。 \u00a0\u3000😀aA1:："), max_size=6).filter(
    lambda words: not words.lstrip().startswith((":", "："))
)


@given(st.lists(st.tuples(LABELS, WORDS), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_every_turn_stands_where_it_says(rows: list[tuple[str, str]], end: str) -> None:
    text = end.join(["坐席：您好", *(label + words for label, words in rows)])
    found = turns(text)
    for turn in found:
        assert_positions(text, turn)
    kept = "".join("".join(turn.text.split()) for turn in found)
    assert kept == "您好" + "".join("".join(words.split()) for _, words in rows)


def test_names_where_nobody_is_called_by_a_role() -> None:
    text = "张三：您好\n王女士：喂\n我要退款\n[00:05] 张三：好的\n王女士: 谢谢\n"
    found = turns(text)
    assert [(turn.role, turn.speaker, turn.text) for turn in found] == [
        ("unknown", "张三", "您好"),
        ("unknown", "王女士", "喂\n我要退款"),
        ("unknown", "张三", "好的"),
        ("unknown", "王女士", "谢谢"),
    ]
    assert found[2].start_ms == 5000
    for turn in found:
        assert_positions(text, turn)


@pytest.mark.parametrize("name", ["a.txt", "<stdin>"])
def test_what_a_meeting_recorder_writes(name: str) -> None:
    text = "七月例会\n\n发言人1 00:13\n您好，请讲\n我听着\n\n客服 00:20\n好的\n"
    (call,) = read(text, name)
    first, second = call.turns
    assert (first.role, first.speaker, first.text) == ("unknown", "发言人1", "您好，请讲\n我听着")
    assert (first.start_ms, first.line, first.column) == (13_000, 4, 1)
    assert (second.role, second.text, second.start_ms) == ("agent", "好的", 20_000)
    assert call.meta == {"preamble": "七月例会"}


NAMED = st.lists(
    st.tuples(st.sampled_from(["张三：", "李四: ", "[00:01] 王五：", "", "客服 00:02"]), WORDS),
    max_size=9,
)


@given(NAMED)
def test_named_turns_stand_where_they_say(rows: list[tuple[str, str]]) -> None:
    start = "张三：一\n李四：二\n张三：三\n李四：四\n"
    text = start + "\n".join(label + words for label, words in rows)
    for call in assert_calls_or_error(text, "a.txt"):
        for turn in call.turns:
            assert_positions(text, turn)
