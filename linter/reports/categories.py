"""The names of the built-in categories, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from linter.reports.options import Lang

CATEGORIES: Mapping[str, tuple[str, str]] = {
    # The wording of one turn.
    "insult": ("辱骂", "insult"),
    "sarcasm": ("讽刺挖苦", "sarcasm"),
    "backtalk": ("顶撞", "back-talk"),
    "blame": ("指责客户", "blaming the customer"),
    "tone_policing": ("纠正语气", "tone policing"),
    "impatience": ("不耐烦", "impatience"),
    "command": ("命令口气", "commanding tone"),
    "cold_refusal": ("生硬拒绝", "cold refusal"),
    "policy_shield": ("拿规定挡人", "hiding behind policy"),
    "shirking": ("推诿", "shirking"),
    "fobbing_off": ("敷衍搪塞", "fobbing off"),
    "overpromise": ("过度承诺", "overpromising"),
    "threat": ("威胁", "threat"),
    "depersonalise": ("把客户当编号", "depersonalising"),
    "prejudging": ("先入为主", "prejudging"),
    "empty_apology": ("空洞致歉", "empty apology"),
    # Something missing.
    "missing_apology": ("缺少致歉安抚", "missing apology"),
    "missing_greeting": ("缺少开头语", "missing greeting"),
    "missing_closing": ("缺少结束语", "missing closing"),
    "missing_followup": ("缺少跟进承诺", "missing follow-up"),
    "request_ignored": ("诉求未受理", "request ignored"),
    # Across turns.
    "rigid_repeat": ("机械重复", "rigid repetition"),
    "asks_known": ("重复索要已知信息", "asking for what is known"),
    "probe_after_stop": ("叫停后继续追问", "probing after a stop"),
    "unjustified_transfer": ("随意转接", "unjustified transfer"),
    "escalation": ("激化情绪", "escalation"),
    # Script libraries.
    "placeholder": ("占位符未填", "unfilled placeholder"),
    "absolute_claim": ("绝对化用语", "absolute claim"),
    "ni_nin": ("“你”“您”混用", "你 and 您 mixed"),
    "duplicate": ("话术重复", "duplicate line"),
    "too_long": ("话术过长", "line too long"),
    "glossary": ("用词不统一", "off-glossary term"),
    # Of an industry.
    "safety": ("安全提示", "missing safety advice"),
    "disclosure": ("泄露信息", "disclosure"),
    "consent": ("未经同意", "without consent"),
    "misselling": ("销售误导", "misselling"),
    "right_denied": ("阻碍权利", "right denied"),
    "notice": ("告知不全", "incomplete notice"),
    "off_channel": ("引导私下", "taken off the record"),
    "off_rules": ("违反行规", "against the trade rules"),
    # Others.
    "suggestion_ignored": ("建议未回应", "suggestion ignored"),
    "verification": ("身份核实", "verification"),
    "hold_etiquette": ("等待礼仪", "hold etiquette"),
    "servility": ("过度卑微", "servility"),
    "missing_thanks": ("缺少致谢", "missing thanks"),
    "efficiency": ("效率", "efficiency"),
    "praise": ("表扬", "praise"),
}
"""Category id → (Chinese name, English name), in the order reports list them."""


def category_name(category: str, lang: Lang) -> str:
    """What a person reads for a category id; a pack's own id is its own name."""
    names = CATEGORIES.get(category)
    if names is None:
        return category
    return names[0] if lang == "zh" else names[1]


def category_order(category: str) -> tuple[int, str]:
    """A sort key: built-in categories in the order above, then a pack's own by id."""
    ids = list(CATEGORIES)
    return (ids.index(category) if category in CATEGORIES else len(ids), category)
