"""What can tell who somebody is, and where a text says it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "phone",
    "id_card",
    "bank_card",
    "account",
    "order",
    "other_id",
    "plate",
    "email",
    "address",
    "name",
]

LABELS: dict[Kind, str] = {
    "phone": "电话",
    "id_card": "证件",
    "bank_card": "卡号",
    "account": "账号",
    "order": "单号",
    "other_id": "号码",
    "plate": "车牌",
    "email": "邮箱",
    "address": "地址",
    "name": "某",
}
"""What a kind is called in what takes its place."""


EXPLAINED = "说的是姓名用的字"
"""Why what tells of a character is a mention of a name."""


class Mention(NamedTuple):
    """A place of a text that tells who somebody is.

    ``start`` and ``end`` count code points, end exclusive. ``why`` says in the user's words what
    it was known by. ``key`` is the same for all mentions of the same thing: a number's digits, a
    person's name.
    """

    kind: Kind
    start: int
    end: int
    why: str
    key: str
