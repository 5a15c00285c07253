"""Figures and values as words, and tables of them, which every format lays out in its own way."""

from __future__ import annotations

from functools import partial

from linter.evaluation.model import Kind
from linter.evaluation.result import Result
from linter.evaluation.scores import Share
from linter.frozen import dataclass
from linter.reports import CATEGORIES, Lang, category_name
from linter.wording import pick

NOTHING = "—"

DIMENSION_NAMES = {
    "category": ("类别", "Category"),
    "grade": ("措辞", "Grade"),
    "voice": ("谁写的", "Voice"),
    "channel": ("渠道", "Channel"),
    "business": ("行业", "Business"),
    "part": ("部分", "Part"),
    "certainty": ("把握", "Certainty"),
    "severity": ("级别", "Severity"),
    "pack": ("规则包", "Pack"),
    "rule": ("规则", "Rule"),
}
"""Dimensions and sources, in Chinese and English."""

_VALUES = {
    "textbook": "教科书",
    "everyday": "日常",
    "indirect": "委婉",
    "clean": "没有违规",
    "innocent": "没有违规",
    "phone": "电话",
    "chat": "在线",
    "train": "训练",
    "dev": "开发",
    "test": "测试",
    "certain": "确定",
    "review": "需复核",
    "error": "错误",
    "warning": "警告",
    "info": "提示",
}
_NAMED = frozenset(("grade", "channel", "part", "certainty", "severity"))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words.

    :ivar name: what it is about, for programs: ``total``, a dimension or a source.
    :ivar left: how many columns are words; the others are numbers.
    """

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 1


def percent(value: float | None, digits: int = 1) -> str:
    """A share as people read it."""
    return NOTHING if value is None else f"{100 * value:.{digits}f}%"


def interval(share: Share) -> str:
    """Its 95 % interval in whole percents."""
    found = share.interval
    return NOTHING if found is None else f"{100 * found.low:.0f}–{100 * found.high:.0f}"


def number(value: float | None, digits: int) -> str:
    """A number, or that there is none."""
    return NOTHING if value is None else f"{value:.{digits}f}"


def kind_name(kind: Kind, lang: Lang) -> str:
    """What the items are called."""
    return pick(lang, *(("通话", "Calls") if kind == "call" else ("话术句", "Sentences")))


def value_name(dimension: str, value: str, lang: Lang) -> str:
    """What a person reads for a value: its id, and in Chinese its name too."""
    if not value:
        return pick(lang, "（没有写）", "(not said)")
    if lang == "zh" and dimension == "category" and value in CATEGORIES:
        return f"{value} {category_name(value, lang)}"
    if lang == "zh" and dimension in _NAMED and value in _VALUES:
        return f"{value} {_VALUES[value]}"
    return value


def identity(result: Result, lang: Lang) -> str:
    """Which rules judged, and what was asked for."""
    t = partial(pick, lang)
    rules, asked = result.rules, result.asked
    said = [
        t("规则：", "Rules: ")
        + " ".join(filter(None, (rules.name, rules.version, rules.hash, *result.profiles))),
        t("门槛：{0} 及以上", "Threshold: {0}").format(asked.min_severity),
    ]
    for name, values in (
        (t("类别：", "Categories: "), asked.categories),
        (t("部分：", "Parts: "), asked.parts),
        (t("谁写的：", "Voices: "), asked.voices),
    ):
        if values:
            said.append(name + t("、", ", ").join(values))
    return t("；", "; ").join(said)
