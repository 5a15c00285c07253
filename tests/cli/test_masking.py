from __future__ import annotations

import json

import pytest

from .conftest import write

pytestmark = pytest.mark.alone

PHONE = "13800138000"
SAID = f"客户：我电话{PHONE}，我想想。\n坐席：{PHONE}，快点说。\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "snippets", "sarif", "csv", "gitlab"])
def test_no_report_tells_a_number(huashu, tmp_path, format_, jobs):
    write(tmp_path / f"{PHONE}.txt", SAID)
    write(tmp_path / "b.txt", "坐席：快点说。\n")
    args = ("lint", ".", "--rules=shop.yml", f"--format={format_}", f"--jobs={jobs}")
    plain, run = huashu(*args), huashu(*args, "--mask")
    assert PHONE in plain.out or format_ == "snippets"
    assert PHONE not in run.out + run.err
    assert run.code == plain.code


def test_convert_masks_what_it_writes(huashu, tmp_path):
    write(tmp_path / "a.txt", SAID)
    run = huashu("convert", "a.txt", "--mask")
    texts = [turn["text"] for turn in json.loads(run.out)["turns"]]
    assert not any(PHONE in text for text in texts)
    assert [len(text) for text in texts] == [len("我电话13800138000，我想想。"), 16]


def test_complaints_do_not_name_who_a_file_is_called_after(huashu, tmp_path):
    write(tmp_path / f"{PHONE}.json", "{")
    for verb in (("lint", "--rules=shop.yml"), ("convert",)):
        run = huashu(*verb, f"{PHONE}.json", "--mask")
        assert run.code == 2
        assert "错误：" in run.err
        assert PHONE not in run.out + run.err


def test_names_are_not_masked_and_written(huashu, tmp_path):
    write(tmp_path / "a.txt", SAID)
    run = huashu("lint", "a.txt", "--rules=shop.yml", "--mask", "--agents=names")
    assert (run.code, run.out) == (2, "")
    assert "--mask 要遮掉姓名，和 --agents names 不能一起用" in run.err


def test_a_configuration_may_ask_for_it(huashu, tmp_path):
    write(tmp_path / "a.txt", SAID)
    write(tmp_path / "huashu.yml", "mask: true\nrules: shop.yml\n")
    assert PHONE not in huashu("lint", "a.txt").out
    assert PHONE in huashu("lint", "a.txt", "--no-mask").out
    assert PHONE not in huashu("convert", "a.txt").out
