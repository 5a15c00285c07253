"""Calls that read like service calls, as many as wanted, the same for the same seed.

Each call has a source of chance of its own, so the first thousand of twenty thousand calls are
the thousand one gets by asking for a thousand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from tools.bench.fillings import Filler
from tools.bench.sentences import (
    ASKS,
    BACKCHANNELS,
    CLOSINGS,
    COMPLAINTS,
    OPENINGS,
    TALK,
    Line,
    Move,
)
from tools.bench.words import TRADES

SEED = 20
TURNS = 60

ASK_SHARE, COMPLAINT_SHARE = 0.15, 0.02
"""Moves in which the agent asks for something (each thing once), or the customer complains."""
BACKCHANNEL_SHARE = 0.05
BREATH_SHARE = 0.06
"""Turns after which the same side goes on in a new one: recognisers cut at a breath."""
NOISE_SHARE = 0.05
WIDTH_SHARE = 0.012
LONG_SHARE = 0.33
"""Turns with a second sentence."""
_FILLERS = ("呃，", "那个，", "嗯，", "就是，", "然后，", "啊，")
_TRADITIONAL = str.maketrans(
    "们这时间话费问题号码对应该会给说请帮查办业务", "們這時間話費問題號碼對應該會給說請幫查辦業務"
)
_FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}
_MORE: dict[str, tuple[str, ...]] = {
    "A": (
        "另外提醒您，{thing}{date}有一次调整。",
        "{thing}的事我这边也一并给您看着。",
        "您要是{part}不方便，{day}也可以的。",
        "这个在手机上也能查到，首页往下翻就有。",
        "如果{day}{clock}以后还是{trouble}，您再联系我们。",
        "您放心，{step}以后会有短信通知。",
        "费用方面是{money}块，跟{day}是一样的。",
    ),
    "C": (
        "我{kin_of}{day}还跟我说起这个事呢。",
        "之前{day}的时候不是这个样子的。",
        "我在{place}这边，离你们网点也远。",
        "反正{thing}我是一直在用的，都{n}年了。",
        "{money}块钱说多不多，可是{feeling}。",
        "你帮我看仔细一点，别又弄错了。",
        "我{part}还要上班，{clock}之前要出门。",
    ),
}

Planter = Callable[[Random], str]
"""What an agent says that should not be said; see :mod:`tools.bench.pack`."""
PLANTED_SHARE = 0.24
"""Calls into which something is planted that a rule is there for."""


def calls(
    count: int, *, turns: int = TURNS, seed: int = SEED, plant: Planter | None = None
) -> Iterator[dict[str, object]]:
    """Calls as the canonical transcript has them.

    :param count: how many.
    :param turns: turns a call has.
    :param seed: the same seed gives the same calls.
    :param plant: says forbidden things, for about :data:`PLANTED_SHARE` of the calls.
    """
    for number in range(count):
        yield _call(number, turns, seed, plant)


def write_calls(
    path: Path,
    count: int,
    *,
    turns: int = TURNS,
    seed: int = SEED,
    plant: Planter | None = None,
) -> None:
    """The calls as a JSON Lines file, one a line.

    :param path: where they are written; its folder has to be there.
    """
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for call in calls(count, turns=turns, seed=seed, plant=plant):
            out.write(json.dumps(call, ensure_ascii=False, separators=(",", ":")) + "\n")


def write_bare(calls_path: Path, path: Path) -> None:
    """The bare text of a file of calls, a line a turn: what a text search would be given.

    :param calls_path: what :func:`write_calls` wrote.
    """
    with (
        calls_path.open(encoding="utf-8") as lines,
        path.open("w", encoding="utf-8", newline="\n") as out,
    ):
        for line in lines:
            out.writelines(turn["text"] + "\n" for turn in json.loads(line)["turns"])


def _call(number: int, turns: int, seed: int, plant: Planter | None) -> dict[str, object]:
    random = Random(f"{seed}:{number}")
    trade = random.choice(TRADES)
    lines = _lines(random, Filler(random, trade), turns)
    if plant is not None and random.random() < PLANTED_SHARE:
        _plant(lines, random, plant)
    return {
        "id": f"call-{number:06}",
        "channel": "phone",
        "direction": "in",
        "business": trade.name,
        "agent": {"id": f"a{random.randrange(400):03}", "name": ""},
        "started_at": f"2026-03-{1 + number % 28:02}T{8 + number % 12:02}:15:00+08:00",
        "turns": _timed(lines, random),
    }


def _lines(random: Random, filler: Filler, turns: int) -> list[tuple[str, str]]:
    """The turns of a call: who says what."""
    closing = [_said(line, random, filler) for line in random.choice(CLOSINGS)]
    said = [_said(line, random, filler) for line in random.choice(OPENINGS)]
    room = turns - len(closing)
    asks = random.sample(ASKS, len(ASKS))
    while len(said) < room:
        for line in _move(random, asks):
            said.extend(_turns(line, random, filler))
    return said[:room] + closing


def _move(random: Random, asks: list[Move]) -> Move:
    """What comes next; an ask is taken out of ``asks``."""
    chance = random.random()
    if chance < ASK_SHARE and asks:
        return asks.pop()
    return random.choice(COMPLAINTS if chance > 1 - COMPLAINT_SHARE else TALK)


def _turns(line: Line, random: Random, filler: Filler) -> Iterator[tuple[str, str]]:
    side, text = _said(line, random, filler)
    if random.random() < LONG_SHARE:
        text += filler.fill(random.choice(_MORE[side]))
    chance = random.random()
    if chance < BACKCHANNEL_SHARE:
        yield ("C" if side == "A" else "A", random.choice(BACKCHANNELS))
    elif chance < BACKCHANNEL_SHARE + BREATH_SHARE:
        yield side, filler.fill(random.choice(_MORE[side]))
    yield side, _noisy(text, random)


def _said(line: Line, random: Random, filler: Filler) -> tuple[str, str]:
    return line.side, filler.fill(random.choice(line.wordings))


def _noisy(text: str, random: Random) -> str:
    """What recognisers and input methods make of a few turns: fillers, stutters, other forms."""
    chance = random.random()
    if chance < NOISE_SHARE / 2:
        at = text.find("，") + 1
        return text[:at] + random.choice(_FILLERS) + text[at:]
    if chance < NOISE_SHARE:
        at = random.randrange(max(1, len(text) - 2))
        return text[:at] + text[at : at + 2] + text[at:]
    if chance < NOISE_SHARE + WIDTH_SHARE:
        return text.translate(_TRADITIONAL)
    if chance < NOISE_SHARE + 2 * WIDTH_SHARE:
        return text.translate(_FULL_WIDTH)
    return text


def _plant(lines: list[tuple[str, str]], random: Random, plant: Planter) -> None:
    agent = [at for at, (side, _) in enumerate(lines[3:-3], 3) if side == "A"]
    for at in random.sample(agent, min(len(agent), random.choice((1, 1, 2)))):
        side, text = lines[at]
        lines[at] = (
            side,
            plant(random) + "，" + text if random.random() < 0.5 else text + plant(random) + "。",
        )


def _timed(lines: Sequence[tuple[str, str]], random: Random) -> list[dict[str, object]]:
    """The turns with times: 200 to 260 characters a minute, short pauses, a few long ones."""
    now = 400
    turns: list[dict[str, object]] = []
    for side, text in lines:
        end = now + int(len(text) * 60_000 / (200 + 60 * random.random()))
        role = "agent" if side == "A" else "customer"
        turns.append({"role": role, "text": text, "start_ms": now, "end_ms": end})
        pause = 150 + 900 * random.random()
        if random.random() < 0.01:
            pause += 12_000 * random.random()
        now = end + int(pause if random.random() > 0.03 else -pause / 3)
    return turns
