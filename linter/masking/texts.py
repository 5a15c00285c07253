"""Masking a text that stands by itself."""

from __future__ import annotations

from linter.masking.numbers import masked

__all__ = ["masked", "masked_name"]


def masked_name(name: str) -> str:
    """The name of a file or a call with the numbers masked that can only be somebody's."""
    return masked(name)
