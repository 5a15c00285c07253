from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls import csv_rows, read_path, read_stream, table_groups
from linter.errors import InputError
from linter.model import Call, Turn

from .helpers import error, read, turns
from .round_trip import assert_calls_or_error, assert_comes_back, read_with


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def test_one_row_a_turn() -> None:
    (call,) = read(table("角色,内容", "坐席,您好", "客户,喂"), "a.csv")
    assert call.turns == (
        Turn("agent", "您好", line=2),
        Turn("customer", "喂", line=3),
    )
    assert call.id == Call.content_id(call.turns)
    assert call.path == "a.csv"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "<stdin>"])
def test_delimiters(delimiter: str, name: str) -> None:
    text = table("角色,备注,内容", "坐席,x,您好").replace(",", delimiter)
    (turn,) = turns(text, name)
    assert (turn.role, turn.text, turn.meta) == ("agent", "您好", {"备注": "x"})


@pytest.mark.parametrize(
    "call", ["通话ID", "录音编号", "会话ID", "call_id", "Call ID", "id", "ＩＤ"]
)
@pytest.mark.parametrize("role", ["角色", "说话人", "speaker", "Role"])
@pytest.mark.parametrize("text", ["内容", "文本", "话术内容", "text", "content"])
def test_column_names(call: str, role: str, text: str) -> None:
    (found,) = read(table(f"{text},{call},{role}", "喂,c9,客户"), "a.csv")
    assert (found.id, found.turns) == ("c9", (Turn("customer", "喂", line=2),))


def test_rows_of_a_call_belong_together() -> None:
    rows = ["call_id,role,text", "b,agent,1", "a,agent,2", "b,customer,3", "a,customer,4"]
    found = read(table(*rows), "a.csv")
    assert [(call.id, [turn.text for turn in call.turns]) for call in found] == [
        ("b", ["1", "3"]),
        ("a", ["2", "4"]),
    ]


def test_an_empty_id_is_that_of_the_row_above() -> None:
    found = read(table("call_id,role,text", "a,agent,1", ",customer,2", "b,agent,3"), "a.csv")
    assert [(call.id, len(call.turns)) for call in found] == [("a", 2), ("b", 1)]


def test_the_first_row_needs_its_id() -> None:
    wrong = error(table("call_id,role,text", ",agent,1"), "a.csv")
    assert wrong.line == 2
    assert "call_id" in wrong.message


def test_quoted_cells_keep_their_line_ends_and_count_as_lines() -> None:
    text = 'role,text\r\nagent,"您好,\r\n请""讲"""\r\ncustomer,喂\r\n'
    first, second = turns(text, "a.csv")
    assert (first.text, first.line) == ('您好,\r\n请"讲"', 2)
    assert (second.text, second.line) == ("喂", 4)


def test_blank_rows_are_skipped_and_counted() -> None:
    found = turns("\nrole,text\n\n,\nagent,您好\n", "a.csv", source="csv")
    assert found == (Turn("agent", "您好", line=5),)


def test_text_is_kept_as_it_stands() -> None:
    (turn,) = turns(table("role,text", "agent,\u00a0您好 "), "a.csv")
    assert turn.text == "\u00a0您好 "


def test_empty_cells() -> None:
    (turn,) = turns(table("role,text,start,备注", ",,," + " ", "客户,,,"), "a.csv")
    assert turn == Turn("customer", "", line=3)


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("start", ["0", "1500"], [0, 1500]),
        ("开始时间", ["0", "1.5"], [0, 1500]),
        ("begin", ["2", "2.25"], [2000, 2250]),
        ("start_ms", ["0", "1200.0"], [0, 1200]),
        ("开始时间（毫秒）", ["3", ""], [3, None]),
        ("开始时间(秒)", ["3", "4"], [3000, 4000]),
        ("开始时间", ["00:00:02", "01:02.5"], [2000, 62_500]),
        ("时间", ["2026-01-01 08:00:00", "2026-01-01 08:00:02"], [0, 2000]),
    ],
)
def test_times(header: str, cells: list[str], expected: list[int | None]) -> None:
    rows = [f"agent,x,{cell}" for cell in cells]
    found = turns(table(f"role,text,{header}", *rows), "a.csv")
    assert [turn.start_ms for turn in found] == expected
    assert {turn.end_ms for turn in found} == {None}


def test_start_and_end() -> None:
    (turn,) = turns(table("role,text,start_ms,结束时间", "agent,x,5,0.9"), "a.csv")
    assert (turn.start_ms, turn.end_ms) == (5, 900)


@pytest.mark.parametrize("cell", ["昨天", "--3", "1e9", "9" * 400, "inf"])
def test_a_time_that_is_none(cell: str) -> None:
    wrong = error(table("role,text,begin", "agent,x,1", f"agent,x,{cell}"), "a.csv")
    assert (wrong.line, cell in wrong.message) == (3, True)
    assert "“begin”列" in wrong.message


def test_role_and_speaker() -> None:
    found = turns(table("说话人,角色,内容", "王丽,坐席,您好", "李明,坐席,喂"), "a.csv")
    assert [(turn.role, turn.speaker) for turn in found] == [("agent", "王丽"), ("agent", "李明")]


def test_columns_about_the_call() -> None:
    rows = ["通话ID,角色,内容,坐席姓名,渠道,业务", "a,坐席,您好,王丽,电话,", "a,客户,喂,,,信用卡"]
    (call,) = read(table(*rows), "a.csv")
    assert (call.agent_name, call.channel, call.business) == ("王丽", "phone", "信用卡")
    assert [turn.meta for turn in call.turns] == [{}, {}]


def test_what_changes_within_a_call_stays_with_its_rows() -> None:
    (call,) = read(table("角色,内容,坐席姓名", "坐席,您好,王丽", "坐席,喂,李明"), "a.csv")
    assert call.agent_name == ""
    assert [turn.meta for turn in call.turns] == [{"坐席姓名": "王丽"}, {"坐席姓名": "李明"}]


def test_other_columns_with_one_name_or_none() -> None:
    (turn,) = turns(table("role,text,备注,备注,,内容", "agent,x,1,2,3,4"), "a.csv")
    assert turn.text == "4"
    assert turn.meta == {"text": "x", "备注": "1", "备注#2": "2", "列5": "3"}


@pytest.mark.parametrize(
    ("header", "missing", "present"),
    [("话者,内容", "角色", "内容"), ("角色,话", "内容", "角色"), ("a,b", "角色和内容", "a、b")],
)
def test_missing_columns(header: str, missing: str, present: str) -> None:
    wrong = error(table(header, "坐席,您好"), "a.csv")
    assert wrong.message.startswith(f"找不到{missing}列")
    assert present in wrong.message
    assert wrong.line == 1
    assert ("说话人" in wrong.hint) == ("角色" in missing)
    assert ("文本" in wrong.hint) == ("内容" in missing)


def test_of_a_thousand_columns_some_are_named() -> None:
    header = ",".join(["甲", *[""] * 1000])
    message = error(f"{header}\n{header}\n", "a.csv").message
    assert message.endswith("、 等 1001 列")


def test_a_cell_too_many_is_no_silent_loss() -> None:
    wrong = error(table("role,text", "agent,您好,吗"), "a.csv")
    assert wrong.line == 2
    assert "3 格" in wrong.message
    assert len(turns(table("role,text", "agent,您好,,"), "a.csv")) == 1


def test_a_cell_too_few() -> None:
    assert error(table("role,text", "agent,您好", "agent"), "a.csv").line == 3
    assert len(turns(table("role,text,备注", "agent,您好"), "a.csv")) == 1


def test_an_unknown_role() -> None:
    wrong = error(table("角色,内容", "坐席,您好", "老板,喂"), "a.csv")
    assert wrong.line == 3
    assert "“角色”列" in wrong.message
    assert "老板" in wrong.message


def test_a_quote_never_closed_names_its_row() -> None:
    wrong = error('role,text\nagent,1\nagent,"您好\ncustomer,喂\n', "a.csv")
    assert wrong.line == 3
    assert '""' in wrong.hint


def test_only_a_header() -> None:
    assert "只有表头" in error("role,text\n", "a.csv").message


def test_a_huge_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    before = csv.field_size_limit()
    huge = "您" * (before + 1)
    assert turns(table("role,text", f"agent,{huge}"), "a.csv")[0].text == huge
    monkeypatch.setattr(csv_rows, "ROW_LIMIT", before)
    assert error(table("role,text", f"agent,{huge}"), "a.csv").line == 2
    assert csv.field_size_limit() == before


CELLS = st.text(st.sampled_from("您好,;\t\"'\r\n a"), max_size=6)


@given(st.lists(CELLS, min_size=1, max_size=6), st.sampled_from(",\t;"))
def test_what_csv_wrote_is_what_is_read(words: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["role", "text"])
    writer.writerows(["agent", text] for text in words)
    found = turns(out.getvalue(), "a.csv")
    assert [turn.text for turn in found] == words


def test_titles_above_the_header_and_the_header_again() -> None:
    rows = ["七月话务导出,,", "", "通话ID,角色,内容", "a,坐席,一", "通话ID,角色,内容", "b,客户,二"]
    found = read(table(*rows), "a.csv")
    assert [(call.id, call.turns[0].line) for call in found] == [("a", 4), ("b", 6)]


def test_a_byte_order_mark_in_the_middle() -> None:
    text = table("role,text", "agent,一") + "\ufeff" + table("role,text", '"customer",二')
    assert [turn.text for turn in turns(text, "a.csv")] == ["一", "二"]


def test_columns_given_by_name() -> None:
    given = (("role", "谁"), ("text", "通话文字"), ("call", "号"))
    (call,) = read_with(table("号,谁,通话文字,内容", "a,坐席,您好,x"), "a.csv", columns=given)
    assert (call.id, call.turns[0].text, call.turns[0].meta) == ("a", "您好", {"内容": "x"})
    with pytest.raises(InputError) as caught:
        read_with(table("号,谁,文字", "a,坐席,您好"), "a.csv", columns=given)
    assert "没有“通话文字”列" in caught.value.message
    assert "号、谁、文字" in caught.value.message


def test_columns_given_by_number_where_there_is_no_header() -> None:
    given = (("role", "2"), ("text", "3"))
    (call,) = read_with("a;坐席;您好\na;客户;喂\n", "a.csv", columns=given)
    assert [(turn.role, turn.text, turn.line) for turn in call.turns] == [
        ("agent", "您好", 1),
        ("customer", "喂", 2),
    ]
    with pytest.raises(InputError, match="没有“9”列"):
        read_with("a;坐席;您好\n", "a.csv", columns=(("text", "9"),))


def test_columns_given_by_number_where_there_is_a_header() -> None:
    (call,) = read_with(table("角色,内容,原文", "坐席,x,您好"), "a.csv", columns=(("text", "3"),))
    assert [turn.text for turn in call.turns] == ["您好"]


@pytest.mark.parametrize("title", ["对话内容", "录音文本", "transcript", "内容"])
def test_a_call_in_a_cell(title: str) -> None:
    text = table(f"录音编号,坐席姓名,{title},质检员", '7,王丽,"坐席：您""好""\n客户：喂",李明')
    (call,) = read(text, "a.csv")
    assert (call.id, call.agent_name, call.meta) == ("7", "王丽", {"质检员": "李明"})
    first, second = call.turns
    assert (first.role, first.text, first.line, first.column) == ("agent", '您"好"', 2, 10)
    assert (second.role, second.text, second.line, second.column) == ("customer", "喂", 3, 4)
    assert_comes_back([call])


def test_calls_in_cells_without_ids_are_calls_of_their_own() -> None:
    found = read(table("通话ID,对话", "a,坐席：一 客户：二", ",坐席：三 客户：四"), "a.csv")
    assert [len(call.turns) for call in found] == [2, 2]


def test_a_cell_without_labels_is_noticed() -> None:
    _, call = read(table("通话ID,对话", "a,坐席：一 客户：二", "b,未接通"), "a.csv")
    assert [(turn.role, turn.text) for turn in call.turns] == [("unknown", "未接通")]
    assert [(notice.code, notice.line) for notice in call.notices] == [("no-labels", 3)]


def test_the_time_of_a_call_in_a_cell() -> None:
    (call,) = read(table("开始时间,对话", "2026-01-02 03:04,坐席：一 客户：二"), "a.csv")
    assert (call.started_at, call.turns[0].start_ms) == ("2026-01-02 03:04", None)


def test_a_column_whose_name_says_nothing_but_its_cells_do() -> None:
    (call,) = read(table("通话ID,ASR", "a,坐席：一<br>客户：二"), "a.csv")
    assert [turn.text for turn in call.turns] == ["一", "二"]


def test_names_in_a_column_of_speakers() -> None:
    found = turns(table("说话人,内容", "张三,一", "客服,二", "王女士,三"), "a.csv")
    assert [(turn.role, turn.speaker) for turn in found] == [
        ("unknown", "张三"),
        ("agent", ""),
        ("unknown", "王女士"),
    ]


def test_what_are_no_names() -> None:
    rows = [f"第{number}人,好" for number in range(9)]
    assert error(table("说话人,内容", *rows), "a.csv").line == 10
    assert error(table("说话人,内容", f"{'长' * 21},好"), "a.csv").line == 2


def test_negative_times_are_read_and_noticed() -> None:
    (call,) = read(table("role,text,start", "agent,一,-300"), "a.csv")
    assert call.turns[0].start_ms == -300
    assert [notice.code for notice in call.notices] == ["negative-time"]


def test_calls_come_in_the_order_in_which_they_end() -> None:
    rows = ["a,agent,1", "b,agent,2", "c,agent,3", "b,agent,4", "a,agent,5", "d,agent,6"]
    found = read(table("call_id,role,text", *rows), "a.csv")
    assert [(call.id, [turn.text for turn in call.turns]) for call in found] == [
        ("c", ["3"]),
        ("b", ["2", "4"]),
        ("a", ["1", "5"]),
        ("d", ["6"]),
    ]


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=12))
def test_no_call_is_ever_split(ids: list[str]) -> None:
    rows = [f"{name},agent,{number}" for number, name in enumerate(ids)]
    found = {
        call.id: [int(turn.text) for turn in call.turns]
        for call in read(table("call_id,role,text", *rows), "a.csv")
    }
    assert found == {name: [n for n, other in enumerate(ids) if other == name] for name in ids}


@pytest.mark.parametrize(
    ("header", "rows", "message"),
    [
        ("id,role,text", ["a,agent,1", "b,agent,2", "a,agent,3"], "太分散了"),
        ("id,role,text", ["a,agent,1", "a,agent,2", "a,agent,3"], "这一通对话太长了"),
        ("role,text", ["agent,1", "agent,2", "agent,3"], "没有通话编号列"),
    ],
)
def test_too_much_to_hold(
    monkeypatch: pytest.MonkeyPatch, header: str, rows: list[str], message: str
) -> None:
    monkeypatch.setattr(table_groups, "HELD_LIMIT", 300)
    assert message in error(table(header, *rows), "a.csv").message


def test_good_calls_come_before_a_quote_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "ROW_LIMIT", 1 << 10)
    text = table("id,role,text", "a,agent,1", "b,agent,2") + 'b,agent,"' + "您好\n" * 9999
    reading = read_stream(io.BytesIO(text.encode()), name="a.csv")
    assert next(reading).id == "a"
    with pytest.raises(InputError) as caught:
        list(reading)
    assert (caught.value.line, '""' in caught.value.hint) == (4, True)


def peak(path: Path, count: int) -> int:
    row = "call{0},agent,第 {0} 句：您好，请稍等\n"
    path.write_text("id,role,text\n" + "".join(row.format(n // 9) * 2 for n in range(count)))
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_path(path)) == -(-count // 9)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_rows_take_little_more_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The file is read in pieces, whose size must not be what is measured.
    monkeypatch.setattr("linter.calls.decode.CHUNK", 1 << 16)
    peak(tmp_path / "warm.csv", 9)
    few, many = tmp_path / "few.csv", tmp_path / "many.csv"
    less = peak(few, 2_000)
    # Ids are kept, twice, to tell calls apart.
    assert peak(many, 20_000) - less < (many.stat().st_size - few.stat().st_size) / 4


ANY_CELL = st.sampled_from(
    (
        *(
            "坐席",
            "客户",
            "张三",
            "坐席：好",
            "客户：喂",
            "通话ID",
            "内容",
            "角色",
            "说话人",
            "对话",
        ),
        *('"', ",", ";", "|", "\n", "\r", "\ufeff", " ", "00:01", "-3", "1.5", "<br>", "a"),
    )
)
GIVEN = st.sampled_from([(), (("text", "2"),), (("call", "内容"),)])


@given(st.lists(ANY_CELL, max_size=30), GIVEN)
@settings(deadline=None)
def test_any_table_gives_calls_or_an_error(
    parts: list[str], columns: tuple[tuple[str, str], ...]
) -> None:
    assert_calls_or_error("".join(parts), "a.csv", columns=columns)
    assert_calls_or_error("通话ID,角色,内容\n" + ",".join(parts), "a.csv", columns=columns)


@given(st.lists(ANY_CELL.filter(lambda cell: cell not in "\r\ufeff;|"), max_size=12))
@settings(deadline=None)
def test_turns_of_a_cell_stand_where_they_say(parts: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([["备注", "对话"], ['"a",', "".join(parts)]])
    text = out.getvalue()
    for call in read_with(text, "a.csv") if "".join(parts).strip() else ():
        for turn in call.turns:
            assert turn.line is not None
            assert turn.column is not None
            rest = text.split("\n")[turn.line - 1][turn.column - 1 :].replace('""', '"')
            assert rest.startswith(turn.text.split("\n")[0])
