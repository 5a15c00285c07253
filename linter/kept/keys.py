"""What a report depends on, as short hashes."""

from __future__ import annotations

import hashlib
import os

import msgspec

from linter.linting import Linter
from linter.model import Call
from linter.rulebook.stamp import program
from linter.triage.select import Selection

FORMAT = "3"
"""Raised when what is kept takes another form."""

BLOCK = 2000
"""Lines of a file whose calls are kept together: a million calls of one file are in a few hundred
files, and a process that lints one part of them reads few others."""
BUCKETS = 16
"""The files of a folder are kept together in so many groups, so that a folder of ten thousand
small calls takes no ten thousand files."""

_encode = msgspec.msgpack.Encoder().encode
_NO_KEY = (TypeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError)


def identity(linter: Linter) -> bytes:
    """A hash of everything a report depends on besides the call: this program and its libraries,
    all rules with the profiles in force, what was selected, and the scoring scheme.

    Empty for rules or a scheme that nobody knows by their content; then nothing can be kept.
    """
    book, chosen = linter.book, _chosen(linter.selection)
    scheme = linter.scheme.digest if linter.scheme else "-"
    if not (book.version and scheme):
        return b""
    said = (FORMAT, program(), book.version, book.packs, book.active, chosen, scheme)
    return hashlib.sha256(_encode(said)).digest()


def _chosen(selection: Selection) -> tuple[object, ...]:
    return (
        sorted(selection.select),
        sorted(selection.ignore),
        selection.min_severity,
        selection.certain_only,
        selection.praise,
        selection.severities,
        selection.load,
    )


def key(call: Call, identity: bytes) -> bytes | None:
    """A hash of all of a call that linting looks at, 16 bytes; ``None`` when it has none.

    That is all but where it stands: a finding's place in the file comes from the call that is at
    hand. So calls that only moved in their file are known again.
    """
    turns = [(*turn[:5], turn.meta) for turn in call.turns]
    about = (call.id, call.kind, call.agent_id, call.agent_name, call.team, call.channel)
    more = (call.direction, call.scene, call.business, call.started_at, call.meta)
    try:
        data = _encode((about, more, call.elsewhere, call.casting, turns))
    except _NO_KEY:
        return None
    return hashlib.blake2b(data, digest_size=16, key=identity).digest()


def shelf_name(call: Call, identity: bytes) -> str:
    """The name of the file that keeps the call's report; it does not say where the call is from."""
    folder, name = os.path.split(os.path.abspath(call.path))
    line = next((turn.line for turn in call.turns if turn.line is not None), 0)
    bucket = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[0] % BUCKETS
    place = f"{folder}\0{bucket}\0{line // BLOCK}".encode("utf-8", "surrogatepass")
    return f"calls-{hashlib.sha256(identity + place).hexdigest()}"
