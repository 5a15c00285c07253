"""Training: logistic regressions over the n-grams that enough turns have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from linter.signals.learned import framed, ngrams
from tools.learn.examples import Example
from tools.learn.writing import SideTables, TableData

MET = 5
"""An n-gram in fewer turns says nothing."""
MET_BEFORE = 10
"""The same of what the other side said before: it says less, and costs as much to read."""
SOFTNESS = 50.0
"""Inverse strength of the penalty; tried from 3 to 100 on voices left out."""
OF_BEFORE = 0.4
"""What the other side's turn counts for beside the turn itself."""
AS_MUCH = 1.0
"""The same where an agent's turn is what it is by what it answers to."""
STRONG = 0.16
"""The share of a label's greatest weight under which an n-gram weighs little for it.

Two thirds of the n-grams weigh little for every label. Reading them is most of what the first turn
of a short run waits for, and on voices left out they decide next to nothing (`docs/corpus.md`).
"""
CAUTION = 0.2
"""What is taken off the logit of whatever is a violation in wording.

Trained on fewer n-grams the models are surer: on voices left out what they score over .20 is as
often right as what scored over .15 with all n-grams. Half of that is taken back here, so that the
limits in the rules mean nearly what they meant.
"""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The n-grams of one kind of text with their inverse document frequencies."""

    rows: Mapping[str, int]
    idf: Sequence[float]
    unknown: float

    @classmethod
    def of(cls, texts: Sequence[str], least: int) -> Vocabulary:
        """The n-grams that ``least`` of the texts have."""
        met = Counter(gram for text in texts for gram in ngrams(text))
        kept = sorted(gram for gram, count in met.items() if count >= least)
        size = len(texts) + 1
        idf = [log(size / (met[gram] + 1)) + 1 for gram in kept]
        return cls({gram: row for row, gram in enumerate(kept)}, idf, log(size) + 1)

    def matrix(self, texts: Sequence[str]) -> csr_matrix:
        """A row a text; its n-grams by rarity, over the root of the sum of their squares."""
        ends, columns, values = [0], [], []
        for text in texts:
            grams = ngrams(text)
            # Not in the order of a set, which differs from run to run.
            known = sorted(self.rows[gram] for gram in grams if gram in self.rows)
            squares = sum(self.idf[row] ** 2 for row in known)
            root = sqrt(squares + self.unknown**2 * (len(grams) - len(known))) or 1.0
            columns += known
            values += [self.idf[row] / root for row in known]
            ends.append(len(columns))
        return csr_matrix((values, columns, ends), shape=(len(texts), len(self.idf)))

    def only(self, wanted: Sequence[bool]) -> Vocabulary:
        """The n-grams that are wanted; what is left out counts as unknown."""
        kept = [gram for gram, row in self.rows.items() if wanted[row]]
        idf = [self.idf[self.rows[gram]] for gram in kept]
        return Vocabulary({gram: row for row, gram in enumerate(kept)}, idf, self.unknown)


class Task(NamedTuple):
    """A label that is to be learned.

    :ivar even: count those that are it as much as those that are not, however few they are: for
        examples that were not drawn as they occur.
    :ivar of_before: what the other side's turn counts for beside the turn itself.
    :ivar caution: what is taken off the logit in the end.
    """

    label: str
    even: bool = False
    of_before: float = OF_BEFORE
    caution: float = 0.0


@dataclass(frozen=True, slots=True)
class SideModel:
    """The models of what a side does: coefficients for each task, before and after each other."""

    said: Vocabulary
    before: Vocabulary
    tasks: tuple[Task, ...]
    bias: Sequence[float]
    coefficients: Sequence[np.ndarray]

    def scores(self, examples: Sequence[Example]) -> dict[str, np.ndarray]:
        """For each label how sure the model is, from 0 to 1."""
        given = _Given.of(self.said, self.before, examples)
        return {
            task.label: 1 / (1 + np.exp(-(given.matrix(task.of_before) @ weights + bias)))
            for task, weights, bias in zip(self.tasks, self.coefficients, self.bias, strict=True)
        }


def train(examples: Sequence[Example], tasks: Sequence[Task]) -> SideModel:
    """A model for each task, of the examples of which its label is known.

    All of them read the same n-grams, so that a turn is read once for all of them. They are trained
    twice: on all n-grams, and then on those that weigh something for any of them.
    """
    said = Vocabulary.of([framed(example.said) for example in examples], MET)
    before = Vocabulary.of([framed(example.before) for example in examples], MET_BEFORE)
    first = tables(_fitted(said, before, examples, tasks))
    return _fitted(
        said.only(_strong(first.said)), before.only(_strong(first.before)), examples, tasks
    )


def _strong(table: TableData) -> list[bool]:
    """Which n-grams weigh at least :data:`STRONG` for any label."""
    added = np.abs(np.array(table.added))
    greatest = added.max(axis=1, initial=0.0, keepdims=True)
    return list((added >= STRONG * greatest).any(axis=0))


def _fitted(
    said: Vocabulary, before: Vocabulary, examples: Sequence[Example], tasks: Sequence[Task]
) -> SideModel:
    given = _Given.of(said, before, examples)
    bias, coefficients = [], []
    for task in tasks:
        chosen = [n for n, example in enumerate(examples) if task.label in example.known]
        truth = [examples[n].known[task.label] for n in chosen]
        regression = LogisticRegression(
            C=SOFTNESS, solver="newton-cg", class_weight="balanced" if task.even else None
        )
        fitted = regression.fit(given.matrix(task.of_before)[chosen], truth)
        bias.append(float(fitted.intercept_[0]) - task.caution)
        coefficients.append(fitted.coef_[0])
    return SideModel(said, before, tuple(tasks), bias, coefficients)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the models are given: a row an example of what was said, and of what was before."""

    said: csr_matrix
    before: csr_matrix

    @classmethod
    def of(cls, said: Vocabulary, before: Vocabulary, examples: Sequence[Example]) -> _Given:
        return cls(
            said.matrix([framed(example.said) for example in examples]),
            before.matrix([framed(example.before) for example in examples]),
        )

    def matrix(self, of_before: float) -> csr_matrix:
        return hstack([self.said, of_before * self.before]).tocsr()


def tables(side: SideModel) -> SideTables:
    """What the data file says of a side."""
    ends = len(side.said.idf)
    said = [weights[:ends] for weights in side.coefficients]
    before = [
        weights[ends:] * task.of_before
        for task, weights in zip(side.tasks, side.coefficients, strict=True)
    ]
    return SideTables(
        [task.label for task in side.tasks],
        [round(bias, 4) for bias in side.bias],
        _table(side.said, said),
        _table(side.before, before),
    )


def _table(vocabulary: Vocabulary, coefficients: Sequence[np.ndarray]) -> TableData:
    idf = np.array(vocabulary.idf)
    added = [[float(weight) for weight in weights * idf] for weights in coefficients]
    return TableData(
        list(vocabulary.rows), [i**2 for i in vocabulary.idf], vocabulary.unknown**2, added
    )
