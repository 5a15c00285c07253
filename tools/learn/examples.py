"""What the scorer is trained on: turns with what they are, and who wrote them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linter.text.forms import forms

WORDING = (
    "insult",
    "sarcasm",
    "backtalk",
    "blame",
    "tone_policing",
    "impatience",
    "command",
    "cold_refusal",
    "policy_shield",
    "shirking",
    "fobbing_off",
    "overpromise",
    "threat",
    "depersonalise",
    "prejudging",
    "empty_apology",
)
"""The categories of one agent turn (the others are of a whole call)."""
ANY = "any"

INNOCENT = "innocent"
HELD_OUT = "test"
"""The part of the corpus that nothing is ever trained or tuned on."""


@dataclass(frozen=True, slots=True)
class Example:
    """A turn and what is known of it.

    :ivar said: its matching form.
    :ivar before: the matching form of the other side's turn before.
    :ivar known: for each label that was judged, whether the turn is that.
    :ivar kind: ``sentence``, ``call`` or ``act``.
    """

    voice: str
    grade: str
    kind: str
    said: str
    before: str
    known: Mapping[str, bool]


def files(corpus: Path) -> list[Path]:
    """What is read, in order."""
    return sorted(
        path for name in ("sentences", "acts", "calls") for path in (corpus / name).glob("*.jsonl")
    )


def fingerprint(corpus: Path) -> str:
    """A hash of all that is read: the data file says what it was trained on."""
    digest = hashlib.sha256()
    for path in files(corpus):
        for line in path.read_text("utf-8").splitlines():
            if json.loads(line).get("part") != HELD_OUT:
                digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def of_wording(corpus: Path) -> list[Example]:
    """The agent turns of sentences and calls, with their categories."""
    rows = [*_sentences(corpus), *_turns(corpus)]
    return _examples(rows)


def _sentences(corpus: Path) -> Iterator[tuple[Any, ...]]:
    for path in sorted((corpus / "sentences").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            innocent = row["grade"] == INNOCENT
            labels = set() if innocent else {row["category"], *row.get("also", ())}
            yield row["voice"], row["grade"], "sentence", row["agent"], row["customer"], labels


def _turns(corpus: Path) -> Iterator[tuple[Any, ...]]:
    for path in sorted((corpus / "calls").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            call = json.loads(line)
            if call.get("part") != HELD_OUT:
                yield from _agent_turns(call)


def _agent_turns(call: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    labels: dict[int, set[str]] = {}
    for label in call["labels"]:
        labels.setdefault(label["turn"], set()).add(label["category"])
    before = ""
    for number, turn in enumerate(call["turns"]):
        if turn["role"] == "customer":
            before = turn["text"]
        elif turn["role"] == "agent":
            said = labels.get(number, set())
            wording = said & set(WORDING)
            # What is missing, or asked again, does not show in the turn's own words.
            if wording or not said:
                yield call["voice"], call["grade"], "call", turn["text"], before, wording


def _examples(rows: Sequence[tuple[Any, ...]]) -> list[Example]:
    said = forms([row[3] for row in rows])
    before = forms([row[4] for row in rows])
    return [
        Example(voice, grade, kind, text, heard, _known(labels))
        for (voice, grade, kind, _, _, labels), text, heard in zip(rows, said, before, strict=True)
    ]


def _known(labels: Iterable[str]) -> dict[str, bool]:
    of = set(labels)
    return {ANY: bool(of), **{label: label in of for label in WORDING}}
