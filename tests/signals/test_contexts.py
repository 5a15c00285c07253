"""In what context marked words are said: one sentence or two for each way to say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.signals.contexts import CONDITIONS, cue
from linter.signals.matcher import Context
from linter.text.normal import normalise
from linter.text.tokens import default_tokenizer

TOKENIZER = default_tokenizer()
CONTEXT = Context(edges=TOKENIZER.edges, tags=TOKENIZER.tags)


def said(condition: str, sentence: str) -> str:
    """What shows the condition for the words between 【 and 】."""
    before, rest = sentence.split("【")
    words, after = rest.split("】")
    start = len(normalise(before).text)
    text = normalise(before + words + after).text
    assert text[start:].startswith(normalise(words).text)
    return cue(condition, text, start, start + len(words), CONTEXT)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("我从来没【答应】过您", "没"),
        ("我们不会给您【断网】的", "不会"),
        ("这个不需要您本人【到场】", "不需要"),
        ("不是我们【关的阀门】", "不是"),
        ("系统里并没有，【违约金】这一项", "没有"),
        ("没有一个师傅【来看过】", "没有"),
        ("我没及时【登记】", "没"),
        ("您千万别把密码【告诉别人】", "别"),
        ("少跟我【讲道理】", "少跟我"),
        ("我忘了【带证件】", "忘了"),
        ("我怎么会【骗您】呢", "怎么会"),
        ("我什么时候【吼您】了", "我什么时候"),
        ("这个价【保证】不了", "不了"),
        ("【私下收钱】是不可能的", "不可能"),
        ("我唔想【换号】", "不想"),
        ("你莫【催】嘛", "莫"),
        ("甭【打来】了", "别"),
        ("侬勿要【吵】", "勿要"),
        ("我冇【签名】", "没"),
    ],
)
def test_negated(sentence: str, shown: str) -> None:
    assert said("negated", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "我不是跟您【解释】过吗",
        "你们不就是想【赖账】",
        "是不是【欠费】了",
        "您要不要【开发票】",
        "修没【修好】",
        "这个我不能不【上报】",
        "您别忘了【带证件】",
        "不【登记】不行",
        "不但【迟到】还收钱",
        "不好意思【登记】晚了",
        "不到三天就【断】了",
        "您别急我给您【登记】",
        "没收到货就【扣款】",
        "您没收到我再给您【补寄】",
        "没事我给您【登记】",
        "受不了你们天天【推销】",
        "不满意【投诉】我们都行",
        "没见过你们这么【办事】的",
        "别的客服都【退】了",
        "不是【占线】就是没人接",
        "我就不明白怎么【扣】的",
        "没有，【登记】过了",
        "不合理【收费】",
    ],
)
def test_not_negated(sentence: str) -> None:
    assert said("negated", sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("要是再【漏水】，我找谁", "要是"),
        ("如果，您【退货】的话", "如果"),
        ("除非您【销户】", "除非"),
        ("就算您【投诉】也是这个结果", "就算"),
        ("您【改签】的话要补差价", "的话"),
        ("我要早【知道】就不买了", "我要"),
        ("换成你【被骗】试试", "换成你"),
        ("你再【推】一次试试", "你再"),
        ("不【赔】我就去法院", "不"),
        ("到时候又【断网】怎么办", "到时候又"),
        ("比方说我【搬家】了", "比方说"),
        ("若系【停机】咗点算", "若系"),
        ("早知道这样我就不【签】了", "早知道"),
    ],
)
def test_hypothetical(sentence: str, shown: str) -> None:
    assert said("hypothetical", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "如果没别的事我就【挂】了",
        "要是您不急我给您【登记】",
        "如果方便，【电话】报一下",
        "您说的话我【记】下了",
        "你这种骗人的话【少说】",
        "主要是【态度】不行",
        "您要的是【发票】吧",
        "只要十分钟【修好】",
        "要不是你们【拖】我早走了",
        "要不再【等】一天",
        "我要【退款】",
        "如何【退款】",
        "没两天就【坏】了",
        "没签字你们就【扣钱】了",
        "比如您昨天【投诉】的那单",
    ],
)
def test_not_hypothetical(sentence: str) -> None:
    assert said("hypothetical", sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("您要【退款】吗", "吗"),
        ("货【到】了没有", "没有"),
        ("还能【改】不", "不"),
        ("能不能【快点】", "能不能"),
        ("钱什么时候【到账】", "什么时候"),
        ("【退款】要多久", "多久"),
        ("您那边【漏水】严重不严重", "严重不严重"),
        ("你们【赔不赔】", "赔不赔"),
        ("您是【换货】还是退货", "还是"),
        ("您是退货还是【换货】", "还是"),
        ("给您【派单】，可以吗", "可以吗"),
        ("我问问能不能【退】", "能不能"),
        ("您是想【销户】吧", "吧"),
        ("您要【投诉】？", "？"),
        ("点解【停机】", "点解"),
        ("啥辰光【修好】", "啥辰光"),
        ("侬讲哪能【赔】", "哪能"),
        ("系咪【欠费】呀", "系咪"),
        ("咋个【退】嘛", "咋个"),
    ],
)
def test_question(sentence: str, shown: str) -> None:
    assert said("question", sentence) == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "难道我【骂您】了吗",
        "我不是【说过】了吗",
        "我【骂您】了吗",
        "我能【骗您】吗",
        "哪有这么【办事】的",
        "怎么可能【退】",
        "我哪能【骗您】",
        "谁都可以【投诉】",
        "谁来都得【登记】",
        "什么时候方便什么时候【来】",
        "您哪天签收哪天【生效】",
        "不管怎么样我要【退】",
        "说了多少遍了【不要】",
        "什么【三天到账】，都是骗人的",
        "您有什么问题随时【联系】我们",
        "哪个月不【扣钱】",
        "那就【登记】吧",
        "我要【投诉】，听见没有",
        "别【骂人】好吗",
        "你是不是【有病】",
        "你们还有没有【良心】",
        "怎么方便怎么【办】",
    ],
)
def test_not_question(sentence: str) -> None:
    assert said("question", sentence) == ""


def test_a_condition_is_found_across_one_sentence_only() -> None:
    assert said("past", "昨天断网。我【投诉】") == ""
    assert said("third_party", "师傅没来。【投诉】") == ""


def test_an_unwritten_border_ends_what_a_clause_says() -> None:
    assert said("question", "我要【投诉】了你听见了吗") == ""
    assert said("negated", "没办法了我【投诉】") == ""


def test_an_unknown_condition_is_an_error() -> None:
    with pytest.raises(KeyError):
        cue("polite", "投诉", 0, 2, CONTEXT)


@given(
    st.text(alphabet="我您他师傅没不别要是如果说吗上次过了的就怎么【投诉，。？", max_size=60),
    st.integers(0, 59),
    st.integers(1, 6),
)
def test_any_place_in_any_text_is_decided_without_failing(text: str, start: int, size: int) -> None:
    form = normalise(text + "投诉").text
    start = min(start, len(form) - 1)
    end = min(start + size, len(form))
    for condition in CONDITIONS:
        assert isinstance(cue(condition, form, start, end, CONTEXT), str)
