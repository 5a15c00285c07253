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


LABELLED = {
    "id": PHONE,
    "grade": "everyday",
    "labels": [{"category": "shirking", "turn": 1}],
    "turns": [
        {"role": "customer", "text": f"我叫王芳，我电话{PHONE}，我想想。"},
        {"role": "agent", "text": f"{PHONE}，王女士，快点说，随便吧。"},
    ],
}


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "html"])
def test_an_evaluation_tells_no_number(huashu, tmp_path, format_):
    write(tmp_path / "data.jsonl", json.dumps(LABELLED, ensure_ascii=False) + "\n")
    args = ("eval", "data.jsonl", "--rules=shop.yml", "--misses", "--false-alarms")
    plain, run = (huashu(*args, f"--format={format_}", *more) for more in ((), ("--mask",)))
    assert (plain.code, run.code, run.err) == (0, 0, "")
    assert PHONE in plain.out
    assert "王芳" in plain.out
    assert PHONE not in run.out
    assert "王芳" not in run.out
    assert "快点说" in run.out


def test_an_evaluation_counts_what_it_counts_unmasked(huashu, tmp_path):
    write(tmp_path / "data.jsonl", json.dumps(LABELLED, ensure_ascii=False) + "\n")
    args = ("eval", "data.jsonl", "--rules=shop.yml")
    assert huashu(*args, "--mask").out == huashu(*args).out


def test_what_cannot_be_evaluated_is_told_masked(huashu, tmp_path):
    write(tmp_path / f"{PHONE}.jsonl", "{\n")
    run = huashu("eval", f"{PHONE}.jsonl", "--rules=shop.yml", "--mask")
    assert run.code == 2
    assert PHONE not in run.out + run.err


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("format_", ["text", "json", "markdown", "html"])
def test_an_impact_tells_no_number(huashu, tmp_path, format_, jobs):
    rules = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    write(tmp_path / "new.yml", rules.replace("[随便吧]", "[随便呗]"))
    write(tmp_path / f"{PHONE}.txt", SAID.replace("快点说", "快点说，随便吧"))
    write(tmp_path / "b.txt", "坐席：快点说。\n")
    files = (f"{PHONE}.txt", "b.txt", f"{PHONE}.missing")
    args = ("impact", "shop.yml", "new.yml", *files, f"--format={format_}", f"--jobs={jobs}")
    plain, run = huashu(*args), huashu(*args, "--mask")
    assert PHONE in plain.out
    assert "随便吧" in run.out
    assert PHONE not in run.out + run.err
    assert plain.code == run.code == 2


def test_a_baseline_holds_nothing_that_was_said_in_a_call(huashu, tmp_path):
    write(tmp_path / "a.txt", SAID)
    assert huashu("baseline", "create", ".", "--rules=shop.yml", "--by=质检").code == 0
    written = (tmp_path / "huashu-baseline.json").read_text(encoding="utf-8")
    assert '"rude"' in written
    assert not any(said in written for said in (PHONE, "快点说"))
