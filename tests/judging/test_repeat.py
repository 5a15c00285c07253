from __future__ import annotations

from .helpers import ANGRY, ASK, SORRY, TELL, chain, findings, one, places, status

PHRASE = "坐席：您的问题我们会尽快处理，请耐心等待。"
AGAIN = "{repeat: {similar: 80, chars: 9, within: 2, when: [投诉诉求, 委屈], over: [稍等]}}"
ALWAYS = "{repeat: {similar: 80, chars: 9, within: 2}}"


def test_same_sentence_after_a_trigger() -> None:
    found = one(AGAIN, PHRASE, ANGRY, PHRASE)
    assert (found.turn, found.quote) == (2, "您的问题我们会尽快处理，请耐心等待")
    assert chain(found) == [(0, "step", found.quote), (1, "trigger", "我要投诉")]


def test_trigger_has_to_stand_between_the_two() -> None:
    assert status(AGAIN, ANGRY, PHRASE, TELL, PHRASE) == "met"
    assert status(AGAIN, PHRASE, TELL, PHRASE, ANGRY) == "met"
    assert status(AGAIN, PHRASE, TELL, PHRASE) == "not_applicable"
    assert len(places(ALWAYS, PHRASE, TELL, PHRASE)) == 1


def test_within_so_many_agent_turns() -> None:
    assert len(places(AGAIN, PHRASE, ANGRY, ASK, TELL, PHRASE)) == 1
    assert len(places(AGAIN, PHRASE, ANGRY, ASK, TELL, ASK, TELL, PHRASE)) == 0
    hum = "坐席：嗯。"
    assert len(places(AGAIN, PHRASE, ANGRY, hum, TELL, hum, TELL, ASK, TELL, PHRASE)) == 1


def test_short_sentences_are_not_compared() -> None:
    eight, nine = "坐席：一二三四五六七八。", "坐席：一二三四五六七八九。"
    assert status(ALWAYS, eight, TELL, eight) == "met"
    assert status(ALWAYS, nine, TELL, nine) == "violated"


def test_excluded_sentence_is_not_compared() -> None:
    wait = "坐席：系统正在为您查询请稍等。"
    assert status(AGAIN, wait, ANGRY, wait) == "met"
    assert places(AGAIN, f"{wait}{PHRASE[3:]}", ANGRY, f"{wait}{PHRASE[3:]}") == [
        (2, "您的问题我们会尽快处理，请耐心等待")
    ]


def test_only_the_excluded_sentence_is_excluded() -> None:
    wait = "坐席：请稍等。"
    assert len(places(AGAIN, wait, TELL, PHRASE, ANGRY, PHRASE)) == 1
    assert len(places(AGAIN, PHRASE, ANGRY, f"{PHRASE}请稍等。")) == 1
    first, again = "坐席：系统正在为您查询请稍候。", "坐席：系统正在为您查询请稍等。"
    assert places(AGAIN, again, ANGRY, first) == [(2, "系统正在为您查询请稍候")]
    assert places(AGAIN, first, ANGRY, again) == []
    first, again = "坐席：请稍候系统正在为您查询结果。", "坐席：请稍等系统正在为您查询结果。"
    assert len(places(AGAIN, again, ANGRY, first)) == 1
    assert places(AGAIN, first, ANGRY, again) == []


def test_words_of_the_two_turns_themselves_do_not_stand_between() -> None:
    rule = "{repeat: {similar: 80, chars: 9, within: 2, when: 致歉安抚}}"
    both = f"{PHRASE}抱歉。"
    assert places(rule, both, TELL, both) == []
    assert len(places(rule, both, TELL, SORRY, TELL, both)) == 1


def test_nearest_earlier_turn_is_shown_and_nothing_twice() -> None:
    found = one(AGAIN, ASK, ANGRY, PHRASE, ANGRY, ASK, TELL, PHRASE)
    assert chain(found)[0][0] == 2
    rule = "{repeat: {similar: 80, chars: 9, within: 4}}"
    second, third = findings(rule, PHRASE, TELL, PHRASE, TELL, PHRASE)
    assert [(e.turn, e.as_) for e in second.evidence] == [(0, "step")]
    assert [(e.turn, e.as_) for e in third.evidence] == [(2, "step")]


def test_two_sentences_of_a_turn_are_one_finding() -> None:
    both = "坐席：您的问题会尽快处理的。请您耐心等待我们电话。"
    found = one(ALWAYS, both, TELL, both)
    assert chain(found) == [
        (0, "step", "您的问题会尽快处理的"),
        (2, "again", "请您耐心等待我们电话"),
    ]


def test_customers_repetition_is_nobodys_fault() -> None:
    said = "客户：我已经等了整整三天三夜了。"
    assert status(ALWAYS, said, ASK, said, ASK) == "met"


def test_doubtful_trigger_makes_a_doubtful_finding() -> None:
    assert one(AGAIN, PHRASE, "客户：难过。", PHRASE).certainty == "review"
    found = one(AGAIN, PHRASE, "客户：委屈，难过。", PHRASE)
    assert (found.certainty, chain(found)[1][2]) == ("certain", "委屈")


def test_fragments_are_compared_as_one_turn() -> None:
    lines = (PHRASE, ANGRY, "坐席：您的问题我们会尽快处理，", "坐席：请耐心等待。")
    found = one(AGAIN, *lines)
    assert (found.turn, found.quote) == (2, "您的问题我们会尽快处理，")


def test_similarity_at_the_edge() -> None:
    # 100 characters each, 57 of them shared: 57 % and not a hair less.
    shared = "".join(chr(0x4E00 + n) for n in range(57))
    left = shared + "".join(chr(0x6000 + n) for n in range(43))
    right = shared + "".join(chr(0x7000 + n) for n in range(43))
    for percent, expected in ((57, "violated"), (58, "met")):
        rule = f"{{repeat: {{similar: {percent}, chars: 9, within: 2}}}}"
        assert status(rule, f"坐席：{left}。", TELL, f"坐席：{right}。") == expected
