"""Runs a command and says what it took: ``launch.py ARGUMENTS...``; run as a file, needs nothing.

On Linux a new process counts the memory of the one that started it as its own peak. So commands
are started from this one, which is as small as a Python gets.
"""

import os
import sys
import time


def main() -> None:
    """Say exit code, seconds on the clock, seconds of the processor, peak memory in MB."""
    argv = sys.argv[1:]
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    child = os.posix_spawnp(argv[0], argv, os.environ, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    print(code, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
