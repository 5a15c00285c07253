from __future__ import annotations

import json

from linter.impact.json_ import JsonFormat

from .samples import OLD, result


def written(found):
    return json.loads("".join(JsonFormat().text(found)))


def test_the_head():
    whole = written(result())
    changes = whole.pop("changes")
    assert len(changes) == 4
    assert whole == {
        "format": "huashu-impact",
        "version": 1,
        "old": {"name": "old.yml", "hash": "hash-of-old", "rules": 6},
        "new": {"name": "new.yml", "hash": "hash-of-new", "rules": 6},
        "calls": 4,
        "scenes": 0,
        "agent_turns": 7,
        "affected_calls": 3,
        "labelled_calls": 3,
        "rules": {
            "added": [],
            "removed": [],
            "renamed": [{"old": "cold", "new": "icy"}],
            "changed": [
                {"id": "rude", "keys": [], "signals": ["催促"], "values": {}},
                {
                    "id": "shirks",
                    "keys": ["severity"],
                    "signals": [],
                    "values": {"severity": {"old": "warning", "new": "error"}},
                },
                {"id": "careless", "keys": [], "signals": ["口头禅"], "values": {}},
            ],
        },
        "total": counts(1, 2, 1, 2),
        "by_rule": {
            "careless": counts(lost=2),
            "icy": counts(same=1),
            "rude": counts(gained=1, same=1),
            "shirks": counts(changed=1),
        },
        "by_category": {
            "careless": counts(lost=2),
            "cold_refusal": counts(same=1),
            "impatience": counts(gained=1, same=1),
            "shirking": counts(changed=1),
        },
        "changed_keys": {"severity": 1},
        "verdicts": [
            {"rule": "careless", "old": "violated", "new": "met", "calls": 2},
            {"rule": "rude", "old": "met", "new": "violated", "calls": 1},
        ],
        "labels": {
            "gained": {"found": 1, "elsewhere": 0, "missed": 0},
            "lost": {"found": 0, "elsewhere": 0, "missed": 1},
            "changed": {"found": 1, "elsewhere": 0, "missed": 0},
        },
        "skipped": [],
        "left_out": 0,
    }


def counts(gained=0, lost=0, changed=0, same=0):
    old, new = lost + changed + same, gained + changed + same
    return {
        "old": old,
        "new": new,
        "gained": gained,
        "lost": lost,
        "changed": changed,
        "same": same,
        "old_per_1000": round(1000 * old / 7, 6),
        "new_per_1000": round(1000 * new / 7, 6),
    }


def test_a_change():
    lost, _, gained, changed = written(result())["changes"]
    assert list(gained) == [
        *("change", "rule", "keys", "label", "old", "new", "other_side", "around"),
    ]
    assert (gained["change"], gained["label"], gained["old"]) == ("gained", "found", None)
    assert (gained["new"]["quote"], gained["new"]["turn"]) == ("赶紧", 1)
    assert gained["other_side"] == {"verdict": "met", "reason": "", "yielded_to": []}
    assert gained["around"][0] == {"turn": 0, "role": "customer", "text": "我想想。"}
    assert (lost["new"], lost["old"]["rule"]) == (None, "careless")
    assert (changed["keys"], changed["other_side"]) == (["severity"], None)
    assert [changed[side]["severity"] for side in ("old", "new")] == ["warning", "error"]


def test_what_is_left_out_and_nothing_at_all():
    assert written(result(limit=0))["left_out"] == 4
    assert written(result(new=OLD))["changes"] == []
    assert written(result([]))["total"]["old_per_1000"] is None
