"""``read_calls``: what programs say of their inputs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from workbooks.making import made

from linter import UsageError, read_calls


def roles(path: Path, **said: object) -> list[str]:
    return [turn.role for call in read_calls(path, **said) for turn in call.turns]  # type: ignore[arg-type]


def test_the_agents_channel_may_be_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    turns = [{"speaker": "0", "text": "您好"}, {"speaker": "1", "text": "喂"}]
    path.write_text(json.dumps({"turns": turns}))
    assert roles(path) == ["unknown", "unknown"]
    assert roles(path, agent_channel=0) == ["agent", "customer"]
    assert roles(path, agent_channel="1") == ["customer", "agent"]


def test_own_roles(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("老王：您好。\n小李：喂。\n")
    assert roles(path, roles={"老王": "agent", "小李": "customer"}) == ["agent", "customer"]
    assert roles(path, roles={"老王": "坐席", "小李": "顾客"}) == ["agent", "customer"]
    with pytest.raises(UsageError, match="读不懂 --role 老王=老板"):
        roles(path, roles={"老王": "老板"})


def test_columns_and_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        made(甲=[("谁", "话"), ("坐席", "您好")], 乙=[("角色", "内容"), ("客户", "喂")])
    )
    assert roles(path, sheet="乙") == ["customer"]
    assert roles(path, sheet="甲", columns={"role": "谁", "内容": "话"}) == ["agent"]
    with pytest.raises(UsageError, match="读不懂 --column 词=话"):
        roles(path, columns={"词": "话"})
