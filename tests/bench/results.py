"""Made-up results, for the tests of what is made of them."""

from __future__ import annotations

from typing import Any


def a_run(calls: int, *seconds: float, peak_mb: float = 50) -> dict[str, Any]:
    return {"calls": calls, "wall": list(seconds), "cpu": list(seconds), "peak_mb": peak_mb}


def some_results() -> dict[str, Any]:
    """Everything as good as it has to be, or a little better."""
    return {
        "machine": {"date": "2026-01-02", "processor": "Abacus", "ripgrep": "13"},
        "sizes": {"calls": 1000, "sample": 10, "rounds": 3, "starts": 3, "curve": 10},
        "load": {
            "phrases": 10_000,
            "rules": 300,
            "characters": 1_500_000,
            "calls_mb": 8.0,
            "text_mb": 4.5,
        },
        "cold_start": {
            "bare": a_run(1, 0.01, 0.02, 0.01),
            "full": a_run(1, 0.1, 0.15, 0.12),
            "first": a_run(1, 0.9),
        },
        "end_to_end": {
            "obvious": a_run(10, 1.0, 2.0, 1.1),
            "cold": a_run(1000, 3.0, peak_mb=150),
            "one": a_run(1000, 1.0, 1.2, 0.9),
            "two": a_run(1000, 0.5, 0.6, 0.55),
            "apart": a_run(2000, 1.1, 1.3, 1.25),
            "ripgrep": a_run(1000, 0.4, 0.5, 0.4),
            "found": {
                "findings_per_1000": 700.0,
                "calls": 0.33,
                "turns_per_1000": 650.0,
                "hit_turns": 0.25,
            },
        },
        "corpus": {"ours": a_run(138, 0.1), "obvious": a_run(138, 1.0), "turns": 2000},
        "by_rules": _points(30, 100, 300, 1000, 3000),
        "by_phrases": _points(1000, 10_000, 100_000),
        "by_turns": _points(20, 60, 200),
        "by_calls": [{"at": at} | a_run(at, at / 1000) for at in (50, 250, 1000)],
    }


def _points(*at: int) -> list[dict[str, float]]:
    return [
        {"at": number, "ms": 0.4 + number / 10_000, "least": 0.3, "most": 0.9, "peak_mb": 60}
        for number in at
    ]
