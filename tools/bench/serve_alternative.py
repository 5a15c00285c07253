"""A child that judges the same calls the obvious way at every step: ``FILE COUNT PACKS...``."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path

import yaml

from tools.bench.alternative import Alternative
from tools.bench.serving import serve


def main() -> None:
    """Load, then judge when told to."""
    path, count, *packs = sys.argv[1:]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    alternative = Alternative([yaml.load(Path(pack).read_text("utf-8"), loader) for pack in packs])
    with Path(path).open(encoding="utf-8") as lines:
        calls = [json.loads(line)["turns"] for line in islice(lines, int(count))]
    found = [len(alternative.judge(turns)) for turns in calls]

    def work() -> None:
        for turns in calls:
            alternative.judge(turns)

    serve(
        work,
        {
            "calls": len(calls),
            "turns": sum(map(len, calls)),
            "findings": sum(found),
            "hit_turns": sum(map(alternative.hit_turns, calls)),
        },
    )


if __name__ == "__main__":
    main()
