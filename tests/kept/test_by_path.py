from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from linter.kept import RememberingByPath
from linter.linting import Linter
from linter.model import Call, Turn
from linter.triage.select import Selection

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
CALL = Call("c1", (Turn("customer", "太慢了"), Turn("agent", "快点说。")), "a/x.jsonl")


class ByFolder:
    """What is said in the folder ``b`` is no more than information there."""

    def __init__(self) -> None:
        level = Selection(severities=((("rude", "info"),),))
        self.made = {"a": Linter([SHOP]), "b": Linter([SHOP], level)}

    def for_path(self, path: str) -> Linter:
        return self.made[path[0]]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def severities(linters: RememberingByPath) -> list[str]:
    calls = (CALL, replace(CALL, path="b/x.jsonl"))
    found = (finding for call in calls for finding in linters.lint(call).findings)
    return [finding.severity for finding in found if finding.rule == "rude"]


def test_what_was_said_by_the_settings_of_one_file_is_not_said_of_another() -> None:
    for _ in range(2):  # the second time it is remembered
        with RememberingByPath(ByFolder()) as linters:
            assert severities(linters) == ["error", "info"]


def test_it_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(RememberingByPath(ByFolder())))
    assert severities(copy) == ["error", "info"]
