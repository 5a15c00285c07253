"""``huashu rules list`` and ``huashu rules show``."""

from __future__ import annotations

import json

import pytest

from .conftest import write

LIST = """\
rude      impatience       态度  error    forbid   shop  stable  坐席在催客户。
shirks    shirking         职责  warning  forbid   shop  stable  坐席推开了事情。
careless  careless         态度  info     forbid   shop  stable  坐席说得随便。
cold      cold_refusal     态度  error    forbid   shop  stable  坐席可能在打发人。
no-sorry  missing_apology  话术  warning  require  shop  stable  客户抱怨了，坐席没有道歉。
helps     praise           标杆  info     forbid   shop  stable  坐席揽下了事情。
"""
PROFILES = """
profiles:
  宽: {note: 一, change: {rules: {shirks: {severity: info}}}}
  松: {note: 二, change: {rules: {shirks: off}}}
"""
SHOWN = """\
规则 shirks  shop.yml:39
  说明：坐席推开了事情。
  为什么：客户不知道该找谁。
  怎么说：我帮您联系管的人。
  方面：职责
  类别：shirking 推诿
  规则包：shop
  级别：warning
  判法类型：forbid
  状态：stable
  改动它的方案：宽（severity）、松（关掉）
判法
  不许出现 推脱。
信号 推脱  shop.yml:10
  who: agent
  any:
    - 不归我管
测试
  flag  shop.yml:48
    客户：灯不亮。
    坐席：这【不归我管】。
  pass  shop.yml:51
    客户：灯不亮。
    坐席：我来看看。
"""
OBJECT = {
    "id": "shirks",
    "category": "shirking",
    "aspect": "职责",
    "severity": "warning",
    "kind": "forbid",
    "pack": "shop",
    "status": "stable",
    "message": "坐席推开了事情。",
    "profiles": [
        {"name": "宽", "changes": ["severity"], "signals": []},
        {"name": "松", "changes": ["off"], "signals": []},
    ],
    "path": "shop.yml",
    "line": 39,
}


@pytest.fixture
def shop(tmp_path, huashu):
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    return write(tmp_path / "shop.yml", text + PROFILES)


def test_list(huashu):
    assert huashu("rules", "list", "--rules", "shop.yml") == (0, LIST, "")


def test_columns_of_wide_characters(huashu, tmp_path):
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    write(tmp_path / "wide.yml", text.replace("category: careless", "category: 随便"))
    run = huashu("rules", "list", "--rules", "wide.yml")
    assert run.out == LIST.replace("careless  careless  ", "careless  随便      ")


def test_a_long_message_is_cut_and_profiles_stand_behind_it(huashu, shop):
    text = shop.read_text(encoding="utf-8")
    write(shop, text.replace("坐席推开了事情。", "坐席推开了事情，" * 3))
    run = huashu("rules", "list", "--rules", "shop.yml", "--category", "shirking")
    assert run.out == (
        "shirks  shirking  职责  warning  forbid  shop  stable  "
        "坐席推开了事情，坐席推开了事情，坐席推…  宽、松（off）\n"
    )


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--category", "impatience,praise"], ["rude", "helps"]),
        (["--category", "careless", "--category", "praise"], ["careless", "helps"]),
        (["--pack", "shop", "--category", "praise"], ["helps"]),
        (["--profile", "松", "--category", "praise"], ["helps"]),
    ],
)
def test_filters(huashu, shop, options, ids):
    run = huashu("rules", "list", "--rules", "shop.yml", *options)
    assert [line.split()[0] for line in run.out.splitlines()] == ids


def test_a_pack_among_several(huashu, shop):
    write(shop.with_name("b.csv"), "短语,类别\n别磨蹭,催促\n")
    several = ["rules", "list", "--rules", "shop.yml", "--rules", "b.csv"]
    assert len(huashu(*several).out.splitlines()) == 7
    assert len(huashu(*several, "--pack", "shop").out.splitlines()) == 6


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--category", "careles"], "没有规则是 'careles' 这个类别的; 是不是 careless"),
        (["--pack", "shoop"], "没有规则是 'shoop' 这个规则包的; 是不是 shop"),
    ],
)
def test_filters_that_fit_nothing(huashu, options, said):
    run = huashu("rules", "list", "--rules", "shop.yml", *options)
    assert run == (2, "", f"错误：{said}\n")


def test_list_as_json(huashu, shop):
    run = huashu("rules", "list", "--rules", "shop.yml", "--format", "json", "--pack", "shop")
    assert (run.code, run.err) == (0, "")
    whole = json.loads(run.out)
    assert list(whole) == ["packs", "hash", "profiles", "rules"]
    assert (whole["packs"], whole["profiles"], len(whole["rules"])) == (["shop"], [], 6)
    assert whole["rules"][1] == OBJECT


def test_show(huashu, shop):
    assert huashu("rules", "show", "shirks", "--rules", "shop.yml") == (0, SHOWN, "")


def test_show_several_each_once(huashu, shop):
    run = huashu("rules", "show", "shirks", "helps", "shirks", "--rules", "shop.yml")
    assert (run.code, run.err) == (0, "")
    first, second = run.out.split("\n\n")
    assert first + "\n" == SHOWN
    assert second.startswith("规则 helps  shop.yml:107\n")


def test_show_in_english(huashu, shop):
    run = huashu("rules", "show", "shirks", "--rules", "shop.yml", "--lang", "en")
    assert "  Kind: forbid\n  Status: stable\n  Changed by profiles: 宽 (severity), 松 (off)\n" in (
        run.out
    )


def test_show_as_json(huashu, shop):
    run = huashu("rules", "show", "shirks", "rude", "--rules", "shop.yml", "--format", "json")
    assert (run.code, run.err) == (0, "")
    shirks, rude = json.loads(run.out)["rules"]
    assert {key: shirks[key] for key in OBJECT} == OBJECT
    assert shirks["judging"] == ["不许出现 推脱。"]
    assert shirks["signals"] == [
        {
            "name": "推脱",
            "who": "agent",
            "members": [],
            "patterns": [{"text": "不归我管", "level": 0, "certainty": "certain"}],
            "says": ["who: agent", "any:", "  - 不归我管"],
            "path": "shop.yml",
            "line": 10,
        }
    ]
    assert shirks["tests"][0] == {
        "test": "flag",
        "kind": "call",
        "text": "客户：灯不亮。\n坐席：这【不归我管】。",
        "path": "shop.yml",
        "line": 48,
    }
    assert rude["false_positives"] == ["催的是同事"]


def test_show_what_is_not_there(huashu, shop):
    run = huashu("rules", "show", "shirks", "shirk", "--rules", "shop.yml")
    assert run == (2, "", "错误：没有叫 'shirk' 的规则; 是不是 shirks\n")
    run = huashu("rules", "show", "zzzzzzzz")
    assert run == (2, "", "错误：没有叫 'zzzzzzzz' 的规则; 自己的规则文件用 --rules 给出\n")


def test_show_needs_a_name(huashu):
    assert huashu("rules", "show").code == 2
