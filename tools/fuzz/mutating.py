"""Changes inputs at random: bytes, lines, values of JSON, and stretches of one thing repeated."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

MOST = 1 << 16
"""Bytes of an input."""

_CUTS = re.compile(rb"\n")
_TOKENS: Sequence[bytes] = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        *("\n", "\r\n", "\r", "\n\n", "\t", " ", "\u3000", "\xa0", "\x85", "\u2028", "\ufeff"),
        *(
            "坐席：",
            "客户：",
            "A:",
            "B：",
            "【客服】",
            "[00:01:02]",
            "说话人1 00:13\n",
            "客服 08:30",
        ),
        *(
            "12:34",
            "00:00:01,000 --> 00:00:02,000\n",
            "-->",
            "<v 坐席>",
            "<v",
            "</v>",
            "&#x110000;",
        ),
        *("&amp;", "WEBVTT\n\n", "NOTE", "1\n", "²", "٣", "９" * 3, "9" * 5000, "-1", "1e999"),
        *('"', "'", ",", ";", "|", "|---|", '""', "\\", "\\n", "\\ud800", "\0", "_x0041_"),
        *(
            "#",
            "## ",
            "- ",
            "1. ",
            "> ",
            "```",
            "~~~",
            "<!--",
            "-->",
            "---\n",
            "===",
            "***",
            "____",
        ),
        *("{", "}", "[", "]", "（", "）", "(A/B)", "{姓名}", "${a}", "____", "《", "》", "“", "”"),
        *(
            "&a ",
            "*a",
            "!!binary ",
            "? ",
            ": ",
            "|\n",
            ">\n",
            "%YAML 1.1\n",
            "<<: ",
            "场景：",
            "话术",
        ),
        *(
            "一、",
            "第一章",
            "（一）",
            "错误示范：",
            "图例：",
            "代表",
            "通话ID,角色,内容\n",
            "\ud800",
        ),
        *("<br>", "true", "null", "NaN", "{}", "[]", '{"turns":[]}', "<c r='A1'/>", "]]>", "&x;"),
    )
)
_VALUES: Sequence[Any] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        1.5,
        1e308,
        -1e308,
        10**18,
        10**400,
        "",
        " ",
        "0",
        "-1",
        "1e400",
    ),
    *(
        "abc",
        "坐席",
        "客户",
        "²",
        "9" * 5000,
        "12:34",
        "1.5s",
        "s",
        "ms",
        "{}",
        "[]",
        "[{}]",
        '{"a"',
    ),
    *("SPEAKER_" + "9" * 5000, "\0", "\ufeff", [], {}, [None], [[]], [{}], {"": None}, {"a": {}}),
)


def mutated(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """One input made of another.

    :param others: what pieces may be taken from.
    :return: at most :data:`MOST` bytes.
    """
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        data = random.choice(_CHANGES)(data, others, random)
    return data[:MOST]


def _span(data: bytes, random: Random) -> tuple[int, int]:
    begin = random.randrange(len(data) + 1)
    return begin, min(len(data), begin + random.choice((1, 2, 3, 8, 40)))


def _token(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Put a token that means something to some format in the place of some bytes, or before."""
    begin, end = _span(data, random)
    return data[:begin] + random.choice(_TOKENS) + data[random.choice((begin, end)) :]


def _cut(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    begin, end = _span(data, random)
    return data[:begin] + data[end:]


def _flip(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    begin, _ = _span(data, random)
    return data[:begin] + bytes([random.randrange(256)]) + data[begin + 1 :]


def _lines(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Repeat, move or drop a line, or take one from elsewhere."""
    lines = _CUTS.split(data)
    at = random.randrange(len(lines))
    line = random.choice((lines[at], *_CUTS.split(random.choice(others))[:50]))
    if random.random() < 0.5:
        del lines[at]
    lines.insert(random.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _stretch(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Repeat a piece, a token or both until the input is as long as it may be; what takes more
    than linear time shows.
    """
    begin, end = _span(data, random)
    piece = random.choice(
        (
            data[begin:end],
            random.choice(_TOKENS),
            data[begin:end] + random.choice(_TOKENS),
            random.choice(_TOKENS) + data[begin:end],
            b"\n".join(random.choice(_TOKENS) for _ in range(2)) + b"\n",
            "a字 \t\n-=:：,。?"[random.randrange(12)].encode(),
        )
    )
    room = random.choice((1 << 10, 1 << 13, MOST)) - len(data)
    head = random.choice((b"", random.choice(_TOKENS)))  # which may open what never ends
    return data[:begin] + head + piece * max(2, room // max(1, len(piece))) + data[end:]


def _wide(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Write the same in another encoding."""
    text = data.decode("utf-8", "ignore")
    return text.encode(random.choice(("gb18030", "utf-16", "utf-8-sig")), "ignore")


def _json(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Put another value in the place of one inside a JSON document."""
    try:
        value = json.loads(data)
        places = list(_places(value))
        for _ in range(random.choice((1, 1, 2, 4))):
            if places:
                box, key = random.choice(places)
                box[key] = random.choice((*_VALUES, value, box, json.dumps(box)))
        return json.dumps(value, ensure_ascii=random.random() < 0.3).encode("utf-8", "ignore")
    except (ValueError, RecursionError):
        return _token(data, others, random)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every member and element, with what it stands in."""
    found: list[tuple[Any, Any]] = []
    boxes = [value]
    while boxes:
        box = boxes.pop()
        keys = list(box) if isinstance(box, dict) else range(len(box)) if _is_list(box) else ()
        for key in keys:
            found.append((box, key))
            boxes.append(box[key])
    return found


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


_CHANGES: Sequence[Callable[[bytes, Sequence[bytes], Random], bytes]] = (
    *(_token, _token, _token, _cut, _cut, _flip, _lines, _lines, _stretch, _wide),
    *(_json, _json, _json, _json),
)
