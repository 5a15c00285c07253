"""docs/speed.md: what was measured, from the results alone; no figure is typed by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.bench.figures import Bar, Results, bars, pace, spread
from tools.bench.processes import middle

_RIVALS = (
    ("obvious", "显而易见的写法：每轮 jieba，逐条规则逐个表达式"),
    ("cold", "huashu lint，一个进程，第一次（没有缓存）"),
    ("one", "huashu lint，一个进程"),
    ("two", "huashu lint --jobs 2"),
    ("apart", "两个 huashu lint 同时跑，各管各的"),
    ("ripgrep", "ripgrep 在纯文本里找这些短语的字"),
)
_MACHINE = {
    "date": "日期",
    "processor": "处理器",
    "cores": "核",
    "memory": "内存",
    "system": "系统",
    "python": "Python",
    "huashu": "huashu",
    "jieba": "jieba",
    "ripgrep": "ripgrep",
}
_CURVES = (
    ("rules", "规则条数（每条 10 个短语，文字里都没有）"),
    ("phrases", "短语个数（分在 300 条规则里，文字里都没有）"),
    ("turns", "一通电话的轮次（300 条各种规则）"),
    ("calls", "通话数：整个命令的时间"),
    ("memory", "通话数：整个命令的内存峰值"),
)
_NO_RIPGREP = "没有量：这台机器没有 ripgrep（apt-get install ripgrep）"


def write_page(results_path: Path) -> None:
    """Write the page beside the folder of the results, and the pictures into that folder.

    :param results_path: what :func:`tools.bench.run.run` wrote.
    """
    from tools.bench.plots import draw_all

    results: Results = json.loads(results_path.read_text("utf-8"))
    folder = results_path.parent
    draw_all(results, folder)
    page = folder.with_suffix(".md")
    page.write_text("\n".join(_lines(results, folder.name)) + "\n", "utf-8")


def _lines(results: Results, folder: str) -> Iterator[str]:
    yield from _INTRODUCTION
    yield from ("", "## 要求和结果", "")
    yield from _table(("", "结果", "要求", ""), map(_bar, bars(results)))
    yield from ("", "## 从头到尾", "", _what(results), "")
    yield from _rivals(results)
    yield from (
        "",
        _two(results),
        "",
        _found(results),
        "",
        "## 自带的规则，语料",
        "",
        _corpus(results),
    )
    yield from ("", "## 启动", "")
    yield from _starts(results)
    yield from ("", "## 一通电话的时间随什么增长", "")
    for name, title in _CURVES:
        yield from (f"{title}：", "", f"![{title}]({folder}/{name}.svg)", "")
    yield from ("## 机器和版本", "")
    yield from _table(
        ("", ""), ((_MACHINE[name], value) for name, value in results["machine"].items())
    )
    yield from ("", *_METHOD)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _bar(bar: Bar) -> tuple[str, ...]:
    limit = f"{'至少' if bar.least else '至多'} {bar.limit:g}{bar.unit}"
    if bar.value is None:
        return bar.name, _NO_RIPGREP, limit, "—"
    return bar.name, f"{bar.value:.3g}{bar.unit}", limit, "达到" if bar.reached else "**没有达到**"


def _what(results: Results) -> str:
    load, sizes = results["load"], results["sizes"]
    return (
        f"{sizes['calls']:,} 通生成的通话，每通 60 轮，共 {load['characters']:,} 个字"
        f"（JSONL {load['calls_mb']:.0f} MB，纯文本 {load['text_mb']:.0f} MB）；"
        f"{load['phrases']:,} 个短语，{load['rules']} 条规则，各种判法都有。"
        f"各家轮流跑 {sizes['rounds']} 回，取中位数；显而易见的写法太慢，"
        f"只跑前 {sizes['sample']} 通，不算它读文件和启动的时间。"
    )


def _rivals(results: Results) -> Iterator[str]:
    runs = results["end_to_end"]
    head = ("", "通/秒（处理器时间）", "通/秒（钟表时间）", "是显而易见的几倍", "是 ripgrep 的几倍")
    yield from _table((*head, "上下浮动", "内存峰值"), (_rival(runs, *rival) for rival in _RIVALS))


def _rival(runs: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
    if key not in runs:
        return (name, _NO_RIPGREP, *[""] * 5)
    run = runs[key]
    search = f"{pace(run) / pace(runs['ripgrep']):.3g}" if "ripgrep" in runs else "—"
    return (
        name,
        f"{pace(run):,.0f}",
        f"{run['calls'] / middle(run['wall']):,.0f}",
        f"{pace(run) / pace(runs['obvious']):,.1f}",
        search,
        f"{spread(run['cpu']):.0f}%" if len(run["cpu"]) > 1 else "一次",
        f"{run['peak_mb']:.0f} MB",
    )


def _two(results: Results) -> str:
    runs = results["end_to_end"]
    one, two, apart = (runs[name]["wall"] for name in ("one", "two", "apart"))
    return (
        f"按钟表，`--jobs 2` 是一个进程的 {middle(one) / middle(two):.3g} 倍；两个互不相干的"
        f"命令同时跑，合起来是一个的 {2 * middle(one) / middle(apart):.3g} 倍：这台机器的两个核"
        "只给得出这么多。"
    )


def _found(results: Results) -> str:
    found = results["end_to_end"]["found"]
    return (
        f"{found['hit_turns']:.0%} 的轮次有至少一个信号的字（多数只是触发和借口），"
        f"{found['calls']:.0%} 的通话有问题要报，"
        f"每 1000 通报出 {found['findings_per_1000']:.0f} 条。"
    )


def _corpus(results: Results) -> str:
    ours, obvious = results["corpus"]["ours"], results["corpus"]["obvious"]
    return (
        f"`corpus/calls` 的 {ours['calls']} 通（{results['corpus']['turns']} 轮），"
        f"只算判的时间：{pace(ours):,.0f} 通/秒，显而易见的写法 {pace(obvious):,.0f} 通/秒，"
        f"{pace(ours) / pace(obvious):.3g} 倍；内存峰值 {ours['peak_mb']:.0f} MB 和 "
        f"{obvious['peak_mb']:.0f} MB。"
    )


def _starts(results: Results) -> Iterator[str]:
    start = results["cold_start"]
    bare = middle(start["bare"]["wall"])
    names = (
        ("bare", "`python -c pass`"),
        ("full", "`huashu lint corpus/examples/quarrel.txt`，自带的规则"),
        ("first", "同上，机器上的第一次，没有任何缓存"),
    )
    rows = (
        (
            name,
            f"{middle(start[key]['wall']) * 1000:.0f} ms",
            f"{middle(start[key]['wall']) / bare:.3g}",
            f"{start[key]['peak_mb']:.0f} MB",
        )
        for key, name in names
    )
    yield from _table(("", "钟表时间", "几倍", "内存峰值"), rows)


_INTRODUCTION = (
    "# 速度",
    "",
    "本页由 `make bench` 写成，数字都来自 [results.json](speed/results.json)，没有一个是手写的。",
    "",
    "*What it costs to lint, against what people would otherwise use. Written by `make bench`;",
    "no figure is typed by hand.*",
)
_METHOD = (
    "## 怎么量的",
    "",
    "- `make bench` 全部重跑（不到 20 分钟），`make bench-quick` 跑十分之一，写在 `build/bench`。",
    "- 通话和规则由 `python -m tools.bench generate --out 文件夹` 生成，每次都一样："
    "开场、问答、号码、时间、应声、口吃和填充词、少量繁体和全角，约四分之一的通话里埋了违规的话。",
    "- 规则有禁语（带例外、借口、触发、级别）、要有的话、步骤、重复、数和量、升温、表扬，"
    "每种至少五条；没有 `regex`，它要另装的库。",
    "- 比的都是同一回里轮流跑的：机器忙起来，大家一起慢。比值可信，绝对的秒数随机器。",
    "- 显而易见的写法（`tools/bench/alternative.py`）不管语境、读音、相似、时间和升温，"
    "做的事比 huashu 少；ripgrep 只找字，什么也不判。",
    "- 整个命令包括启动、读 JSONL、编译或读缓存、判、写 JSONL；内存是最大的那个进程。",
    "- 曲线上的点在装好规则的进程里量，同样的通话反复判，不算读文件。",
    "- 没有量：别的操作系统，两个以上的核，慢的磁盘，RE2 表达式，Excel 和 HTML 报告。",
)
