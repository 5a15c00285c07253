"""Calls in files, judged by both: ``python -m tests.engine.compare FILE...``.

Any file that ``huashu lint`` reads. Prints every difference and, at the end, how many calls there
were and how many of them differ; exit code 1 when one does.
"""

from __future__ import annotations

import argparse
import sys

from linter.calls import find_inputs, read_path
from linter.linting import Linter

from .differences import Oracle, compare


def main() -> int:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.engine.compare")
    parser.add_argument("files", nargs="+", help="通话文件或文件夹")
    parser.add_argument("--rules", action="append", help="规则文件，默认自带的规则")
    parser.add_argument("--profile", action="append", default=[], help="启用的方案")
    parser.add_argument("--every", type=int, default=1, help="只比每第几通，默认每一通")
    parser.add_argument("--most", type=int, default=20, help="一通最多打印几处不同")
    asked = parser.parse_args()
    linter = Linter(asked.rules or (), profiles=asked.profile)
    oracle = Oracle(linter.book)
    seen = compared = differing = 0
    for path in find_inputs(asked.files):
        for call in read_path(path):
            seen += 1
            if seen % asked.every:
                continue
            own = linter.for_call(call)
            judge = oracle if own is linter else Oracle(own.book, like=oracle)
            _, found = compare(judge, own, call)
            judge.patterns.forget()
            compared += 1
            differing += bool(found)
            for line in found[: asked.most]:
                print(f"{path} {call.id}: {line}")
            if compared % 100 == 0:
                print(f"{compared} …", file=sys.stderr)
    print(f"{compared} 通，{differing} 通不同")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
