"""Phrases of the rule language as regular expressions of Python's ``re``.

For the obvious alternative only: contexts, sounds and the matching form are left out, as they
would be by someone who just wants the phrases found.
"""

from __future__ import annotations

import re

from linter.rulebook.notation import (
    Anchor,
    ClassRef,
    Digits,
    Either,
    Gap,
    Literal,
    Node,
    Not,
    PartOfSpeech,
    Sequence,
    Words,
    parse,
)
from tools.bench.content import Classes

_ANCHORS = {"^": r"(?:^|(?<=[，。！？]))", "$": r"(?=$|[，。！？])", "^^": r"\A", "$$": r"\Z"}


def expression(phrases: list[str], classes: Classes) -> re.Pattern[str] | None:
    """One expression for all phrases; those that ``re`` cannot say are left out.

    ``re`` wants what must not stand before a place to be of one length.

    :returns: ``None`` when none is left.
    """
    parts = [
        part for phrase in phrases if (part := _compilable(_expression(parse(phrase), classes)))
    ]
    return re.compile("|".join(parts)) if parts else None


def _compilable(part: str) -> str:
    try:
        re.compile(part)
    except re.error:
        return ""
    return part


def _expression(node: Node, classes: Classes) -> str:
    match node:
        case Literal(text):
            return re.escape(text)
        case Either(options):
            return f"(?:{'|'.join(_expression(option, classes) for option in options)})"
        case Sequence(items):
            return "".join(_expression(item, classes) for item in items)
        case Gap(size, wide):
            return f"[^。！？]{{0,{size}}}?" if wide else f"[^，。！？]{{0,{size}}}?"
        case ClassRef(name):
            words = (_expression(parse(word), classes) for word in classes[name])
            return f"(?:{'|'.join(words)})"
        case Digits(least):
            return f"[0-9零一二三四五六七八九幺两]{{{least},}}"
        case PartOfSpeech():
            return r"\w{2,3}"
        case Anchor(kind):
            return _ANCHORS[kind]
        case Words(inner):
            return _expression(inner, classes)
        case Not(inner, behind):
            return _nothing(inner, behind, classes)
    raise AssertionError(f"no phrase has {node}")


def _nothing(inner: Node, behind: bool, classes: Classes) -> str:
    if not behind:
        return f"(?!{_expression(inner, classes)})"
    options = inner.options if isinstance(inner, Either) else (inner,)
    return "".join(f"(?<!{_expression(option, classes)})" for option in options)
