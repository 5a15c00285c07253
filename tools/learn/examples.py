"""What the scorer is trained on: turns with what they are, and who wrote them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linter.evaluation.model import WORDING
from linter.text.forms import forms

REPLIES = (
    "request_ignored",
    "suggestion_ignored",
    "unjustified_transfer",
    "probe_after_stop",
)
"""The categories of an agent's turn that it belongs to by what it answers to."""
ABSENT = ("missing_apology", "missing_followup", "missing_closing")
"""What is labelled at an agent's turn for not being there; all but the first at the last one."""
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
    :ivar kind: ``sentence``, ``call``, ``act``, ``answer`` or ``none``.
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


def corpus_calls(corpus: Path) -> Iterator[dict[str, Any]]:
    """The calls of the train and dev part; the files of the test part are not even opened."""
    frozen = {line.split()[-1] for line in (corpus / "test.sha256").read_text("utf-8").splitlines()}
    for path in sorted((corpus / "calls").glob("*.jsonl")):
        if path.name not in frozen:
            yield from map(json.loads, path.read_text("utf-8").splitlines())


def of_wording(corpus: Path) -> list[Example]:
    """The agent turns of sentences and calls: their categories, and those of the replies."""
    rows = [*_sentences(corpus), *_turns(corpus)]
    said, before = forms([row[3] for row in rows]), forms([row[4] for row in rows])
    return [
        Example(voice, grade, kind, text, heard, known)
        for (voice, grade, kind, _, _, known), text, heard in zip(rows, said, before, strict=True)
    ]


def _sentences(corpus: Path) -> Iterator[tuple[Any, ...]]:
    for path in sorted((corpus / "sentences").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            innocent = row["grade"] == INNOCENT
            labels = set() if innocent else {row["category"], *row.get("also", ())}
            said, before = row["agent"], row["customer"]
            yield row["voice"], row["grade"], "sentence", said, before, _worded(labels)


def _turns(corpus: Path) -> Iterator[tuple[Any, ...]]:
    for call in calls(corpus):
        rows = list(_said_by_agent(call))
        for number, (*row, labels) in enumerate(rows):
            absent = ABSENT if number == len(rows) - 1 else ABSENT[:1]
            known = {label: label in labels for label in (*REPLIES, *absent)}
            known |= _framing(number, len(rows), call["labels"])
            # What is missing, or asked again, does not show in the turn's own words.
            plain = not labels or labels & set(WORDING)
            yield *row, {**known, **(_worded(labels) if plain else {})}


def _framing(number: int, count: int, labels: Iterable[Mapping[str, Any]]) -> dict[str, bool]:
    """Whether a turn greets or closes: the first and the last do unless a label says not.

    Every trade and every writer greets and closes in other words, and no list has them all.

    :param number: of the agent's turns, of which the call has ``count``.
    """
    missing = {label["category"] for label in labels}
    if count < _FEWEST:
        return {}
    if number == 0:
        return {"greet": "missing_greeting" not in missing}
    if number == count - 1:
        return {"close": "missing_closing" not in missing}
    # Any of the last ones may close the call.
    return {"greet": False, **({"close": False} if number < count - _CLOSING else {})}


_FEWEST = 3
"""Agent turns of a call that has a beginning and an end."""
_CLOSING = 3
"""How many turns are the end of a call."""


def calls(corpus: Path) -> Iterator[Mapping[str, Any]]:
    """The calls that may be learnt from."""
    for path in sorted((corpus / "calls").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            call = json.loads(line)
            if call.get("part") != HELD_OUT:
                yield call


def _said_by_agent(call: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """The agent's turns with the customer's before them and all that they are labelled as."""
    labels: dict[int, set[str]] = {}
    for label in call["labels"]:
        labels.setdefault(label["turn"], set()).add(label["category"])
    for number, turn in enumerate(call["turns"]):
        if turn["role"] == "agent":
            said, before = labels.get(number, set()), _heard(call, number)
            yield call["voice"], call["grade"], "call", turn["text"], before, said


def _heard(call: Mapping[str, Any], number: int) -> str:
    """What the other side had said in a row before a turn of a call."""
    role = call["turns"][number]["role"]
    lines: list[str] = []
    for turn in reversed(call["turns"][:number]):
        if turn["role"] not in ("agent", "customer"):
            continue
        if turn["role"] == role:
            if lines:
                break
            continue
        lines.append(turn["text"])
    return "，".join(reversed(lines))


def _worded(labels: Iterable[str]) -> dict[str, bool]:
    of = set(labels) & set(WORDING)
    return {ANY: bool(of), **{label: label in of for label in WORDING}}
