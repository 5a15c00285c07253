"""Training of the weights by which :mod:`linter.signals.casting` tells agents from customers.

Trained on the calls of the train part of ``corpus/calls``; the dev part is what it is tried on, and
the files of the test part are not even opened.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from linter.signals.casting.weights import FORMAT, framed, measured, ngrams
from tools.learn.examples import corpus_calls

TRAIN = "train"
MET = 4
"""An n-gram in fewer turns says nothing."""
SOFTNESS = 0.3
"""Inverse strength of the penalty."""
GREATEST = 4.0
"""Beyond it a weight is cut, so that the small ones are written in finer steps."""
LARGEST = 127


class Said(NamedTuple):
    """A turn of the corpus: its framed text, and whether an agent said it."""

    read: str
    agent: bool


def turns_of(calls: Iterable[dict[str, Any]]) -> list[Said]:
    """The turns with words of both sides."""
    return [
        Said(read, turn["role"] == "agent")
        for call in calls
        for turn in call["turns"]
        if turn["role"] in ("agent", "customer") and (read := framed(turn["text"]))
    ]


def train_casting(turns: Sequence[Said]) -> bytes:
    """The data file that :func:`linter.signals.casting.weights.read` reads."""
    grams = [ngrams(turn.read) for turn in turns]
    met = Counter(gram for each in grams for gram in each)
    rows = {gram: n for n, gram in enumerate(sorted(g for g, times in met.items() if times >= MET))}
    regression = LogisticRegression(C=SOFTNESS, solver="newton-cg")
    fitted = regression.fit(_matrix(grams, rows), [turn.agent for turn in turns])
    weights = np.clip(fitted.coef_[0], -GREATEST, GREATEST)
    step = GREATEST / LARGEST
    steps = {gram: round(float(weights[row]) / step) for gram, row in rows.items()}
    kept = {gram: count for gram, count in steps.items() if count}
    return _data_file(kept, step, float(fitted.intercept_[0]), turns)


def _matrix(grams: Sequence[frozenset[str]], rows: dict[str, int]) -> csr_matrix:
    ends, columns, values = [0], [], []
    for each in grams:
        # Not in the order of a set, which differs from run to run.
        known = sorted(rows[gram] for gram in each if gram in rows)
        columns += known
        values += [1 / measured(len(each))] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(grams), len(rows)))


def _data_file(steps: dict[str, int], step: float, bias: float, turns: Sequence[Said]) -> bytes:
    """Four bytes with the length of the head, JSON; then compressed the n-grams and their weights.

    The n-grams are a line each, in the order of their code points, the weights a signed byte each.
    """
    grams = "\n".join(steps).encode()
    head = {
        "format": FORMAT,
        "trained_on": hashlib.sha256(repr([tuple(turn) for turn in turns]).encode()).hexdigest(),
        "bias": round(bias, 4),
        "step": step,
        "size": len(grams),
    }
    text = json.dumps(head).encode()
    body = grams + np.array(list(steps.values()), dtype=np.int8).tobytes()
    return len(text).to_bytes(4, "little") + text + zlib.compress(body, 9)


def left_out(calls: Sequence[dict[str, Any]], folds: int) -> Iterator[tuple[bytes, list[Any]]]:
    """Weights trained without some voices, and the calls of those voices."""
    voices = sorted({call["voice"] for call in calls})
    for number in range(folds):
        inside = set(voices[number::folds])
        outside = [call for call in calls if call["voice"] not in inside]
        yield train_casting(turns_of(outside)), [c for c in calls if c["voice"] in inside]


def write_casting(corpus: Path, output: Path) -> None:
    """Train on the train part and write the data file."""
    calls = [call for call in corpus_calls(corpus) if call["part"] == TRAIN]
    output.write_bytes(train_casting(turns_of(calls)))
