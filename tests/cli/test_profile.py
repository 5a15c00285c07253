"""``--profile``, on every verb that loads rules."""

from __future__ import annotations

import json

import pytest

from .conftest import write

CALL = "客户：我想想。\n坐席：快点说，随便吧。\n"
PROFILES = """
profiles:
  从宽: {note: 催一下不算什么, change: {rules: {rude: {severity: info}}}}
  随和: {note: 口头禅不管, change: {rules: {careless: off}}}
  外呼: {note: 外呼不查口头禅, when: {direction: 外呼}, change: {rules: {careless: off}}}
"""


@pytest.fixture
def shop(tmp_path):
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    write(tmp_path / "shop.yml", text + PROFILES)
    return tmp_path


def rules_of(run):
    return [(f["rule"], f["severity"]) for f in map(json.loads, run.out.splitlines())]


@pytest.mark.parametrize(
    ("options", "code", "expected"),
    [
        ((), 1, [("rude", "error"), ("careless", "info")]),
        (("--profile", "从宽"), 0, [("rude", "info"), ("careless", "info")]),
        (("--profile", "从宽,随和"), 0, [("rude", "info")]),
        (("--profile", "从宽", "--profile", " 随和，"), 0, [("rude", "info")]),
        (("--profile", "随和"), 1, [("rude", "error")]),
    ],
)
def test_lint(huashu, shop, options, code, expected):
    write(shop / "a.txt", CALL)
    run = huashu("lint", "a.txt", "--rules", "shop.yml", "--format", "jsonl", *options)
    assert (run.code, rules_of(run), run.err) == (code, expected, "")


def test_lint_by_what_the_call_says(huashu, shop):
    turns = [{"role": "customer", "text": "我想想。"}, {"role": "agent", "text": "随便吧。"}]
    calls = [{"id": d, "turns": turns, "direction": d} for d in ("in", "out")]
    write(shop / "a.jsonl", "".join(json.dumps(call) + "\n" for call in calls))
    run = huashu("lint", "a.jsonl", "--rules", "shop.yml", "--format", "jsonl", "--statistics")
    assert [json.loads(line)["call"] for line in run.out.splitlines()] == ["in"]
    assert run.err.splitlines()[1].split()[:2] == ["1", "careless"]


def test_list_check_and_test(huashu, shop):
    shown = huashu("rules", "list", "--rules", "shop.yml", "--profile", "从宽,随和").out
    ids = [line.split()[0] for line in shown.splitlines()]
    assert ids == ["rude", "shirks", "cold", "no-sorry", "helps"]
    assert shown.splitlines()[0].split()[3] == "info"
    checked = huashu("rules", "check", "--rules", "shop.yml", "--profile", "随和")
    assert "5 条规则，8 个信号" in checked.out
    tested = huashu("test", "--rules", "shop.yml", "--profile", "随和")
    assert tested == (0, "5 条规则，10 个测试：全部通过\n", "")


def test_explain(huashu, shop):
    write(shop / "a.txt", CALL)
    described = huashu("explain", "rude", "--rules", "shop.yml", "--profile", "从宽")
    assert "  级别：info\n" in described.out
    seen = huashu("explain", "rude", "a.txt", "--rules", "shop.yml", "--profile", "从宽")
    assert seen.code == 0
    assert "info" in seen.out
    gone = huashu("explain", "careless", "--rules", "shop.yml", "--profile", "随和")
    assert gone.code == 2


def test_explain_a_call_that_asks_for_a_profile(huashu, shop):
    turns = [{"role": "customer", "text": "我想想。"}, {"role": "agent", "text": "随便吧。"}]
    write(shop / "a.jsonl", json.dumps({"id": "c", "turns": turns, "direction": "out"}))
    run = huashu("explain", "careless", "a.jsonl", "--rules", "shop.yml")
    assert run == (0, "careless 在这通电话里被方案关掉了：外呼\n", "")


@pytest.mark.parametrize(
    "verb",
    [("lint", "a.txt"), ("test",), ("explain", "rude"), ("rules", "list"), ("rules", "check")],
)
def test_an_unknown_profile(huashu, shop, verb):
    write(shop / "a.txt", CALL)
    assert huashu(*verb, "--rules", "shop.yml", "--profile", "从宽,从款") == (
        2,
        "",
        "错误：没有叫 '从款' 的方案; 是不是 从宽\n",
    )


def test_a_list_of_profiles(huashu, shop):
    assert huashu("rules", "profiles", "--rules", "shop.yml") == (
        0,
        "从宽                 催一下不算什么\n"
        "随和                 口头禅不管\n"
        "外呼  direction=out  外呼不查口头禅\n",
        "",
    )
