from __future__ import annotations

from linter.rulepages.index import index_page

from .packs import shop


def test_the_index() -> None:
    assert index_page(shop()) == (
        "# 全部规则（2 条）\n"
        "\n"
        "每条规则一页：说什么，为什么，怎么说，会报和不报的例子。\n"
        "\n"
        "## 按类别\n"
        "\n"
        "| 类别 | 规则 | 级别 | 说什么 |\n"
        "| --- | --- | --- | --- |\n"
        "| 不耐烦 `impatience` | [rude](rude.md) | 警告；急 之后是错误 |"
        " 坐席在&#42;催&#42;客户。 |\n"
        "| `own` | [cold](cold.md) | 提示 | 说了谢。 |\n"
        "\n"
        "## 按规则包\n"
        "\n"
        "| 规则包 | 规则 |\n"
        "| --- | --- |\n"
        "| `shop` | [rude](rude.md)、[cold](cold.md) |\n"
        "\n"
        "<!-- huashu rules docs -->\n"
    )
