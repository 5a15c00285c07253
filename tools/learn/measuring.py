"""What the scorer finds of voices that it was not trained on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from linter.evaluation.model import WORDING
from tools.learn.examples import ANY, Example
from tools.learn.model import Task, train

FOLDS = 8
LIMITS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7)
SHOWN = 0.25
"""The limit by category."""


def left_out(examples: Sequence[Example], tasks: Sequence[Task]) -> dict[str, np.ndarray]:
    """For each label what models say that were trained without the voice of the example.

    The voices are dealt out to :data:`FOLDS` folds in order of name.
    """
    voices = sorted({example.voice for example in examples})
    fold = {voice: n % FOLDS for n, voice in enumerate(voices)}
    scores = {task.label: np.zeros(len(examples)) for task in tasks}
    for number in range(min(FOLDS, len(voices))):
        inside = [n for n, example in enumerate(examples) if fold[example.voice] == number]
        outside = [example for example in examples if fold[example.voice] != number]
        found = train(outside, tasks).scores([examples[n] for n in inside])
        for label in scores:
            scores[label][inside] = found[label]
    return scores


def report(examples: Sequence[Example], scores: dict[str, np.ndarray]) -> str:
    """Tables: recall by grade and false alarms at several limits, in sentences and in calls."""
    lines = [line for kind in ("sentence", "call") for line in _of_wording(examples, scores, kind)]
    return "\n".join([*lines, *_of_acts(examples, scores)])


def _of_wording(
    examples: Sequence[Example], scores: dict[str, np.ndarray], kind: str
) -> Iterator[str]:
    chosen = [n for n, e in enumerate(examples) if e.kind == kind and ANY in e.known]
    if not chosen:
        return
    truth = np.array([[examples[n].known[label] for label in WORDING] for n in chosen])
    given = np.array([scores[label][chosen] for label in WORDING]).T
    grades = np.array([examples[n].grade for n in chosen])
    yield f"{kind}: {len(chosen)} turns, {int(truth.sum())} labels"
    for limit in LIMITS:
        found = given > limit
        right = found & truth
        recall = " ".join(
            f"{grade} {right[grades == grade].sum() / max(1, truth[grades == grade].sum()):.2f}"
            for grade in ("textbook", "everyday", "indirect")
        )
        yield (
            f"  over {limit:.2f}: {recall}; precision"
            f" {right.sum() / max(1, found.sum()):.2f}; innocent turns with any"
            f" {1000 * found[~truth.any(axis=1)].any(axis=1).mean():.1f} in 1,000"
        )
    area = _area(np.asarray(truth.any(axis=1)), scores[ANY][chosen])
    yield f"  area under the curve of any violation: {area:.3f}"
    for at, label in enumerate(WORDING):
        found = given[:, at] > SHOWN
        right = (found & truth[:, at]).sum()
        yield f"    {label:14} {right}/{truth[:, at].sum()} of {found.sum()}"


def _of_acts(examples: Sequence[Example], scores: dict[str, np.ndarray]) -> Iterator[str]:
    for label, given in scores.items():
        if label in (ANY, *WORDING):
            continue
        chosen = [
            n
            for n, e in enumerate(examples)
            if e.kind in ("act", "answer", "call") and label in e.known
        ]
        if not chosen:
            continue
        truth = np.array([examples[n].known[label] for n in chosen])
        found = given[chosen]
        shares = "; ".join(
            f"over {limit:.2f}: {(found[truth] > limit).mean():.2f}"
            f" at {truth[found > limit].mean() if (found > limit).any() else 0:.2f}"
            for limit in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
        )
        area = _area(truth, found)
        yield f"  {label:12} {truth.sum()} of {len(truth)}, area {area:.3f}; {shares}"


def _area(truth: np.ndarray, scores: np.ndarray) -> float:
    """The chance that a turn that is so scores more than one that is not."""
    ordered = truth[np.argsort(-scores)]
    wins = ordered.cumsum()[~ordered].sum()
    return float(wins / ordered.sum() / (~ordered).sum())
