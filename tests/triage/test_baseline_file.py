from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.errors import UsageError
from linter.judged import Entry
from linter.triage.baseline import Known, Mark
from linter.triage.baseline_file import _entries, read_baseline, written

LINE = (
    '{"path": "a.md", "rule": "scolding", "quote": "别喊", "line": "您别喊。", "count": 2, '
    '"added": "2026-01-05", "why": "已有存量", "by": "王敏"}'
)
WHOLE = f'{{"version": 1, "entries": [\n{LINE}\n]}}\n'
ENTRY = Entry("baseline", "scolding", "已有存量", "王敏", "", "b.json", 2, 1)
KNOWN = Known("a.md", Mark("scolding", quote="别喊", line="您别喊。"), 2, "2026-01-05", ENTRY)


def read(tmp_path, text):
    file = tmp_path / "b.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_baseline(str(file))


def test_one_entry_a_line():
    assert written([KNOWN]) == WHOLE
    assert written([]) == '{"version": 1, "entries": [\n]}\n'
    assert json.loads(written([KNOWN, KNOWN]))["version"] == 1


def test_what_is_written_is_read(tmp_path):
    (known,) = read(tmp_path, WHOLE).entries
    assert replace(known, entry=known.entry._replace(path="b.json")) == KNOWN
    assert read(tmp_path, written([])).entries == ()


def test_another_layout_is_read_with_its_lines(tmp_path):
    text = json.dumps(json.loads(written([KNOWN, KNOWN])), indent=2)
    assert [known.entry.line for known in read(tmp_path, text).entries] == [4, 14]


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_is_said_is_read_as_it_was(quote, line):
    known = replace(KNOWN, mark=replace(KNOWN.mark, quote=quote, line=line))
    text = written([known])
    assert len(text.splitlines()) == 3
    (read,) = _entries(text, "b.json")
    assert read == known


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (WHOLE[:-3], "b.json:3: 基线文件坏了"),
        (WHOLE.replace('"count": 2', '"count": "2"'), "b.json:2: 基线文件坏了"),
        (WHOLE.replace('"count": 2', '"count": 0'), "b.json:2: 基线文件坏了"),
        (WHOLE.replace('"count": 2', '"count": true'), "b.json:2: 基线文件坏了"),
        (WHOLE.replace("2026-01-05", "2026"), "b.json:2: 基线文件坏了"),
        (WHOLE.replace('"by"', '"of"'), "b.json:2: 基线文件坏了"),
        (WHOLE.replace(', "line": "您别喊。"', ""), "b.json:2: 基线文件坏了"),
        (WHOLE.replace(LINE, "[]"), "b.json:2: 基线文件坏了"),
        (
            WHOLE.replace('"version": 1', '"version": 2'),
            "b.json:1: 基线是第 2 版的格式，这里只认第 1 版",
        ),
        ("[]", "b.json:1: 这不是基线文件，或者坏了"),
        ("", "b.json:1: 这不是基线文件，或者坏了"),
        (b"\xff\xfe", "b.json: 基线文件坏了：不是 UTF-8"),
    ],
)
def test_what_is_no_baseline(tmp_path, text, error):
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert f"{caught.value.where}: {caught.value.message}" == f"{tmp_path}/{error}"
    assert caught.value.hint


def test_no_file(tmp_path):
    with pytest.raises(UsageError, match="基线读不了"):
        read_baseline(str(tmp_path / "no.json"))
