from __future__ import annotations

import json
import pickle

from linter.batch import Done, lint_shared
from linter.impact.work import CompareWork
from linter.library import Repeats
from linter.reports import Tally

from .samples import CALLS, OLD, comparer, impacts, linter


def work() -> CompareWork:
    return CompareWork(comparer(), linter(OLD), Repeats())


def test_a_piece_is_what_one_process_says():
    tally = Tally()
    again = pickle.loads(pickle.dumps(work()))
    assert [again.piece(call, tally) for call in CALLS] == impacts()
    assert tally.calls == 4


def test_two_processes_say_what_one_says(tmp_path):
    rows = [
        {"id": c.id, **c.meta, "turns": [{"role": t.role, "text": t.text} for t in c.turns]}
        for c in CALLS
    ]
    file = tmp_path / "calls.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    pieces = [
        (piece.agent_turns, dict(piece.same), [(c.kind, c.rule, c.label) for c in piece.changes])
        for done in lint_shared([file], work(), 2)
        if isinstance(done, Done)
        for piece in done.pieces
    ]
    assert pieces == [
        (one.agent_turns, dict(one.same), [(c.kind, c.rule, c.label) for c in one.changes])
        for one in impacts()
    ]
