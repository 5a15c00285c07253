from __future__ import annotations

import json

import pytest

from linter.rulebook.schema import schema

from .conftest import write

TEN = """\
pack: ten
rulez: []
classes:
  数目: [一, <没有的词类>]
conditions:
  远:
    distance: 99
signals:
  空的: {who: agent}
  谁的: {who: boss, any: [啊]}
  括号: {who: agent, any: [啊, "(啊"]}
rules:
  - id: Bad_Id
    category: c
    aspect: 口气
    severity: fatal
    forbid: [谁的, 没有的信号]
    say: 说
    why: 为什么
    instead: 怎么说
    tests:
      - flag: 坐席：【啊】
      - pass: 坐席：嗯
"""
TEN_PLACES = {
    "2:1": "rulez",
    "4:11": "没有的词类",
    "7:15": "99",
    "9:7": "空的",
    "10:13": "boss",
    "11:32": "(啊",
    "13:9": "Bad_Id",
    "15:13": "口气",
    "16:15": "fatal",
    "17:18": "没有的信号",
}


SIGNALS = """\
催促    agent     2 个短语  shop.yml:6   rude
推脱    agent     1 个短语  shop.yml:10  shirks
口头禅  agent     1 个短语  shop.yml:11  careless
冷淡    agent     1 个短语  shop.yml:12  cold
致歉    agent     2 个短语  shop.yml:13  rude、no-sorry
抱怨    customer  1 个短语  shop.yml:14  no-sorry
不好听  agent     0 个短语  shop.yml:15
帮到底  agent     1 个短语  shop.yml:16  helps
"""
SIGNAL = """\
信号 不好听  shop.yml:15
  who: agent
  of: [催促, 口头禅]
  用它的规则：没有
信号 催促  shop.yml:6
  who: agent
  any:
    - 快点说
    - 「快」说
  over:
    - 您快点说
  not_if:
    - 不用…快点说
  用它的规则：rude
"""


def test_signals(huashu):
    assert huashu("rules", "signals", "--rules", "shop.yml") == (0, SIGNALS, "")


def test_signals_in_english(huashu):
    lines = huashu("rules", "signals", "--rules", "shop.yml", "--lang", "en").out.splitlines()
    assert lines[4] == "致歉    agent     2 pattern(s)  shop.yml:13  rude, no-sorry"


def test_signals_by_name(huashu):
    run = huashu("rules", "signals", "不好听", "催促", "不好听", "--rules", "shop.yml")
    assert run == (0, SIGNAL, "")


def test_members_of_a_group_are_used_with_it(huashu, tmp_path):
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    write(tmp_path / "group.yml", text.replace("forbid: 冷淡", "forbid: 不好听"))
    run = huashu("rules", "signals", "口头禅", "--rules", "group.yml", "--lang", "en")
    assert run.out.splitlines()[-1] == "  Rules that use it: careless, cold"


def test_signals_with_a_profile(huashu, tmp_path):
    profile = (
        "profiles: {宽: {note: 一, change: {signals: {推脱: {who: any}}, rules: {rude: off}}}}"
    )
    text = (tmp_path / "shop.yml").read_text(encoding="utf-8")
    write(tmp_path / "wide.yml", f"{text}\n{profile}\n")
    run = huashu("rules", "signals", "--rules", "wide.yml", "--profile", "宽")
    assert [line.split()[1] for line in run.out.splitlines()[:2]] == ["agent", "any"]
    assert run.out.splitlines()[0].endswith("wide.yml:6")


def test_signals_of_a_table_stand_in_cells(huashu, tmp_path):
    write(tmp_path / "禁语.csv", "短语,类别\n别磨蹭,催促\n")
    row = huashu("rules", "signals", "--rules", "禁语.csv").out.split("  ")
    assert row[1:4] == ["agent", "1 个短语", "禁语.csv: A2"]


def test_a_signal_there_is_not(huashu):
    run = huashu("rules", "signals", "催", "催促", "--rules", "shop.yml")
    assert run == (2, "", "错误：没有叫 '催' 的信号; 是不是 催促\n")
    run = huashu("rules", "signals", "zzz")
    assert run == (2, "", "错误：没有叫 'zzz' 的信号; 自己的规则文件用 --rules 给出\n")


SOUND = """\
pack: sound
signals:
  催: {any: [快点]}
rules:
  - id: rude
    category: impatience
    aspect: 态度
    severity: error
    forbid: 催
    say: 坐席在催客户。
    why: 催出来的话说不清。
    instead: 您慢慢说。
    tests: [{flag: "坐席：【快点】"}, {pass: "客户：快点"}]
"""
WARNED = SOUND.replace("[快点]", "[快点, 快点说]").replace("rules:", "  闲: {any: [啦]}\nrules:")
WARNINGS = """\
提醒：warned.yml:3:17: 短语 '快点说' 多余：有它就有 '快点'，已经算了; \
删掉它，或把短的那个改窄 [shadowed-pattern]
提醒：warned.yml:4:3: 没有规则用到信号 '闲'; 删掉它，或写一条用它的规则 [unused-signal]
1 条规则，2 个信号，2 条提醒。
"""


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_check(huashu, tmp_path, strict):
    write(tmp_path / "sound.yml", SOUND)
    run = huashu("rules", "check", "--rules", "sound.yml", *strict)
    assert run == (0, "没有问题：1 条规则，1 个信号。\n", "")


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_check_warns(huashu, tmp_path, strict, code):
    write(tmp_path / "warned.yml", WARNED)
    run = huashu("rules", "check", "--rules", "warned.yml", *strict)
    assert run == (code, WARNINGS, "")


def test_check_warns_of_the_files_given_only(huashu, tmp_path):
    write(tmp_path / "warned.yml", WARNED)
    write(tmp_path / "over.yml", "pack: over\nextends: warned.yml\nclasses: {货: [鞋]}\n")
    run = huashu("rules", "check", "--rules", "over.yml")
    assert run == (
        0,
        "提醒：over.yml:3:11: 没有规则用到词类 '货'; 删掉它，或在短语里写 <货> [unused-class]\n"
        "1 条规则，2 个信号，1 条提醒。\n",
        "",
    )


@pytest.mark.parametrize(
    "verb", [("rules", "check"), ("rules", "list"), ("lint", "a.txt"), ("test",), ("explain", "r")]
)
def test_ten_errors_of_a_file_at_once(huashu, tmp_path, verb):
    write(tmp_path / "ten.yml", TEN)
    run = huashu(*verb, "--rules", "ten.yml")
    assert (run.code, run.out) == (2, "")
    lines = [line.removeprefix("错误：ten.yml:").split(": ", 1) for line in run.err.splitlines()]
    assert [place for place, _ in lines] == list(TEN_PLACES)
    for (_, message), word in zip(lines, TEN_PLACES.values(), strict=True):
        assert word in message


def test_errors_of_several_files(huashu, tmp_path):
    write(tmp_path / "a.yml", "pack: [")
    write(tmp_path / "b.yml", "")
    run = huashu("rules", "check", "--rules", "a.yml", "--rules", "b.yml", "--rules", "c.yml")
    assert (run.code, run.out) == (2, "")
    # The scanner's own words for a.yml differ between its two implementations.
    unread, *rest = run.err.splitlines()
    assert unread.startswith("错误：a.yml:2:1: 不是合法的 YAML")
    assert rest == [
        "错误：b.yml: 规则文件是空的; 至少要有 pack 和 rules",
        "错误：c.yml: 没有这个规则文件; 给出 .yml 文件、文件夹，或写 builtin",
    ]


def test_an_alias_bomb(huashu, tmp_path):
    lines = ["pack: bomb", "a0: &a0 [哈, 哈]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    write(tmp_path / "bomb.yml", "\n".join(lines))
    assert huashu("rules", "check", "--rules", "bomb.yml") == (
        2,
        "",
        "错误：bomb.yml:2:5: 规则文件里不能用 YAML 的锚点和别名（& 和 *）; "
        "共用的词写成词类；以 * 或 & 开头的文字加引号\n",
    )


def test_schema(huashu, tmp_path):
    run = huashu("rules", "schema")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == schema()
    assert huashu("rules", "schema", "-o", "schema.json") == (0, "", "")
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == run.out
