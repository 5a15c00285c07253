"""Comments in a script library that ask not to be told of findings.

``huashu: ignore 规则[, 规则] why=理由 by=谁 until=2026-12-31`` in the file's own kind of comment:
``<!-- … -->`` in Markdown, ``# …`` in YAML and, on a line of its own, in plain text.

==============  =========  ==============================================
``ignore``      ``忽略``     what is said on this line
``ignore-next`` ``忽略下一行``  what is said on the next line that says anything
``begin``       ``忽略开始``   from here to the line of ``end``
``end``         ``忽略结束``   closes the ``begin`` of the same rules, or the last one
==============  =========  ==============================================
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from linter import lazy
from linter.model import Ignore

_VERBS: Mapping[str, str] = {
    "ignore": "ignore",
    "忽略": "ignore",
    "ignore-next": "next",
    "忽略下一行": "next",
    "begin": "begin",
    "忽略开始": "begin",
    "end": "end",
    "忽略结束": "end",
}
_KEYS: Mapping[str, str] = {
    "why": "why",
    "因为": "why",
    "by": "by",
    "批准": "by",
    "until": "until",
    "到期": "until",
}
MARKDOWN = lazy.pattern(r"<!--\s*huashu\s*[:：](?P<said>.*?)(?P<end>-->|$)", re.IGNORECASE)
"""A comment in Markdown; without its end when that is not on the line."""
HASH = lazy.pattern(r"(?:^|(?<=\s))#\s*huashu\s*[:：](?P<said>[^\"']*)$", re.IGNORECASE)
"""A comment in YAML; what has quotation marks behind it may be part of a text in these."""
OWN_LINE = lazy.pattern(r"\s*#\s*huashu\s*[:：](?P<said>.*)", re.IGNORECASE)
"""A comment in plain text: nothing else is on its line."""
_BLANK = lazy.pattern(r"\s*")
_COMMENTS: Mapping[re.Pattern[str], re.Pattern[str]] = {
    MARKDOWN: lazy.pattern(r"\s*<!--(?:(?!-->).)*-->\s*"),
    HASH: lazy.pattern(r"\s*#.*"),
}
"""Lines with nothing but a comment to other people; in plain text there are none."""
_VALUE = lazy.pattern(r"(?:^|\s)(why|by|until|因为|批准|到期)\s*[=＝]\s*", re.IGNORECASE)
_COMMA = lazy.pattern(r"[,，、\s]+")
_EXAMPLE = "写成 huashu: ignore 规则id why=理由 by=谁，多个规则用逗号隔开"


class _Said(NamedTuple):
    """A comment as it is written, before it is known for which lines it holds."""

    verb: str
    ignore: Ignore


def directives(lines: Mapping[int, str], pattern: re.Pattern[str], last: int) -> Directives:
    """Find all comments of a file.

    :param lines: by their 1-based number those in which a comment may stand.
    :param pattern: :data:`MARKDOWN`, :data:`HASH` or :data:`OWN_LINE`.
    :param last: the number of the file's last line.
    """
    said: list[_Said] = []
    alone: set[int] = set()
    for number, line in lines.items():
        # Few files have any, and a plain search is the fastest way to know.
        if "huashu" not in line.lower():
            continue
        found = [*pattern.finditer(line)]
        said += [_said(match, number) for match in found]
        if found and not pattern.sub("", line).strip():
            alone.add(number)
    if not said:
        return NONE
    comment = _COMMENTS.get(pattern, _BLANK)
    spoken = sorted(
        number
        for number, line in lines.items()
        if line.strip() and number not in alone and not comment.fullmatch(line)
    )
    return Directives(tuple(_placed(said, spoken, last)), frozenset(alone))


class Directives(NamedTuple):
    """What a file's comments say.

    :ivar alone: the lines on which nothing else stands; to be read as if they were not there.
    """

    ignores: tuple[Ignore, ...] = ()
    alone: Collection[int] = frozenset()


NONE = Directives()


def without(line: str, pattern: re.Pattern[str]) -> str:
    """The line with spaces in place of its comments, so that all columns stay."""
    if "huashu" not in line.lower():
        return line
    return pattern.sub(lambda match: " " * len(match[0]), line)


def _said(found: re.Match[str], number: int) -> _Said:
    words = found["said"].strip()
    verb, _, rest = words.partition(" ")
    kind = _VERBS.get(verb.lower(), "")
    place = Ignore((), line=number, column=found.start() + 1)
    if found.groupdict().get("end") == "":
        return _Said(kind, place._replace(wrong="注释没有在这一行结束", hint="在同一行写上 -->"))
    if not kind:
        known = "、".join(_VERBS)
        return _Said("", place._replace(wrong=f"不认识的写法 {verb!r}", hint=f"可用的有 {known}"))
    parts = _VALUE.split(rest.strip())
    rules = tuple(dict.fromkeys(filter(None, _COMMA.split(parts[0]))))
    ignore = place._replace(rules=rules)
    if kind == "end":
        return _Said(kind, ignore)
    keys = (_KEYS[key.lower()] for key in parts[1::2])
    values = dict(zip(keys, map(str.strip, parts[2::2]), strict=True))
    why, by, until = (values.get(key, "") for key in ("why", "by", "until"))
    return _Said(kind, _checked(ignore._replace(why=why, by=by, until=until)))


def _checked(ignore: Ignore) -> Ignore:
    """The comment, with what is wrong with it if anything is."""
    if not ignore.rules:
        return ignore._replace(wrong="没写忽略哪条规则，范围太宽", hint=_EXAMPLE)
    missing = [name for name in ("why", "by") if not getattr(ignore, name)]
    if missing:
        keys = " 和 ".join(f"{name}=" for name in missing)
        return ignore._replace(wrong=f"没写 {keys}", hint=_EXAMPLE)
    if ignore.until and not is_date(ignore.until):
        return ignore._replace(
            wrong=f"until={ignore.until} 不是日期", hint="写成 2026-12-31 这样，那一天还算数"
        )
    return ignore


def is_date(text: str) -> bool:
    """Whether a text is a day, written ``YYYY-MM-DD``."""
    # Not at the top: few files have a comment with a day.
    from datetime import date

    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _placed(said: Iterable[_Said], spoken: list[int], last: int) -> Iterable[Ignore]:
    """The comments with the lines they hold for, in the order in which they end."""
    begun: list[Ignore] = []
    for verb, ignore in said:
        if ignore.wrong:
            yield ignore
        elif verb == "begin":
            begun.append(ignore)
        elif verb == "end":
            first = _begin_of(ignore, begun)
            if first is None:
                yield ignore._replace(wrong="结束了，却没有开始", hint="前面写上 huashu: begin")
            else:
                begun.remove(first)
                yield first._replace(first=first.line, last=ignore.line)
        else:
            line = ignore.line
            if verb == "next":
                line = next((n for n in spoken if n > ignore.line), last + 1)
            yield ignore._replace(first=line, last=line)
    for ignore in begun:
        yield ignore._replace(wrong="开始了，却没有结束", hint="后面写上 huashu: end")


def _begin_of(end: Ignore, begun: list[Ignore]) -> Ignore | None:
    """The comment that an ``end`` closes: the last of the same rules, or just the last."""
    for one in reversed(begun):
        if not end.rules or set(one.rules) == set(end.rules):
            return one
    return None
