"""The slots a file explains: ``{客户姓名}：来自系统``, ``XX 代表客户姓氏``."""

from __future__ import annotations

from collections.abc import Iterable

from linter import lazy
from linter.calls.scripts.marks import marks

_EXPLAINS = lazy.pattern(
    r"[:：=＝]|表示|代表|代指|指(?!定|示)|为(?!您)|是|填|来自|取自|系统|自动|替换|按实际|以实际|\||→|—"
)
_LONGEST = 120
_EMPTY_PAIR = lazy.pattern(r"([〔‹{\[<［])\s*([〕›}\]>］])(?=[里内中外]|的|号)")
_NAMES_SLOTS = lazy.pattern(
    r"[\s#|*>-]*(?:可用)?(?:占位|图例|变量|符号|代号|空格子|空位|填空|槽位|字段|方括号|尖括号|大括号|花括号)"
)
_HEADED = lazy.pattern(
    r"[\s|*>`-]*+(\[[^\[\]]{1,12}\]|<[^<>]{1,12}>|〔[^〔〕]{1,12}〕|‹[^‹›]{1,12}›)[\s`*]*+(?:[:：=＝|]|代表|表示|是指|——)"
)
"""What a line begins with and goes on to explain, in brackets that stand around other words too."""
_ANY_BRACKETS = lazy.pattern(
    r"\{[^{}]{1,12}\}|<[^<>]{1,12}>|\[[^\[\]]{1,12}\]|#[^#\s]{1,8}#|〔[^〔〕]{1,12}〕|‹[^‹›]{1,12}›|\$[^$\s]{1,8}\$"
)


_CLOSED = lazy.pattern(
    r"(?:就|只|一共|总共|仅)(?:有|认|用|限)?(?:这|以上|上面|以下|上述|下面)?[一二两三四五六七八九十几\d]+(?:个|种|样|类)|只认|只有(?:这|以上|上述)|除(?:了)?(?:这|以上|上述)"
    r"|(?:别的|其他的?|其余的?)[^。]{0,8}(?:没有|不认|一律|都算|都不|不用|不存在|不许|别自己|不能|不要)|有[^，。]{0,40}[二三四五六七八九十](?:种|个|样)(?:$|[。，；])|没有别的|不再有|已列全|全部列在"
)


def is_closed(notes: Iterable[str]) -> bool:
    """Whether notes say that there are no other slots than those explained."""
    return any(_CLOSED.search(note) for note in notes)


def documented(notes: Iterable[str]) -> frozenset[str]:
    """The slots that notes explain, as they are written.

    :param notes: what stands in the file and is not said; a line that names a slot and goes on
        with what it stands for explains it.
    """
    found: set[str] = set()
    for note in notes:
        for line in note.splitlines():
            if len(line) > _LONGEST:
                continue
            if _NAMES_SLOTS.match(line):
                found.update(slot[0] for slot in _ANY_BRACKETS.finditer(line))
            if headed := _HEADED.match(line):
                found.add(headed[1])
            found.update(pair[1] + pair[2] for pair in _EMPTY_PAIR.finditer(line))
            slots = [mark for mark in marks(line) if mark.kind == "slot"]
            rest = line
            for mark in reversed(slots):
                rest = rest[: mark.start] + rest[mark.end :]
            if slots and _EXPLAINS.search(rest) and rest.strip(' -*|:：、，。\t`"“”'):
                found.update(line[mark.start : mark.end] for mark in slots)
    return frozenset(found)
