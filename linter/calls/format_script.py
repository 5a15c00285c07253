"""Script libraries (话术库) in plain text: headings on lines of their own, the scripts below.

Headings are ``一、开场白``, ``【开场】``, ``== 结束 ==``, ``投诉处理：`` and the like. Of the other
lines those are scripts that are numbered, labelled (``坐席：``, ``答：``) or sound spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter import lazy
from linter.calls.labels import parse_label
from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.directives import OWN_LINE, directives
from linter.calls.scripts.draft import Draft
from linter.calls.scripts.kinds import (
    is_bad_example,
    is_legend,
    is_notes,
    scene_kind,
    sounds_spoken,
)
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Line, Script

_HEADINGS = (
    (
        1,
        lazy.pattern(
            r"\s*第[一二三四五六七八九十百\d]+[章节部分条篇][、.．：:\s]*(?P<title>.{0,24})"
        ),
    ),
    (
        1,
        lazy.pattern(
            r"\s*[=＝#\-—*~]{2,}\s*(?P<title>[^=＝#\-—*~\s].{0,24}?)\s*[=＝#\-—*~]{2,}\s*"
        ),
    ),
    (2, lazy.pattern(r"\s*[一二三四五六七八九十]{1,3}[、.．]\s*(?P<title>.{1,24})")),
    (2, lazy.pattern(r"\s*【(?P<title>[^【】]{1,24})】\s*[:：]?\s*")),
    (2, lazy.pattern(r"\s*[\[［](?P<title>[^\[\]［］]{1,24})[\]］]\s*[:：]?\s*")),
    (3, lazy.pattern(r"\s*[（(][一二三四五六七八九十]{1,3}[)）]\s*(?P<title>.{1,24})")),
    (
        3,
        lazy.pattern(
            r"\s*\d{1,2}(?:\.\d{1,2})+(?:[、.．]\s*|\s+|(?![元块倍折万千百亿度米公个天年%％]))(?P<title>.{1,24})"
        ),
    ),
    (3, lazy.pattern(r"\s*[■◆●▶★◎]\s*(?P<title>[^，。！？,!?]{1,15})[:：]?\s*")),
    (3, lazy.pattern(r"\s*(?:\d{1,2}[.、)）]\s*)?(?P<title>[^，。！？,!?：:]{2,16})[:：]\s*")),
)
_NUMBERED = lazy.pattern(
    r"\s*(?:\d{1,3}(?:[.．、)）](?!\d)|\s+(?=[^\d天元个小分年月日号点次笔期张份位秒块万倍折]))|[-·•●○]\s*|\*\s+|[（(]\d{1,3}[)）]|[①-⑳]|[>＞]\s)\s*(?P<words>.*)"
)
_TICKS = "❌✗✘×✅✓√☑ "
"""Put before a line, too: ❌ 自己看 heads nothing."""
_ENDS = "。！？!?，,；;…"
_ADDRESSES = lazy.pattern(
    r"[您你咱亲](?!密|自|属|子|笔|切|临)|吗|呢|^请(?!.*(?:客户|顾客|用户))|^(?:欢迎|感谢|谢谢)(?:光临|致电|来电|使用|选择)|^(?:再见|稍等)(?:了|一下)?$"
)
"""Words to a customer; 请稍等 alone in a line heads nothing."""
_CELLS = lazy.pattern(r"[,，;；\t|]")


def _heading(line: str) -> tuple[int, str] | None:
    """The level and the title, when a line heads what comes below."""
    for level, pattern in _HEADINGS:
        found = pattern.fullmatch(line)
        if found is None:
            continue
        title = found["title"].strip()
        if title[-1:] in _ENDS or (sounds_spoken(title) and not _names_a_part(title)):
            return None
        if _ADDRESSES.search(title) and not is_bad_example(title):
            return None
        return level, title or line.strip()
    numbered = _NUMBERED.fullmatch(line)
    words = (numbered["words"] if numbered else line).strip().strip("：:")
    if (
        2 <= len(words) <= 12
        and words[-1] not in _ENDS
        and not _CELLS.search(words)
        and not _ADDRESSES.search(words)
        and _names_a_part(words.lstrip(_TICKS))
    ):
        return 3, words
    return None


def _names_a_part(title: str) -> bool:
    return bool(scene_kind([title])) or is_bad_example(title) or is_notes(title) or is_legend(title)


def _script(source: Source) -> Script:
    draft = Draft(source.name, source.options.words)
    saw_any = False
    lines = dict(enumerate(source.all_lines(), 1))
    asked = directives(lines, OWN_LINE, len(lines))
    for number, line in lines.items():
        if not line.strip() or number in asked.alone:
            continue
        found = _heading(line)
        if found:
            draft.heading(*found, number)
            continue
        numbered = _NUMBERED.fullmatch(line)
        begin = numbered.start("words") if numbered else len(line) - len(line.lstrip())
        words = line[begin:].rstrip()
        if draft.is_labelled(words) or sounds_spoken(words) or (numbered and draft.titles):
            saw_any = True
            draft.say(Line(words, number, begin + 1))
        else:
            draft.note(words)
    if not saw_any:
        raise Place(source.name).error("没有一条话术", "每条话术一行，标题单独成行，如【开场】")
    return draft.finish(asked.ignores)


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


def _sniff(head: str, suffix: str) -> int:
    if suffix not in ("", ".txt", ".text"):
        return 0
    lines = [line for line in head.splitlines() if line.strip() and not OWN_LINE.fullmatch(line)]
    if head.lstrip()[:1] in ("{",) or any(re.match(r"#{1,6}\s", line) for line in lines):
        return 0
    headings = [title for _, title in filter(None, map(_heading, lines))]
    labelled = sum(parse_label(line) is not None for line in lines)
    spoken = sum(map(sounds_spoken, lines))
    parts = sum(bool(scene_kind([title])) or is_bad_example(title) for title in headings)
    if parts and spoken > labelled / 2 and (parts >= 2 or not labelled):
        return 56
    return 42 if len(headings) >= 2 and spoken >= 3 and not labelled else 0


FORMAT = Format(name="script", suffixes=(), sniff=_sniff, read=_read, script=_script)
