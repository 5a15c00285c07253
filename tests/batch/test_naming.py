from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from linter.batch.naming import Naming
from linter.calls import ReadOptions, read_stream

from .helpers import line

NAMELESS = '{"turns": [{"text": "您好"}]}'


def numbered(*lines: str, first: int = 1) -> list[tuple[int, bytes]]:
    return [(number, text.encode()) for number, text in enumerate(lines, first)]


def test_only_what_the_file_had_before_gets_another_name() -> None:
    naming = Naming()
    assert naming.ahead(0, numbered(line("a"), line("b"), line("a"))) == {3: "a#2"}
    assert naming.ahead(0, numbered(line("c"), line("a"), first=4)) == {5: "a#3"}


def test_each_file_begins_anew() -> None:
    naming = Naming()
    assert naming.ahead(0, numbered(line("a"))) == {}
    assert naming.ahead(1, numbered(line("a"))) == {}
    naming.forget(0)
    assert naming.ahead(0, numbered(line("a"))) == {}
    assert naming.ahead(1, numbered(line("a"))) == {1: "a#2"}


def test_blank_lines_have_no_id() -> None:
    assert Naming().ahead(0, numbered("", " \t", line("a"), line("a"))) == {4: "a#2"}


def test_nothing_is_known_from_the_first_line_on_that_has_to_be_read() -> None:
    naming = Naming()
    assert naming.ahead(0, numbered(line("a"))) == {}
    assert naming.ahead(0, numbered(line("a"), NAMELESS, first=2)) is None
    assert naming.ahead(0, numbered(line("a"), first=4)) is None
    assert naming.ahead(1, numbered(line("a"))) == {}
    assert naming.names(0, [(2, "a"), (3, "f00"), (4, "a")]) == {2: "a#2", 4: "a#3"}


LINES = st.sampled_from(["", NAMELESS, *map(line, ["a", "a#2", "b"])])


@given(st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=6))
def test_names_are_those_of_the_file_read_alone(shares: list[list[str]]) -> None:
    text = "\n".join(one for share in shares for one in share)
    if not text.strip():
        return
    expected = [
        call.id for call in read_stream(io.BytesIO(text.encode()), options=ReadOptions("jsonl"))
    ]
    naming, first = Naming(), 1
    found: list[str] = []
    for share in shares:
        lines = numbered(*share, first=first)
        first += len(share)
        own = [
            (number, call.id)
            for number, one in lines
            if one
            for call in read_stream(io.BytesIO(one), options=ReadOptions("jsonl"))
        ]
        names = naming.ahead(0, lines)
        if names is None:
            names = naming.names(0, own)
        found += [names.get(number, id_) for number, id_ in own]
    assert found == expected
