"""Being told to stop: one word about it, and nothing left behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from linter.reports import Lang


class Stopped(KeyboardInterrupt):
    """A signal that ends the process, raised like an interrupt so that everything is put away.

    :ivar number: the signal's.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise :class:`Stopped` where the signals that ask a process to end would end it at once.

    What was told to ignore one (``nohup``) goes on ignoring it. Only the main thread can be
    asked; in any other nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [
        number
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None))
        if number is not None and signal.getsignal(number) is signal.SIG_DFL
    ]
    for number in numbers:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def exit_code(stop: KeyboardInterrupt) -> int:
    """128 and the signal's number, as a shell has it."""
    return 128 + (stop.number if isinstance(stop, Stopped) else signal.SIGINT)


def stopped_line(output: str | None, lang: Lang) -> str:
    """What to say: what became of the report.

    :param output: the file that was being written; ``None`` and ``-`` are standard output.
    """
    if output in (None, "-"):
        return "已中断，报告不完整" if lang == "zh" else "Interrupted; the report is incomplete"
    return f"已中断，没有写 {output}" if lang == "zh" else f"Interrupted; {output} is not written"


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
