"""Any number of calls made up of parts: teams, agents, days, faults, praise and abuse.

The same number gives the same calls, on every machine. ``python -m tests.desk.many 10000 FILE``
writes them down.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TEAMS = ("一组", "二组", "夜班组", "南京中心")
NAMES = ("王丽", "李强", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄蕾", "周涛", "吴芳")
_GREETING = "您好，工号{id}，{name}为您服务，请问有什么可以帮您？"
_TALK = (
    ("我想查一下上个月的话费。", "好的，我帮您查一下，请稍等。"),
    ("套餐里的流量还剩多少？", "您的套餐内还剩三个G的流量。"),
    ("宽带这两天一直掉线。", "非常抱歉给您带来不便，我马上为您登记报修。"),
    ("快递到哪里了？", "已经到您所在的城市了，今天下午派送。"),
    ("发票能补开吗？", "可以的，您把抬头告诉我，我为您登记。"),
    ("嗯，好的。", "请您稍等，我再为您核实一下。"),
)
_FAULTS = (
    ("我要投诉你们！", "你投诉去吧，投诉也没用。"),
    ("你们经理什么时候给我回电话？", "这个不归我管。"),
    ("我都说了三遍了！", "您能不能小声一点，不要激动。"),
    ("你快点给我解决。", "急什么急，没看我在查吗。"),
)
_ABUSE = ("你就是个废物！", "你他妈的会不会办事？")
_CALMING = "非常抱歉给您带来不好的体验，我马上为您登记，今天下午由主管给您回电话。"
_CLOSING = "请问还有其他可以帮您的吗？感谢您的来电，再见。"


def many(count: int, turns: int = 60, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Canonical calls.

    :param turns: about how many each has.
    """
    chance = random.Random(seed)
    for number in range(count):
        yield _call(number, turns, chance)


def _call(number: int, turns: int, chance: random.Random) -> dict[str, Any]:
    agent = chance.randrange(len(NAMES))
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(28))
    texts = [*_lines(turns, chance, agent)]
    spoken = [
        {
            "role": role,
            "text": text,
            "start_ms": 3000 * place,
            "end_ms": 3000 * place + 2500,
        }
        for place, (role, text) in enumerate(texts)
    ]
    return {
        "id": f"call-{number:05}",
        "turns": spoken,
        "agent": {"id": f"77{agent:02}9", "name": NAMES[agent]},
        "team": TEAMS[agent % len(TEAMS)],
        "channel": "phone",
        "direction": "in",
        "started_at": f"{day}T{8 + chance.randrange(12):02}:{chance.randrange(60):02}:00+08:00",
    }


def _lines(turns: int, chance: random.Random, agent: int) -> Iterator[tuple[str, str]]:
    yield "agent", _GREETING.format(id=f"77{agent:02}9", name=NAMES[agent])
    faulty, abused = chance.random() < 0.3, chance.random() < 0.05
    at = chance.randrange(2, max(3, turns // 2 - 2))
    for pair in range(max(3, turns // 2 - 1)):
        if faulty and pair == at:
            said, answer = chance.choice(_FAULTS)
        elif abused and pair == at + 1:
            said, answer = chance.choice(_ABUSE), _CALMING
        else:
            said, answer = chance.choice(_TALK)
        yield "customer", said
        yield "agent", answer
    yield "agent", _CLOSING


def write(path: Path, count: int, turns: int = 60, seed: int = 1) -> Path:
    """Write them down, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for call in many(count, turns, seed):
            file.write(json.dumps(call, ensure_ascii=False) + "\n")
    return path


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
