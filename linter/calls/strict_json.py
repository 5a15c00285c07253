"""JSON whose every failing is an :class:`InputError` at its line and column."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from linter.calls.place import Place

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _ConstantError(ValueError):
    """NaN or Infinity, which Python reads and JSON does not know."""


def _refuse(word: str) -> NoReturn:
    raise _ConstantError(word)


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def decode_json(text: str, place: Place) -> object:
    """Decode one JSON value.

    :param text: the whole of it; nothing but white space may stand around it.
    :param place: the file, and the line when ``text`` is one line of it.
    :raises InputError: when it is not JSON, nests too deep, or holds what no UTF-8 output could
        carry on (half of a surrogate pair).
    """
    try:
        value: object = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        line = error.lineno if place.line is None else place.line
        raise Place(place.path, line, place.at).error(
            f"不是合法的 JSON：{error.msg}", _hint(text, error.pos), error.colno
        ) from None
    except _ConstantError as error:
        raise place.error(f"不是合法的 JSON：{error}", "没有的数值写 null 或不写") from None
    except RecursionError:
        raise place.error("JSON 嵌套太深", "去掉多余的层次") from None
    except ValueError as error:  # an integer of more than 4300 digits
        raise place.error(f"JSON 里的数读不了：{error}", "编号请写成字符串") from None
    if _ESCAPED_SURROGATE.search(text) and _has_half_pair(value):
        raise place.error(
            r"有不成对的代理字符（如 \ud83d）", "多半是表情符号被截断；重新导出或删掉它"
        )
    return value


def _has_half_pair(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _hint(text: str, position: int) -> str:
    if position >= len(text.rstrip()):
        return "到这里就断了，文件可能没有写完"
    if text[position] in "“”‘’":
        return '引号要用半角的 "'
    if text[position] in "，：【】｛｝":
        return "标点要用半角的"
    if text[position] == "'":
        return '引号要用双引号 "'
    return "检查这里的引号、逗号和括号"
