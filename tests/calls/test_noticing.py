from __future__ import annotations

import io
import json

import pytest

from linter.calls import ReadOptions, read_stream
from linter.model import Call


def told(speakers: list[str], channel: str) -> Call:
    """A call of which only the speakers' labels are known, read with a channel for the agent."""
    turns = [{"text": "您好", "speaker": speaker} for speaker in speakers]
    data = io.BytesIO(json.dumps({"turns": turns}).encode())
    (call,) = read_stream(data, name="a.json", options=ReadOptions(agent_channel=channel))
    return call


@pytest.mark.parametrize(
    ("speaker", "channel"),
    [
        ("SPEAKER_01", "1"),
        ("说话人 1", "01"),
        ("spk0", "0"),
        ("S2", "２"),
        ("左", "左"),
        ("0" * 5000, "0"),
    ],
)
def test_the_agents_channel(speaker: str, channel: str) -> None:
    call = told([speaker, "另一位 2"], channel)
    assert [turn.role for turn in call.turns] == ["agent", "customer"]


@pytest.mark.parametrize(
    ("speaker", "channel"), [("S" + "9" * 5000, "1"), ("S1", "11"), ("S", "0")]
)
def test_a_channel_that_is_not_there(speaker: str, channel: str) -> None:
    call = told([speaker], channel)
    assert [turn.role for turn in call.turns] == ["unknown"]
    assert [notice.code for notice in call.notices] == ["no-channel"]
