"""The last sheet: what judged, what was asked for, and how to read the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.reports.options import Lang, Options
from linter.reports.page import Page
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.piece import Row
from linter.reports.summary import Summary
from linter.reports.text_summary import summary_lines
from linter.reports.words import words

_TITLES = ("说明", "Notes")
_COLUMNS = (Column("项目", "About", 18), Column("内容", "What", 110))
_WIDE = 1_000_000

_RUN = ("这一次", "This run")
_CHOSEN = ("选项", "Options")
_SPILT = ("放不下", "Overflow")
_SCHEME = ("评分方案", "Scoring scheme")
_SCHEMES = (
    "{name}。每一分怎么来的，在“算分”表里。",
    '{name}. How each point came about is on the sheet "Arithmetic".',
)
_AGENTS = {
    "names": ("坐席写真名或工号", "agents by name or number"),
    "pseudonyms": (
        "坐席写化名，按出现的先后编号；换一批通话，编号就不同",
        "agents by pseudonyms, numbered as they appear; other calls give other numbers",
    ),
    "hidden": ("不写坐席", "agents are not named"),
}
_PRAISE = (
    ("没有要表扬：加 --praise", "praise was not asked for: --praise"),
    ("表扬也列出", "praise is listed"),
)
_SPILT_ON = (
    "一张表放不下的行写在后面的表里：{titles} (2)、(3)……每张的筛选只管自己那张",
    "rows that a sheet cannot hold are on further ones: {titles} (2), (3) ...; filters hold for "
    "their own sheet",
)
_HOW = (
    (
        ("分数", "Scores"),
        (
            "没有评分方案时，满分 100，一件事只扣一次，扣多少由规则里的权重定。"
            "这是这套规则自己的分，不是哪个行业的标准分；换了规则，分数不能直接比。",
            "Without a scheme: 100 less one deduction for each act, by the weights in the rules. "
            "It is the score of these rules and no industry's standard; scores by other rules do "
            "not compare.",
        ),
    ),
    (
        ("平均分的区间", "Interval of the mean"),
        (
            "95% 的 t 区间：把这些通话当作随机抽的。两个班组的区间有重叠，就还说不上谁好谁差。",
            "95% t interval, as if the calls were drawn at random. Where those of two teams "
            "overlap, neither can be called better.",
        ),
    ),
    (
        ("确定、需复核", "Certain, to review"),
        (
            "需复核的只是值得听一听，不计分。没有报，不等于说得好。",
            "What is to review is only worth a look and costs no points. No finding is no praise.",
        ),
    ),
    (
        ("没有分", "No score"),
        (
            "一条规则也没能判的通话没有分，也不算进平均分；原因在“未评和跳过”表里。",
            "Calls of which no rule could be judged have none and count in no mean; the sheet "
            '"Not judged" says why.',
        ),
    ),
    (
        ("客户辱骂", "Abuse by the customer"),
        (
            "这是坐席承受的，不是坐席的过失。",
            "A burden on the agent, nothing to be held against anybody.",
        ),
    ),
    (
        ("轮次", "Turns"),
        ("从 0 数，与 JSON 一致：#5 就是 turn 5。", "Count from 0 as in JSON: #5 is turn 5."),
    ),
    (
        ("复核、备注", "Verdict, remark"),
        (
            "“发现”表里这两列是空的，给复核的人写。",
            'These two columns of "Findings" are empty, for whoever reviews.',
        ),
    ),
    (
        ("看不见的字符", "Characters"),
        (
            "表格存不了的控制字符画成 ␀ 这样的图形，别的写成 <U+FFFE>；一格最多 32,767 个字，"
            "截掉的注明少了几个字。",
            "Controls a workbook cannot hold are drawn as ␀, others as <U+FFFE>; a cell holds "
            "32,767 characters, and what is cut says how many are missing.",
        ),
    ),
)


def layout(lang: Lang) -> Layout:
    """The sheet."""
    return Layout(_TITLES[lang == "en"], _COLUMNS)


def note_rows(
    summary: Summary, options: Options, scheme: str, spilt: Sequence[str]
) -> Iterator[Row]:
    """The notes.

    :param scheme: by which calls were scored; empty for the simple score.
    :param spilt: sheets that did not hold all their rows.
    """
    english = options.lang == "en"
    fixed = words(options.lang)
    for line in summary_lines(summary, options, Page(_WIDE, False), fixed, False):
        yield (_RUN[english], line.strip())
    for said in (_AGENTS[options.agents], _PRAISE[options.show_praise]):
        yield (_CHOSEN[english], said[english])
    if spilt:
        titles = fixed.ids_comma.join(spilt)
        yield (_SPILT[english], _SPILT_ON[english].format(titles=titles))
    if scheme:
        yield (_SCHEME[english], _SCHEMES[english].format(name=scheme))
    for about, what in _HOW:
        yield (about[english], what[english])
