"""The examples of the documents about the rule language, and what they show.

A YAML block with ``pack`` is a whole pack with tests of its own. One without is a snippet, and the
text block after it shows calls with the hits or findings marked:

* with ``signals`` and ``rule``: what the rule finds;
* with ``signals`` only: the hits of the first one; without a text block, they are the signals of
  the rules that follow;
* otherwise it is what a rule judges by.

Calls are set apart by empty lines; where nobody answers anybody, each line is a call. A line may
begin with the seconds from when to when it is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml

from linter import Call, Linter, Turn
from linter.rulebook.load import load_texts

DOCS = Path(__file__).parent.parent / "docs"
GUIDES = ("rule-language.md", "translations.md", "scripts.md")
_TIMES = re.compile(r"([0-9.]+)-([0-9.]+) ")
_BLOCK = re.compile(r"```yaml\n(?P<yaml>.*?)```\n(?:```text\n(?P<text>.*?)```)?", re.DOTALL)
_RULE = {
    "id": "shown",
    "category": "shown",
    "aspect": "话术",
    "severity": "warning",
    "say": "说明",
    "why": "理由",
    "instead": "建议",
    "tests": [{"flag": "坐席：【话】"}, {"pass": "坐席：话"}],
}
_ROLES = {"坐席": "agent", "客户": "customer"}


@dataclass(frozen=True)
class Example:
    """A snippet and what it is shown to find: calls as lines, with marks."""

    pack: str
    calls: tuple[str, ...]
    signal: str = ""


def packs() -> list[str]:
    """The whole packs."""
    return [block["yaml"] for block in _blocks() if "pack" in _read(block["yaml"])]


def examples() -> Iterator[Example]:
    """The snippets with what they find."""
    signals = ""
    for block in _blocks():
        said = _read(block["yaml"])
        if "pack" in said:
            continue
        if "rule" in said:
            yield Example(_pack(_dump({"signals": said["signals"]}), said["rule"]), _calls(block))
        elif "signals" not in said:
            yield Example(_pack(signals, said), _calls(block))
        elif block["text"] is None:
            signals = block["yaml"]
        else:
            name = next(iter(said["signals"]))
            yield Example(f"pack: shown\n{block['yaml']}", _calls(block), name)


def _pack(signals: str, rule: dict[str, object]) -> str:
    return f"pack: shown\n{signals}\n{_dump({'rules': [{**_RULE, **rule}]})}"


def _dump(said: object) -> str:
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


def _calls(block: re.Match[str]) -> tuple[str, ...]:
    calls = block["text"].strip().split("\n\n")
    if len(calls) > 1 or _is_one_call(calls[0]):
        return tuple(calls)
    return tuple(calls[0].splitlines())


def _is_one_call(lines: str) -> bool:
    """Whether somebody answers: lines of one side, or a mere list of both, are calls each."""
    sides = [line[:2] for line in lines.splitlines()]
    return len(sides) > 1 and all(a != b for a, b in pairwise(sides))


def shown(example: Example, call: str) -> str:
    """The call with what is found in it marked."""
    lines = [line.split("：", 1) for line in _unmarked(call).splitlines()]
    times = [_TIMES.match(words) for _, words in lines]
    lines = [
        [f"{side}：{time[0]}", words[time.end() :]] if time else [f"{side}：", words]
        for (side, words), time in zip(lines, times, strict=True)
    ]
    turns = tuple(
        Turn(_ROLES[side[:2]], words, start_ms=_ms(time, 1), end_ms=_ms(time, 2))
        for (side, words), time in zip(lines, times, strict=True)
    )
    if all(turn.role == "agent" for turn in turns):
        # Nothing is judged where only one side is known.
        turns = (*turns, Turn("customer", "嗯", start_ms=0, end_ms=0))
    linter = Linter(load_texts([("guide.yml", example.pack)]))
    if example.signal:
        hits = linter.view(Call("c", turns)).seen.get(example.signal, ())
        places = {(seen.hit.turn, seen.hit.start, seen.hit.end) for seen in hits}
    else:
        found = linter.lint(Call("c", turns)).findings
        places = {(finding.turn, finding.start, finding.end) for finding in found}
    marked = [words for _, words in lines]
    for turn, start, end in sorted(places, reverse=True):
        words = marked[turn]
        marked[turn] = f"{words[:start]}【{words[start:end]}】{words[end:]}"
    return "\n".join(side + words for (side, _), words in zip(lines, marked, strict=True))


def _ms(time: re.Match[str] | None, part: int) -> int | None:
    return int(float(time[part]) * 1000) if time else None


def _unmarked(call: str) -> str:
    return call.replace("【", "").replace("】", "")


def _blocks() -> Iterator[re.Match[str]]:
    for name in GUIDES:
        yield from _BLOCK.finditer((DOCS / name).read_text(encoding="utf-8"))


def _read(text: str) -> dict[str, dict[str, object]]:
    read: dict[str, dict[str, object]] = yaml.safe_load(text)
    return read
