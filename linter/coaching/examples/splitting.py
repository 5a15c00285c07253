"""Two halves of a set that share no call, or no agent: one to learn with, one to be tested with."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Literal

from linter.coaching.examples.model import Candidate, Part

By = Literal["none", "call", "agent"]

TEST = 5
"""One call or agent in so many goes to the test half."""


def parted(candidate: Candidate, by: By, seed: int) -> Candidate:
    """The candidate with the half that its call, or its agent, falls to."""
    if by == "none":
        return candidate
    path, call, _ = candidate.origin
    key = candidate.agent if by == "agent" else f"{path}\x1f{call}"
    digest = hashlib.sha256(f"{seed}\x1fsplit\x1f{key}".encode("utf-8", "surrogatepass")).digest()
    part: Part = "test" if int.from_bytes(digest[:8], "big") % TEST == 0 else "train"
    return candidate._replace(example=replace(candidate.example, part=part))
