"""A scheme's file: what is wrong with it, all at once, where, and what to write instead."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest

from linter.errors import RuleErrors, UsageError
from linter.scoring.load import load_scheme
from linter.scoring.scheme import Band, Bonus, Item, Prices

from .helpers import PLAIN, scheme, shop

FULL = """\
scheme: 热线
note: 我们的表
full: 100
deduct: {error: 20.5, warning: 5, info: 0}
dimensions:
  - name: 态度
    axis: attitude
    full: 60
    weight: 70
    cap: 50
    aspects: [态度]
    items:
      - {name: 催, rules: rude, deduct: 8, cap: 16, fatal: dimension, fatal_from: warning}
  - name: 知识
    axis: resolution
    full: 10
    weight: 30
    not_evaluated: 要人听
others: unscored
unscored: {categories: [shirking]}
fatal_rules: none
bonus: {each: 2, cap: 6, rules: [helps]}
bands: [{name: 优, from: 90}, {name: 差, from: 0}]
"""


def wrong(folder, text: str) -> list[str]:
    """Everything that is wrong with a scheme, without its path."""
    with pytest.raises(RuleErrors) as caught:
        scheme(folder, text)
    return [str(error).removeprefix(f"{folder}/表.yml:") for error in caught.value.errors]


def test_everything_is_read(tmp_path) -> None:
    made = scheme(tmp_path, FULL)
    assert (made.name, made.note, made.full) == ("热线", "我们的表", 100)
    assert (made.others, made.unscored) == ("unscored", (("categories", "shirking"),))
    assert (made.fatal_rules, made.bonus) == (
        "",
        Bonus(Decimal(2), Decimal(6), (("rules", "helps"),)),
    )
    assert made.bands == (Band("优", Decimal(90)), Band("差", Decimal(0)))
    attitude, knowledge = made.dimensions
    assert (attitude.axis, attitude.full, attitude.weight, attitude.cap) == ("attitude", 60, 70, 50)
    eight, nothing = Decimal(8), Decimal(0)
    hurry = Item(
        *("催", (("rules", "rude"),), Prices(eight, eight, eight, nothing), Decimal(16)),
        *("dimension", "warning"),
    )
    rest = Prices(Decimal("20.5"), Decimal(5), nothing, nothing)
    assert attitude.items == (hurry, Item("", (("aspects", "态度"),), rest))
    assert (knowledge.not_evaluated, knowledge.cap) == ("要人听", 10)


def test_a_scheme_can_be_pickled_and_known_by_its_text(tmp_path) -> None:
    made = scheme(tmp_path, FULL)
    assert pickle.loads(pickle.dumps(made)) == made
    assert made.digest != scheme(tmp_path, FULL + "\n").digest


def test_a_scheme_without_dimensions_is_told_what_to_write(tmp_path) -> None:
    text = "scheme: 空\nfull: 100\ndimensions: []\n"
    assert wrong(tmp_path, text) == [
        "3:13: dimensions 是空的，没有可打的分; "
        "每一维写 - {name: 服务态度, full: 100, deduct: 10, aspects: [态度]}；"
        "哪一维都不管的写 others: 服务态度",
    ]


def test_all_errors_at_once_in_the_order_of_the_file(tmp_path) -> None:
    text = PLAIN.replace("full: 100", "full: 100\nful: 1").replace("axis: attitude", "axis: x")
    text = text.replace("[态度]", "[态]").replace("from: 0", "from: 70")
    assert wrong(tmp_path, text) == [
        "3:1: 评分表里不认识的键 'ful'; 是不是 full",
        "6:22: 不认识的轴 'x'; 可用的有 attitude、resolution",
        "6:45: 没有方面 '态'; 是不是 态度",
        "11:5: 等级 '不合格' 从 70 起，永远轮不到它; 从高到低写；它要低于 合格 的 60",
        "11:5: 低于 70 分的没有等级; 最后一个等级写 from: 0",
    ]


ERRORS = [
    ("full: 100\n", "", "1:1: 评分表里没写 full; 写法见 docs/scoring.md"),
    ("full: 100", "full: -5", "2:7: 满分 '-5' 不能是负数; 扣几分写正数，如 10"),
    ("full: 100", "full: 1e2", "2:7: 满分 '1e2' 不是分数; 写大于 0 的数，小数最多 2 位"),
    ("full: 100", "full: 100.005", "2:7: 满分 '100.005' 不是分数; 写大于 0 的数，小数最多 2 位"),
    ("full: 100", "full: 0", "2:7: 满分 '0' 不是分数; 写大于 0 的数，小数最多 2 位"),
    (
        "full: 60",
        "full: 50",
        "5:3: 各维度的 full 加起来是 90，满分是 100; "
        "改成一样，或者给每一维写 weight（百分比，加到 100）",
    ),
    (
        "full: 60",
        "full: 60, weight: 60",
        "6:5: '解决' 没写 weight，别的维度写了; 要么都写，要么都不写",
    ),
    ("full: 60", "full: 60, cap: 61", "5:47: 最多扣 61，这一维只有 60 分; 写小些，或删掉 cap"),
    ("name: 解决", "name: 态度", "6:5: 维度 '态度' 重复，第 5 行已经写过; 换个名字"),
    ("name: 解决", "name: unscored", "6:12: 维度不能叫 unscored; 换个名字"),
    (", aspects: [态度]", "", "5:5: 维度 '态度' 不管任何规则，永远是满分; "),
    ("aspects: [态度]", "rules: [rud]", "5:50: 没有规则 'rud'; 是不是 rude"),
    ("aspects: [态度]", "rules: [impatience]", "它是类别，写在 categories 里"),
    ("[shirking,", "[praise, shirking,", "类别 'praise' 从来不扣通话的分; 表扬写在 bonus 里"),
    ("[shirking,", "[shirking, shirking,", "类别 'shirking' 重复，第 6 行已经写过"),
    ("[shirking,", "[", "5:3: 有 1 条规则没有归到任何维度（类别 shirking）; 写到某一维里；"),
    ("error: 20, ", "", "3:9: deduct 里没写 error; 三个级别都要写，不扣写 0"),
    ("error: 20", "error: x", "3:17: 扣分 'x' 不是分数; 写0 到 100000 的数，小数最多 2 位"),
    (
        "deduct: {error: 20, warning: 5, info: 1}\n",
        "",
        "没写扣几分; 在这里、这一维或评分表里写 deduct",
    ),
    ("from: 90", "from: 101", "8:5: 等级 '优' 从 101 起，满分只有 100"),
    ("from: 60", "from: 90", "9:5: 等级 '合格' 从 90 起，永远轮不到它; "),
    ("name: 合格", "name: 优", "9:5: 等级 '优' 重复，第 8 行已经写过"),
    (", from: 60", "", "9:5: 等级里没写 from; 写成 - {name: 优, from: 90}"),
]


@pytest.mark.parametrize(
    ("old", "new", "error"), ERRORS, ids=[new or old for old, new, _ in ERRORS]
)
def test_what_is_wrong(tmp_path, old, new, error) -> None:
    said = wrong(tmp_path, PLAIN.replace(old, new, 1))
    assert any(error in one for one in said), said


MORE = [
    ("others: 不知道\n", "11:9: 没有叫 '不知道' 的维度; 可用的有 态度、解决；不扣分写 unscored"),
    ("unscored: {}\n", "11:11: unscored 是空的; "),
    ("bonus: {each: 5, cap: 3}\n", "11:23: 上限 3 比一处加的 5 还小"),
    ("bonus: {each: 5}\n", "11:8: bonus 里没写 cap; 一处加几分，最多加几分"),
    ("bonus: {each: 1, cap: 2, rules: [rude]}\n", "规则 'rude' 不是表扬，不能加分; "),
    ("fatal_rules: all\n", "11:14: 不认识的一票否决的范围 'all'; 是不是 call"),
    (
        "unscored: {rules: [rude, careless, cold]}\n",
        "方面 '态度' 管不到任何规则：都另外写了归到哪里",
    ),
]


@pytest.mark.parametrize(("more", "error"), MORE, ids=[more for more, _ in MORE])
def test_what_else_is_wrong(tmp_path, more, error) -> None:
    said = wrong(tmp_path, PLAIN + more)
    assert any(error in one for one in said), said


ITEMS = [
    ("{name: 催}", "6:13: 单项 '催' 不管任何规则; 写 rules、categories、packs、aspects"),
    ("{rules: [rude]}", "6:13: 这一项没写 name; 写 name: 禁语"),
    ("{name: 催, rules: [rude], fatal_from: info}", "写了 fatal_from，没写 fatal; "),
    (
        "{name: 随便, rules: [careless], fatal: call}",
        "这里的规则都到不了 error，永远不会一票否决; ",
    ),
    ("{name: 催, rules: [rude], fatal: all}", "不认识的一票否决的范围 'all'; "),
    ("{name: 催, rules: [rude], cost: 3}", "单项里不认识的键 'cost'; "),
    ("{name: 催, rules: [rude]}\n      - {name: 催, rules: [cold]}", "7:9: 单项 '催' 重复"),
]


@pytest.mark.parametrize(("item", "error"), ITEMS, ids=[item for item, _ in ITEMS])
def test_what_is_wrong_with_an_item(tmp_path, item, error) -> None:
    block = "- name: 态度\n    full: 60\n    aspects: [态度]\n    items:\n      - " + item
    text = PLAIN.replace("- {name: 态度, axis: attitude, full: 60, aspects: [态度]}", block)
    said = wrong(tmp_path, text.replace("    items:\n      - ", "    items:\n      - "))
    assert any(error.partition(": ")[2] in one for one in said), said


def test_what_is_not_scored_by_a_machine_has_no_rules(tmp_path) -> None:
    text = FULL.replace("not_evaluated: 要人听", "not_evaluated: 要人听\n    rules: [cold]")
    assert wrong(tmp_path, text) == ["19:12: 写了 not_evaluated，就不能写 rules; 留一样"]
    other = FULL.replace("others: unscored", "others: 知识")
    assert wrong(tmp_path, other) == ["19:9: '知识' 这一维不由机器打分; 另写一维，或写 unscored"]


def test_weights_are_percents(tmp_path) -> None:
    assert wrong(tmp_path, FULL.replace("weight: 30", "weight: 40")) == [
        "6:3: 各维度的 weight 加起来是 110，不是 100; weight 是百分比，要正好加到 100"
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "评分表是空的; 至少要有 scheme、full 和 dimensions"),
        (b"- a", "1:1: 这里要写评分表（键: 值）"),
        (b"a: [", "不是合法的 YAML"),
        (b"a: &x 1", "评分表里不能用 YAML 的锚点和别名"),
        (b"scheme: \xff", "1:9: 从这里起不是 UTF-8; 把文件另存为 UTF-8"),
    ],
)
def test_what_is_no_scheme(tmp_path, data, error) -> None:
    path = tmp_path / "表.yml"
    path.write_bytes(data)
    with pytest.raises(RuleErrors, match=error.replace("(", r"\(").replace("[", r"\[")):
        load_scheme(path, shop())


def test_a_folder_is_no_scheme(tmp_path) -> None:
    with pytest.raises(RuleErrors, match="评分表读不了"):
        load_scheme(tmp_path, shop())


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        load_scheme("nope", shop())
    assert caught.value.hint == (
        "自带的有 game-outsourcing、service-rules、telecom-recordings；自己的写文件的路径"
    )
