"""Calls and a linter for tests of sharing out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from linter import Linter
from linter.batch import Done, End, Event, Lost, Work
from linter.reports import Options

PACK = Path(__file__).with_name("pack.yml")


def line(id_: str, said: str = "快点说。") -> str:
    """A call as a line of a JSON Lines file."""
    turns = [{"role": "customer", "text": "我想想。"}, {"role": "agent", "text": said}]
    return json.dumps({"id": id_, "turns": turns}, ensure_ascii=False)


def written(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    return path


def work() -> Work:
    return Work(Linter([PACK]), [("jsonl", Options())])


def told(events: Iterable[Event]) -> list[str]:
    """What happened, a word for every call that was flagged and for every end."""
    found: list[str] = []
    for event in events:
        if isinstance(event, Done):
            lines = "".join(piece for (piece,) in event.pieces).splitlines()
            found += [json.loads(one)["call"] for one in lines]
        elif isinstance(event, End):
            found.append(f"end {event.file}: {event.error} {event.found}")
        elif isinstance(event, Lost):
            found.append(str(event.error))
    return found
