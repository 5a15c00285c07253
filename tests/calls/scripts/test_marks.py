from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls.scripts.marks import NO_LEGEND, Legend, Mark, marks


def found(text: str, legend: Legend = NO_LEGEND) -> list[tuple[str, str]]:
    """Kind and words of every mark."""
    return [(mark.kind, text[mark.start : mark.end]) for mark in marks(text, legend)]


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("您好{姓名}先生", "{姓名}", "姓名"),
        ("您好｛姓名｝先生", "｛姓名｝", "姓名"),
        ("{{name}}您好", "{{name}}", "name"),
        ("${name}您好", "${name}", "name"),
        ("$name您好", "$name", "name"),
        ("您欠%s元", "%s", "%s"),
        ("欠$金额$元", "$金额$", "金额"),
        ("欠#金额#元", "#金额#", "金额"),
        ("<金额>元", "<金额>", "金额"),
        ("【客户姓名】您好", "【客户姓名】", "客户姓名"),
        ("[order_id]已发货", "[order_id]", "order_id"),
        ("您____月的账单", "____", "____"),
        ("您＿＿月的账单", "＿＿", "＿＿"),
        ("XX女士您好", "XX", "XX"),
        ("××先生您好", "××", "××"),
        ("某某公司的", "某某", "某某"),
        ("《XX》已到期", "《XX》", "XX"),
    ],
)
def test_slots(text: str, slot: str, name: str) -> None:
    (mark,) = marks(text)
    assert (mark.kind, text[mark.start : mark.end]) == ("slot", slot)
    assert mark.name.strip("$") == name


@pytest.mark.parametrize(
    "text",
    [
        "【温馨提示】您的账单已出",
        "《服务协议》第三条",
        "[城区]的网点",
        "这件是XXL码",
        "尾号138****0000的手机",
        "尾号****0000的卡",
        "**重要**：请带身份证",
        "***重要***",
        "优惠100%sale",
        "5*8小时服务",
        "24/7服务",
        "29元/月",
        "年龄<18岁，金额>5元",
        "花了$5和$6",
        "好的。",
        "",
    ],
)
def test_what_is_said_as_it_stands(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["待补充", "【待补充】", "{待确认}", "TODO", "（待定）", "此处填写"]
)
def test_nobody_has_filled_it(text: str) -> None:
    assert found(f"到账时间是{text}。") == [("unfilled", text)]


@pytest.mark.parametrize("text", ["待补充资料", "待定位后", "待填项", "todos", "待定格"])
def test_what_only_begins_like_something_to_fill(text: str) -> None:
    assert found(f"您有{text}的") == []


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("您好{姓名先生", "{姓名先生", "没有写完，少了后半个括号"),
        ("您好{姓名，请讲", "{姓名", "没有写完，少了后半个括号"),
        ("您好姓名}先生", "}", "没有开头的括号"),
        ("您好{姓名]先生", "{姓名]", "前后括号不一样"),
        ("余额{}元", "{}", "括号里是空的"),
        ("余额{  }元", "{  }", "括号里是空的"),
        ("承办人是【】。", "【】", "括号里是空的"),
        ("您好（）先生", "（）", "括号里是空的"),
        ("{您好，请问。}", "{您好，请问。}", "括号里不像是占位符的名字"),
    ],
)
def test_slots_that_are_written_wrongly(text: str, words: str, why: str) -> None:
    (mark,) = marks(text)
    assert (mark.kind, text[mark.start : mark.end], mark.name) == ("malformed", words, why)


def test_one_brace_too_many() -> None:
    assert found("{姓名}}您好") == [("slot", "{姓名}"), ("malformed", "}")]


def test_what_is_wrong_inside_a_direction_is_found() -> None:
    assert found("（请核实{姓名）您好") == [("malformed", "{姓名）您好")]


@pytest.mark.parametrize(
    "text",
    [
        "（微笑）",
        "(语气放缓)",
        "（停一下）",
        "（稍停5秒）",
        "（查询系统）",
        "（如客户不同意）",
        "（客户同意后）",
        "（男士）",
        "（上午用）",
        "（请核实身份）",
        "【停顿】",
        "*微笑*",
        "<br>",
        "</b>",
    ],
)
def test_stage_directions(text: str) -> None:
    assert found(f"{text}您好") == [("direction", text)]


@pytest.mark.parametrize(
    "text",
    [
        "（如您方便的话）",
        "（您请稍等）",
        "（当天到账）",
        "（如意卡）",
        "（若干）",
        "（按揭）",
        "（按月付费）",
        "（男装）",
        "（上午九点前）",
        "（客户经理）",
        "（用户协议）",
        "（略有不同）",
        "（人民币）",
        "（含税）",
        "（24/7）",
        "（1/2）",
        "（2026/1/1）",
        "（http://a.cn/b/c）",
        "（www.a.cn/b）",
        "*重点关照*",
    ],
)
def test_brackets_around_what_is_said(text: str) -> None:
    assert found(f"您看{text}行吗") == []


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("(先生/女士)您好", ["先生", "女士"]),
        ("（早上好／下午好／晚上好）", ["早上好", "下午好", "晚上好"]),
        ("（是|否）", ["是", "否"]),
        ("先生/女士您好", ["先生", "女士"]),
        ("上午/下午都行", ["上午", "下午"]),
        ("{先生，您好/女士，您好}", ["先生，您好", "女士，您好"]),
        ("（先生//女士）", ["先生", "女士"]),
    ],
)
def test_alternatives(text: str, options: list[str]) -> None:
    (mark,) = marks(text)
    assert mark.kind == "choice"
    assert [text[start:end] for start, end in mark.options] == options


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("请您点一下“提交”按钮就可以", "提交"),
        ("您刚才说「不退了」，我记下来", "不退了"),
        ('请您点"确认收货"那一栏', "确认收货"),
        ('请您点""确认收货""那一栏', "确认收货"),
    ],
)
def test_others_words_are_held_up(text: str, quoted: str) -> None:
    assert found(text) == [("quoted", quoted)]


def test_between_two_quotations_is_said() -> None:
    text = '点""确认""以后，您再等等，""好""了您再来'
    assert found(text) == [("quoted", "确认"), ("quoted", "好")]


@pytest.mark.parametrize("text", ["“您好，请问有什么可以帮您？”", "“您好”，", '"再见"'])
def test_a_line_all_in_quotation_marks_is_said(text: str) -> None:
    assert found(text) == []


def test_brackets_of_a_legend_are_slots() -> None:
    legend = Legend.of(["[网点]", "{金额}", "XX"])
    assert (legend.names, legend.brackets) == ({"网点", "金额", "XX"}, {"[", "{"})
    assert found("您去[城区]办", legend) == [("slot", "[城区]")]
    assert found("您去<城区>办", legend) == []
    assert found("您去[停顿]办", legend) == [("direction", "[停顿]")]


def test_brackets_in_which_anything_may_stand() -> None:
    legend = Legend.of(["〔 〕"])
    assert (legend.free, legend.names) == ({"〔"}, frozenset())
    assert found("您去〔城区〕办", legend) == [("slot", "〔城区〕")]


def test_brackets_far_apart_do_not_belong_together() -> None:
    text = "[" + "好" * 300 + "]"
    assert found(text) == []
    assert found("{" + "好" * 300 + "}")[0][0] == "malformed"


WORDS = st.text(
    st.sampled_from(
        '{}｛[]【】<《》〔（）()/|*_#$%“”"‘’「」xXＸ×某待补充微笑客户姓名您好，。 1秒\n😀'
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from([NO_LEGEND, Legend.of(["[网点]", "{姓名}"], closed=True)]))
def test_marks_lie_in_the_line_and_apart(text: str, legend: Legend) -> None:
    end = 0
    for mark in marks(text, legend):
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end
        for begin, stop in mark.options:
            assert mark.start <= begin < stop <= mark.end


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "[",
        "【",
        "<",
        "《",
        "（",
        "*",
        "**\n",
        "_",
        '"',
        "“",
        " ",
        "$",
        "#",
        "/",
        "先生/",
        "x*",
    ],
)
def test_long_lines_are_read(piece: str) -> None:
    """A pattern that goes back and forth would not come to an end here."""
    text = piece * (100_000 // len(piece))
    assert all(isinstance(mark, Mark) for mark in marks(text + "您好"))


def test_words_in_doubled_quotes_as_csv_has_them() -> None:
    text = '点""确认""以后，您再等等，""好""了再来'
    quoted = [text[mark.start : mark.end] for mark in marks(text) if mark.kind == "quoted"]
    assert quoted == ["确认", "好"]
