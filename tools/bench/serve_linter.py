"""A child that lints the same calls at every step: ``FILE COUNT RULES...``."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

from linter.calls import read_path
from linter.linting import Linter
from tools.bench.serving import serve


def main() -> None:
    """Load, then lint when told to."""
    path, count, *rules = sys.argv[1:]
    linter = Linter(rules)
    calls = list(islice(read_path(Path(path)), int(count)))
    found = sum(len(linter.lint(call).findings) for call in calls)

    def work() -> None:
        for call in calls:
            linter.lint(call)

    serve(work, {"calls": len(calls), "findings": found})


if __name__ == "__main__":
    main()
