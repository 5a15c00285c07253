from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import format_csv
from linter.model import Call, Turn

from .helpers import error, read, turns


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
    monkeypatch.setattr(format_csv, "ROW_LIMIT", before)
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
