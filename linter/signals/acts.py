"""What people call the acts that the scorer knows besides the categories of violations."""

from __future__ import annotations

from collections.abc import Mapping

ACTS: Mapping[str, str] = {
    "any": "不妥的话",
    "apology": "致歉安抚",
    "takeup": "接下诉求",
    "followup": "答应跟进",
    "wayout": "给出办法",
    "ask": "要信息",
    "transfer": "转接",
    "greet": "问候",
    "close": "道别",
    "displeased": "不满",
    "upset": "着急生气",
    "hot": "发火",
    "harmed": "受了损失",
    "complaint": "要投诉",
    "manager": "要找上级",
    "stop": "叫停",
    "settled": "事情办妥",
    "offended": "被上一句惹火",
}
"""Label → name."""
