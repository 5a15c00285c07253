"""The form in which a text is searched: every character stands where it stood."""

from __future__ import annotations

from linter import lazy
from linter.masking.ordinals import ORDINALS
from linter.text.fold import folded

HIDDEN = "\ue000"
"""Takes the place of what is masked already; it is part of no word and no number."""

DIGITS = "0-9〇零一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖"
"""Digits as they are written and read out, as a character set; 十 and 百 make an amount."""

TITLES = (
    "先生|女士|小姐|老师|师傅|经理|主管|主任|医生|大夫|护士|阿姨|叔叔|大爷|大妈|大姐"
    "|大哥|大叔|大娘|大婶|同学"
    "|律师|队长|店长|班长|组长|站长|所长|院长|校长|教授|警官|老板|太太|夫人|支书|书记"
    "|区长|县长|镇长|乡长|市长|村长|部长|科长|处长|局长|厅长|会长|社长|总监|总经理"
    "|董事长|秘书|会计|导游|教练|博士|法官|民警|老板娘|伯母|姑娘|老弟|老哥|兄弟|司机"
    "|同志|老先生|老太太|副总|老总|护士长|技师|师兄|师姐|管家|客户经理|顾问|专员|业务员|教官|督导|主播|主编|法务|房东|阿姐|阿舅|阿姑|阿公|阿婆|阿爷|阿哥|阿嫂|阿伯|阿叔|阿嬷|大嫂|大舅|妈咪|大侠|先森"
    "|助理|大伯|姐姐|哥哥|奶奶|爷爷|伯伯|婆婆|妹妹|弟弟|妈妈|爸爸|家长|外婆|外公|总代|舅舅"
)
"""What people are called after their surname, where no other word begins so."""
SHORT_TITLES = "总|工|哥|姐|叔|姨|婶|嫂|伯|爷|董|局|处|导|队|妈|爸|医"

_MASKED = lazy.pattern(
    rf"(?:电话|证件|卡号|账号|单号|号码|车牌|邮箱|地址)[{ORDINALS}]{{1,2}}\*+"
    rf"|某{{2,}}[{ORDINALS}]{{0,2}}|某[{ORDINALS}]"
    rf"|[{ORDINALS}]{{1,2}}\*+"
    rf"|[{ORDINALS}](?={TITLES}|{SHORT_TITLES})"
    rf"|(?<=[姓小老])[{ORDINALS}]"
    r"|\*+"
)
_VALUES = str.maketrans("〇零一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0012234567891123456789")


class _Table(dict[int, str]):
    """What each character is searched as: simplified, half width, lower case; one for one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = folded(char)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_TABLE = _Table()


def plain(text: str) -> str:
    """The text as it is searched, of the same length."""
    text = text.translate(_TABLE)
    return _MASKED.sub(lambda found: HIDDEN * len(found[0]), text)


def digits_of(text: str) -> str:
    """The digits of a piece of plain text, in ASCII; everything else is left out."""
    return "".join(char for char in text.translate(_VALUES) if "0" <= char <= "9")
