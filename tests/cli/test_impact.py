"""``huashu impact``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess

import pytest

from linter.cli import impact_run

from .conftest import write

CALL = "客户：我想想。\n坐席：快点说，赶紧。\n客户：灯不亮。\n坐席：这不归我管，随便吧。\n"
LABELLED = {
    "id": "b",
    "labels": [{"category": "impatience", "turn": 1}],
    "turns": [{"role": "customer", "text": "我想想"}, {"role": "agent", "text": "赶紧"}],
}
REPORT = """\
规则改动的影响：shop.yml → new.yml
shop.yml：6 条规则，HASH
new.yml：6 条规则，HASH
2 通通话，坐席 3 轮；2 通有变化。
发现 3 → 3：多报 1，少报 1，变了 1，不变 1。

规则
  改动 rude  信号 催促
  改动 shirks  severity warning → info
  改动 careless  信号 口头禅

按规则
规则      旧  新  多报  少报  变了  不变  旧/千轮  新/千轮
careless   1   0     0     1     0     0    333.3      0.0
rude       1   2     1     0     0     1    333.3    666.7
shirks     1   1     0     0     1     0    333.3    333.3
所有规则   3   3     1     1     1     1   1000.0   1000.0

按类别
类别               旧  新  多报  少报  变了  不变  旧/千轮  新/千轮
careless            1   0     0     1     0     0    333.3      0.0
impatience 不耐烦   1   2     1     0     0     1    333.3    666.7
shirking 推诿       1   1     0     0     1     0    333.3    333.3

判定变了的（规则 × 通话）
旧        新        次
没有问题  违反       1
违反      没有问题   1

有标注的 1 通里
      标注有  标注在别的轮次  标注没有
多报       1               0         0
少报       0               0         0
变了       0               0         0

careless：少报 1
  少报  ec9408ffd54c #3  提示  确定  a.txt:4
      #2 客户：灯不亮。
      #3 坐席：这不归我管，随便吧。
      引文：随便吧
      说明：坐席说得随便。
      新规则：没有问题
      指纹：ee21dd2f360ea3cb

rude  impatience 不耐烦：多报 1
  多报  b #1  错误  确定  标注有  b.jsonl:1
      #0 客户：我想想
      #1 坐席：赶紧
      引文：赶紧
      说明：坐席在催客户。
      旧规则：没有问题
      指纹：f43e3bd758eec636

shirks  shirking 推诿：变了 1
  变了  ec9408ffd54c #3  提示  确定  a.txt:4
      severity warning → info
      #2 客户：灯不亮。
      #3 坐席：这不归我管，随便吧。
      引文：不归我管
      说明：坐席推开了事情。
      指纹：01243bbc37ac7e4f
"""


@pytest.fixture
def shop(huashu, tmp_path):
    """The old rules, new ones beside them, and calls on which they differ."""
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    for was, now in (
        ("[快点说, 「快」说]", "[快点说, 「快」说, 赶紧]"),
        ("[随便吧]", "[随便呗]"),
        ("aspect: 职责\n    severity: warning", "aspect: 职责\n    severity: info"),
    ):
        assert was in text
        text = text.replace(was, now)
    write(tmp_path / "new.yml", text)
    write(tmp_path / "a.txt", CALL)
    write(tmp_path / "b.jsonl", json.dumps(LABELLED) + "\n")
    return tmp_path


BOTH = ("impact", "shop.yml", "new.yml")
ALL = (*BOTH, "a.txt", "b.jsonl")


def changes(run):
    assert (run.code, run.err) == (0, "")
    return [(c["change"], c["rule"]) for c in json.loads(run.out)["changes"]]


def unhashed(text):
    """The identities of the rules, which no report is about, left out."""
    return re.sub(r"，[0-9a-f]{12}\n", "，HASH\n", text)


def test_the_report(huashu, shop):
    run = huashu(*ALL)
    assert (run.code, unhashed(run.out), run.err) == (0, REPORT, "")


def test_a_file(huashu, shop):
    assert huashu(*ALL, "-o", "out.txt") == (0, "", "")
    assert unhashed((shop / "out.txt").read_text(encoding="utf-8")) == REPORT


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "html"])
def test_formats_and_processes(huashu, shop, format_):
    run = huashu(*ALL, "--format", format_)
    assert (run.code, run.err) == (0, "")
    assert "rude" in run.out
    assert huashu(*ALL, "--format", format_) == run
    assert huashu(*ALL, "--format", format_, "--jobs", "2") == run


def test_standard_input(huashu, shop):
    run = huashu(*BOTH, "-", "--format", "json", stdin=json.dumps(LABELLED).encode())
    assert changes(run) == [("gained", "rude")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "rude"], [("gained", "rude")]),
        (["--select", "impatience,shirks"], [("gained", "rude"), ("changed", "shirks")]),
        (["--ignore", "shop"], []),
        (["--ignore", "rude,careless"], [("changed", "shirks")]),
        (["--limit", "0"], []),
    ],
)
def test_what_is_compared(huashu, shop, options, expected):
    assert changes(huashu(*ALL, "--format", "json", *options)) == expected


def test_a_rule_that_only_one_book_has_can_be_selected(huashu, shop):
    text = (shop / "new.yml").read_text(encoding="utf-8")
    start = text.index("  - id: careless")
    write(shop / "less.yml", text[:start] + text[text.index("  - id: cold") :])
    both = ["impact", "less.yml", "shop.yml", "a.txt", "--format", "json"]
    assert changes(huashu(*both, "--select", "careless")) == [("gained", "careless")]


def test_praise(huashu, shop):
    write(shop / "p.txt", "客户：灯不亮。\n坐席：我来办。\n")
    write(shop / "few.yml", (shop / "shop.yml").read_text("utf-8").replace("[我来办]", "[我办]"))
    both = ["impact", "shop.yml", "few.yml", "p.txt", "--format", "json"]
    assert changes(huashu(*both)) == []
    assert changes(huashu(*both, "--praise")) == [("lost", "helps")]


def test_rules_that_both_have(huashu, shop):
    write(shop / "x.csv", "短语,类别\n赶紧,催促\n")
    both = [*BOTH, "b.jsonl", "--format", "json", "--rules", "x.csv"]
    whole = json.loads(huashu(*both).out)
    assert (whole["old"]["rules"], whole["new"]["rules"]) == (7, 7)
    assert whole["total"]["same"] == 1


def test_profiles(huashu, shop):
    profiles = "profiles: {严: {note: 一, change: {rules: {rude: off}}}}"
    write(shop / "new.yml", (shop / "new.yml").read_text("utf-8") + profiles)
    run = huashu(*BOTH, "b.jsonl", "--format", "json", "--profile", "严")
    assert run.err == "注意：shop.yml 里没有方案 严，那一边不启用\n"
    whole = json.loads(run.out)
    assert [rule["id"] for rule in whole["rules"]["removed"]] == ["rude"]
    assert whole["total"]["gained"] == 0


@pytest.mark.parametrize(
    ("fail_on", "codes"),
    [("never", (0, 0)), ("gained", (1, 0)), ("lost", (0, 0)), ("any", (1, 0))],
)
def test_exit_codes(huashu, shop, fail_on, codes):
    same = ("impact", "shop.yml", "shop.yml", "b.jsonl")
    for args, code in zip(((*BOTH, "b.jsonl"), same), codes, strict=True):
        assert huashu(*args, "--fail-on", fail_on).code == code


def test_what_was_lost_fails(huashu, shop):
    assert huashu(*ALL, "--fail-on", "lost").code == 1


def test_errors_of_both_books(huashu, shop):
    write(shop / "one.yml", "")
    write(shop / "two.yml", "pack: p\nrulez: []\n")
    run = huashu("impact", "one.yml", "two.yml", "a.txt", "-o", "out.txt")
    assert (run.code, run.out) == (2, "")
    first, second = run.err.splitlines()
    assert first == "错误：one.yml: 规则文件是空的; 至少要有 pack 和 rules"
    assert second.startswith("错误：two.yml:2:1: ")
    assert not (shop / "out.txt").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--select", "rud"], "没有叫 'rud' 的规则、类别或规则包; 是不是 rude"),
        (["--profile", "严"], "没有叫 '严' 的方案; 两边的规则里都没有"),
    ],
)
def test_names_that_neither_book_has(huashu, shop, options, said):
    assert huashu(*ALL, *options) == (2, "", f"错误：{said}\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bad_calls_are_named_and_the_others_are_compared(huashu, shop, jobs):
    write(shop / "bad.jsonl", json.dumps(LABELLED) + "\n{\n")
    run = huashu(*BOTH, "bad.jsonl", "no.txt", "b.jsonl", "--format", "json", "--jobs", jobs)
    assert run.code == 2
    assert [line.split(": ")[0] for line in run.err.splitlines()] == [
        "错误：bad.jsonl:2:2",
        "错误：no.txt",
        "警告：b.jsonl:1",
    ]
    assert "这通的编号" in run.err
    whole = json.loads(run.out)
    assert (whole["calls"], len(whole["changes"])) == (2, 2)
    assert [one["where"] for one in whole["skipped"]] == ["bad.jsonl:2:2", "no.txt"]


def test_failures_are_not_masked(huashu, shop):
    assert huashu(*ALL, "no.txt", "--fail-on", "any").code == 2


def test_calls_are_needed(huashu, shop):
    assert huashu(*BOTH).code == 2


def test_interrupted(huashu, shop, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(impact_run, "compare_books", stop)
    assert huashu(*ALL, "-o", "out.txt") == (130, "", "已中断，没有写 out.txt\n")
    assert not (shop / "out.txt").exists()


@pytest.fixture
def repo(shop, monkeypatch):
    """The old rules are committed, the new ones lie in the folder."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(shop.parent))
    write(shop / "broken.yml", "pack: p\nextends: shop.yml\nrulez: []\n")
    for args in (
        ["init", "-q", "-b", "main"],
        ["add", "shop.yml", "broken.yml"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "one"],
    ):
        subprocess.run(["git", *args], check=True)
    (shop / "new.yml").replace(shop / "shop.yml")
    return shop


def test_a_revision(huashu, repo):
    run = huashu("impact", "main:shop.yml", "shop.yml", "a.txt", "b.jsonl")
    said = REPORT.replace("new.yml", "NEW").replace("shop.yml", "main:shop.yml")
    said = said.replace("NEW", "shop.yml")
    assert (run.code, unhashed(run.out), run.err) == (0, said, "")


def test_errors_of_a_revision_name_it(huashu, repo):
    run = huashu("impact", "main:broken.yml", "nope:shop.yml", "a.txt")
    assert (run.code, run.out) == (2, "")
    first, second = run.err.splitlines()
    assert first.startswith("错误：main:broken.yml:3:1: ")
    assert second.startswith("错误：nope:shop.yml: 没有 'nope' 这个版本; ")
    assert str(repo) not in run.err
    assert "tmp" not in run.err


def test_a_revision_where_there_is_no_repository(huashu, shop, monkeypatch):
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(shop.parent))
    run = huashu("impact", "main:shop.yml", "shop.yml", "a.txt")
    assert run == (
        2,
        "",
        "错误：main:shop.yml: 这里不是 git 仓库; 在仓库里运行，或给出文件夹\n",
    )
