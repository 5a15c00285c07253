from __future__ import annotations

import pytest

from .conftest import write


def test_a_rule(huashu):
    run = huashu("explain", "rude", "--rules", "shop.yml")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("规则 rude  shop.yml:19\n  说明：坐席在催客户。\n")


def test_a_rule_in_english(huashu):
    run = huashu("explain", "rude", "--rules", "shop.yml", "--lang", "en")
    assert run.out.startswith("Rule rude  shop.yml:19\n  Message: 坐席在催客户。\n")


def test_on_a_call(huashu, calls):
    run = huashu("explain", "rude", "bad.txt", "--rules", "shop.yml")
    assert (run.code, run.err) == (0, "")
    assert "rude：违反\n  报 #1 [0:3] “快点说”  error\n" in run.out


def test_on_standard_input(huashu):
    said = "客户：我想想。\n坐席：快点说。\n".encode()
    run = huashu("explain", "rude", "-", "--rules", "shop.yml", stdin=said)
    assert run.out.startswith("通话 b7382f574a8a  <stdin>\nrude：违反\n")


def test_one_of_several_calls(huashu, tmp_path):
    write(
        tmp_path / "two.txt",
        "# id: a1\n坐席：您好。\n客户：啊\n===\n# id: a2\n坐席：快点说。\n客户：啊\n",
    )
    run = huashu("explain", "rude", "two.txt", "--id", "a2", "--rules", "shop.yml")
    assert run.out.startswith("通话 a2  two.txt\nrude：违反\n")


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("rud",), "没有叫 'rud' 的规则; 是不是 rude"),
        (("rude", "two.txt"), "two.txt: 有 2 通通话，要用 --id 指明一通; id 有 a1、a2"),
        (
            ("rude", "two.txt", "--id", "a3"),
            "two.txt: 没有 id 是 'a3' 的通话; 是不是 a2、a1",
        ),
        (
            ("rude", "--id", "a3"),
            "写了 --id，没有写文件; 写成 huashu explain 规则名 文件 --id 通话",
        ),
        (("rude", "no.txt"), "no.txt: 没有这个文件; 检查路径和权限"),
        (("rude", "-"), "<stdin>: 文件是空的; 至少要有一通对话"),
    ],
)
def test_errors(huashu, tmp_path, args, error):
    write(tmp_path / "two.txt", "# id: a1\n坐席：您好。\n===\n# id: a2\n坐席：快点说。\n")
    run = huashu("explain", *args, "--rules", "shop.yml")
    assert run == (2, "", f"错误：{error}\n")


def test_a_rule_of_nowhere_may_stand_in_a_file_that_was_not_given(huashu):
    for verb in ("explain", "test"):
        run = huashu(verb, "my-own-rule")
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith("错误：没有叫 'my-own-rule' 的规则; ")
        assert run.err.endswith("自己的规则文件用 --rules 给出\n")


def test_a_file_without_calls(huashu, tmp_path):
    write(tmp_path / "none.json", "[]")
    run = huashu("explain", "rude", "none.json", "--rules", "shop.yml")
    assert run == (2, "", "错误：none.json: 一通对话也没有\n")
