from __future__ import annotations

from pathlib import Path

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
