from __future__ import annotations

from dataclasses import replace

from linter.coaching.examples.formats.markdown import MarkdownFormat

from ..making import BAD, GOOD, made

BEGIN = """\
# 培训样例集

## 不耐烦 `impatience`

### 坏例 ★★（夹在客气话里） `bad1`

```text
客户：气死了
坐席：抱歉，【快点】说😀好不
（略 1 轮）
客户：<b>|你 催谁
```

- 起因：“气死”
- 说明：坐席催客户。
- 为什么：催了就急。
- 怎么说：您慢慢说。

换个人这样答（同样的时刻） `good1`

```text
客户：气死了
坐席：【对不起】，是我们不好。
```

## 缺少致歉安抚 `missing_apology`

### 好例 ★ `good1`
"""


def test_the_document():
    text = "".join(MarkdownFormat("zh").text(made(BAD, GOOD)))
    assert text.startswith(BEGIN)
    assert "\n## 数据卡\n" in text


def test_what_was_said_cannot_end_its_block():
    said = BAD.turns[1]._replace(text="```\n# 标题", spans=())
    text = "".join(MarkdownFormat("zh").text(made(replace(BAD, turns=(said,), focus=0))))
    assert "坐席：''' # 标题\n" in text


def test_nothing_to_show():
    assert "一个候选也没有的类别" in "".join(MarkdownFormat("zh").text(made()))
