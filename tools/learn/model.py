"""Training: logistic regressions over the n-grams that enough turns have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from linter.signals.learned import framed, ngrams
from tools.learn.examples import Example
from tools.learn.writing import SideTables, TableData

MET = 3
"""An n-gram in fewer turns says nothing."""
SOFTNESS = 50.0
"""Inverse strength of the penalty; tried from 3 to 100 on voices left out."""
OF_BEFORE = 0.4
"""What the other side's turn counts for beside the turn itself."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The n-grams of one kind of text with their inverse document frequencies."""

    rows: Mapping[str, int]
    idf: Sequence[float]
    unknown: float

    @classmethod
    def of(cls, texts: Sequence[str]) -> Vocabulary:
        """The n-grams that enough of the texts have."""
        met = Counter(gram for text in texts for gram in ngrams(text))
        kept = sorted(gram for gram, count in met.items() if count >= MET)
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


@dataclass(frozen=True, slots=True)
class SideModel:
    """The models of what a side does: coefficients for each label."""

    said: Vocabulary
    before: Vocabulary
    labels: tuple[str, ...]
    bias: Sequence[float]
    coefficients: Sequence[np.ndarray]

    def matrix(self, examples: Sequence[Example]) -> csr_matrix:
        """What the models are given."""
        return _matrix(self.said, self.before, examples)

    def scores(self, examples: Sequence[Example]) -> dict[str, np.ndarray]:
        """For each label how sure the model is, from 0 to 1."""
        given = self.matrix(examples)
        return {
            label: 1 / (1 + np.exp(-(given @ weights + bias)))
            for label, weights, bias in zip(self.labels, self.coefficients, self.bias, strict=True)
        }


def train(examples: Sequence[Example], labels: Sequence[str], *, even: bool = False) -> SideModel:
    """A model for each label, of the examples of which it is known.

    :param even: count those that are it as much as those that are not, however few they are: for
        examples that were not drawn as they occur.
    """
    said = Vocabulary.of([framed(example.said) for example in examples])
    before = Vocabulary.of([framed(example.before) for example in examples])
    given = _matrix(said, before, examples)
    bias, coefficients = [], []
    for label in labels:
        chosen = [n for n, example in enumerate(examples) if label in example.known]
        truth = [examples[n].known[label] for n in chosen]
        regression = LogisticRegression(
            C=SOFTNESS, solver="newton-cg", class_weight="balanced" if even else None
        )
        fitted = regression.fit(given[chosen], truth)
        bias.append(float(fitted.intercept_[0]))
        coefficients.append(fitted.coef_[0])
    return SideModel(said, before, tuple(labels), bias, coefficients)


def _matrix(said: Vocabulary, before: Vocabulary, examples: Sequence[Example]) -> csr_matrix:
    return hstack(
        [
            said.matrix([framed(example.said) for example in examples]),
            OF_BEFORE * before.matrix([framed(example.before) for example in examples]),
        ]
    ).tocsr()


def tables(side: SideModel) -> SideTables:
    """What the data file says of a side."""
    ends = len(side.said.idf)
    said = [weights[:ends] for weights in side.coefficients]
    before = [weights[ends:] * OF_BEFORE for weights in side.coefficients]
    return SideTables(
        side.labels,
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
