from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls.place import Place
from linter.calls.roles import BUILT_IN, parse_full_name, parse_role
from linter.errors import InputError
from linter.model import ROLES


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("坐席", "agent"),
        ("座席", "agent"),
        ("客服", "agent"),
        ("人工客服", "agent"),
        ("客户经理", "agent"),
        ("AGENT", "agent"),
        ("ａｇｅｎｔ", "agent"),
        ("客户", "customer"),
        ("顾客", "customer"),
        ("END_USER", "customer"),
        ("end user", "customer"),
        (" 用户 ", "customer"),
        ("机器人", "bot"),
        ("智能客服", "bot"),
        ("AI客服", "bot"),
        ("AUTOMATED_AGENT", "bot"),
        ("系统提示", "system"),
        ("unknown", "unknown"),
    ],
)
def test_role_words(word: str, role: str) -> None:
    found = parse_role(word)
    assert found == (role, "")


@pytest.mark.parametrize("role", ROLES)
def test_every_canonical_role_names_itself(role: str) -> None:
    assert parse_role(role) == (role, "")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("坐席1", "agent"),
        ("坐席 02", "agent"),
        ("坐席1001号", "agent"),
        ("坐席A", "agent"),
        ("客服小王", "agent"),
        ("客服王丽", "agent"),
        ("客服-欧阳娜", "agent"),
        ("客服（工号1001）", "agent"),
        ("客服Amy", "agent"),
        ("agent_2", "agent"),
        ("Agent Wang", "agent"),
        ("客户王先生", "customer"),
        ("客户慕容雪", "customer"),
        ("坐席0417王", "agent"),
        ("坐席0417-王丽", "agent"),
        ("客服小王02", "agent"),
        ("客服王丽1001号", "agent"),
        ("坐席1001（王）", "agent"),
        ("用户(138****0000)", "customer"),
        ("客户2", "customer"),
        ("智能客服小蜜", "bot"),
        ("SPEAKER_00", "unknown"),
        ("说话人1", "unknown"),
    ],
)
def test_a_number_or_a_name_makes_another_speaker(label: str, role: str) -> None:
    assert parse_role(label) == (role, label)


@pytest.mark.parametrize(
    "words",
    [
        "客户姓名",
        "客户余额",
        "客户说",
        "客户张三",
        "客户小区",
        "客户2小时",
        "坐席2号线",
        "客户02王",
        "客服小王02李",
        "客服电话",
        "客服热线",
        "客服任务",
        "客服方案",
        "用户名",
        "用户ID",
        "客户VIP",
        "username",
        "agents",
        "user id",
        "我是客服",
        "老板",
        "A",
        "",
        "客服" + " " * 40,
    ],
)
def test_words_that_are_no_label(words: str) -> None:
    assert parse_role(words) is None


@pytest.mark.parametrize("word", ["客户张三", " 用户王芳 ", "来电人欧阳娜"])
def test_full_names_of_customers(word: str) -> None:
    assert parse_full_name(word) == ("customer", word.strip())


@pytest.mark.parametrize(
    "word", ["客户", "客户余额", "客户方面", "客户姓名", "坐席王芳", "王芳", "客户" + "王" * 40]
)
def test_no_full_names_of_customers(word: str) -> None:
    assert parse_full_name(word) is None


@given(st.text(max_size=60))
def test_any_text_is_a_role_or_none(text: str) -> None:
    found = parse_role(text)
    assert found is None or found.role in ROLES


@pytest.mark.parametrize("word", [None, "", "  "])
def test_no_role_is_unknown(word: object) -> None:
    assert BUILT_IN.read(word, Place("a"), "role") == ("unknown", "")


@pytest.mark.parametrize("word", ["老板", 3, True, ["agent"]])
def test_wrong_roles_say_where_and_what_to_write(word: object) -> None:
    with pytest.raises(InputError) as caught:
        BUILT_IN.read(word, Place("a.jsonl", 7, "turns[2]"), "role")
    wrong = caught.value
    assert (wrong.path, wrong.line) == ("a.jsonl", 7)
    assert wrong.message.startswith("turns[2].role：")
    assert "坐席" in wrong.hint
    assert not isinstance(word, str) or word in wrong.message
