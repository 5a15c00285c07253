from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from linter.kept import keys
from linter.kept.keys import identity, key, shelf_name
from linter.linting import Linter
from linter.model import Call, Casting, Notice, Turn
from linter.rulebook.load import load_paths
from linter.triage.select import Selection

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
TURN = Turn("agent", "您好", "s", 0, 9, 3, 4, {"a": 1}, "表", "B3")
CALL = Call("c", (TURN,), "a.txt", meta={"x": 1})
WHO = b"rules"

OTHER: dict[str, Any] = {
    "id": "d",
    "turns": (),
    "kind": "script",
    "meta": {"x": 2},
    "elsewhere": {0: "b.txt:1"},
    "casting": Casting("inferred", 0.9),
}
OTHER_TURN: dict[str, Any] = {
    "role": "customer",
    "text": "您好。",
    "speaker": "t",
    "start_ms": 1,
    "end_ms": None,
    "meta": {"a": 2},
}
PLACE = ("line", "column", "sheet", "cell")


@pytest.mark.parametrize("name", [field.name for field in fields(Call)])
def test_every_field_of_a_call_counts_but_what_linting_does_not_ask_for(name: str) -> None:
    unasked = {"path": "b.txt", "notices": (Notice("x", "y"),), "ignores": ("x",)}
    unasked |= {"agent_key": "k", "team_key": "k"}
    value = {**OTHER, **unasked}.get(name, "else")
    other = replace(CALL, **{name: value})
    assert (key(other, WHO) == key(CALL, WHO)) is (name in unasked)


@pytest.mark.parametrize("name", Turn._fields)
def test_every_field_of_a_turn_counts_but_where_it_stands(name: str) -> None:
    other = replace(CALL, turns=(TURN._replace(**{name: OTHER_TURN.get(name, 7)}),))
    assert (key(other, WHO) == key(CALL, WHO)) is (name in PLACE)


def test_the_rules_count() -> None:
    assert key(CALL, b"other") != key(CALL, WHO)
    assert len(key(CALL, WHO) or b"") == 16


@pytest.mark.parametrize("odd", [object(), "\ud800", 1 << 80, {1: {2, object()}}])
def test_what_cannot_be_written_has_no_key(odd: object) -> None:
    assert key(replace(CALL, meta={"x": odd}), WHO) is None


def test_shelves() -> None:
    def shelf(name: str, line: int | None = None) -> str:
        return shelf_name(Call("c", (Turn("agent", "", line=line),), name), WHO)

    assert shelf("f/a.txt", 1) == shelf("f/a.txt", 900) == shelf("f/a.txt") == shelf("./f/a.txt")
    assert shelf("f/a.txt", 2 * keys.BLOCK) != shelf("f/a.txt")
    assert shelf("g/a.txt") != shelf("f/a.txt")
    assert len({shelf(f"f/{n}.txt") for n in range(1000)}) == keys.BUCKETS
    assert "a.txt" not in shelf("f/a.txt")


def test_everything_a_report_depends_on_is_another_identity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SHOP.read_text(encoding="utf-8")
    profiles = "\nprofiles:\n  从宽: {note: 不算, change: {rules: {rude: {severity: info}}}}\n"
    (tmp_path / "a.yml").write_text(text + profiles, encoding="utf-8")
    (tmp_path / "b.yml").write_text(text + profiles.replace("info", "warning"), encoding="utf-8")
    rules = [tmp_path / "a.yml"]
    linters = [
        Linter(rules),
        Linter([tmp_path / "b.yml"]),
        Linter(rules, profiles=["从宽"]),
        *(
            Linter(rules, selection)
            for selection in (
                Selection(select=frozenset({"rude"})),
                Selection(ignore=frozenset({"rude"})),
                Selection(min_severity="error"),
                Selection(certain_only=True),
                Selection(praise=True),
                Selection(load=True),
            )
        ),
    ]
    found = [identity(linter) for linter in linters]
    monkeypatch.setattr(keys, "program", lambda: "another")
    found.append(identity(linters[0]))
    assert len(set(found)) == len(found)
    monkeypatch.undo()
    assert identity(Linter(load_paths(rules))) == found[0]


def test_rules_without_a_version_have_none() -> None:
    made = Linter(replace(load_paths([SHOP]), version=""))
    assert identity(made) == b""
