"""An earlier run to compare with: a report this program wrote, or a result of ``--format json``."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from linter.desk.choices import PROBLEMS
from linter.errors import InputError
from linter.frozen import dataclass

_HINT = "给出 huashu report 写的 HTML，或 huashu lint --format json 的结果"
_RUN = re.compile(rb'<script type="application/json" id="run">(.*?)</script>', re.DOTALL)
_Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is compared of a run.

    :ivar name: the file's name.
    :ivar hash: which rules judged; empty when it is not known.
    :ivar calls: how many there were.
    :ivar problems: how many had a certain error or warning.
    :ivar categories: how many had one of this category.
    :ivar scenes: the same of the scenes of script libraries; ``None`` of them themselves.
    """

    name: str
    hash: str
    calls: int
    problems: int
    categories: Mapping[str, int]
    scenes: Earlier | None = None


class _Rules(msgspec.Struct):
    hash: str = ""


class _Counts(msgspec.Struct):
    calls: _Count
    problems: _Count
    categories: dict[str, _Count]
    scenes: _Counts | None = None


class _Run(msgspec.Struct):
    rules: _Rules
    counts: _Counts


class _Finding(msgspec.Struct):
    category: str
    severity: str
    certainty: str
    praise: bool = False


class _Call(msgspec.Struct):
    findings: list[_Finding]
    kind: str = "call"


class _Result(msgspec.Struct):
    rules: _Rules
    calls: list[_Call]


def read_earlier(path: str) -> Earlier:
    """Read what an earlier run came to.

    :raises InputError: for a file that cannot be read, or is neither of the two.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"读不了上次的结果：{error.strerror or error}", path=path, hint=_HINT
        ) from None
    try:
        found = _RUN.search(data)
        return _of_report(found[1], path) if found else _of_result(data, path)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise InputError("这不是一次检查的结果", path=path, hint=_HINT) from None


def _of_report(data: bytes, path: str) -> Earlier:
    run = msgspec.json.decode(data, type=_Run)
    name, scenes = os.path.basename(path), run.counts.scenes
    return _earlier(
        name, run.rules, run.counts, _earlier(name, run.rules, scenes) if scenes else None
    )


def _of_result(data: bytes, path: str) -> Earlier:
    result = msgspec.json.decode(data, type=_Result)
    name = os.path.basename(path)
    calls = [call for call in result.calls if call.kind == "call"]
    scenes = [call for call in result.calls if call.kind != "call"]
    return _earlier(
        name, result.rules, _counts(calls), _earlier(name, result.rules, _counts(scenes))
    )


def _earlier(name: str, rules: _Rules, counts: _Counts, scenes: Earlier | None = None) -> Earlier:
    if max([counts.problems, *counts.categories.values()]) > counts.calls:
        raise ValueError("more calls with problems than calls")
    return Earlier(name, rules.hash, counts.calls, counts.problems, counts.categories, scenes)


def _counts(calls: Sequence[_Call]) -> _Counts:
    categories: Counter[str] = Counter()
    problems = 0
    for call in calls:
        found = {
            one.category
            for one in call.findings
            if one.certainty == "certain" and one.severity in PROBLEMS and not one.praise
        }
        problems += bool(found)
        categories.update(found)
    return _Counts(len(calls), problems, dict(categories))
