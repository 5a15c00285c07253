from __future__ import annotations

import json

from .conftest import write

GOOD = {
    "turns": [{"role": "agent", "text": "您好。"}, {"role": "customer", "text": "您好。"}],
}


def test_canonical_lines(huashu, calls):
    run = huashu("convert", "good.txt", "bad.txt")
    assert (run.code, run.err) == (0, "读了 2 个文件、2 通、4 句。\n")
    good, bad = map(json.loads, run.out.splitlines())
    assert good["turns"] == GOOD["turns"]
    assert bad["turns"][1] == {"role": "agent", "text": "快点说。"}


def test_what_was_converted_reads_back_the_same(huashu, calls):
    first = huashu("convert", ".").out
    again = huashu("convert", "-", stdin=first.encode())
    assert (again.code, again.out) == (0, first)


def test_the_format_may_be_named(huashu):
    run = huashu("convert", "-", "--from", "plain", stdin="坐席：您好。".encode())
    assert json.loads(run.out)["turns"] == [{"role": "agent", "text": "您好。"}]


def test_a_bad_file_does_not_keep_the_good_ones_back(huashu, calls):
    write(calls / "empty.txt", "")
    run = huashu("convert", "empty.txt", "good.txt", "-o", "out.jsonl")
    assert run == (
        2,
        "",
        "错误：empty.txt: 文件是空的; 至少要有一通对话\n"
        "读了 1 个文件、1 通、2 句；跳过 1 个文件。\n",
    )
    assert json.loads((calls / "out.jsonl").read_text())["turns"] == GOOD["turns"]
