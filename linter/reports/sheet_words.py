"""The fixed words of a score sheet, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from linter.frozen import dataclass
from linter.reports.options import Lang


@dataclass(frozen=True, slots=True)
class SheetWords:
    """One language's words; fields in braces are filled in by the report."""

    total: str
    no_total: str
    of: str
    axes: Mapping[str, str]
    left_out: Mapping[str, str]
    weight: str
    kept: str
    sum: str
    brought: str
    unscored: str
    unknown: str


ZH = SheetWords(
    total="得分（{scheme}）：{points}{band}",
    no_total="得分（{scheme}）：没有，能打分的一维也没有",
    of="{points}/{full}",
    axes={},
    left_out={"not_applicable": "不适用，不计", "not_evaluated": "未评，不计"},
    weight="，权重 {weight}",
    kept="没有扣分",
    sum="合计：{total}",
    brought="{name}：{points}，权重 {weight}，满分 {full}",
    unscored="这份评分表不计分的：{rules}",
    unknown="未评",
)
EN = SheetWords(
    total="Score ({scheme}): {points}{band}",
    no_total="Score ({scheme}): none, no dimension could be scored",
    of="{points}/{full}",
    axes={"attitude": "attitude", "resolution": "resolution"},
    left_out={"not_applicable": "n/a, left out", "not_evaluated": "not judged, left out"},
    weight=", weight {weight}",
    kept="nothing deducted",
    sum="Total: {total}",
    brought="{name}: {points}, weight {weight}, full marks {full}",
    unscored="Not scored by this scheme: {rules}",
    unknown="not judged",
)


def sheet_words(lang: Lang) -> SheetWords:
    """The words of a language."""
    return ZH if lang == "zh" else EN
