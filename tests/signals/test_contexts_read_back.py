"""Whether words only say again what the other side said."""

from __future__ import annotations

import pytest

from linter.signals.contexts import read_back
from linter.signals.contexts.read_back import SHORTEST
from linter.text.normal import normalise


def again(own: str, other: str) -> bool:
    """Whether the words between 【 and 】 are read back from ``other``."""
    before, rest = own.split("【")
    words, after = rest.split("】")
    start = len(normalise(before).text)
    form = normalise(before + words + after).text
    return read_back(form, start, start + len(words), normalise(other).text)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("好的，【三单元五零二】", "三单元五零二，送上来"),
        ("【您没有长脑子】，这话不好听", "你是不是没有长脑子啊"),
        ("【我骗了老人家】，这个我认", "你们骗老人家的钱"),
        ("别老【您先消消气】", "您消消气先听我说，先消消气"),
        ("记下了，【要求三倍的赔偿】", "我要求三倍赔偿"),
        ("【师傅态度很恶劣】", "那个师傅态度非常恶劣"),
        ("您是问【几天能够到账】吗", "几天能够到账"),
    ],
)
def test_said_again(own: str, other: str) -> None:
    assert again(own, other)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        pytest.param("您才【满嘴胡说八道】", "你们满嘴胡说八道", id="thrown back"),
        pytest.param("您自己【没有看清合同】", "我没有看清合同", id="turned on the hearer"),
        pytest.param("要投诉总部您就【投诉我们总部】去吧", "我投诉你们总部", id="go ahead"),
        pytest.param("我给您【加急处理退款】", "给我加急处理退款", id="own act"),
        pytest.param("【三个工作日到账】", "是三个工作日到账吗", id="answer"),
        pytest.param("【投诉】您稍等", "我要投诉", id="too short"),
        pytest.param("【全额退还押金】", "我昨天就打过电话了", id="other words"),
        pytest.param("【全额退还押金】", "", id="nothing said"),
    ],
)
def test_said_by_the_speaker_himself(own: str, other: str) -> None:
    assert not again(own, other)


def test_how_many_characters_count() -> None:
    words = "满口胡言乱语"
    assert again(f"【{words[:SHORTEST]}】", words)
    assert not again(f"【{words[: SHORTEST - 1]}】", words)
    # Pronouns and particles are no part of the count.
    assert not again("【我就是骗子了吧】", "我就是骗子了吧")
