"""The value objects of an evaluation: what was labelled, and what became of it."""

from __future__ import annotations

from typing import Literal

from linter.frozen import dataclass
from linter.judged import Status
from linter.model import Call, Certainty, Evidence, Role, Severity

Kind = Literal["call", "sentence"]
KINDS: tuple[Kind, ...] = ("call", "sentence")

Outcome = Literal["missed", "elsewhere", "found"]
OUTCOMES: tuple[Outcome, ...] = ("missed", "elsewhere", "found")
"""What became of a label, worst first: not found; found in the call, at another turn; found."""

PARTS = ("train", "dev", "test")
GRADES = ("textbook", "everyday", "indirect", "clean", "innocent")
"""How openly violations are worded, and the names of having none: of calls, of sentences."""
CALL_GRADES = GRADES[:4]
SENTENCE_GRADES = (*GRADES[:3], "innocent")

WORDING = (
    *("insult", "sarcasm", "backtalk", "blame", "tone_policing", "impatience", "command"),
    *("cold_refusal", "policy_shield", "shirking", "fobbing_off", "overpromise", "threat"),
    *("depersonalise", "prejudging", "empty_apology"),
)
"""The categories that are the wording of one agent turn: all that a lone sentence can show."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a fair reviewer would say of an agent turn (0-based)."""

    category: str
    turn: int


@dataclass(frozen=True, slots=True)
class Item:
    """A call or a sentence with its labels.

    A sentence is the call of two turns that it stands for: the customer's words, the agent's.

    :ivar line: 1-based line of its file.
    :ivar grade: one of :data:`GRADES`, or empty when the file does not say.
    :ivar voice: who wrote it.
    :ivar part: one of :data:`PARTS`, or empty.
    """

    kind: Kind
    call: Call
    line: int
    labels: tuple[Label, ...]
    grade: str = ""
    voice: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of the dialogue around a label or a finding."""

    turn: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what became of it.

    :ivar outcome: by all findings at the threshold.
    :ivar certain: by the certain ones alone.
    :ivar around: the dialogue, from before the customer's last words to after the agent's.
    """

    category: str
    turn: int
    outcome: Outcome
    certain: Outcome
    around: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and whether a label bears it out.

    :ivar pack: the pack its rule came from.
    :ivar counted: whether it is at the threshold; the others only tell about clean calls.
    :ivar outcome: ``found`` when its turn has a label of its category, ``elsewhere`` when only
        another turn of the call has, ``missed`` when none has: a false alarm.
    """

    rule: str
    pack: str
    category: str
    severity: Severity
    certainty: Certainty
    turn: int
    start: int
    end: int
    quote: str
    message: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    counted: bool
    outcome: Outcome
    around: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One call or sentence, evaluated.

    :ivar digest: a hash of its words, labels and grouping; two records of one id and digest may be
        compared.
    :ivar clean: whether it has no label at all, whatever categories are asked for.
    :ivar overlaps: of each agent turn with a wording label, the share of its 3-grams that the
        rules have (:mod:`linter.evaluation.overlap`).
    :ivar verdicts: what each rule that was asked for said.
    """

    kind: Kind
    id: str
    path: str
    line: int
    digest: str
    grade: str
    voice: str
    channel: str
    business: str
    part: str
    agent_turns: int
    clean: bool
    labels: tuple[Labelled, ...]
    findings: tuple[Found, ...]
    overlaps: tuple[float, ...] = ()
    verdicts: tuple[tuple[str, Status], ...] = ()
