"""Third parties, the past and other people's words: one sentence or two for each way to say it."""

from __future__ import annotations

import pytest

from .test_contexts import said


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("快递员把箱子【摔】了", "快递员"),
        ("我老公【不同意】", "老公"),
        ("我同事给您【登记】的", "同事"),
        ("你们那个小张【答应】我的", "小张"),
        ("骗子让您【转账】", "骗子"),
        ("我被师傅【骂】了", "师傅"),
        ("师傅来了，看了一眼，【没修】", "师傅"),
        ("【骂人】的是那个保安", "保安"),
        ("佢【闹】我", "他"),
        ("送外卖的【吼】我", "送外卖的"),
        ("那个科长【推】给别人", "科长"),
    ],
)
def test_third_party(sentence: str, shown: str) -> None:
    assert said("third_party", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "您帮您爱人【办理】",
        "我问一下师傅，先【登记】",
        "我给快递员【打电话】",
        "我替同事【道歉】",
        "你们公司【骗人】",
        "师傅走了以后【没信号】",
        "师傅走了我【重启】过",
        "小袁的【电话】",
        "我让他别来，我【自己修】",
        "您还有其他【需要】吗",
        "你他妈【骗我】",
        "你这个人【不讲理】",
        "师傅，【登记】一下",
        "柜员没录，【抱歉】",
        "他们家的东西我【退】定了",
    ],
)
def test_not_third_party(sentence: str) -> None:
    assert said("third_party", sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("上次我【投诉】没人管", "上次"),
        ("三天前【签收】的", "三天前"),
        ("之前你们【答应】的", "之前"),
        ("客服之前【答应】的", "之前"),
        ("我【投诉】过", "过"),
        ("我【反映】了好几次", "好几次"),
        ("早就【登记】了", "早就"),
        ("六月三号【办】的", "六月三号"),
        ("开户的时候你们【讲】过的", "的时候"),
        ("师傅【骂我】来着", "来着"),
        ("【投诉】是去年的事", "去年"),
        ("打了三次，每次都【登记】", "每次都"),
        ("寻晚【停电】", "寻晚"),
        ("昨天打来，你们【答应】今天到", "昨天"),
    ],
)
def test_past(sentence: str, shown: str) -> None:
    assert said("past", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "五点之前【送到】",
        "退货之前【拍照】",
        "下周一之前【到账】",
        "昨天的事算了，今天【送来】",
        "昨天买的我要【退】",
        "跟上次一样【推】",
        "上次的事，现在【解决】",
        "刚才【说过】了",
        "过两天【联系】您",
        "给您【转过】去",
        "实在【过意不去】",
        "当时就能【开通】",
        "等看过了再【报价】",
        "车号【是】多少来着",
        "原来您【是】老用户",
        "我要【投诉】了",
    ],
)
def test_not_past(sentence: str) -> None:
    assert said("past", sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("您刚才说【没人管】是吧", "您刚才说"),
        ("您说的是【骗子】吗", "您说的是"),
        ("您觉得我们【是骗子】我理解", "您觉得"),
        ("您反馈的情况是【漏水】", "您反馈的情况是"),
        ("他跟我说【爱买不买】", "他跟我说"),
        ("短信上写的【免费】", "短信上写的"),
        ("我小叔子说，【保险公司骗人】", "说"),
        ("他就回我俩字，【等着】", "他就回我俩字"),
        ("我什么时候说过【不管】", "我什么时候说过"),
        ("我没说过【不退】", "我没说过"),
        ("什么叫【按规定】", "什么叫"),
        ("什么【马上到】，都半天了", "什么"),
        ("一口一个【尽快】", "一口一个"),
        ("别跟我说【按流程】", "别跟我说"),
        ("又是【系统问题】，天天坏", "又是"),
        ("【没权限】这种话我听够了", "这种话"),
        ("【今晚到】，是你们自己说的", "，是你们自己说的"),
    ],
)
def test_quoted(sentence: str, shown: str) -> None:
    assert said("quoted", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "我跟您说【登记】好了",
        "我再说一遍我要【退款】",
        "您说【怎么办】",
        "您说个时间我【上门】",
        "您说得对，我【道歉】",
        "您说的我都【记】下了",
        "你说你们，【停电】半天",
        "我跟师傅说【上门】",
        "师傅说完就【走】了",
        "您告诉我【单号】",
        "我给您提【退费】",
        "【抱歉】，这话我说得不对",
        "你跟我说【实话】",
    ],
)
def test_not_quoted(sentence: str) -> None:
    assert said("quoted", sentence) == ""
