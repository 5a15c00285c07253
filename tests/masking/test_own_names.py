"""What agents say that they are called."""

from __future__ import annotations

import pytest

from linter.masking.telling import telling
from linter.model import Call, Turn


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("您好，我是小王，很高兴为您服务", "您好，我是小*，很高兴为您服务"),
        ("我姓李", "我姓*"),
        ("客服王芳为您服务", "客服**为您服务"),
        ("这边是信用卡中心的井经理", "这边是信用卡中心的*经理"),
        ("我叫张伟，您叫我小张就好", "我叫**，您叫我小*就好"),
        ("王女士您好，我是客服小陈", "王女士您好，我是客服小*"),
    ],
)
def test_the_own_name_is_heard(said, shown):
    assert telling(Call("c", (Turn("agent", said),))).hidden(said) == shown


@pytest.mark.parametrize("said", ["请问您是王女士吗？", "我是说这个不行", "我姓什么不重要"])
def test_other_names_are_not_the_own(said):
    assert telling(Call("c", (Turn("agent", said),))) is None


def test_customers_names_are_no_agents():
    assert telling(Call("c", (Turn("customer", "我是小王"),))) is None
