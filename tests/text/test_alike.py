from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.text.alike import LEAST, Library, substance

LINE = "退款三天以内原路退回，到账以后会给您发短信"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("您好，退款已经到账了", "退款到账"),
        ("请您稍等一下哦", "稍等"),
        ("（微笑）退款到账", "退款到账"),
        ("(先生/女士)，退款到账", "退款到账"),
        ("{姓名}的退款", "XX的退款"),
        ("ＡＢＣ退款！", "abc退款"),
    ],
)
def test_what_carries_no_meaning_is_left_out(one: str, other: str) -> None:
    assert substance(one) == substance(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("客服电话是95511", "客服电话是95512"),
        ("请点一下“退款”按钮", "请点一下“换货”按钮"),
        ("可以退款", "不可以退款"),
        ("退款到账", "换货到账"),
    ],
)
def test_what_carries_meaning_stays(one: str, other: str) -> None:
    assert substance(one) != substance(other)


def repeats(*lines: str) -> list[str]:
    """For every line where the first one stands that says the same."""
    library = Library()
    return [library.before(substance(line), str(at)) for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    "other",
    [
        LINE,
        f"{LINE}哦！",
        LINE.replace("退款", "您的退款"),
        LINE.replace("短信", "确认短信"),
        LINE.replace("原路", "按照原路"),
        LINE.replace("原路", "按照原路").replace("短信", "通知短信"),
    ],
)
def test_the_same_in_other_words(other: str) -> None:
    assert repeats(LINE, other) == ["", "0"]
    assert repeats(other, LINE) == ["", "0"]


@pytest.mark.parametrize(
    "other",
    [
        LINE.replace("三天", "五天"),
        LINE.replace("到账", "不到账"),
        LINE.replace("短信", "邮件"),
        LINE.replace("原路", "原卡"),
        LINE.replace("短信", "公众号里的短信"),
        LINE.replace("退款", "差价退款").replace("原路", "按照原路").replace("短信", "通知短信"),
        "换货三天以内安排上门取件，取走以后会给您发短信",
    ],
)
def test_another_line(other: str) -> None:
    assert repeats(LINE, other) == ["", ""]


def test_the_first_of_several_is_named() -> None:
    assert repeats(LINE, LINE + "呢", LINE + "啊") == ["", "0", "0"]


def test_short_lines_may_stand_wherever_they_are_needed() -> None:
    assert repeats("好的，请您稍等", "好的，请您稍等") == ["", ""]


def test_a_crowd_of_like_lines() -> None:
    lines = [f"工单编号{n}已经转给区里的部门办理" for n in range(300)]
    assert repeats(*lines) == [""] * 300
    assert repeats(*lines, lines[299])[-1] == "299"


def test_long_lines() -> None:
    long = "".join(chr(0x4E00 + n % 5000) for n in range(30_000))
    library = Library()
    assert library.before(long, "a") == ""
    assert library.before("确认" + long + "短信", "b") == "a"
    assert library.before(long[:100] + long, "c") == ""


SUBSTANCES = st.lists(st.text(st.sampled_from("退款到账原路确认不一a"), max_size=14), max_size=12)


@settings(max_examples=300, deadline=None)
@given(SUBSTANCES)
def test_no_line_repeats_itself_and_exact_repeats_are_found(lines: list[str]) -> None:
    library = Library()
    for at, line in enumerate(lines):
        earlier = [before for before in lines[:at] if before == line]
        found = library.before(line, str(at))
        assert found != str(at)
        if len(line) < LEAST:
            assert found == ""
        elif earlier:
            assert found != ""
            assert int(found) <= lines.index(line)
