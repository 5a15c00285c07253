"""What becomes of a piece of information in a call."""

from __future__ import annotations

import pytest

from .helpers import view

RULES = """
classes:
  信息: {电话: [手机号, 电话], 地址: [地址, 住哪], 姓名: [贵姓]}
  渠道: {网上: [官网]}
slots:
  电话: {answer: ["<数字 7+>"], volunteered: ["(电话|手机号)……6<数字 7+>"]}
  地址: {answer: [路, 小区], volunteered: [住…路]}
signals:
  索要: {who: agent, any: [报…<信息 as 项>, "<信息 as 项>是(多少|哪里)"]}
  索要两次: {who: agent, of: [索要]}
  客户提到: {who: customer, any: [我的<信息 as 项>]}
  拒答或叫停: {who: customer, any: [不告诉, 别问]}
  复述核对: {who: agent, any: [对吗]}
"""
NUMBER = "13812345678"
ASK = ("a", "请报一下手机号")


def events(*said: tuple[str, str]) -> list[tuple[str, str, int, str]]:
    """State, group, turn and words of everything that happened."""
    return [
        (event.state, event.group, event.turn, said[event.turn][1][event.start : event.end])
        for event in view(RULES, *said).slots
    ]


def answered(*said: tuple[str, str]) -> list[tuple[str, str, int, str]]:
    """What happened besides the question."""
    return [event for event in events(*said) if event[0] != "asked"]


ASKED = ("asked", "电话", 0, "报一下手机号")


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (f"是{NUMBER}", "given", NUMBER),
        ("一三八一二三四五六七八", "given", "一三八一二三四五六七八"),
        ("[数字x]", "given", "[数字x]"),
        ("138，1234，5678。", "given", "138，1234，5678"),
        ("不告诉你", "refused", "不告诉"),
        ("你先说什么事", "unanswered", "你先说什么事"),
        ("三个人", "unanswered", "三个人"),
        ("人民路八号", "unanswered", "人民路八号"),
        (f"不告诉你，行吧，{NUMBER}", "given", NUMBER),
    ],
)
def test_the_answer_to_a_question(answer: str, state: str, words: str) -> None:
    assert events(ASK, ("c", answer)) == [ASKED, (state, "电话", 1, words)]


def test_the_slot_is_the_group_whatever_words_named_it() -> None:
    assert events(("a", "电话是多少，贵姓，住哪，地址是哪里")) == [
        ("asked", "电话", 0, "电话是多少"),
        ("asked", "地址", 0, "地址是哪里"),
    ]


def test_a_group_of_which_no_value_is_known_is_never_given() -> None:
    assert events(("a", "请报贵姓"), ("c", "姓王")) == [
        ("asked", "姓名", 0, "报贵姓"),
        ("unanswered", "姓名", 1, "姓王"),
    ]


def test_an_evasion_is_no_answer_even_when_a_value_follows_it() -> None:
    said = (ASK, ("c", "干什么用"), ("a", "登记用"), ("c", f"是{NUMBER}"))
    assert answered(*said) == [("unanswered", "电话", 1, "干什么用"), ("given", "电话", 3, NUMBER)]


def test_what_comes_after_another_question_is_no_late_answer() -> None:
    said = (ASK, ("c", "干什么用"), ("a", "那您住哪，地址是哪里"), ("c", "六六八三二二一"))
    assert [event for event in answered(*said) if event[1] == "电话"] == [
        ("unanswered", "电话", 1, "干什么用")
    ]


def test_only_numbers_are_late_answers() -> None:
    said = (("a", "请报地址"), ("c", "干什么用"), ("a", "登记用"), ("c", "从人民路过来的"))
    assert answered(*said) == [("unanswered", "地址", 1, "干什么用")]


def test_who_looks_for_it_first_has_not_answered_yet() -> None:
    said = (ASK, ("c", "稍等，我找找"), ("a", "不着急的先生"), ("c", f"是{NUMBER}"))
    assert answered(*said) == [("given", "电话", 3, NUMBER)]


def test_asked_again_after_no_answer_each_question_has_its_own_fate() -> None:
    said = (ASK, ("c", "稍等"), ASK, ("c", "不告诉你"))
    assert events(*said) == [
        ASKED,
        ("unanswered", "电话", 1, "稍等"),
        ("asked", "电话", 2, "报一下手机号"),
        ("refused", "电话", 3, "不告诉"),
    ]


def test_a_number_dictated_in_pieces_is_one_value_at_its_first_piece() -> None:
    said = (
        ASK,
        ("c", "一三八"),
        ("a", "一三八"),
        ("c", "一二三四。"),
        ("a", "嗯好"),
        ("c", "5678"),
    )
    assert answered(*said) == [("given", "电话", 1, "一三八")]


def test_a_piece_counts_only_while_the_agent_says_it_again() -> None:
    said = (ASK, ("c", "一三八"), ("a", "您要办什么业务"), ("c", "充值两千"))
    assert answered(*said) == [("unanswered", "电话", 1, "一三八")]


def test_one_number_answers_one_of_two_questions() -> None:
    rules = RULES.replace("姓名: [贵姓]", "证件: [身份证]").replace(
        "slots:\n", 'slots:\n  证件: {answer: ["<数字 7+>"]}\n'
    )
    seen = view(rules, ("a", "请报电话，请报身份证"), ("c", "[数字x]"))
    assert [(event.state, event.group) for event in seen.slots if event.turn == 1] == [
        ("given", "电话"),
        ("unanswered", "证件"),
    ]


def test_only_what_was_said_after_the_question_answers_it() -> None:
    said = (
        ("c", "喂"),
        ("c", "人民路"),
        ("a", "嗯"),
        ("c", "你说"),
        ("a", "请报地址"),
        ("c", "嗯哼"),
    )
    assert [event for event in events(*said) if event[0] == "given"] == []


def test_a_back_channel_is_no_answer() -> None:
    assert answered(ASK, ("c", "嗯"), ("c", f"是{NUMBER}")) == [("given", "电话", 2, NUMBER)]
    assert answered(ASK, ("c", "好的"), ("a", "您请说"), ("c", "不告诉")) == [
        ("refused", "电话", 3, "不告诉")
    ]


def test_a_question_at_the_end_of_the_call_has_no_answer() -> None:
    assert events(("c", "我要投诉"), ASK) == [("asked", "电话", 1, "报一下手机号")]


def test_words_before_the_question_do_not_answer_it() -> None:
    assert answered(("c", f"是{NUMBER}"), ASK) == []


def test_a_line_of_the_bot_or_another_agent_is_no_answer() -> None:
    said = (ASK, ("b", f"是{NUMBER}"), ("a", "您请说"), ("c", "别问"))
    assert answered(*said) == [("refused", "电话", 3, "别问")]


def test_given_of_one_s_own_accord() -> None:
    assert events(("c", f"我电话是{NUMBER}，住人民路")) == [
        ("given", "电话", 0, NUMBER),
        ("given", "地址", 0, "住人民路"),
    ]


def test_a_value_alone_is_given_only_when_it_was_asked_for() -> None:
    assert events(("c", NUMBER), ("a", f"您电话是{NUMBER}")) == []


def test_a_customer_does_not_ask() -> None:
    assert events(("c", "我的手机号丢了"), ("a", "好")) == []


def test_two_questions_in_a_turn_have_two_fates() -> None:
    assert events(("a", "请报一下手机号，请报一下地址"), ("c", "在人民路")) == [
        ("asked", "电话", 0, "报一下手机号"),
        ("asked", "地址", 0, "报一下地址"),
        ("given", "地址", 1, "在人民路"),
        ("unanswered", "电话", 1, "在人民路"),
    ]


def test_reading_back_is_not_asking() -> None:
    assert events(("a", f"您的电话是多少，{NUMBER}对吗"), ("c", "不告诉你")) == [
        ("read_back", "电话", 0, "电话是多少")
    ]


def test_reading_back_elsewhere_in_the_turn_leaves_a_question_a_question() -> None:
    for words in (
        f"{NUMBER}对吗。请报一下地址",
        f"{NUMBER}对吗，那请报一下地址",
        f"请报一下地址，我这边给您登记，登记好了以后会有师傅上门的呢，您之前留的{NUMBER}对吗",
    ):
        assert [event[0] for event in events(("a", words))] == ["asked"]


def test_a_question_taken_back_was_not_asked() -> None:
    rules = RULES.replace('是(多少|哪里)"]', '是(多少|哪里)"], over: [不用报…<信息>]')
    assert view(rules, ("a", "不用报手机号"), ("c", "好")).slots == ()


def test_events_know_their_speaking_turn() -> None:
    said = (("a", "您好"), ("s", "排队"), ("a", "请报地址"), ("c", "人民路"))
    seen = view(RULES, *said)
    assert [(event.state, event.turn, event.speaking) for event in seen.slots] == [
        ("asked", 2, 0),
        ("given", 3, 2),
    ]
    assert [seen.turns[event.speaking].role for event in seen.slots] == ["agent", "customer"]


def test_a_value_that_two_patterns_find_is_given_once() -> None:
    rules = RULES.replace('["<数字 7+>"]', '["<数字 7+>", "<数字 7+>是"]')
    seen = view(rules, ASK, ("c", f"{NUMBER}是"))
    assert [event.end for event in seen.slots if event.state == "given"] == [11]
