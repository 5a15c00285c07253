"""Reading a whole set: everything that is wrong at once, and nothing lost."""

from __future__ import annotations

import pytest

from linter.coaching.drill.reading import read_set
from linter.errors import InputError, Several

from .made import UPSET, line

CARD = '{"record": "card", "schema": 1}\n'


@pytest.fixture
def written(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "set.jsonl"
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def errors_of(path):
    with pytest.raises(Several) as error:
        read_set(path)
    return [(one.line, one.message) for one in error.value.errors]


def test_a_set(written):
    (first, second) = read_set(written(CARD + line() + line(id="b2")))
    assert (first.id, first.place, second.id, second.place) == ("a1", 2, "b2", 3)
    assert first.turns[0].text == UPSET.text


@pytest.mark.parametrize("text", [line().rstrip("\n"), "\ufeff" + line(), line()[:-1] + "\r\n"])
def test_line_ends_and_marks_of_other_systems(written, text):
    assert [card.id for card in read_set(written(text))] == ["a1"]


def test_what_stands_twice_is_one_card(written):
    (one,) = read_set(written(CARD + line() + CARD + line()))
    assert one.place == 2


def test_everything_that_is_wrong_is_said_at_once(written):
    other = line(turns=[{"role": "agent", "text": "好"}], focus=0, prompt=0)
    text = line() + "\n" + "{\n" + line(rule="") + '{"record": "call"}\n[]\n' + other
    assert errors_of(written(text)) == [
        (2, "空行"),
        (3, "不是合法的 JSON：Expecting property name enclosed in double quotes"),
        (4, "rule 是空的"),
        (5, "这一行不是样例集的记录（没有 record: card 或 example）"),
        (6, "这一行不是样例集的记录（没有 record: card 或 example）"),
        (7, "id a1 和第 1 行的重了，内容却不一样"),
    ]


def test_a_newer_set(written):
    path = written(CARD.replace("1", "2") + line())
    assert errors_of(path) == [(1, "样例集是第 2 版的格式，这里只认第 1 版")]


@pytest.mark.parametrize("text", ["", CARD])
def test_a_set_without_examples(written, text):
    with pytest.raises(InputError, match="集里一例也没有"):
        read_set(written(text))


def test_what_cannot_be_read(written, tmp_path):
    with pytest.raises(InputError, match="样例集读不了"):
        read_set(str(tmp_path / "nope"))
    with pytest.raises(InputError, match="样例集读不了"):
        read_set(str(tmp_path))
    with pytest.raises(InputError, match="不是 UTF-8"):
        read_set(written(line(), "gb18030"))
