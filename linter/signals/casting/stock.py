"""Stock lines: what only an agent says, what only a machine says, and what tells at a glance.

They are the openings, closings and announcements that the scripts of Chinese call centres
prescribe, whatever the business (工号…为您服务, 请问还有什么可以帮您, 感谢您的来电).
"""

from __future__ import annotations

from collections.abc import Iterable

from linter import lazy
from linter.text.fold import folded

_NO_WORD = lazy.pattern(r"[^\w#*]+")

_AGENTS = lazy.pattern(
    r"(?:很|非常)?(?:高兴|荣幸)为您|为您服务|(?:您好|你好)这(?:里|边)是|先生您好|女士您好"
    r"|请问(?:您)?(?:还)?有(?:什么|其他|其它|别的).{0,6}(?:帮|问题|需要|业务)"
    r"|(?:还有|有)(?:什么|其他|其它|别的)可以帮(?:到|助)?(?:您|你)"
    r"|感谢(?:您|你)的?(?:来电|接听|致电|耐心|配合|咨询|光临|支持|理解)"
    r"|谢谢您的(?:来电|接听|配合|支持)|祝您(?:生活|购物|用车|旅途|愉快)"
    r"|请问您是.{1,8}(?:先生|女士|小姐|本人|机主|吗)|请问是您本人|耽误您|温馨提(?:醒|示)您"
    r"|(?:这边|这里)(?:帮|为|给)您(?:查|登记|核实|办理|处理|转接|反馈|申请)"
    r"|请您稍等(?:这边|我这边|正在|帮您|为您)|麻烦您提供|请您提供|您的满意|(?:做|进行)[^，。]{0,6}回访"
    r"|已(?:经)?为您"
)
_QUOTED = lazy.pattern(
    r"说|你们|客服|骗|什么意思|凭什么|怎么|跟我|告诉我|让我|每次|天天|老是|又是|不要|少来|别"
)
_MACHINES = lazy.pattern(
    r"请按(?:数字)?(?:[0-9零一二三四五六七八九]|井号|星号|#|\*)"
    r"|按(?:[0-9零一二三四五六七八九]|井号|星号|#|\*)(?:键|号键)"
    r"|(?:非常)?满意请按|不满意请按|以(?:井号|#)(?:键|号)?结束|请对(?:我|本次|刚才).{0,10}(?:评价|评分)"
    r"|工号[a-z0-9零一二三四五六七八九]{1,12}(?:号)?(?:客服代表|坐席|话务员)?(?:将)?(?:为您服务|为您解答)"
    r"|(?:正在|现在)为您转接|(?:通话|来电)(?:可能)?(?:将|会|可能)被?录音|坐席(?:全)?忙"
    r"|您的?来电(?:已进入|正在)排队|请不要挂机|欢迎致电.{0,20}(?:请按|热线)"
)

_MARKS = "您亲请"
"""Characters that agents use several times as often as customers."""


def words_of(text: str) -> str:
    """A turn without punctuation, in which stock lines are looked for."""
    return _NO_WORD.sub("", folded(text))


def is_agents(words: str) -> bool:
    """Whether a turn has a line that only agents say."""
    return bool(_AGENTS.search(words))


def is_about_agents(words: str) -> bool:
    """Whether a turn may speak of what agents say: who repeats their words is no agent."""
    return bool(_QUOTED.search(words))


def is_machines(words: str) -> bool:
    """Whether a turn has an announcement of a voice menu."""
    return bool(_MACHINES.search(words))


def marks(texts: Iterable[str]) -> int:
    """How often the characters that agents like better occur: a glance, not a judgement."""
    whole = "".join(texts)
    return sum(map(whole.count, _MARKS))
