"""What a text says of somebody, and that nothing else is touched."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.masking import masked, masked_name
from linter.masking.disguise import Disguise
from linter.masking.recognising import Said
from linter.masking.texts import mentions_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("打13800138000", "打电话甲********"),
        ("打１３８００１３８０００", "打电话甲********"),
        ("幺三八零零幺三八零零零", "电话甲********"),
        ("138-0013-8000和138 0013 8000", "电话甲**********和电话甲**********"),
        ("13800138000不是13900139000", "电话甲********不是电话乙********"),
        ("我叫王芳，王女士", "我叫某甲，甲女士"),
        ("我叫王小芳", "我叫某某甲"),
        ("我叫阿依古丽·买买提，在吗", "我叫某某某某某某某甲，在吗"),
        ("我是阿不都·热合曼啊", "我是某某某某某某甲啊"),
        ("热娜·买买提的手机", "某某某某某甲的手机"),
        ("我叫司马光远，气死了", "我叫某某某甲，气死了"),
        ("王先生和李先生", "甲先生和乙先生"),
        ("我姓欧阳", "我姓某甲"),
        ("小王说老李在", "小甲说老乙在"),
        ("粤B12345", "车牌甲****"),
        ("身份证11010519491231002X", "身份证证件甲***************"),
        ("分机8032", "分机电话甲*"),
        ("分机803", "分机甲**"),
    ],
)
def test_the_same_gets_the_same_as_long_as_it_was(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "高兴为您服务",
        "金额一百三十八元",
        "和田玉和王者荣耀",
        "于是马上安全了，谢谢",
        "平安保险在北京，白天打10086",
        "iPhone 15用5G，套餐199",
        "2024年1月5日12:30，2024-01-05",
        "温馨提示：3.5折，99.9%",
        "工号8866",
        "《民法典》第1064条",
        "尾号8888",
    ],
)
def test_what_tells_of_nobody_stays(text):
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我哥们儿麦志强", "我哥们儿某某甲"),
        ("您父亲尚有福来过", "您父亲某某甲来过"),
        ("户名卞秀芳", "户名某某甲"),
        ("收件写解女士", "收件写甲女士"),
        ("谢谢揭妈妈", "谢谢甲妈妈"),
        ("文志强先生", "某某甲先生"),
        ("李有才先生", "某某甲先生"),
        ("扣扣596308172", "扣扣账号甲******"),
        ("加微信嘛，abc_123", "加微信嘛，账号甲****"),
        ("护照旧的EB2047193，新的是EK5618820", "护照旧的号码甲******，新的是号码乙******"),
        ("零二八不是零一零八七六五二零一九", "零二八不是电话甲********"),
    ],
)
def test_what_stands_before_says_whose_it_is(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "您父亲尚有欠款",
        "我爸常常半夜起来",
        "我跟您谈老师的事",
        "王守义十三香",
        "我在平安路那个网点",
        "批号202403A17，打诊室电话",
        "扣了5963081元",
    ],
)
def test_what_stands_around_says_that_it_is_nobodys(text):
    assert masked(text) == text


def test_what_leads_to_a_number_does_not_say_who_speaks():
    said = "电话我念：一七六七三幺\n客服：嗯嗯\n买家：二零八九五，好啦"
    assert masked(said).splitlines()[2] == "买家：电话甲**，好啦"


def test_several_lines_are_a_conversation():
    said = (
        "坐席：请报一下手机号\n客户：138\n坐席：138\n客户：0013\n客户：8000\n坐席：13800138000对吗"
    )
    assert masked(said).splitlines() == [
        "坐席：请报一下手机号",
        "客户：甲**",
        "坐席：甲**",
        "客户：电话甲*",
        "客户：电话甲*",
        "坐席：电话甲********对吗",
    ]


@pytest.mark.parametrize("said", ["退我399.50元", "打10086还是95588"])
def test_after_a_plate_amounts_and_hotlines_stay(said):
    turns = [Said("客户", "车牌沪A·8K3D2"), Said("坐席", "好的"), Said("客户", said)]
    assert Disguise(turns).texts == ["车牌甲*******", "好的", said]


def test_pieces_of_a_number_are_known_though_nobody_asked():
    said = "客户：你听好，幺五八\n坐席：嗯\n客户：三七七零\n客户：四幺九二\n坐席：四幺九二"
    assert "三七" not in masked(said)
    assert masked(said).count("电话甲") == 3


@pytest.mark.parametrize(
    ("text", "kind", "said", "why"),
    [
        ("打13800138000", "phone", "13800138000", "手机号的样子"),
        ("您是李建国先生吗", "name", "李建国", "后面是“先生”"),
        ("订单号A20240501", "order", "A20240501", "前后说的是“订单号”"),
        ("文三路138号", "address", "文三路138号", "有路名或小区，又有门牌"),
        ("a@b.com", "email", "a@b.com", "邮箱地址"),
        ("MAC 00:1b:44:11:3a:b7", "other_id", "00:1b:44:11:3a:b7", "网卡地址"),
    ],
)
def test_it_says_what_and_why(text, kind, said, why):
    (mention,) = mentions_of(text)
    assert (mention.kind, text[mention.start : mention.end], mention.why) == (kind, said, why)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("录音/13800138000_20260105.wav", "录音/电话甲********_20260105.wav"),
        ("王小芳-01.txt", "某某甲-01.txt"),
        ("20260105123456789", "20260105123456789"),
        ("坐席王丽 138-0013-8000.txt", "坐席某甲 电话甲**********.txt"),
        ("2026-01-01 1380 0000.txt", "2026-01-01 1380 0000.txt"),
        ("客户投诉/客服热线.txt", "客户投诉/客服热线.txt"),
        ("投诉/方案.txt", "投诉/方案.txt"),
        ("c1", "c1"),
    ],
)
def test_names_of_files_hide_only_what_can_be_nothing_else(name, shown):
    assert masked_name(name) == shown


PIECES = st.sampled_from(
    [
        *("13800138000", "一三八零零幺三八零零零", "110105", "幺三八", "6222021234567890128"),
        *(
            "王小芳",
            "李先生",
            "我叫",
            "张伟",
            "欧阳",
            "小王",
            "陈",
            "高兴",
            "和",
            "姓",
            "甲",
            "某甲",
            "先生",
        ),
        *("杭州市", "西湖区", "文三路", "138号", "3栋", "2单元", "501", "小区", "住在", "地址"),
        *(
            "手机号",
            "订单号",
            "身份证",
            "车牌",
            "粤B12345",
            "微信号abcdef",
            "a@b.com",
            "报一下",
            "是多少",
        ),
        *(
            "，",
            "。",
            "\n",
            " ",
            "嗯",
            "*",
            "的",
            "元",
            "-",
            "坐席：",
            "客户：",
            "x",
            "１",
            "電話",
            "",
            "😀",
        ),
    ]
)
SAID = st.lists(PIECES, max_size=14).map("".join)


@given(SAID)
@settings(max_examples=300, deadline=None)
def test_the_length_stays_and_a_second_time_changes_nothing(text):
    output = masked(text)
    assert len(output) == len(text)
    assert masked(output) == output
    assert "13800138000" not in output


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_will_do(text):
    output = masked(text)
    assert len(output) == len(text)
    assert masked(output) == output
    assert len(masked_name(text)) == len(text)


@given(SAID)
@settings(max_examples=100, deadline=None)
def test_mentions_are_in_order_and_apart(text):
    found = mentions_of(text)
    spans = [place for m in found for place in (m.start, m.end)]
    assert spans == sorted(spans)
    assert all(m.start < m.end <= len(text) and m.why for m in found)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "一",
            "1 ",
            "王",
            "王先生",
            "文三路",
            "3号",
            "138",
            "嗯1",
            "我叫王芳，",
            "电话138",
            "a1",
            "a",
            "路",
        ),
        *(
            "@",
            "a@",
            "粤B1",
            "1-",
            "个1",
            "订单",
            "13800138000，",
            "住在",
            "1组",
            "某",
            "·王",
            "1.",
            "省市区",
        ),
    ],
)
def test_the_time_grows_with_the_text_and_no_faster(piece):
    few, many = (steps(lambda n=n: masked(f"{piece * n}\n" * 2)) for n in (150, 600))
    assert many < few * 8


def steps(do: Callable[[], object]) -> int:
    """How many lines of Python are run: no clock, so that it is the same on any machine."""
    count = 0

    def trace(_frame: object, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        do()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "said",
    [
        "望京SOHO T3 B座1906",
        "住滨江凯旋门2幢1单元2701",
        "宿舍报修，东区8栋512",
        "刚才在建设北路二段和四川师大路口被追尾",
        "快递放紫薇花园门口了",
    ],
)
def test_an_address_without_a_number_of_a_road(said):
    assert [m.kind for m in mentions_of(said)] == ["address"]


def test_a_contract_has_a_number_with_a_year():
    said = "合同编号HT(2024)第0387号，案号（2024）京01民初387号"
    assert [said[m.start : m.end] for m in mentions_of(said)] == ["HT(2024)第0387号"]
