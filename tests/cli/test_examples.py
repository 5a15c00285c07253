"""``huashu examples``."""

from __future__ import annotations

import json

import pytest

from linter.cli import examples_run

from .conftest import write

RUSHED = "坐席：您好。\n客户：我想想。\n坐席：快点说，卡号622848001。\n客户：别催。\n"
SORRY = "坐席：您好。\n客户：太慢了。\n坐席：对不起，我来办。\n客户：好。\n"
SHOWN = """\
# 培训样例集

## 不耐烦 `impatience`

### 坏例 ★ `ID`

```text
坐席：您好。
客户：我想想。
坐席：【快点说】，卡号甲********。
客户：别催。
```

- 说明：坐席在催客户。
- 为什么：催出来的话说不清。
- 怎么说：您慢慢说。

## 数据卡

- 来源：1 个文件，1 通通话，4 轮，坐席 2 轮
"""
TOLD = "1 通通话，坏例 1 个，好例 0 个；坏例里 0 个配了真实的好答法。\n"


@pytest.fixture
def day(tmp_path):
    """A folder of calls."""
    folder = tmp_path / "day"
    folder.mkdir()
    for number in range(6):
        write(
            folder / f"r{number}.txt", RUSHED.replace("我想想", f"我想想{'一二三四五六'[number]}")
        )
        write(folder / f"s{number}.txt", SORRY.replace("太慢", f"{'一二三四五六'[number]}太慢"))
    return folder


def examples(text):
    records = map(json.loads, text.splitlines())
    return [record for record in records if record["record"] == "example"]


def test_a_set(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    run = huashu("examples", "a.txt", "--rules", "shop.yml")
    (shown,) = (line for line in run.out.splitlines() if line.startswith("### 坏例"))
    id_ = shown.split("`")[1]
    assert run.out.replace(id_, "ID").startswith(SHOWN)
    assert (run.code, run.err) == (0, TOLD)


def test_the_same_again_whatever_the_order_and_the_processes(huashu, day):
    files = [f"day/{path.name}" for path in sorted(day.iterdir())]
    asked = ("--rules", "shop.yml", "--format", "jsonl", "--per", "2")
    first = huashu("examples", *files, *asked)
    assert first.code == 0
    assert len(examples(first.out)) == 2
    for paths, jobs in ((files[::-1], "1"), (files, "2"), (["day"], "2")):
        assert huashu("examples", *paths, *asked, "--jobs", jobs)[:2] == (0, first.out)


def test_another_seed_another_choice(huashu, day):
    asked = ("day", "--rules", "shop.yml", "--format", "jsonl", "--per", "1")
    runs = [huashu("examples", *asked, "--seed", str(seed)).out for seed in range(8)]
    assert len({examples(out)[0]["id"] for out in runs}) > 1


def test_several_formats_and_the_key_file(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    run = huashu(
        *("examples", "a.txt", "--rules", "shop.yml", "-o", "set.md"),
        *("--also", "jsonl=set.jsonl", "--also", "xlsx=set.xlsx", "--origins", "keys.csv"),
    )
    assert run == (0, "", TOLD)
    assert (tmp_path / "set.xlsx").read_bytes().startswith(b"PK")
    (one,) = examples((tmp_path / "set.jsonl").read_text("utf-8"))
    assert "a.txt" not in (tmp_path / "set.jsonl").read_text("utf-8")
    rows = (tmp_path / "keys.csv").read_text("utf-8-sig").splitlines()
    assert rows[1].split(",")[:2] == [f'"{one["id"]}"', '"a.txt"']
    assert rows[1].endswith('"2"')


def test_review_and_severity(huashu, tmp_path):
    write(tmp_path / "a.txt", "客户：我想想。\n坐席：块点说。\n坐席：随便吧。\n")
    asked = ("examples", "a.txt", "--rules", "shop.yml", "--format", "jsonl")
    rules = {one["rule"] for one in examples(huashu(*asked).out)}
    assert rules == {"careless"}
    assert examples(huashu(*asked, "--min-severity", "warning").out) == []


def test_only_some_categories(huashu, day):
    asked = ("examples", "day", "--rules", "shop.yml", "--format", "jsonl")
    found = examples(huashu(*asked, "--ignore", "impatience").out)
    assert {one["category"] for one in found} == {"missing_apology"}


def test_english(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    run = huashu("examples", "a.txt", "--rules", "shop.yml", "--lang", "en")
    assert run.err.startswith("1 calls, 1 bad examples")
    assert "Agent: 【" in run.out or "## impatience" in run.out


def test_what_cannot_be_read_is_a_failure_and_the_rest_is_written(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    run = huashu("examples", "a.txt", "none.txt", "--rules", "shop.yml")
    assert run.code == 2
    assert run.err.startswith("错误：none.txt: ")
    assert "（另有 1 个没读成）" in run.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--also", "pdf=x"), "'pdf' 不是样例集的格式"),
        (("--also", "jsonl="), "'jsonl=' 没有写文件名"),
        (("--also", "jsonl"), "markdown 和 jsonl 都要写到标准输出; 给其中一个写上文件"),
        (("-o", "x", "--also", "csv=x"), "x: markdown 和 csv 都要写到这个文件"),
        (("-o", "x", "--origins", "./x"), "./x: markdown 和 origins 都要写到这个文件"),
        (("--origins", "-"), "--origins 要写到文件里"),
        (("-o", "a.txt"), "a.txt: 这个文件这次要读"),
        (("-o", "none/x"), "none/x: 写不了"),
        (("--per", "0"), "--per"),
        (("--select", "nothing"), "nothing"),
    ],
)
def test_mistakes(huashu, tmp_path, args, said):
    write(tmp_path / "a.txt", RUSHED)
    run = huashu("examples", "a.txt", "--rules", "shop.yml", *args)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert (tmp_path / "a.txt").read_text("utf-8") == RUSHED


def test_a_workbook_is_not_for_a_terminal(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    asked = ("examples", "a.txt", "--rules", "shop.yml", "--format", "xlsx")
    run = huashu(*asked, terminal="out")
    assert (run.code, run.err) == (2, "错误：xlsx 不是文字，不能写到屏幕上; 用 -o FILE 写到文件\n")
    assert huashu(*asked).out.startswith("PK")


def test_interrupted(huashu, tmp_path, monkeypatch):
    write(tmp_path / "a.txt", RUSHED)

    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(examples_run.ExamplesRun, "over", interrupt)
    run = huashu("examples", "a.txt", "--rules", "shop.yml", "-o", "x.md")
    assert run == (130, "", "已中断，没有写 x.md\n")
    assert not (tmp_path / "x.md").exists()


def test_strict(huashu, tmp_path):
    turns = [{"text": "您好", "start_ms": 9, "end_ms": 1}, {"text": "嗯"}]
    write(tmp_path / "a.jsonl", json.dumps({"id": "a", "turns": turns}))
    asked = ("examples", "a.jsonl", "--rules", "shop.yml")
    assert (huashu(*asked).code, huashu(*asked, "--strict").code) == (0, 2)


def test_a_configuration(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    write(tmp_path / "huashu.yml", "rules: [shop.yml]\nignore: [impatience]\nlang: en\n")
    assert huashu("examples", "a.txt").err.startswith("1 calls, 0 bad examples")


SHOP = ("--rules", "shop.yml")
EXCEPTION = """\
exceptions:
  - rule: rushing
    phrase: 快点说
    why: 复核过
    by: 王敏
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_an_exception_speaks_of_is_no_example(huashu, tmp_path, jobs):
    write(tmp_path / "a.txt", RUSHED)
    rule = examples(huashu("examples", "a.txt", *SHOP, "--format", "jsonl").out)[0]["rule"]
    write(tmp_path / "e.yml", EXCEPTION.replace("rushing", rule))
    asked = ("examples", "a.txt", *SHOP, "--format", "jsonl", "--jobs", jobs)
    run = huashu(*asked, "--exceptions", "e.yml")
    assert (run.code, examples(run.out)) == (0, [])
    write(tmp_path / "e.yml", EXCEPTION.replace("rushing", rule) + "    until: 2020-01-01\n")
    run = huashu(*asked, "--exceptions", "e.yml")
    assert [one["kind"] for one in examples(run.out)] == ["bad"]
    assert "e.yml:2" in run.err


def test_what_a_baseline_holds_is_no_example(huashu, tmp_path):
    write(tmp_path / "a.txt", RUSHED)
    huashu("baseline", "create", "a.txt", *SHOP, "--by", "王敏")
    asked = ("examples", "a.txt", *SHOP, "--format", "jsonl")
    run = huashu(*asked, "--baseline", "huashu-baseline.json")
    assert (run.code, examples(run.out)) == (0, [])


def test_inputs_that_cannot_be_read_give_no_set(huashu, tmp_path):
    write(tmp_path / "a.jsonl", "{")
    run = huashu("examples", "a.jsonl", "missing", *SHOP, "-o", "set.md")
    assert (run.code, run.out) == (2, "")
    assert "一个输入也没有读成，没有写样例集" in run.err
    assert not (tmp_path / "set.md").exists()
    write(tmp_path / "b.txt", RUSHED)
    run = huashu("examples", "a.jsonl", "b.txt", *SHOP, "-o", "set.md")
    assert run.code == 2
    assert (tmp_path / "set.md").exists()
