from __future__ import annotations

import pytest

from tools.bench.expressions import expression

CLASSES = {"自称": ("我们", "(咱|咱们)"), "人": ("<自称>", "同事")}


@pytest.mark.parametrize(
    ("phrase", "said", "found"),
    [
        ("找别人", "你找别人去", "找别人"),
        ("找(别人|谁)", "找谁都行", "找谁"),
        ("给您…4登记", "给您马上登记", "给您马上登记"),
        ("给您……登记", "给您看看，登记", "给您看看，登记"),
        ("<人>管", "咱们管", "咱们管"),
        ("罚<数字 2+>", "罚200块", "罚200"),
        ("^不行$", "好，不行，算了", "不行"),
        ("^^喂$$", "喂", "喂"),
        ("(前无 银|证)转账(后无 失败)", "帮我转账", "转账"),
        ("「滚」", "滚", "滚"),
        ("我叫<词性 nr>", "我叫王小明", "我叫王小明"),
    ],
)
def test_a_phrase_is_found_as_words(phrase: str, said: str, found: str) -> None:
    wanted = expression([phrase], CLASSES)
    assert wanted is not None
    match = wanted.search(said)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("给您…4登记", "给您看看，登记"),
        ("给您…4登记", "给您一个一个慢慢登记"),
        ("给您……登记", "给您看。登记"),
        ("罚<数字 2+>", "罚2块"),
        ("^不行$", "那不行"),
        ("^^喂$$", "喂，您好"),
        ("(前无 银|证)转账(后无 失败)", "银转账"),
        ("(前无 银|证)转账(后无 失败)", "转账失败"),
    ],
)
def test_what_a_phrase_does_not_mean_is_not_found(phrase: str, said: str) -> None:
    wanted = expression([phrase], CLASSES)
    assert wanted is not None
    assert not wanted.search(said)


def test_what_cannot_be_said_is_left_out() -> None:
    wanted = expression(["(前无 一(二|三四))好", "坏"], CLASSES)
    assert wanted is not None
    assert wanted.pattern == "坏"
    assert expression([], CLASSES) is None
