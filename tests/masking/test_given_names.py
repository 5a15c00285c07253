"""Names without a surname, nicknames, and those of foreigners."""

from __future__ import annotations

import pytest

from linter.masking import masked
from linter.masking.texts import mentions_of


def names(said):
    return [said[m.start : m.end] for m in mentions_of(said) if m.kind == "name"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("喂翠萍在不在", ["翠萍"]),
        ("我外孙晨晨学校要交", ["晨晨"]),
        ("同学嘟嘟的手机", ["嘟嘟"]),
        ("铁蛋他爸，你来一下", ["铁蛋"]),
        ("客服芊芊为您服务", ["芊芊"]),
        ("客服小诗很高兴为您服务", ["诗"]),
        ("叫我老K就行", ["老K"]),
        ("我叫国庆，国庆节生的", ["国庆"]),
        ("朋友阿衰推荐来的", ["阿衰"]),
        ("团长花姐说的", ["花"]),
        ("姓名：字正平，电话", ["字正平"]),
        ("那个叫伊万诺夫的客户", ["伊万诺夫"]),
        ("外教大卫·史密斯上周三没来", ["大卫·史密斯"]),
        ("名字写Христина不行吗", ["Христина"]),
        ("Kevin Zhang，您好", ["Kevin Zhang"]),
        ("给我朋友松本健一先生订一间", ["松本健一"]),
    ],
)
def test_who_is_called_so(said, found):
    assert names(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "喂你好在不在",
        "我儿子刚刚到家",
        "妈妈慢慢说",
        "孩子他爸没来",
        "三娃子来了",
        "在线客服为您服务",
        "小妹很高兴为您服务",
        "叫我师傅就行",
        "姓名：同上，电话：无",
        "联系人不变，收件人没写",
        "病人信息，护士知道",
        "客户特斯拉充不上电",
        "老师奥利奥多少钱",
        "国庆节快递停运，建设银行放假",
    ],
)
def test_who_is_nobody(said):
    assert names(said) == []


def test_a_form_pasted_line_by_line_has_no_speakers():
    said = "姓名:公孙雪\n电话:133-5577-8901\n地址:雁塔区小寨东路86号"
    assert [m.kind for m in mentions_of(said)] == ["name", "phone", "address"]
    assert masked(said).startswith("姓名:某某甲\n电话:电话甲*")


def test_a_nickname_is_the_same_wherever_it_stands():
    said = "客户：喂，小段吗\n坐席：您好我是小段的同事"
    assert masked(said).count("小甲") == 2
