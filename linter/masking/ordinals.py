"""First, second, third: how things of a kind are told apart."""

from __future__ import annotations

ORDINALS = "甲乙丙戊己庚壬癸"
"""The heavenly stems, but for those that are common surnames (丁, 辛): 丁先生 would be somebody."""


def ordinal(number: int) -> str:
    """The name of the n-th, from 0: one character, then two; empty where there are no more."""
    size = len(ORDINALS)
    if number < size:
        return ORDINALS[number]
    first, second = divmod(number - size, size)
    return ORDINALS[first] + ORDINALS[second] if first < size else ""
