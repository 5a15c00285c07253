from __future__ import annotations

import json

import pytest

from linter.cli.run import fails
from linter.judged import Report
from linter.model import Call, Finding, Turn
from linter.reports import Tally

from . import identity
from .conftest import write

RUDE = """\
通话 b7382f574a8a  bad.txt

  错误 rude 不耐烦
  #1 坐席 第 2 行
    快点说。
    ^^^^^^
  坐席在催客户。
  为什么：催出来的话说不清。
  怎么说：您慢慢说。

"""
NUMBERING = "轮次从 0 数，与 JSON 一致：#5 就是 turn 5。\n"
CLEAN = "检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。\n没有发现问题。\n" + identity.LINE


def rules_found(out: str) -> list[str]:
    return [json.loads(line)["rule"] for line in out.splitlines()]


def test_a_call_done_badly(huashu, calls):
    assert huashu("lint", "bad.txt", "--rules", "shop.yml") == (
        1,
        RUDE
        + "检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。\n"
        + "发现 1 个问题：错误 1。\n"
        + NUMBERING
        + identity.LINE,
        "",
    )


def test_a_call_done_well(huashu, calls):
    assert huashu("lint", "good.txt", "--rules", "shop.yml") == (0, CLEAN, "")


def test_english(huashu, calls):
    assert huashu("lint", "good.txt", "--rules", "shop.yml", "--lang", "en") == (
        0,
        "Files: 1, calls: 1, turns: 2 (agent: 1).\nNo problems found.\n"
        + identity.LINE.replace("规则：", "Rules: "),
        "",
    )


def test_a_bad_file_is_named_and_the_good_one_linted(huashu, calls):
    write(calls / "who.txt", "老板：您好。\n")
    hint = (
        "可用：坐席/客服/话务员/agent，客户/顾客/用户/customer，机器人/bot，系统/system，"
        "未知/unknown；后面可以带编号或姓名，如 坐席1、客服小王"
    )
    said = "这一行前面还没有角色标签，不知道是谁说的"
    run = huashu("lint", "who.txt", "bad.txt", "--rules", "shop.yml", "--format", "json")
    assert run.code == 2
    assert run.err == f"错误：who.txt:1: {said}; {hint}\n"
    report = json.loads(run.out)
    assert [found["rule"] for call in report["calls"] for found in call["findings"]] == ["rude"]
    assert report["summary"]["files"] == 1
    assert report["summary"]["skipped"] == [{"where": "who.txt:1", "why": f"{said}；{hint}"}]


def test_what_stands_before_an_error_is_linted(huashu, calls):
    turns = '{"turns": [{"role": "agent", "text": "快点说"}, {"role": "customer", "text": "啊"}]}'
    write(calls / "half.jsonl", f"{turns}\n{{\n")
    run = huashu("lint", "half.jsonl", "--rules", "shop.yml", "--format", "jsonl")
    assert run.code == 2
    assert rules_found(run.out) == ["rude"]
    assert run.err.startswith("错误：half.jsonl:2:")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", "empty.txt: 文件是空的; 至少要有一通对话"),
        (
            "bin.txt",
            b"a\0b",
            "bin.txt: 像是二进制文件：第 1 字节（从 0 数起）是 NUL; 只读文本；UTF-16 要带 BOM",
        ),
        ("nope.txt", None, "nope.txt: 没有这个文件或文件夹; 检查路径"),
        ("*.wav", None, "*.wav: 没有匹配的文件; 检查通配符；** 表示任意层文件夹"),
    ],
)
def test_inputs_that_cannot_be_read(huashu, calls, name, data, error):
    if data is not None:
        (calls / name).write_bytes(data)
    run = huashu("lint", name, "good.txt", "--rules", "shop.yml", "--format", "jsonl")
    assert run == (2, "", f"错误：{error}\n")


def test_an_unknown_role_in_json(huashu, calls):
    write(calls / "a.jsonl", '{"turns": [{"role": "boss", "text": "您好"}]}\n')
    run = huashu("lint", "a.jsonl", "--rules", "shop.yml", "--format", "jsonl")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：a.jsonl:1: turns[0].role：认不得的角色“boss”; 可用：")


def test_a_name_cannot_draw_on_the_terminal(huashu, calls):
    run = huashu("lint", "\x1b[2J\n", "--rules", "shop.yml", "--format", "jsonl")
    assert run == (2, "", "错误：␛[2J␊: 没有匹配的文件; 检查通配符；** 表示任意层文件夹\n")


def test_gb18030(huashu, calls):
    write(calls / "old.txt", "客户：我想想。\n坐席：快点说。\n", "gb18030")
    run = huashu("lint", "old.txt", "--rules", "shop.yml", "--format", "jsonl")
    assert (run.code, run.err) == (1, "")
    assert json.loads(run.out)["quote"] == "快点说"


def test_globs_and_folders_read_each_file_once(huashu, calls):
    (calls / "more").mkdir()
    write(calls / "more" / "third.txt", "客户：灯不亮。\n坐席：不归我管。\n")
    args = ("*.txt", "**/*.txt", "bad.txt", "more")
    run = huashu("lint", *args, "--rules", "shop.yml", "--format", "json")
    report = json.loads(run.out)
    assert [call["path"] for call in report["calls"]] == ["bad.txt", "good.txt", "more/third.txt"]
    assert report["summary"]["files"] == 3


def test_stdin(huashu):
    said = "客户：我想想。\n坐席：快点说。\n".encode()
    run = huashu("lint", "-", "-", "--rules", "shop.yml", "--format", "jsonl", stdin=said)
    assert (run.code, run.err) == (1, "")
    assert [json.loads(line)["path"] for line in run.out.splitlines()] == ["<stdin>"]


def test_stdin_of_a_named_format(huashu):
    said = '{"turns": [{"role": "agent", "text": "快点说"}, {"text": "啊", "role": "customer"}]}'
    args = ("--from", "plain", "--rules", "shop.yml", "--format", "jsonl")
    run = huashu("lint", "-", *args, stdin=said.encode())
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：<stdin>:1: ")


SEVERAL = """\
客户：太慢了。
坐席：随便吧。
客户：灯不亮。
坐席：这不归我管。
客户：啊？
坐席：你自己看。
客户：谁管呢？
坐席：我来办。
"""


@pytest.mark.parametrize(
    ("fail_on", "rule", "code"),
    [
        (fail_on, rule, int(rule in failing))
        for fail_on, failing in {
            "error": {"rude"},
            "warning": {"rude", "shirks"},
            "info": {"rude", "shirks", "careless"},
            "never": set(),
        }.items()
        for rule in ("rude", "shirks", "careless", "cold", "helps")
    ],
)
def test_fail_on(huashu, calls, fail_on, rule, code):
    write(calls / "a.txt", SEVERAL + "客户：我想想。\n坐席：快点说。\n")
    args = ("--praise", "--select", rule, "--format", "jsonl", "--rules", "shop.yml")
    run = huashu("lint", "a.txt", "--fail-on", fail_on, *args)
    assert rules_found(run.out) == [rule]
    assert (run.code, run.err) == (code, "")


def test_fail_on_is_error_by_default(huashu, calls):
    write(calls / "a.txt", SEVERAL)
    run = huashu("lint", "a.txt", "--rules", "shop.yml", "--format", "jsonl")
    assert run.code == 0
    assert rules_found(run.out) == ["careless", "no-sorry", "shirks", "cold"]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (("--min-severity", "warning"), ["no-sorry", "shirks", "cold"]),
        (("--min-severity", "error"), ["cold"]),
        (("--min-severity", "error", "--praise"), ["cold", "helps"]),
        (("--certain-only",), ["careless", "no-sorry", "shirks"]),
        (("--select", "cold, careless"), ["careless", "cold"]),
        (("--select", "cold", "--select", "missing_apology"), ["no-sorry", "cold"]),
        (("--ignore", "cold，careless"), ["no-sorry", "shirks"]),
        (("--select", "shop", "--ignore", "shirking"), ["careless", "no-sorry", "cold"]),
    ],
)
def test_what_is_shown(huashu, calls, options, shown):
    write(calls / "a.txt", SEVERAL)
    run = huashu("lint", "a.txt", *options, "--rules", "shop.yml", "--format", "jsonl")
    assert rules_found(run.out) == shown


def test_an_unknown_name_in_select(huashu, calls):
    assert huashu("lint", "bad.txt", "--rules", "shop.yml", "--select", "rude,shirk") == (
        2,
        "",
        "错误：没有叫 'shirk' 的规则、类别或规则包; 是不是 shirks、shirking\n",
    )


def test_statistics(huashu, calls):
    write(calls / "a.txt", SEVERAL + "客户：我想想。\n坐席：快点说。\n")
    args = ("--rules", "shop.yml", "--ignore", "no-sorry,cold", "--format", "jsonl", "--statistics")
    assert huashu("lint", "a.txt", "bad.txt", *args).err == (
        "按规则计数：\n"
        "     2  rude      不耐烦\n"
        "     1  careless  careless\n"
        "     1  shirks    推诿\n"
    )


def test_statistics_in_english(huashu, calls):
    args = ("--rules", "shop.yml", "--format", "jsonl", "--statistics", "--lang", "en")
    assert huashu("lint", "bad.txt", *args).err == "By rule:\n     1  rude  impatience\n"


def test_without_diagnosis(huashu, calls):
    shown = json.loads(huashu("lint", "bad.txt", "--rules", "shop.yml", "--format", "json").out)
    args = ("--rules", "shop.yml", "--format", "json", "--no-diagnosis")
    hidden = json.loads(huashu("lint", "bad.txt", *args).out)
    assert len(shown["calls"][0]["diagnosis"]) == 4
    assert hidden["calls"][0]["diagnosis"] == []


def test_which_rules_judged(huashu, calls):
    run = huashu("lint", "bad.txt", "--rules", "shop.yml", "--format", "json")
    assert run.out.startswith(f'{{"version": 1, "rules": {identity.JSON}, "calls": [')


@pytest.mark.parametrize(
    ("options", "terminal", "environment", "colored"),
    [
        ((), "", {}, False),
        ((), "out", {}, True),
        ((), "out", {"NO_COLOR": "1"}, False),
        ((), "out", {"TERM": "dumb"}, False),
        (("--color", "always"), "", {}, True),
        (("--color", "never"), "out", {}, False),
        (("-o", "-"), "out", {}, True),
    ],
)
def test_colors(huashu, calls, monkeypatch, options, terminal, environment, colored):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    run = huashu("lint", "bad.txt", "--rules", "shop.yml", *options, terminal=terminal)
    assert ("\x1b[" in run.out) == colored


def test_no_colors_in_a_file(huashu, calls):
    huashu("lint", "bad.txt", "--rules", "shop.yml", "-o", "out.txt", terminal="out")
    assert "\x1b[" not in (calls / "out.txt").read_text()


@pytest.mark.parametrize(
    ("options", "terminal", "columns", "longest"),
    [
        ((), "", "100", 80),
        ((), "out", "100", 100),
        ((), "out", "300", 120),
        ((), "out", "10", 40),
        (("--width", "50"), "out", "100", 50),
        (("--width", "200"), "", "100", 200),
    ],
)
def test_width(huashu, calls, monkeypatch, options, terminal, columns, longest):
    monkeypatch.setenv("COLUMNS", columns)
    write(calls / "a.txt", f"客户：我想想。\n坐席：{'x' * 300}，快点说。\n")
    args = ("a.txt", "--rules", "shop.yml", "--color", "never")
    run = huashu("lint", *args, *options, terminal=terminal)
    (quoted,) = [line for line in run.out.splitlines() if "xxx" in line][:1]
    assert longest - 2 <= len(quoted) + 3 <= longest + 3
    assert all(len(line) <= longest for line in run.out.splitlines())


def test_a_width_that_is_too_small(huashu, calls):
    assert huashu("lint", "bad.txt", "--rules", "shop.yml", "--width", "39") == (
        2,
        "",
        "错误：宽度 39 太小，报告排不下; 请给出不小于 40 的宽度\n",
    )


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("lint",), "Error: Missing argument 'PATH...'."),
        (("lint", "a", "--fail-on", "fatal"), "Error: Invalid value for '--fail-on'"),
        (("lint", "a", "--from", "docx"), "Error: Invalid value for '--from'"),
        (("lint", "a", "--format", "pdf"), "Error: Invalid value for '--format'"),
        (("lint", "a", "--nope"), "Error: No such option"),
        (("nope",), "Error: No such command"),
        (("rules", "nope"), "Error: No such command"),
    ],
)
def test_usage_errors(huashu, args, error):
    run = huashu(*args)
    assert (run.code, run.out) == (2, "")
    assert error in run.err


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
@pytest.mark.parametrize("certainty", ["certain", "review"])
@pytest.mark.parametrize("praise", [False, True])
@pytest.mark.parametrize("fail_on", ["error", "warning", "info", "never"])
def test_only_certain_faults_fail(severity, certainty, praise, fail_on):
    finding = Finding(
        call="c",
        path="",
        rule="r",
        category="c",
        aspect="态度",
        severity=severity,
        certainty=certainty,
        turn=0,
        role="agent",
        start=0,
        end=1,
        quote="啊",
        message="",
        suggestion="",
        praise=praise,
    )
    grave = {
        "error": ["error"],
        "warning": ["error", "warning"],
        "info": ["error", "warning", "info"],
        "never": [],
    }
    expected = severity in grave[fail_on] and certainty == "certain" and not praise
    tally = Tally()
    tally.count(Report(Call("c", (Turn("agent", "啊"),)), (finding,), ()))
    assert fails(tally, fail_on) == expected
