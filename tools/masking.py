"""``python -m tools.masking``: how much of what tells who somebody is gets masked, and what else.

The sentences are JSON Lines: ``{"text": "...", "entities": [{"kind": "...", "text": "..."}]}``; an
entity is every place of the text that has those words, or the one from ``start`` to ``end``. A
sentence without entities is there for what looks like one and is none.

* An entity is found when all letters, digits and characters of it are masked; of a name
  only the name (not 先生), of an address at least four fifths.
* What is masked is right when at least half of it belongs to an entity.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.masking.mentions import Mention
from linter.masking.plain import SHORT_TITLES, TITLES
from linter.masking.texts import mentions_of

CORPUS = Path(__file__).parent.parent / "corpus" / "masking"
GROUPS = {"name": "names", "address": "addresses"}
NUMBERS = "numbers"
ENOUGH_OF_ADDRESS = 0.8
_CALLED = re.compile(rf"^[小老阿大](?=.头?$)|(?:{TITLES}|{SHORT_TITLES})$")
_SAYS = re.compile(r"[^\W_]")


@dataclass
class Scores:
    """Counts of one group, or of all."""

    entities: int = 0
    found: int = 0
    masked: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Of what tells who somebody is, the part that is masked."""
        return self.found / self.entities if self.entities else 1.0

    @property
    def precision(self) -> float:
        """Of what is masked, the part that tells who somebody is."""
        return self.right / self.masked if self.masked else 1.0


@dataclass
class Measured:
    """What came of a set of sentences."""

    groups: dict[str, Scores] = field(
        default_factory=lambda: {name: Scores() for name in (NUMBERS, "names", "addresses", "all")}
    )
    sentences: int = 0
    clean: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def sentences(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The labelled sentences of some files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def places(row: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Kind and span of every entity of a sentence."""
    found = []
    for entity in row["entities"]:
        if "start" in entity:
            found.append((entity["kind"], entity["start"], entity["end"]))
            continue
        said = entity["text"]
        at = row["text"].find(said)
        if at < 0:
            raise ValueError(f"{said!r} is not in {row['text']!r}")
        while at >= 0:
            found.append((entity["kind"], at, at + len(said)))
            at = row["text"].find(said, at + len(said))
    return sorted(set(found), key=lambda place: place[1:])


def measure(rows: Iterable[dict[str, Any]]) -> Measured:
    """How well sentences are masked."""
    measured = Measured()
    for row in rows:
        text, entities = row["text"], places(row)
        mentions = mentions_of(text)
        measured.sentences += 1
        measured.clean += not entities
        hidden = {at for m in mentions for at in range(m.start, m.end)}
        telling = {at for _, start, end in entities for at in range(start, end)}
        for kind, start, end in entities:
            _count_entity(measured, text, (kind, start, end), hidden)
        for mention in mentions:
            _count_mention(measured, text, mention, telling)
    return measured


def _count_entity(
    measured: Measured, text: str, place: tuple[str, int, int], hidden: set[int]
) -> None:
    kind, start, end = place
    measured.kinds[kind] += 1
    needed = [at for at in range(start, end) if _SAYS.match(text[at])]
    if kind == "name" and (called := _CALLED.search(text[start:end])):
        title = range(start + called.start(), start + called.end())
        needed = [at for at in needed if at not in title] or needed
    part = sum(at in hidden for at in needed) / len(needed)
    found = part >= ENOUGH_OF_ADDRESS if kind == "address" else part == 1
    for name in (GROUPS.get(kind, NUMBERS), "all"):
        measured.groups[name].entities += 1
        measured.groups[name].found += found
    if not found:
        measured.misses.append(f"{kind} {text[start:end]!r} in {text!r}")


def _count_mention(measured: Measured, text: str, mention: Mention, telling: set[int]) -> None:
    said = [at for at in range(mention.start, mention.end) if _SAYS.match(text[at])]
    right = sum(at in telling for at in said) * 2 >= len(said)
    for name in (GROUPS.get(mention.kind, NUMBERS), "all"):
        measured.groups[name].masked += 1
        measured.groups[name].right += right
    if not right:
        quote = text[mention.start : mention.end]
        measured.alarms.append(f"{mention.kind} {quote!r} ({mention.why}) in {text!r}")


def table(measured: Measured) -> str:
    """The figures, a line a group."""
    lines = [f"{measured.sentences} sentences, {measured.clean} of them with nothing to mask"]
    lines.append(f"{'':12}{'entities':>9}{'recall':>9}{'masked':>9}{'precision':>11}")
    lines += [
        f"{name:12}{s.entities:>9}{s.recall:>9.3f}{s.masked:>9}{s.precision:>11.3f}"
        for name, s in measured.groups.items()
    ]
    return "\n".join(lines)


def main(args: Sequence[str] | None = None) -> None:
    """Print the figures, and what is wrong when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="files; corpus/masking by default")
    parser.add_argument("--wrong", action="store_true", help="list misses and false alarms")
    asked = parser.parse_args(args)
    measured = measure(sentences(asked.paths or sorted(CORPUS.glob("*.jsonl"))))
    print(table(measured))
    if asked.wrong:
        print(*(f"miss: {miss}" for miss in measured.misses), sep="\n")
        print(*(f"alarm: {alarm}" for alarm in measured.alarms), sep="\n")


if __name__ == "__main__":
    main()
