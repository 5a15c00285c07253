"""Labels that nobody knows: lines that look like somebody's turn and are read as going on.

``张经理：我来跟您说`` below a turn of the agent is read as the agent's words, because no role word
stands there; that is said, lest it be judged in silence. Prose has colons too (温馨提示：, 地址：,
密码是：), so it takes more than a colon: words that only a person is called by, or a word that
begins line after line, each alone between two turns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from linter import lazy
from linter.calls.labelling import Labelling, Names, is_clock
from linter.calls.labels import Label, parse_label
from linter.calls.names import is_full_name, is_nick, is_surname
from linter.calls.roles import parse_full_name
from linter.frozen import dataclass
from linter.model import Notice

_PERSON = lazy.pattern(
    r"(?P<before>[一-龥]{0,3})(?:经理|主管|组长|班长|店长|队长|站长|主任|科长|领导|老板|师傅|司机|骑手"
    r"|医生|大夫|护士|老师|工程师|律师|房东|中介|保安|督导|调解员|快递员|配送员|受理员|营业员|技术员"
    r"|接警员|服务员|理赔员|送货员|收银员|先生|女士|小姐|大爷|大妈|阿姨|叔叔)"
)
_NO_PERSON = lazy.pattern("[是的给找问请有和跟与叫让向由为到对以各哪这那您你我他]|联系|尊敬|亲爱")
_PROSE = lazy.pattern(
    ".*(?:是|为|有|要|说|下|了|的|吗|提示|通知|公告|说明|提醒|原因|方式|方法|号码?|时间|日期|地址|电话"
    "|姓名|名称|价|费|金额|状态|内容|备注|问题|答案|规则|条件|步骤|链接|编号|套餐|流量|数量|比如|例如)"
)
_LINES_ALONE = 3
_NAMED_ALONE = 2
_LONGEST = 6
_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Stranger:
    """A label that nobody knows.

    :ivar line: the first line it begins, 1-based.
    :ivar column: 1-based, of the label.
    :ivar lines: how many it begins.
    """

    name: str
    line: int
    column: int
    lines: int

    def notice(self) -> Notice:
        """What is said of it."""
        again = f"（共 {self.lines} 行）" if self.lines > 1 else ""
        return Notice(
            "unknown-label",
            f"“{self.name}：”{again}像是一个人的称呼，认不得，算成了上一句的话",
            f"用 --role {self.name}=agent（或 customer）说明他是谁，配置里写在 roles；"
            f"或者改写成 坐席（{self.name}）：",
            self.line,
            self.column,
        )


def strangers(lines: Sequence[str], labelling: Labelling) -> Iterator[Stranger]:
    """The labels of a text that nobody knows, in the order of their first lines.

    :param lines: all its lines.
    :param labelling: how it is labelled.
    """
    if labelling.way == "heads":
        return
    begun: dict[str, list[tuple[int, Label]]] = {}
    speaking = False
    for index, line in enumerate(lines):
        if labelling.parse(line):
            speaking = True
        elif speaking and (label := _label(line)):
            begun.setdefault(label.speaker, []).append((index, label))
    for name, found in begun.items():
        alone = sum(_is_alone(index, lines, labelling) for index, _ in found)
        if _is_person(name) or _is_name(name, alone) or _is_again(name, alone, found, lines):
            index = found[0][0]
            yield Stranger(name, index + 1, lines[index].index(name) + 1, len(found))


_ANYBODY = Names()


def _label(line: str) -> Label | None:
    """The label that a line may begin with, if words follow it."""
    label = parse_label(line, words=_ANYBODY)
    if label is None or is_clock(line, label):
        return None
    said = unicodedata.normalize("NFKC", line[label.begin :])
    # 王经理：13800000000 is where he can be reached.
    return label if sum(map(str.isalpha, said)) >= _LETTERS else None


def _is_alone(index: int, lines: Sequence[str], labelling: Labelling) -> bool:
    """Whether a line stands between two that begin turns, or is the last."""
    around = [lines[index - 1], *lines[index + 1 : index + 2]]
    return all(labelling.parse(line) or not line.strip() for line in around)


def _is_person(name: str) -> bool:
    found = _PERSON.fullmatch(name)
    return bool(found and not _NO_PERSON.search(found["before"])) or (
        is_nick(name) and is_surname(name[1:])
    )


def _is_name(name: str, alone: int) -> bool:
    return bool(parse_full_name(name)) or (is_full_name(name) and alone >= _NAMED_ALONE)


def _is_again(
    name: str, alone: int, found: Sequence[tuple[int, Label]], lines: Sequence[str]
) -> bool:
    """Whether a word that may be anything labels line after line."""
    if alone < max(_LINES_ALONE, len(found)) or len(name) > _LONGEST:
        return False
    if _PROSE.fullmatch(name) or _NO_PERSON.search(name):
        return False
    # What is said again and again in the same words is a notice, or a smiley in brackets.
    words = {lines[index][label.begin :].strip() for index, label in found}
    return len(words) > 1 and all(lines[index][label.begin - 1] in ":： " for index, label in found)
