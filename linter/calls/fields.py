"""What users call the fields of a call in headers and columns, and the values that have one
canonical spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_FILLING = re.compile(r"[\s_\-]+")


def fold(key: str) -> str:
    """A field name without case, width, spaces, ``_`` and ``-``: ``Call_ID`` is ``callid``."""
    return _FILLING.sub("", unicodedata.normalize("NFKC", key).casefold())


_FIELD_NAMES: Mapping[str, str] = {
    "id": "id 通话id 录音编号 会话id callid 通话编号 录音id 会话编号 流水号 sessionid "
    "conversationid",
    "agent_id": "agentid 坐席id 坐席工号 座席工号 客服工号 客服id 工号",
    "agent_name": "agentname 坐席姓名 座席姓名 客服姓名 坐席名称 客服名称",
    "team": "team 班组 团队 技能组 坐席组",
    "channel": "channel 渠道",
    "direction": "direction 方向 呼叫方向 呼叫类型",
    "scene": "scene 场景",
    "business": "business 业务 业务类型",
    "started_at": "startedat 通话时间 来电时间",
}
CALL_FIELDS: Mapping[str, str] = {
    name: field for field, names in _FIELD_NAMES.items() for name in names.split()
}
"""Folded name to the field of :class:`~linter.model.Call` it fills."""

_VALUES: Mapping[str, Mapping[str, str]] = {
    "channel": {
        "phone": "phone call voice 电话 语音 热线 通话",
        "chat": "chat im text online 在线 文字 文本 聊天 在线客服",
    },
    "direction": {
        "in": "in inbound 呼入 来电 进线",
        "out": "out outbound 呼出 外呼 去电",
    },
}
_SPELLING: Mapping[tuple[str, str], str] = {
    (field, word): value
    for field, values in _VALUES.items()
    for value, words in values.items()
    for word in words.split()
}


def spelt(field: str, value: str) -> str:
    """The canonical spelling of a channel or direction; anything else as it is."""
    return _SPELLING.get((field, fold(value)), value) if field in _VALUES else value
