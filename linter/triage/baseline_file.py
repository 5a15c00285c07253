"""Baselines as JSON, one entry a line: made to be kept under version control and compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from linter.calls.scripts.directives import is_date
from linter.errors import UsageError
from linter.judged import Entry
from linter.triage.baseline import Baseline, Known, Mark

VERSION = 1
"""Raised when what a key means changes; a file of another version is refused."""

_ENTRIES = re.compile(r'\A\s*\{\s*"version"\s*:\s*(?P<version>\d{1,9})\s*,\s*"entries"\s*:\s*\[')
_BETWEEN = re.compile(r"\s*(?P<end>\]\s*\}\s*\Z)?,?\s*")
_UNSAFE = re.compile("[\ud800-\udfff\x85\u2028\u2029]")
_MARK = ("call", "fingerprint", "quote", "line", "scene", "lines")
_TEXTS = ("path", "rule", *_MARK, "added", "why", "by", "until")
_NEEDED = ("path", "rule", "added", "why", "by", "count")
_ANEW = "从版本库取回好的那一份，或用 huashu baseline create 重新建"


def read_baseline(path: str) -> Baseline:
    """The baseline of a file.

    :raises UsageError: when there is none, or it is damaged or of another version.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        hint = "用 huashu baseline create 建一个，或检查路径"
        raise UsageError(f"基线读不了：{error.strerror or error}", path=path, hint=hint) from None
    except UnicodeDecodeError:
        raise UsageError("基线文件坏了：不是 UTF-8", path=path, hint=_ANEW) from None
    return Baseline(path, _entries(text, path))


def _entries(text: str, path: str) -> Iterator[Known]:
    head = _ENTRIES.match(text)
    if head is None:
        raise UsageError("这不是基线文件，或者坏了", path=path, line=1, hint=_ANEW)
    if int(head["version"]) != VERSION:
        said = f"基线是第 {head['version']} 版的格式，这里只认第 {VERSION} 版"
        raise UsageError(said, path=path, line=1, hint="换用建它的那个 huashu，或重新建")
    decoder = json.JSONDecoder()
    at, line, counted = head.end(), 1, 0
    while True:
        between = _BETWEEN.match(text, at)
        assert between is not None
        if between["end"] is not None:
            return
        begin = between.end()
        line += text.count("\n", counted, begin)
        counted = begin
        try:
            value, at = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError):
            raise _damaged(path, line) from None
        yield _known(value, path, line)


def _known(value: Any, path: str, line: int) -> Known:
    if not isinstance(value, dict) or not {*_NEEDED} <= value.keys() <= {*_TEXTS, "count"}:
        raise _damaged(path, line)
    texts = {key: value.get(key, "") for key in _TEXTS}
    count = value["count"]
    right = (
        all(isinstance(text, str) for text in texts.values())
        and type(count) is int
        and count > 0
        and is_date(texts["added"])
        and (not texts["until"] or is_date(texts["until"]))
        and bool(texts["fingerprint"] or texts["lines"] or texts["line"])
    )
    if not right:
        raise _damaged(path, line)
    mark = Mark(texts["rule"], **{key: texts[key] for key in _MARK})
    entry = Entry(
        "baseline", texts["rule"], texts["why"], texts["by"], texts["until"], path, line, 1
    )
    return Known(texts["path"], mark, count, texts["added"], entry)


def _damaged(path: str, line: int) -> UsageError:
    return UsageError("基线文件坏了", path=path, line=line, hint=_ANEW)


def written(entries: Iterable[Known]) -> str:
    """The text of a baseline; the order is that of the entries.

    Line separators of Unicode are escaped, so that every entry is one line for every program.
    """
    lines = ",\n".join(_line(known) for known in entries)
    return f'{{"version": {VERSION}, "entries": [\n{lines}{chr(10) if lines else ""}]}}\n'


def _line(known: Known) -> str:
    mark, entry = known.mark, known.entry
    texts = {"path": known.path, "rule": mark.rule}
    texts |= {key: getattr(mark, key) for key in _MARK}
    value: dict[str, Any] = {key: text for key, text in texts.items() if text}
    value |= {"count": known.count, "added": known.added, "why": entry.why, "by": entry.by}
    if entry.until:
        value["until"] = entry.until
    return _UNSAFE.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False)
    )
