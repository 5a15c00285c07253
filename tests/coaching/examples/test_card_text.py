from __future__ import annotations

from linter.coaching.examples.card_text import card_lines, limits, missing_lines
from linter.coaching.examples.choosing import Limits

from .making import BAD, GOOD, made

CARD = """\
# 数据卡

- 来源：1 个文件，1 通通话，9 轮，坐席 4 轮
- 坐席：分得出 1 位，一个名字也不写
- 规则：small；huashu 0.1；HASH
- 选法：种子 0；每类每级 1 例；一通至多 2 例，一类里一位坐席至多 2 例
- 坏例：只要确定的
- 候选：2 个
- 打码：姓名、号码、地址等，共 0 个字；通话号、文件名、坐席的名字和工号都不写
- 许可：由公司自己定

## 类别和难度

| 类别 | 坏 难度 1 | 坏 难度 2 | 坏 难度 3 | 好 难度 1 | 好 难度 2 | 好 难度 3 |
| --- | --- | --- | --- | --- | --- | --- |
| 不耐烦 | 0 | 1 | 0 | 0 | 0 | 0 |
| 缺少致歉安抚 | 0 | 0 | 0 | 1 | 0 | 0 |

## 行业

| 行业 | 通话 | 坏 | 好 |
| --- | --- | --- | --- |
| banking | 1 | 1 | 1 |

## 没有凑够的

- 不耐烦 坏例：难度 1 有 0/1、难度 3 有 0/1
- 缺少致歉安抚 好例：难度 2 有 0/1、难度 3 有 0/1
- 一个候选也没有的类别：缺少开头语

## 局限
"""


def test_the_card():
    found = made(BAD, GOOD, limits=Limits(1, 2, 2))
    text = "\n".join(card_lines(found, "zh", level=1))
    assert text.replace(found.card.rules.hash[:12], "HASH").startswith(CARD)
    assert text.count("\n- ") == CARD.count("\n- ") + len(limits("zh"))


def test_what_was_passed_over_is_told():
    (line,) = (
        line
        for line in missing_lines(made(BAD, BAD, limits=Limits(2, 9, 9)), "en")
        if line.startswith("impatience")
    )
    assert line == "impatience bad: difficulty 1 0/2, difficulty 2 1/2, difficulty 3 0/2"


def test_english():
    text = "\n".join(card_lines(made(BAD, split="agent"), "en"))
    assert "- Sources: 1 files, 1 calls, 9 turns, 4 by agents\n" in text
    assert "no agent in both" in text
