"""One better wording at one place."""

from __future__ import annotations

from linter.frozen import dataclass
from linter.model import Finding


@dataclass(frozen=True, slots=True)
class Edit:
    """A finding, the line it stands in, and the words in place of those it quotes."""

    finding: Finding
    text: str
    new: str
