"""Who speaks: the one table of role words that all formats share.

The words are those found in exports of Chinese call-centre platforms (坐席 and 座席 are both
in use) and in the English ones: Amazon ``AGENT``/``CUSTOMER``, Google ``AUTOMATED_AGENT``/
``END_USER``, Genesys ``internal``/``external``. ``user`` is a customer; ``assistant`` is not
in the table because it is an agent in some exports and a bot in others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from linter.calls.names import is_full_name, is_name
from linter.calls.place import Place
from linter.model import Role

_WORDS: Mapping[Role, str] = {
    "agent": """坐席 座席 坐席员 座席员 坐席人员 坐席代表 客服 客服人员 客服代表 客服专员 客服经理
        人工 人工客服 人工坐席 人工座席 在线客服 话务员 接线员 服务人员 工作人员 业务员 客户经理
        客户代表 客户服务 顾问 销售 销售顾问 商家 卖家 店家 员工
        导医 导诊 前台 话务 值机员 柜员 班主任 管家 店员 专员 接待员 医助 坐席員 座席員
        agent humanagent seat staff operator representative rep csr seller customerservice
        internal""",
    "customer": """客户 顾客 用户 来电人 来电者 来电客户 市民 买家 乘客 旅客 会员 投诉人
        消费者 业主
        家长 学员 家属 病人 住户 车主 住客 客人 房客 租客 储户 持卡人 借款人 投保人 参保人 考生
        患者 访客 客戶 用戶 顧客 customer client user caller enduser buyer visitor consumer
        external""",
    "bot": """机器人 智能客服 智能机器人 智能助手 机器客服 机器人客服 虚拟客服 语音机器人 自动客服
        自动应答 机器人坐席 ai客服 ai坐席 ai 機器人 bot robot chatbot voicebot ivr automatedagent
        virtualagent""",
    "system": "系统 系统提示 系统消息 系统通知 提示音 系統 system",
    "unknown": "未知 说话人 发言人 unknown speaker spk",
}
_ROLE_OF: Mapping[str, Role] = {
    word: role for role, words in _WORDS.items() for word in words.split()
}
_LONGEST_FIRST = sorted(_ROLE_OF, key=len, reverse=True)
_INITIALS = frozenset(word[0] for word in _ROLE_OF)
_LONGEST = 40
_FILLING = re.compile(r"[\s_\-]+")

ROLE_HINT = (
    "可用：坐席/客服/话务员/agent，客户/顾客/用户/customer，机器人/bot，系统/system，未知/unknown；"
    "后面可以带编号或姓名，如 坐席1、客服小王"
)
"""What error messages say is accepted."""


class Speaker(NamedTuple):
    """A role, and the words that tell two speakers of that role apart (often none)."""

    role: Role
    speaker: str = ""


@lru_cache(maxsize=4096)
def parse_role(word: str) -> Speaker | None:
    """Read a role word, perhaps followed by a number or a name; ``None`` when it is none.

    ``坐席`` is an agent; ``坐席2`` and ``客服小王`` are agents told apart by that label;
    ``客户姓名`` is no role. Case, width, spaces, ``_`` and ``-`` do not matter.
    """
    if len(word) > _LONGEST:
        return None
    label = unicodedata.normalize("NFKC", word).strip()
    bare = _ROLE_OF.get(_FILLING.sub("", label.casefold()))
    if bare:
        return Speaker(bare)
    known = _beginning(label)
    if not known:
        return None
    role = _ROLE_OF[known]
    named = is_name(label[len(known) :], after_latin=known.isascii(), agent=role == "agent")
    return Speaker(role, word.strip()) if named else None


def parse_full_name(word: str) -> Speaker | None:
    """Read a customer's role word followed by a full name, 客户王芳; ``None`` when it is none.

    Words that go on with a character that is a surname, too, look the same (客户高峰期), so that
    this is a label only where more speaks for it: where it begins several lines.
    """
    if len(word) > _LONGEST:
        return None
    label = unicodedata.normalize("NFKC", word).strip()
    known = _beginning(label)
    if _ROLE_OF.get(known) != "customer" or not is_full_name(label[len(known) :].strip()):
        return None
    return Speaker("customer", word.strip())


def _beginning(label: str) -> str:
    """The longest role word that a label begins with, folded, or nothing."""
    folded = label.casefold()
    return next((known for known in _LONGEST_FIRST if folded.startswith(known)), "")


class RoleWords:
    """The role words in force: the built-in ones, and before them a company's own.

    :param own: word to role; case, width, spaces, ``_`` and ``-`` do not matter.
    :ivar initials: the characters, folded, one of which every label begins with.
    """

    __slots__ = ("_own", "initials")

    def __init__(self, own: Mapping[str, Role] | None = None) -> None:
        self._own = {_folded(word): role for word, role in (own or {}).items()}
        self.initials = _INITIALS | {word[0] for word in self._own if word}

    def parse(self, word: str) -> Speaker | None:
        """Read a role word, as :func:`parse_role`; who has a word of their own is named by it."""
        if self._own and (role := self._own.get(_folded(word))):
            return Speaker(role, word.strip() if parse_role(word) is None else "")
        return parse_role(word)

    def read(self, word: object, place: Place, key: str) -> Speaker:
        """Read the role at a place's ``key``; ``None`` and blank mean unknown.

        :raises InputError: for anything else that is not a role word.
        """
        if word is None:
            return Speaker("unknown")
        if not isinstance(word, str):
            raise place.inside(key).error("角色要写成字符串", ROLE_HINT)
        if not word.strip():
            return Speaker("unknown")
        found = self.parse(word)
        if found is None:
            raise place.inside(key).error(
                f"认不得的角色“{word}”", f"{ROLE_HINT}；别的叫法用 --role {word.strip()}=agent 说明"
            )
        return found


BUILT_IN = RoleWords()
"""The built-in words alone."""


def _folded(word: str) -> str:
    return _FILLING.sub("", unicodedata.normalize("NFKC", word).casefold())
