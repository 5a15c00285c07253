"""Exceptions that somebody reviewed: which findings of which calls, phrases or files are right.

An exception is bound to what was said or to the one call it was said in, never to a person.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from fnmatch import fnmatchcase

from linter.frozen import dataclass
from linter.judged import AGAIN, Entry
from linter.model import Call, Finding


@dataclass(frozen=True, slots=True)
class Exemption:
    """One exception; what is empty is not asked for.

    :ivar entry: the rule, why, by whom and until when.
    :ivar call: the id of the call.
    :ivar paths: a glob, as it is written and as it is meant from the exceptions file's folder.
    :ivar phrase: words of the turn that the finding's own words are part of, or overlap.
    :ivar fingerprint: the finding's.
    """

    entry: Entry
    call: str = ""
    paths: tuple[str, ...] = ()
    phrase: str = ""
    fingerprint: str = ""

    def covers(self, finding: Finding, call: Call) -> bool:
        """Whether a finding of a call is excepted."""
        return (
            finding.rule == self.entry.rule
            and self._holds_for(call)
            and (not self.fingerprint or finding.fingerprint == self.fingerprint)
            and (not self.phrase or self._is_phrase(finding, call))
        )

    def concerns(self, call: Call) -> bool:
        """Whether it should be of use for a call: where it is not, it may go."""
        if not self._holds_for(call):
            return False
        if self.call or self.paths:
            return True
        return bool(self.phrase) and any(self.phrase in turn.text for turn in call.turns)

    def may_cover(self, call: Call) -> bool:
        """Whether it may speak of a finding in a call: quickly, before anything is judged."""
        return self.concerns(call) or (bool(self.fingerprint) and self._holds_for(call))

    def _holds_for(self, call: Call) -> bool:
        if self.call and call.id != self.call:
            return False
        if not self.paths:
            return True
        # A file of calls holds many: its name alone says nothing of what was said.
        bound = self.call or self.phrase or self.fingerprint or call.kind == "script"
        return bool(bound) and _is_under(call.path, self.paths)

    def _is_phrase(self, finding: Finding, call: Call) -> bool:
        """Whether the phrase is in all places where the rule found something in the turn.

        One finding may stand for several; the others are not harmless because one is.
        """
        places = [*_places(self.phrase, call.turns[finding.turn].text)]
        more = [(one.start, one.end) for one in finding.evidence if (one.as_, one.label) == AGAIN]
        return all(
            any(begin < end and start < stop for begin, stop in places)
            for start, end in ((finding.start, finding.end), *more)
        )


def globs(written: str, folder: str) -> tuple[str, ...]:
    """What a glob may mean: what the command line calls a file, or a path from a folder."""
    pattern = written.replace(os.sep, "/")
    return pattern, os.path.abspath(os.path.join(folder, written)).replace(os.sep, "/")


@functools.lru_cache(maxsize=4096)
def _is_under(path: str, patterns: tuple[str, ...]) -> bool:
    names = path.replace(os.sep, "/"), os.path.abspath(path).replace(os.sep, "/")
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _places(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(phrase)
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)
