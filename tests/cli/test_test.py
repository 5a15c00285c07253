from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import write


def changed(folder: Path, old: str, new: str) -> Path:
    """``shop.yml`` with one thing changed, as ``own.yml``."""
    text = (folder / "shop.yml").read_text(encoding="utf-8")
    assert old in text
    return write(folder / "own.yml", text.replace(old, new, 1))


def test_all_pass(huashu):
    assert huashu("test", "--rules", "shop.yml") == (0, "6 条规则，12 个测试：全部通过\n", "")


def test_some_rules(huashu):
    run = huashu("test", "rude", "cold", "rude", "--rules", "shop.yml")
    assert run == (0, "2 条规则，4 个测试：全部通过\n", "")


def test_missing(huashu, tmp_path):
    changed(tmp_path, "坐席：【快点说】。", "坐席：【您慢慢说】。")
    assert huashu("test", "rude", "--rules", "own.yml") == (
        1,
        "own.yml:32:9: rude 漏报（Missing）\n"
        "    应报：#1“您慢慢说”\n"
        "    实报：没有（met）\n"
        "1 条规则，2 个测试：1 个没有通过\n",
        "",
    )


def test_missing_says_why_it_was_not_judged(huashu, tmp_path):
    changed(tmp_path, "客户：太慢了。\n          坐席：【", "客户：还行。\n          坐席：【")
    run = huashu("test", "no-sorry", "--rules", "own.yml")
    assert "    实报：没有（not_applicable，没有出现触发条件）\n" in run.out


def test_wrong_place(huashu, tmp_path):
    changed(tmp_path, "坐席：【快点说】。", "坐席：【您】啊快点说。")
    assert huashu("test", "rude", "--rules", "own.yml") == (
        1,
        "own.yml:32:9: rude 报错了地方（Wrong place）\n"
        "    应报：#1“您”\n"
        "    多报：#1“快点说”\n"
        "1 条规则，2 个测试：1 个没有通过\n",
        "",
    )


def test_noisy_where_it_must_pass(huashu, tmp_path):
    changed(tmp_path, "坐席：我念给您听。", "坐席：你自己看。")
    assert huashu("test", "--rules", "own.yml") == (
        1,
        "own.yml:84:9: cold 多报（Noisy）\n"
        "    应报：什么都不报\n"
        "    多报：#1“自己看”\n"
        "6 条规则，12 个测试：1 个没有通过\n",
        "",
    )


def test_noisy_beside_the_mark(huashu, tmp_path):
    changed(
        tmp_path,
        "坐席：【随便吧】。",
        "坐席：【随便吧】。\n          客户：我不懂。\n          坐席：随便吧。",
    )
    run = huashu("test", "careless", "--rules", "own.yml")
    assert run.code == 1
    assert run.out.startswith(
        "own.yml:64:9: careless 多报（Noisy）\n    应报：#1“随便吧”\n    多报：#3“随便吧”\n"
    )


def test_an_unknown_rule(huashu):
    assert huashu("test", "rud", "--rules", "shop.yml") == (
        2,
        "",
        "错误：没有叫 'rud' 的规则; 是不是 rude\n",
    )


def test_a_test_that_is_no_call(huashu, tmp_path):
    changed(tmp_path, "坐席：【随便吧】。", "坐席：【随便吧。")
    assert huashu("test", "--rules", "own.yml") == (
        2,
        "",
        "错误：own.yml:64:9: 标记没有写完：'【随便吧。'; 一句里写成【应报的字】，不能跨过一句\n",
    )


def test_different(huashu, tmp_path):
    changed(
        tmp_path,
        "坐席：【快点说】。",
        "坐席：【快点说】。\n        severity: info\n        certainty: review",
    )
    assert huashu("test", "rude", "--rules", "own.yml") == (
        1,
        "own.yml:32:9: rude 报得不一样（Different）\n"
        "    severity：应为 info，实为 error\n"
        "    certainty：应为 review，实为 certain\n"
        "1 条规则，2 个测试：1 个没有通过\n",
        "",
    )


def test_coverage(huashu):
    assert huashu("test", "--coverage", "--rules", "shop.yml") == (
        0,
        "6 条规则，12 个测试：全部通过\n"
        "测试碰到的  规则      信号      短语     选项  例外\n"
        "shop.yml    6/6 100%  7/7 100%  7/9 77%  -     0/2 0%\n"
        "合计        6/6 100%  7/7 100%  7/9 77%  -     0/2 0%\n",
        "",
    )


def test_what_no_test_reaches(huashu, tmp_path):
    changed(tmp_path, "any: [快点说, 「快」说]", "any: [快(点|些)(就|)说(呀|吧), (快|慢)慢说吧]")
    own = tmp_path / "own.yml"
    write(own, own.read_text(encoding="utf-8").replace("【快点说】", "【快点说呀】", 1))
    run = huashu("test", "rude", "careless", "--missing", "--rules", "own.yml")
    assert run == (
        0,
        "2 条规则，4 个测试：全部通过\n"
        "own.yml:6:5: 催促 没碰到选项 些、就、吧 ← 快(点|些)(就|)说(呀|吧)\n"
        "own.yml:6:5: 催促 没碰到短语 (快|慢)慢说吧\n"
        "own.yml:6:5: 催促 没碰到例外 over: 您快点说\n"
        "own.yml:6:5: 催促 没碰到例外 not_if: 不用…快点说\n"
        "own.yml:13:7: 致歉 没碰到信号\n"
        "测试碰到的  规则      信号     短语     选项     例外\n"
        "own.yml     2/2 100%  2/3 66%  2/5 40%  3/8 37%  0/2 0%\n"
        "合计        2/2 100%  2/3 66%  2/5 40%  3/8 37%  0/2 0%\n",
        "",
    )


def test_mutants(huashu):
    assert huashu("test", "rude", "no-sorry", "--mutate", "--rules", "shop.yml") == (
        0,
        "2 条规则，4 个测试：全部通过\n"
        "shop.yml:6:5: 催促 没有测试发现：去掉 over：您快点说\n"
        "shop.yml:6:5: 催促 没有测试发现：去掉 not_if：不用…快点说\n"
        "shop.yml:19:5: rude 没有测试发现：去掉 unless same_turn：致歉\n"
        "shop.yml:88:5: no-sorry 没有测试发现：within: 1 → 2\n"
        "shop.yml:88:5: no-sorry 没有测试发现：credit: 1 → 0\n"
        "shop.yml:88:5: no-sorry 没有测试发现：credit: 1 → 2\n"
        "shop.yml:88:5: no-sorry 没有测试发现：late: 2 → 1\n"
        "shop.yml:88:5: no-sorry 没有测试发现：late: 2 → 3\n"
        "改坏的地方          测试发现的\n"
        "信号换成另一方说的  3/3 100%\n"
        "信号不要例外        0/2 0%\n"
        "窗口、次数差一      0/5 0%\n"
        "规则不要放过的情形  0/1 0%\n"
        "合计                3/11 27%\n",
        "",
    )


def test_too_few_mutants_are_noticed(huashu):
    assert huashu("test", "careless", "--min-killed", "100", "--rules", "shop.yml").code == 0
    assert huashu("test", "rude", "--min-killed", "41", "--rules", "shop.yml").code == 1
    assert huashu("test", "rude", "--min-killed", "40", "--rules", "shop.yml").code == 0


def test_no_share_of_more_than_all(huashu):
    run = huashu("test", "--min-killed", "101", "--rules", "shop.yml")
    assert (run.code, run.out) == (2, "")


OWN = """\
pack: own
extends: shop.yml
signals: {啰嗦: {any: [我再说一遍, 说了多少遍]}}
rules:
  - id: again
    category: impatience
    aspect: 态度
    severity: info
    forbid: [啰嗦, 致歉]
    which: first
    say: 说
    why: 为
    instead: 怎
    tests: [{flag: "客户：啊\\n坐席：【我再说一遍】"}, {pass: "客户：啊\\n坐席：我马上查"}]
"""
OWN_COVERED = """\
own.yml:3:15: 啰嗦 没碰到短语 说了多少遍
测试碰到的  规则      信号      短语     选项  例外
own.yml     1/1 100%  1/1 100%  1/2 50%  -     -
合计        1/1 100%  1/1 100%  1/2 50%  -     -
shop.yml 的不算；要看用 --rules shop.yml
"""
OWN_MUTATED = """\
own.yml:5:5: again 没有测试发现：去掉 which
改坏的地方          测试发现的
信号换成另一方说的  1/1 100%
规则不要放过的情形  0/1 0%
合计                1/2 50%
shop.yml 的不算；要看用 --rules shop.yml
"""


@pytest.mark.parametrize("named", [(), ("again",)])
def test_an_author_s_own_files(huashu, tmp_path, named):
    write(tmp_path / "own.yml", OWN)
    run = huashu("test", *named, "--missing", "--rules", "own.yml")
    assert run.out.split("\n", 1)[1] == OWN_COVERED
    run = huashu("test", *named, "--mutate", "--rules", "own.yml")
    assert run.out.split("\n", 1)[1] == OWN_MUTATED


def test_what_is_extended_is_told_of_where_it_is_asked_for(huashu, tmp_path):
    write(tmp_path / "own.yml", OWN)
    both = huashu("test", "again", "--coverage", "--rules", "own.yml", "--rules", "shop.yml")
    base = huashu("test", "rude", "--coverage", "--rules", "own.yml")
    for run in (both, base):
        assert "\nshop.yml  " in run.out
        assert "不算" not in run.out


def test_an_author_who_extends_what_comes_along(huashu, tmp_path):
    text = OWN.replace("shop.yml", "builtin").replace("致歉", "致歉安抚")
    write(tmp_path / "own.yml", text)
    run = huashu("test", "again", "--coverage", "--mutate", "--rules", "own.yml")
    assert "rules/" not in run.out
    assert run.out.splitlines()[-1] == "自带的不算；要看用 --rules builtin"
    assert (
        "rules/"
        in huashu("test", "again", "--missing", "--rules", "own.yml", "--rules", "builtin").out
    )
