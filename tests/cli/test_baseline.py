from __future__ import annotations

import json

import pytest

from .conftest import write

RULES = ("--rules", "shop.yml")
FILE = "huashu-baseline.json"
SAID = '"added": "{day}", "why": "{why}", "by": "{by}"}}'


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("HUASHU_TODAY", "2026-01-05")


@pytest.fixture
def library(tmp_path):
    """Two files with a fault each, and a baseline of them to be made."""
    write(tmp_path / "a.md", "# 甲\n- 快点说。\n")
    write(tmp_path / "b.md", "# 甲\n- 不归我管。\n")
    return tmp_path


def create(huashu, *args):
    return huashu("baseline", "create", "a.md", "b.md", *RULES, "--by", "王敏", *args)


def entries(folder, name=FILE):
    return json.loads((folder / name).read_text(encoding="utf-8"))["entries"]


def known(folder):
    return [(one["path"], one["rule"], one["added"], one["by"]) for one in entries(folder)]


def test_create(huashu, library):
    assert create(huashu) == (0, "", f"{FILE}：2 条，2 处（原来 0 处）。\n")
    said = SAID.format(day="2026-01-05", why="已有存量", by="王敏")
    assert (library / FILE).read_text(encoding="utf-8") == (
        '{"version": 1, "entries": [\n'
        '{"path": "a.md", "rule": "rude", "quote": "快点说", "line": "快点说。", "count": 1, '
        f"{said},\n"
        '{"path": "b.md", "rule": "shirks", "quote": "不归我管", "line": "不归我管。", '
        f'"count": 1, {said}\n'
        "]}\n"
    )
    run = huashu("lint", "a.md", "b.md", *RULES, "--baseline", FILE, "--format", "jsonl")
    assert run == (0, "", "")


def test_transcripts_leave_no_words(huashu, calls):
    huashu("baseline", "create", "bad.txt", *RULES, "--by", "王敏")
    (one,) = entries(calls)
    assert one["call"] == "b7382f574a8a"
    assert "快点" not in (calls / FILE).read_text(encoding="utf-8")


def test_it_does_not_depend_on_the_order_of_the_inputs(huashu, library):
    create(huashu)
    huashu("baseline", "create", "b.md", "a.md", *RULES, "--by", "王敏", "-o", "other.json")
    assert (library / "other.json").read_bytes() == (library / FILE).read_bytes()


def test_why_by_and_until(huashu, library):
    create(huashu, "--why", "等改版", "--until", "2026-06-30")
    assert {(one["why"], one["by"], one["until"]) for one in entries(library)} == {
        ("等改版", "王敏", "2026-06-30")
    }


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("--until", "明年"), "--until 明年 不是日期; 写成 2026-12-31 这样，那一天还算数"),
        (("--why", " "), "--why 不能空着; 写明为什么、谁决定的"),
    ],
)
def test_options_that_say_nothing(huashu, library, args, error):
    assert create(huashu, *args) == (2, "", f"错误：{error}\n")
    assert not (library / FILE).exists()


def test_somebody_has_to_say_so(huashu, library):
    run = huashu("baseline", "create", "a.md", *RULES)
    assert run.code == 2
    assert "--by" in run.err


def test_a_baseline_is_not_made_twice(huashu, library):
    create(huashu)
    run = create(huashu)
    assert run == (2, "", f"错误：{FILE}: 已经有这个文件; 要更新用 huashu baseline update\n")


def test_nothing_is_written_when_an_input_cannot_be_read(huashu, library):
    write(library / "c.txt", "")
    run = create(huashu, "c.txt")
    assert run.code == 2
    assert run.err.endswith(f"没有写 {FILE}：先改好上面的错误。\n")
    assert not (library / FILE).exists()


def test_nothing_is_written_when_a_comment_is_wrong(huashu, library):
    write(library / "b.md", "# 甲\n- 不归我管。 <!-- huashu: ignore -->\n")
    run = create(huashu)
    assert run.code == 2
    assert run.err.startswith("错误：b.md:2:9: huashu 注释：没写忽略哪条规则")
    assert not (library / FILE).exists()


def test_exceptions_and_comments_need_no_baseline(huashu, library):
    write(library / "b.md", "# 甲\n- 不归我管。 <!-- huashu: ignore shirks why=念过 by=王 -->\n")
    write(library / "ex.yml", "exceptions:\n- {rule: rude, path: a.md, why: 好, by: 王}\n")
    create(huashu, "--exceptions", "ex.yml")
    assert entries(library) == []


def change(library, monkeypatch):
    """Another fault in one file, a word between them in the other, on another day."""
    write(library / "a.md", "# 乙\n- 您好。\n- 快点说！\n- 不归我管。\n")
    write(library / "b.md", "# 甲\n- 您好。\n")
    monkeypatch.setenv("HUASHU_TODAY", "2026-02-01")


def test_update(huashu, library, monkeypatch):
    create(huashu)
    change(library, monkeypatch)
    run = huashu("baseline", "update", "a.md", *RULES, "--by", "李")
    assert run == (0, "", f"{FILE}：3 条，3 处（原来 2 处）。\n")
    assert known(library) == [
        ("a.md", "rude", "2026-01-05", "王敏"),
        ("a.md", "shirks", "2026-02-01", "李"),
        ("b.md", "shirks", "2026-01-05", "王敏"),
    ]
    assert entries(library)[0]["line"] == "快点说！"
    huashu("baseline", "update", "b.md", *RULES, "--by", "李")
    assert [path for path, *_ in known(library)] == ["a.md", "a.md"]


def test_prune(huashu, library, monkeypatch):
    create(huashu)
    change(library, monkeypatch)
    huashu("baseline", "prune", "a.md", *RULES)
    assert [one[:2] for one in known(library)] == [("a.md", "rude"), ("b.md", "shirks")]
    huashu("baseline", "prune", "b.md", *RULES)
    assert [one[:2] for one in known(library)] == [("a.md", "rude")]


def test_a_moved_file_is_written_down_where_it_is(huashu, library):
    create(huashu)
    (library / "new").mkdir()
    (library / "a.md").rename(library / "new" / "a.md")
    huashu("baseline", "prune", "new", *RULES)
    assert [one[:2] for one in known(library)] == [("b.md", "shirks"), ("new/a.md", "rude")]


def test_what_expired_is_not_kept(huashu, library, monkeypatch):
    create(huashu, "--until", "2026-01-31")
    change(library, monkeypatch)
    huashu("baseline", "prune", "a.md", "b.md", *RULES)
    assert entries(library) == []


def test_show(huashu, library):
    create(huashu, "--until", "2026-06-30")
    run = huashu("baseline", "show")
    assert run == (
        0,
        "a.md  rude    快点说    1 处  2026-01-05  已有存量  王敏  到 2026-06-30\n"
        "b.md  shirks  不归我管  1 处  2026-01-05  已有存量  王敏  到 2026-06-30\n"
        f"{FILE}：2 条，2 处。\n",
        "",
    )


def test_show_of_nothing(huashu, library):
    write(library / "c.md", "# 甲\n- 您好。\n")
    huashu("baseline", "create", "c.md", *RULES, "--by", "王敏")
    assert huashu("baseline", "show") == (0, f"{FILE}：0 条，0 处。\n", "")


@pytest.mark.parametrize("verb", [("show",), ("prune", "a.md"), ("update", "a.md", "--by", "王")])
def test_there_has_to_be_one(huashu, library, verb):
    run = huashu("baseline", *verb)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"错误：{FILE}: 基线读不了：")


def test_entries_of_a_file_that_is_gone_go_when_its_folder_is_linted(huashu, library):
    create(huashu)
    (library / "b.md").unlink()
    assert huashu("baseline", "prune", "a.md", *RULES).err.endswith("2 条，2 处（原来 2 处）。\n")
    run = huashu("baseline", "prune", ".", *RULES)
    assert run.err.endswith(f"{FILE}：1 条，1 处（原来 2 处）。\n")
    assert [one["path"] for one in entries(library)] == ["a.md"]


def test_it_is_the_one_that_is_configured(huashu, library, monkeypatch):
    (library / "held").mkdir()
    write(library / "huashu.yml", "rules: shop.yml\nbaseline: held/base.json\n")
    run = huashu("baseline", "create", "a.md", "--by", "王敏")
    assert run == (0, "", "held/base.json：1 条，1 处（原来 0 处）。\n")
    assert len(entries(library, "held/base.json")) == 1
    assert "没有列出 1 个：基线 1。" in huashu("lint", "a.md").out
    monkeypatch.chdir(library / "held")
    assert huashu("baseline", "show").out.endswith("base.json：1 条，1 处。\n")


def test_a_day_that_is_over_is_no_last_day(huashu, library):
    run = create(huashu, "--until", "2026-01-04")
    assert run == (2, "", "错误：--until 2026-01-04 已经过了; 写今天或以后的一天\n")
    assert create(huashu, "--until", "2026-01-05").code == 0
