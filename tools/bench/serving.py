"""The child's side of :class:`tools.bench.processes.Stepper`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping

from tools.bench.processes import peak_mb


def serve(work: Callable[[], None], ready: Mapping[str, float]) -> None:
    """Do ``work`` once a line of standard input; say how long it took, at the end how much room.

    :param ready: said once, before the first step.
    """
    _say(ready)
    for _ in sys.stdin:
        began = time.process_time()
        work()
        _say({"seconds": time.process_time() - began})
    _say({"peak_mb": peak_mb()})


def _say(what: Mapping[str, float]) -> None:
    print(json.dumps(what), flush=True)
