"""Turns of which it is known whether they are an act: an apology, a demand, an upset word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from linter.text.forms import forms
from tools.learn.examples import HELD_OUT, INNOCENT, Example

OF_CUSTOMERS = (
    "displeased",
    "upset",
    "hot",
    "harmed",
    "complaint",
    "manager",
    "stop",
    "settled",
)
OF_ANSWERS = ("offended",)
OF_AGENTS = ("apology", "takeup", "followup", "wayout", "ask", "transfer", "greet", "close")

ORDINARY = "ordinary"
"""The act of turns that are none of the acts of their side."""
_HEAT = {"displeased": 1, "upset": 2, "hot": 3}
"""The least grade of a customer's turn (0 calm to 3 hot) that is so called."""

# Acts that often share a turn: of the one nothing follows for the other.
_TOGETHER = (
    {"apology", "takeup", "followup", "wayout"},
    {"displeased", "upset", "hot", "complaint", "manager", "stop"},
    {"displeased", "harmed", "complaint", "manager"},
)

# Whoever is rude, or says what is said all day, does not do these.
_NOT_IN_VIOLATIONS = ("apology", "takeup", "followup", "wayout", "transfer")


def of_customers(corpus: Path) -> list[Example]:
    """The customers' turns."""
    return list(_acts(corpus, "customer"))


def of_agents(corpus: Path) -> list[Example]:
    """The agents' turns; those of the sentences that cannot be certain acts among them."""
    return [*_acts(corpus, "agent"), *_none(corpus)]


def _acts(corpus: Path, side: str) -> Iterator[Example]:
    rows = [row for row in _rows(corpus / "acts") if row["side"] == side]
    said = forms([row["said"] for row in rows])
    before = forms([row["before"] for row in rows])
    for row, text, heard in zip(rows, said, before, strict=True):
        yield Example(row["voice"], row["label"], "act", text, heard, known(row))


def of_answers(corpus: Path) -> Iterator[Example]:
    """What customers say right after an agent's turn, which is labelled as escalating or is not."""
    rows = [
        (call, said["text"], before["text"], number)
        for call in _rows(corpus / "calls")
        if call.get("part") != HELD_OUT
        for number, (before, said) in enumerate(pairwise(call["turns"]))
        if before["role"] == "agent" and said["role"] == "customer"
    ]
    said = forms([row[1] for row in rows])
    before = forms([row[2] for row in rows])
    for (call, _, _, number), text, heard in zip(rows, said, before, strict=True):
        labelled = {"category": "escalation", "turn": number} in call["labels"]
        yield Example(call["voice"], call["grade"], "answer", text, heard, {"offended": labelled})


def _none(corpus: Path) -> Iterator[Example]:
    rows = [
        row
        for row in _rows(corpus / "sentences")
        if row["grade"] != INNOCENT or row["category"] == "ordinary"
    ]
    said = forms([row["agent"] for row in rows])
    before = forms([row["customer"] for row in rows])
    nothing = dict.fromkeys(_NOT_IN_VIOLATIONS, False)
    for row, text, heard in zip(rows, said, before, strict=True):
        yield Example(row["voice"], row["grade"], "none", text, heard, nothing)


def known(row: Mapping[str, Any]) -> dict[str, bool]:
    """What follows from the label of a turn for each act of its side."""
    act, label = row["act"], row["label"]
    acts = OF_CUSTOMERS if row["side"] == "customer" else OF_AGENTS
    if act == ORDINARY:
        return dict.fromkeys(acts, False)
    if act == "upset":
        own = {heat: int(label) >= least for heat, least in _HEAT.items()}
    elif act == "demand":
        own = {"complaint": label == "complaint", "manager": label == "manager"}
    else:
        own = {act: label == "+"}
    if not any(own.values()):
        # What only looks like one act may well be another.
        return own
    if act == "harmed":
        # Told without heat.
        own |= {"upset": False, "hot": False}
    there = {name for name, is_so in own.items() if is_so}
    others = {
        other: False
        for other in acts
        if other not in own
        and not any({other, name} <= group for group in _TOGETHER for name in there)
    }
    return own | others


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)
