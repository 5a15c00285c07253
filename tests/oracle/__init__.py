"""The rule language said in the plainest way: slow on purpose, and what the engine has to equal.

Every turn is normalised character by character, every pattern is tried at every place of every
turn, every signal is looked for whether a rule asks for it or not, and all rules are judged one
after another. Shared with :mod:`linter` are only the value objects, the reading of rule files,
folding, the tables of dialects and sounds, the set-of-places matcher of pattern nodes, what
decides on the words around a hit (contexts, values, names), and the learned scorer. Tokens are
jieba's own.

What the language means is changed here and in the engine, never in one of them alone.
"""

from __future__ import annotations

from .lint import Judgement, Oracle, lint

__all__ = ["Judgement", "Oracle", "lint"]
