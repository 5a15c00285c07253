"""Reading a report back, as the page does."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any, NamedTuple

_BLOCK = re.compile(r'<script type="(?:application/json|text/plain)" id="([\w-]+)">(.*?)</script>')


class Page(NamedTuple):
    """What is in a report."""

    run: dict[str, Any]
    rows: list[dict[str, Any]]
    details: list[dict[str, Any]]

    def everything(self) -> str:
        """All of it as text."""
        return json.dumps([self.run, self.rows, self.details], ensure_ascii=False)


def read(html: str) -> Page:
    """What is in a report's data blocks."""
    blocks = dict(_BLOCK.findall(html))
    details: list[dict[str, Any]] = []
    number = 0
    while (block := blocks.get(f"chunk-{number}")) is not None:
        details += _unpacked(block)
        number += 1
    return Page(json.loads(blocks["run"]), _unpacked(blocks["rows"]), details)


def _unpacked(block: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(gzip.decompress(base64.b64decode(block)))
    return found
