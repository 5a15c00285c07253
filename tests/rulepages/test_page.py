from __future__ import annotations

from dataclasses import replace

from linter.rulepages.page import rule_page

from .packs import rule, shop

COLD = """\
# own：cold

说了谢。

| 规则 | [全部规则](index.md) |
| --- | --- |
| 编号 | `cold` |
| 类别 | `own` |
| 方面 | 话术 |
| 级别 | 提示 |
| 把握 | 需复核：只供人听一听，不计分，不计入 `--fail-on` |
| 扣分 | 不扣分 |
| 用在 | 所有通话和话术库 |
| 规则包 | `shop` |
| 状态 | 稳定 |

## 为什么

为

## 怎么说

怎

## 怎么判

- 不许出现 谢。

## 会报

要报的字是粗体。

例 1：

- 坐席：<strong>谢谢</strong>

## 不报

看着像，不该报的。

例 1：

- 坐席：好

## 不想要它

- 这一次不看：`huashu lint … --ignore cold`；整类：`--ignore own`。
- 公司里一直不看：在自己的规则包里写 `change: {rules: {cold: off}}`。
- 改轻改重：`change: {rules: {cold: {severity: info}}}`。
- 为什么报、为什么没报：`huashu explain cold 通话文件`。

<!-- huashu rules docs -->
"""


def test_a_page() -> None:
    assert rule_page(shop(), rule("cold"), ()) == COLD


def test_a_page_has_what_else_a_rule_says() -> None:
    page = rule_page(shop(), rule("rude"), ())
    assert "\n坐席在&#42;催&#42;客户。\n" in page
    assert "\n您慢慢说。\n\n- 快点 → 您慢慢说\n" in page
    assert "\n## 已知误报\n\n- 催的是同事\n" in page


def test_praise_is_done_and_not_reported() -> None:
    page = rule_page(shop(), replace(rule("cold"), praise=True), ())
    assert "\n## 算做到\n" in page
    assert "会报" not in page
