"""iFlytek 语音转写 (lfasr), its first and its second interface.

https://www.xfyun.cn/doc/asr/lfasr/API.html and
https://www.xfyun.cn/doc/asr/ifasr_new/API.html ; ``bg`` and ``ed`` in milliseconds, the words'
``wb`` and ``we`` in frames of 10 ms from the sentence's ``bg``. Speaker ``0`` on everything means
that speakers were not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import (
    Vendor,
    call_of,
    has,
    inner,
    meta_of,
    no_result,
    told_apart,
)
from linter.model import Call, Turn

_OK = frozenset(["", "0", "000000"])
_LATTICES = ("lattice", "lattice2")
_UNFINISHED = {"0": "订单已创建", "3": "订单处理中", "-1": "订单失败"}


def _fits(value: object) -> bool:
    if has(inner(value, 0), "onebest") or has(inner(value, "data", 0), "onebest"):
        return True
    if any(has(inner(value, name, 0), "json_1best") for name in _LATTICES):
        return True
    first = has(value, "err_no", "failed")
    return first or has(value, "code", "descInfo") or has(inner(value, "content"), "orderResult")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    _check(document)
    if any(name in document for name in (*_LATTICES, "content")):
        yield _second(document)
        return
    found = document.decoded("", "data")
    if isinstance(found, dict):  # {"status": 3, "desc": ...}: how far it has got
        raise no_result(document.place, document.inside("data").string("desc", "status"))
    turns = [_sentence(row) for row in document.rows("", "data")]
    yield call_of(told_apart(turns, "0"), document.rest("ok", "err_no", "failed"))


def _check(document: Members) -> None:
    for name in ("ok", "err_no", "code"):
        if (code := document.string(name)) not in _OK:
            said = document.string("failed", "descInfo", "message")
            raise no_result(document.place, f"{said}（{name} {code}）")


def _sentence(row: Members) -> Turn:
    start = row.ms("bg")
    words = [
        _word(one.string("wordsName"), one, start or 0)
        for one in row.rows("wordsResultList")
        if one.string("wp") in ("", "n", "s")
    ]
    return Turn(
        role="unknown",
        text=row.string("onebest"),
        speaker=row.string("speaker"),
        start_ms=start,
        end_ms=row.ms("ed"),
        line=row.place.line,
        meta=meta_of(row, words=words),
    )


def _second(document: Members) -> Call:
    content = document.inside("content")
    order = content.inside("orderInfo")
    call_id = order.string("orderId")
    status = order.string("status")
    result = content.inside("orderResult") if "orderResult" in content else document
    # The same sentences stand in both; the first is what the vendor calls the result.
    name = next((name for name in _LATTICES if result.value(name)), None)
    if name is None and status in _UNFINISHED:
        raise no_result(
            order.place, f"{_UNFINISHED[status]}（failType {order.string('failType')}）"
        )
    turns = [_best(row) for row in result.rows(name)] if name else []
    meta = document.rest("code", "descInfo", *_LATTICES) | content.rest() | order.rest()
    meta |= {} if result is document else result.rest(*_LATTICES)
    return call_of(told_apart([turn for turn in turns if turn.text], "0"), meta, id=call_id)


def _best(row: Members) -> Turn:
    sentence = row.inside("json_1best").inside("st")
    start = sentence.ms("bg")
    text, words = "", []
    for part in sentence.rows("rt"):
        for one in part.rows("ws"):
            # The others of cw are what else it might have been.
            best = next(one.rows("cw"), None)
            # A segment mark has no words.
            if best is None or best.string("wp") == "g":
                continue
            said = best.string("w")
            text += said
            if said and best.string("wp") != "p":
                words.append(_word(said, one, start or 0, best.number("wc")))
    return Turn(
        role="unknown",
        text=text,
        speaker=sentence.string("rl"),
        start_ms=start,
        end_ms=sentence.ms("ed"),
        line=row.place.line,
        meta=meta_of(row, "lid", "begin", "end", words=words) | sentence.rest("pa", "sc", "si"),
    )


def _word(text: str, row: Members, start: int, confidence: float | None = None) -> Word:
    confidence = row.number("wc") if confidence is None else confidence
    begun = row.ms("wb", "wordBg", unit="10ms")
    ended = row.ms("we", "wordEd", unit="10ms")
    return word(
        text,
        None if begun is None else start + begun,
        None if ended is None else start + ended,
        confidence or None,  # the second interface says 0 of every word
    )


_SHAPE = "data[].onebest 或 content.orderResult 里的 lattice[].json_1best"
VENDOR = Vendor("iflytek-lfasr", _SHAPE, _fits, _calls)
