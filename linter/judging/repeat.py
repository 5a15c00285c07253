"""``repeat``: the agent says nearly the same again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.frozen import dataclass
from linter.judging.outcome import Outcome, Spot, evidence, finding, hit_evidence, one_a_turn
from linter.judging.windows import among
from linter.model import Certainty, Finding
from linter.rulebook.types import Repeat, Rule
from linter.signals.detect import Seen
from linter.signals.similar import bare, likeness
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

_SENTENCE = re.compile(r"[^。！？]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a turn's matching form.

    :ivar words: without boundaries, as they are compared.
    """

    start: int
    end: int
    words: str


def judge_repeat(rule: Rule, spec: Repeat, view: CallView) -> Outcome:
    """Every agent turn that repeats a sentence after one of the customer's signals."""
    if spec.when and not view.any_hits(spec.when):
        return Outcome("not_applicable", "没有出现触发条件")
    findings = one_a_turn(_findings(rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Repeat, view: CallView) -> Iterator[tuple[int, Finding]]:
    turns = view.agent_turns
    triggers = view.any_hits(spec.when)
    exempt: dict[int, list[Seen]] = {}
    for seen in view.any_hits(spec.over):
        exempt.setdefault(seen.speaking, []).append(seen)
    sentences = [_sentences(turn) for turn in turns]
    for place, turn in enumerate(turns):
        new = [
            sentence
            for sentence in sentences[place]
            if _says(sentence, spec.least) and not _holds(sentence, exempt.get(turn.number, ()))
        ]
        if not new:
            continue
        for back in range(place - 1, max(0, place - spec.within) - 1, -1):
            earlier = turns[back]
            trigger = _last(among(triggers, earlier.last + 1, turn.first - 1))
            if spec.when and trigger is None:
                continue
            doubtful = trigger is not None and trigger.hit.certainty == "review"
            for again, first in _repeats(spec, sentences[back], new):
                spot = Spot(*earlier.locate(first.start, first.end))
                chain = [evidence(view, spot, "step", "上一次这样说")]
                if trigger is not None:
                    chain.append(hit_evidence(view, trigger, "trigger"))
                spot = Spot(*turn.locate(again.start, again.end))
                certainty: Certainty = "review" if doubtful else "certain"
                yield turn.number, finding(rule, view, spot, chain=chain, certainty=certainty)


def _last(triggers: Sequence[Seen]) -> Seen | None:
    """The last trigger; a certain one before a doubtful one."""
    sure = (seen for seen in reversed(triggers) if seen.hit.certainty == "certain")
    return next(sure, triggers[-1] if triggers else None)


def _repeats(
    spec: Repeat, old: Sequence[_Sentence], new: Sequence[_Sentence]
) -> Iterator[tuple[_Sentence, _Sentence]]:
    """The sentences that are said again, each with the first that it repeats."""
    for again in new:
        for first in old:
            # Rounded: what is 57 percent on paper may be a hair less.
            if round(likeness(again.words, first.words, spec.similarity), 6) >= spec.similarity:
                yield again, first
                break


def _sentences(turn: SpeakingTurn) -> list[_Sentence]:
    return [
        _Sentence(found.start(), found.end(), bare(found[0]))
        for found in _SENTENCE.finditer(turn.text)
    ]


def _says(sentence: _Sentence, least: int) -> bool:
    """Whether enough is said in words: links, numbers and emoji codes are no stock phrases."""
    words = sentence.words
    return len(words) >= least and sum(map(len, _HAN.findall(words))) >= least


def _holds(sentence: _Sentence, exempt: Sequence[Seen]) -> bool:
    return any(sentence.start <= seen.start and seen.end <= sentence.end for seen in exempt)
