"""What a field of an input holds, by what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from linter import lazy
from linter.masking.mentions import Kind

_KINDS = lazy.pattern(
    r"(?P<name>(?:.*(?:customer|agent|user|client|contact|caller|callee|member|owner"
    r"|receiver|sender|real|full|nick)_?)?name|.*(?:姓名|名字|联系人|收件人|客户名称?"
    r"|坐席名称?|客服名称?))"
    r"|(?P<phone>.*(?:phone|mobile|tel|telephone|caller_?id|calling|called|callee_?number"
    r"|caller_?number|ani|dnis|msisdn|手机|电话|号码|主叫|被叫|来电).*)"
    r"|(?P<id_card>.*(?:id_?card|identity|id_?number|身份证|证件).*)"
    r"|(?P<bank_card>.*(?:bank_?card|card_?no|card_?number|银行卡|卡号).*)"
    r"|(?P<email>.*(?:e_?mail|邮箱|邮件地址).*)"
    r"|(?P<address>(?:.*_)?address|.*(?:地址|住址))"
    r"|(?P<plate>.*(?:plate|车牌).*)"
    r"|(?P<order>.*(?:order_?(?:no|id|number)|waybill|订单号|运单|工单号|单号).*)"
    r"|(?P<account>.*(?:account|wechat|qq|open_?id|customer_?id|user_?id|member_?id"
    r"|账号|账户|户号|微信|客户编?号|会员号).*)"
)
_NO_PERSON = lazy.pattern(
    r"(?:file|scene|team|business|queue|skill|model|product|column|sheet|event|host"
    r"|format|class|type|group|tag|category)_?name|ip_?address|mac_?address"
)


def forced_kind(key: str) -> Kind | None:
    """What stands in a field of that name; ``None`` where the name does not say."""
    key = key.lower()
    if not key or _NO_PERSON.fullmatch(key):
        return None
    found = _KINDS.fullmatch(key)
    return cast(Kind, found.lastgroup) if found else None


def names_in(meta: Mapping[str, Any]) -> Iterator[str]:
    """The names of people in the fields of an input."""
    for key, value in meta.items():
        if isinstance(value, Mapping):
            yield from names_in(value)
        elif isinstance(value, str) and forced_kind(str(key)) == "name":
            yield value
