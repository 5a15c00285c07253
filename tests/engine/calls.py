"""Random calls of what the patterns of a book look for, and of everything that is in their way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from linter.model import Call, Role, Turn
from linter.rulebook.types import Pattern, RuleBook

from .choices import Choices
from .phrases import WORDS, words_of

ROLES: tuple[Role, ...] = ("agent", "customer", "agent", "customer", "agent", "customer")
_OTHER_SIDE: dict[Role, Role] = {"agent": "customer", "customer": "agent"}
RARE_ROLES: tuple[Role, ...] = get_args(Role)
NODS = (
    "嗯。",
    "对",
    "好的。",
    "是的，是的",
    "",
    "  ",
    "#E-s[数字x]",
    "[微笑]",
    "ok",
    "呃呃",
    "喂？",
)
STOPS = ("。", "，", "", "！", "？", " ", "；", "\n", "……", "、", ".", "。。", "，！", ":")
CUES = (
    *("没有", "不是", "如果", "要是", "的话", "吗", "呢？", "他们", "我爱人", "上次", "之前", "过"),
    *("你说", "您说的是", "不会", "骗子会让您", "别", "再说一遍", "什么", "才", "就", "请问"),
)
IN_THE_WAY = (
    *("嗯", "，", "呃", "那个，", "，那个，", "啊，", " ", "\u200b", "&nbsp;", "\t", "\n", "\x07"),
    *(
        "\ue000",
        "\U0001f600",
        "\ud800",
        "。",
        "㎡",
        "½",
        "…",
        "“",
        "”",
        "'",
        "「",
        "的",
        "1",
        ".",
        ":",
    ),
)
"""Inside of words: what is taken out of a turn, folded, or is none of its words."""
OTHERWISE = str.maketrans("电诉应号码报办么没为点来", "電訴應號碼報辦麼沒為點來")
WIDE = str.maketrans("0123456789aps", "０１２３４５６７８９ＡｐＳ")
LONGER = (
    *("您的问题我们会尽快处理请耐心等待", "我的号码是13800001234", "地址是上海路5号小区"),
    *("我叫王小明", "那我先看看，一三八零零零零，一二三四"),
)


QUIET = ("那我看一下这个", "宽带的事情", "稍等", "上海路")
"""Little that is looked for."""

MARKS = ("{姓名}", "{姓名", "____", "（微笑）", "(您好/早上好/在吗)", "【】", "“你们”", "先生/女士")
"""Slots, a stage direction, alternatives, a quotation."""


def call(book: RuleBook, header: bytes, turns: Sequence[bytes]) -> Call:
    """A call of that many turns, or some more."""
    by = Choices(header)
    said: list[Turn] = []
    for data in turns:
        said += _turns(book, said, Choices(data))
    if by.likely(15):
        said += _asked(book, by)
    if by.likely(15):
        # What was said comes again after about as many turns as windows and episodes have.
        again = said[: 1 + by.below(3)]
        if by.likely(50):
            # By the other side.
            again = [_changed(t, role=_OTHER_SIDE.get(t.role, t.role)) for t in again]
        said += [Turn(role, by.pick(QUIET)) for role in (ROLES * 3)[: 3 + by.below(11)]]
        said += again
    missing = [role for role in ROLES[:2] if role not in {turn.role for turn in said}]
    if not by.likely(6):
        said += [Turn(role, by.pick(WORDS)) for role in missing]
    kind = "script" if by.likely(6) else "call"
    if kind == "script":
        said = [_changed(turn, role="agent", text=_marked(turn.text, by)) for turn in said]
    timed = by.below(5)
    if timed:
        said = _timed(said, timed, by)
    if by.likely(30):
        said = [_changed(turn, line=n + 1, column=4) for n, turn in enumerate(said)]
    return Call(
        "c",
        tuple(said),
        kind=kind,  # type: ignore[arg-type]
        channel=by.pick(("", "phone", "chat")),
        scene=by.pick(("", "催收", "回访")),
    )


def _marked(text: str, by: Choices) -> str:
    """A line of a script, perhaps with something in it that is not said as it stands."""
    if not by.likely(40):
        return text
    at = by.below(len(text) + 1)
    return text[:at] + by.pick(MARKS) + text[at:]


def _asked(book: RuleBook, by: Choices) -> list[Turn]:
    """A question, what is said instead of an answer, and an answer, perhaps to another one."""
    asking = [p for s in book.signals.values() if s.who != "customer" for p in s.patterns]
    asking = [pattern for pattern in asking if " as " in pattern.text]
    values = [p for kind in book.slots.values() for p in (*kind.answer, *kind.volunteered)]
    question = "，".join(_instance(book, asking, by) for _ in range(1 + by.below(2)))
    turns = [Turn("agent", question)]
    for _ in range(by.below(5)):
        turns.append(Turn("customer", by.pick(("你们自己查", "我看一下", "别问了"))))
        turns.append(Turn("agent", by.pick(("那我先查查", "那我先查查", "好的您说", "嗯"))))
    value = by.pick(("13800001234", _instance(book, values, by)))
    return [*turns, Turn("customer", by.pick(("", "是")) + value)]


def _turns(book: RuleBook, before: Sequence[Turn], by: Choices) -> list[Turn]:
    """What one side says: one turn, or a turn that was cut in two, perhaps by a nod."""
    role = by.pick(ROLES)
    if by.likely(6):
        role = by.pick(RARE_ROLES)
    speaker = "2" if by.likely(8) else ""
    if by.likely(12):
        return [Turn(role, by.pick(NODS), speaker)]
    text = _text(book, role, by)
    if before and by.likely(10):
        text = by.pick(("", "您说", "好的，")) + by.pick(before).text + by.pick(("", text))
    if not by.likely(15):
        return [Turn(role, text, speaker)]
    cut = by.below(min(len(text) + 1, 200))
    parts = [Turn(role, text[:cut], speaker), Turn(role, text[cut:], speaker)]
    if by.likely(50):
        parts.insert(1, Turn(by.pick(ROLES), by.pick(NODS)))
    return parts


def _text(book: RuleBook, role: Role, by: Choices) -> str:
    """A few pieces with stops between them."""
    own = [s for s in book.signals.values() if s.who in ("any", role)] or [*book.signals.values()]
    text = ""
    for _ in range(1 + by.below(3)):
        piece = by.pick((*WORDS, *LONGER))
        if own and not by.likely(20):
            spec = by.pick(own)
            shown = (*spec.patterns, *spec.none)
            nearby = (*spec.near, *spec.near_turn)
            against = (*spec.not_if, *spec.not_if_turn, *spec.not_if_only)
            piece = _instance(book, shown, by) or piece
            if spec.members:
                members = [book.signals[name].patterns for name in by.some(spec.members, 3)]
                piece = "，".join(_instance(book, patterns, by) for patterns in members)
            if nearby and not by.likely(30):
                piece += _instance(book, nearby, by)
            if against and by.likely(30):
                piece += _instance(book, against, by)
            if spec.over and by.likely(25):
                piece = _instance(book, spec.over, by)
            if spec.like and by.likely(40):
                gone = by.below(60)
                piece = "".join(char for char in by.pick(spec.like) if by.below(100) >= gone)
        text += _surrounded(_disturbed(piece, by), by) + by.pick(STOPS)
    return text


def _instance(book: RuleBook, patterns: Sequence[Pattern], by: Choices) -> str:
    if not patterns:
        return ""
    return words_of(by.pick(patterns).node, book.classes, by)  # type: ignore[arg-type]


def _surrounded(piece: str, by: Choices) -> str:
    if by.likely(30):
        piece = by.pick(CUES) + piece
    if by.likely(20):
        piece += by.pick(CUES)
    if by.likely(5):
        piece = by.pick(("“{}”", "「{}」", '"{}"', "《{}", "“{}")).format(piece)
    return piece


def _disturbed(piece: str, by: Choices) -> str:
    """Mostly as it is."""
    if not by.likely(40):
        return piece
    at = by.below(min(len(piece) + 1, 200))
    match by.below(9):
        case 0:
            return piece[:at] + by.pick(IN_THE_WAY) + piece[at:]
        case 1:
            return piece[:at] + by.pick(IN_THE_WAY) + by.pick(IN_THE_WAY) + piece[at:]
        case 2:  # 我我要, and 我，我要
            return piece[: at + 1] + by.pick(("", "，", "嗯，")) + piece[at:]
        case 3:  # 投诉投诉
            return piece[: at + 2] + by.pick(("", "，", "那个")) + piece[at:]
        case 4:
            return piece[:at]
        case 5:
            return piece[at:]
        case 6:
            return piece.translate(OTHERWISE)
        case 7:
            return piece.translate(WIDE).upper()
        case _:
            return piece + piece


def _changed(turn: Turn, **said: Any) -> Turn:
    names = ("role", "text", "speaker", "start_ms", "end_ms", "line", "column")
    return Turn(**{name: getattr(turn, name) for name in names} | said)


def _timed(turns: list[Turn], how: int, by: Choices) -> list[Turn]:
    """With times: all of them, or (``how`` 3, 4) some missing or reversed."""
    timed = []
    now = 0
    for turn in turns:
        start = max(0, now + 500 * (by.below(8) - 2))
        end = start + 250 * by.below(16)
        now = end
        if how == 3 and by.likely(15):
            timed.append(_changed(turn, start_ms=start))
        elif how == 4 and by.likely(15):
            timed.append(_changed(turn, start_ms=end + 500, end_ms=start))
        else:
            timed.append(_changed(turn, start_ms=start, end_ms=end))
    return timed
