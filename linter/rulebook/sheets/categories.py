"""What reviewers call the built-in categories, and which part of the service each belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from linter.model import Aspect
from linter.text.fold import fold

OWN: Aspect = "态度"
"""The aspect of a category of the company's own."""
UNNAMED = "禁语"
"""The category of a row that names none."""


class Known(NamedTuple):
    """A built-in category: its aspect, its Chinese name and other names in use."""

    aspect: Aspect
    name: str
    others: str = ""


KNOWN: Mapping[str, Known] = {
    "insult": Known("态度", "辱骂", "骂人 侮辱 脏话 人身攻击 辱骂客户"),
    "sarcasm": Known("态度", "讽刺挖苦", "讽刺 挖苦 嘲讽 阴阳怪气 讥讽"),
    "backtalk": Known("态度", "顶撞", "顶嘴 反问 质问 争辩 顶撞客户"),
    "blame": Known("态度", "指责客户", "指责 责怪 责备 归咎客户"),
    "tone_policing": Known("态度", "纠正语气", "训斥"),
    "impatience": Known("态度", "不耐烦", "催促"),
    "command": Known("态度", "命令口气", "命令 命令语气 命令式 强迫"),
    "cold_refusal": Known("职责", "生硬拒绝", "拒绝 生硬"),
    "policy_shield": Known("职责", "拿规定挡人", "规定挡人"),
    "shirking": Known("职责", "推诿", "推脱 推卸 推卸责任 推诿责任"),
    "fobbing_off": Known("职责", "敷衍搪塞", "敷衍 搪塞"),
    "overpromise": Known("职责", "过度承诺", "承诺 违规承诺"),
    "threat": Known("态度", "威胁", "恐吓 威胁客户"),
    "depersonalise": Known("态度", "把客户当编号"),
    "prejudging": Known("态度", "先入为主"),
    "empty_apology": Known("话术", "空洞致歉"),
    "missing_apology": Known("话术", "缺少致歉安抚"),
    "missing_greeting": Known("话术", "缺少开头语"),
    "missing_closing": Known("适时结束", "缺少结束语"),
    "missing_followup": Known("职责", "缺少跟进承诺"),
    "request_ignored": Known("职责", "诉求未受理"),
    "rigid_repeat": Known("态度", "机械重复"),
    "asks_known": Known("态度", "重复索要已知信息"),
    "probe_after_stop": Known("适时结束", "叫停后继续追问"),
    "unjustified_transfer": Known("职责", "随意转接"),
    "escalation": Known("态度", "激化情绪"),
    "placeholder": Known("职责", "占位符未填"),
    "absolute_claim": Known("职责", "绝对化用语", "绝对化 极限词 极限用语"),
    "ni_nin": Known("话术", "“你”“您”混用"),
    "duplicate": Known("效率", "话术重复"),
    "too_long": Known("话术", "话术过长"),
    "glossary": Known("话术", "用词不统一"),
    "safety": Known("态度", "安全提示"),
    "disclosure": Known("职责", "泄露信息"),
    "consent": Known("职责", "未经同意"),
    "misselling": Known("职责", "销售误导"),
    "right_denied": Known("职责", "阻碍权利"),
    "notice": Known("职责", "告知不全"),
    "off_channel": Known("职责", "引导私下"),
    "off_rules": Known("态度", "违反行规"),
    "suggestion_ignored": Known("职责", "建议未回应"),
    "verification": Known("职责", "身份核实"),
    "hold_etiquette": Known("话术", "等待礼仪"),
    "servility": Known("态度", "过度卑微"),
    "missing_thanks": Known("话术", "缺少致谢"),
    "efficiency": Known("效率", "效率"),
    "praise": Known("标杆", "表扬"),
}
"""Category id → what it is called. Ids and names are those of the reports."""


def category_of(written: str) -> str:
    """The id of a category that people call so; a company's own is called what it is."""
    return _IDS.get(_key(written), " ".join(written.split()))


def aspect_of(category: str) -> Aspect:
    """The aspect a category belongs to when nobody says otherwise."""
    known = KNOWN.get(category)
    return known.aspect if known else OWN


def name_of(category: str) -> str:
    """What people call a category."""
    known = KNOWN.get(category)
    return known.name if known else category


def _key(name: str) -> str:
    return "".join(char for char in fold(name).text if char.isalnum())


_IDS = {
    _key(name): category
    for category, known in KNOWN.items()
    for name in (category, known.name, *known.others.split())
}
