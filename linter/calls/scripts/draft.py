"""A script library being read: whatever the format, its parts come in here."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import PurePath

from linter import lazy
from linter.calls.labels import parse_label
from linter.calls.roles import RoleWords
from linter.calls.scripts.kinds import (
    could_be_said,
    is_bad_example,
    is_good_example,
    is_legend,
    is_notes,
)
from linter.calls.scripts.legend import documented, is_closed
from linter.calls.scripts.marks import marks
from linter.calls.scripts.places import rest_of
from linter.model import Ignore, Line, Scene, Script

BAD, CUSTOMERS, NOTES = "反例", "客户的话", "说明"
"""Why a line is not linted."""

_MOST_LABEL = 14
_CUSTOMERS = lazy.pattern(r"客|顾|用户|买|对方|他|她|家长|患|病|问|[bcqk]$")
# {姓名}：您好 speaks to somebody, {姓名}：系统带出 explains.
_MEANS = lazy.pattern(
    r"`?\s*(?:[:：=＝](?!\s*(?:[您你]好|您的|请问|感谢|抱歉|这里是|我是))|代表|表示|代指|是指|——)"
)
_MOST_EXPLAINED = 120
_MARKED = lazy.pattern(
    # × is a cross put before what is wrong, or stands for a name or number: ×先生, ×月×日.
    r"\s*+(?:(?P<bad>[❌✗✘]|×(?!\s*(?:[×✕]|先生|女士|小姐|总|经理|老师|师傅|[年月日时分元号]))|[【\[（(]?(?:错误(?:示范|示例|话术|说法)?|反例|反面|禁止|禁语|禁用语?|忌语|不要说|不能说|别说|差)[】\])）]?\s*[:：]|【(?:错误|反例|禁止|禁语)】)"
    r"|(?P<good>[✅✓√☑]|[【\[（(]?(?:正确(?:示范|示例|话术|说法)?|正例|推荐(?:话术|说法)?|标准话术|规范话术|参考话术|话术\d*|好)[】\])）]?\s*[:：]|【(?:正确|推荐|正例)】)"
    r"|(?P<note>[【\[（(]?(?:(?:备|旁|脚|附|批|小|加|[坐座]席|客服|质检|组长|班长|培训|编者)注|(?:[坐座]席|客服|质检|组长|班长|班组|培训|内部|操作|特别|讲师|新人)?提醒|注意(?:事项)?|占位符?|图例|符号|代号表?|变量|备注|说明|操作(?:步骤|说明|提示)?|步骤|要点|提示|动作|目的|目标|适用|场景说明|注|小贴士|tips?|note)[】\])）]?\s*[:：])"
    r"|(?P<asks>(?:客|顾|买|问|q|客户问|客户问题|问题)\d*\s*[:：])|(?P<answers>(?:我|服|坐|席|答[a-z]?|a|回答|回复|答案|答复)\d*\s*[:：]))\s*+",
    re.IGNORECASE,
)


class Draft:
    """Takes headings, lines and notes in their order and makes the script of them.

    :param path: the file; its stem heads what stands before the first heading.
    :param words: the role words in force.
    """

    def __init__(self, path: str, words: RoleWords) -> None:
        self._path = path
        self._words = words
        self._titles: list[tuple[int, str, int]] = []
        """Level, words and line of the headings above."""
        self._lines: list[Line] = []
        self._scenes: list[Scene] = []
        self._notes: list[str] = []
        self._aside: str | None = None
        """What a label on a line of its own says of the lines below it, up to the next heading."""
        self.left_out: Counter[str] = Counter()

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings above what comes next, outermost first."""
        return tuple(title for _, title, _ in self._titles if title)

    def is_customers(self, who: str) -> bool:
        """Whether a word for who speaks is one for the customer."""
        label = parse_label(f"{who.strip()}：", words=self._words)
        if label is not None and label.role != "unknown":
            return label.role in ("customer", "system")
        return bool(who.strip()) and bool(_CUSTOMERS.match(who.strip().lower()))

    def heading(self, level: int, title: str, line: int) -> None:
        """Begin a part; the deeper the level, the smaller it is."""
        self._end_scene()
        self._aside = None
        self.leave(level)
        self._titles.append((level, title.strip(), line))

    def leave(self, level: int) -> None:
        """End the parts of this level and the smaller ones; what comes next is in none of them."""
        if self._titles and self._titles[-1][0] >= level:
            self._end_scene()
            self._aside = None
        while self._titles and self._titles[-1][0] >= level:
            self._titles.pop()

    def explain(self, text: str) -> None:
        """Take what explains something; what could be a script is counted as left out."""
        self._notes.append(text)
        if could_be_said(text):
            self.left_out[NOTES] += 1

    def note(self, text: str) -> None:
        """Take what is said of the scripts and not to customers.

        A label such as 错误示范： says what the lines below it are, up to the next heading or
        :meth:`end_label`.
        """
        words = text.strip()
        if not words:
            return
        self.explain(text)
        label = words.strip("*_#` ：:")
        if len(label) <= _MOST_LABEL and (words[-1] in "：:" or words.startswith("**")):
            self._aside = _kind_of_part(label)

    def end_label(self) -> None:
        """What the last label says holds no longer."""
        self._aside = None

    def say(self, line: Line, *, why_not: str = "") -> None:
        """Take a line.

        :param line: with all that stands in the item, labels and marks included.
        :param why_not: why it is nothing the agent should say, if it is known; otherwise its
            label, its marks and the headings above tell.
        """
        reason, begin = self._sorted(line.text)
        reason = why_not or reason or (NOTES if self._explains(line.text) else self._by_heading())
        words = rest_of(line, begin)
        if not words.text.strip():
            return
        if reason:
            self.left_out[reason] += 1
            if reason == NOTES:
                self._notes.append(line.text)
            return
        self._lines.append(words)

    def is_labelled(self, text: str) -> bool:
        """Whether a line begins with who says it, or with whether it is to be said."""
        return self._sorted(text)[1] > 0

    def _explains(self, text: str) -> bool:
        """Whether a line says what slots mean: ``{金额}、{日期}：系统带出``."""
        found = marks(text[:_MOST_EXPLAINED])
        if not found or found[0].kind not in ("slot", "unfilled"):
            return False
        end = 0
        for mark in found:
            if text[end : mark.start].strip(" 、，,/和及`*"):
                break
            end = mark.end
        return end > 0 and bool(_MEANS.match(text, end))

    def _sorted(self, text: str) -> tuple[str, int]:
        """Why a line is not the agent's, and where its words begin."""
        begin = 0
        why = ""
        for _ in range(3):
            found = _MARKED.match(text, begin)
            if found:
                begin = found.end()
                why = why or (
                    BAD
                    if found["bad"]
                    else NOTES
                    if found["note"]
                    else CUSTOMERS
                    if found["asks"]
                    else ""
                )
                continue
            label = parse_label(text[begin:], words=self._words)
            if label is None:
                break
            begin += label.begin
            why = why or (CUSTOMERS if label.role in ("customer", "system") else "")
        return why, begin

    def _by_heading(self) -> str:
        """The innermost heading that says anything decides."""
        if self._aside is not None:
            return self._aside
        for title in reversed(self.titles):
            kind = _kind_of_part(title)
            if kind is not None:
                return kind
        return ""

    def _end_scene(self) -> None:
        if not self._lines:
            return
        titles = self.titles or (PurePath(self._path).stem,)
        lines = tuple(self._lines)
        line = self._titles[-1][2] if self._titles else lines[0].line
        self._scenes.append(Scene(" / ".join(titles), lines, line, titles))
        self._lines = []

    def finish(self, ignores: tuple[Ignore, ...] = ()) -> Script:
        """The script.

        :param ignores: what the file's comments ask not to be told of.
        """
        self._end_scene()
        return Script(
            path=self._path,
            scenes=tuple(self._scenes),
            legend=documented(self._notes),
            closed=is_closed(self._notes),
            left_out=tuple(self.left_out.items()),
            ignores=ignores,
        )


def holds_lines(script: Script) -> bool:
    """Whether a file has scripts, if only what not to say; one of mere notes is none."""
    return bool(script.scenes) or any(why != NOTES for why, _ in script.left_out)


# Asked for every line below a heading, and a damaged file's heading may be as long as the file.
@lru_cache(64)
def _kind_of_part(title: str) -> str | None:
    """Why what stands under a heading is not the agent's; ``""`` when it is said to be the
    agent's, ``None`` when it says neither.
    """
    if is_bad_example(title):
        return BAD
    if is_legend(title) or is_notes(title):
        return NOTES
    return "" if is_good_example(title) else None
