"""Codes that are spelled out."""

from __future__ import annotations

import pytest

from linter.masking import masked
from linter.masking.plain import plain
from linter.masking.spelling import spelled_codes
from linter.masking.texts import mentions_of


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("是y 下划线 三七 大写 K 九。", ["y_37k9"]),
        ("sui 下划线 gq 六八 艾特 sina 点 com", ["sui_gq68@sina.com"]),
        ("SFD 2290 4417 083。", ["sfd22904417083"]),
        ("P 乒乓的 P，三个 a，双零", ["paaa00"]),
        ("苹果的A 北京的B 洞拐两", ["ab072"]),
        ("b for boy，七", ["b7"]),
        ("A20240501，B20240502", ["a20240501", "b20240502"]),
        ("重 5 公斤，没有别的", []),
    ],
)
def test_what_is_spelled_out(said, codes):
    assert [one.code for one in spelled_codes(plain(said))] == codes


@pytest.mark.parametrize(
    ("said", "kind", "hidden"),
    [
        ("会员号我背得，V I P 零零三八 五二七", "account", "V I P 零零三八 五二七"),
        ("护照是E J 三六零，四九八", "other_id", "E J 三六零，四九八"),
        ("牌是 鄂 A 就是 A B C 的 A，然后 5、K、8、2、0", "plate", None),
        ("我的微信就q l 杠 零零七 杠 pp", "account", "q l 杠 零零七 杠 pp"),
        ("车架 LFV3A24F1D3087715", "other_id", "LFV3A24F1D3087715"),
        ("邮箱 zhang san at qq dot com", "email", "zhang san at qq dot com"),
    ],
)
def test_a_word_says_what_a_code_is(said, kind, hidden):
    (mention,) = mentions_of(said)
    assert mention.kind == kind
    assert hidden is None or said[mention.start : mention.end] == hidden


@pytest.mark.parametrize(
    "said",
    [
        "SF-3000 型号的风扇",
        "我要退 iPhone 15 Pro 256 的",
        "R4 产品和 C3 平衡型",
        "梯11沪A03827",
        "打开 https://a.example.com/b.html 下载",
        "发动机号后面是 EA211 那个",
    ],
)
def test_codes_of_things_stay(said):
    assert masked(said) == said
