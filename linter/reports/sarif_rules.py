"""The rules as SARIF describes them, with what GitHub shows of a rule.

GitHub wants a short and a full description, at most 1024 characters each, and a help text:
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from __future__ import annotations

from typing import Any

from linter.reports.categories import category_name
from linter.reports.options import Lang
from linter.reports.rule_info import RuleInfo

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""Severity → SARIF's level."""

_LONGEST = 1024
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_LABELS = {
    "zh": ("为什么", "怎么说", "依据", "已知误报"),
    "en": ("Why", "Say instead", "Source", "Known false positives"),
}


def rule_object(rule: RuleInfo, lang: Lang) -> dict[str, Any]:
    """One ``reportingDescriptor``."""
    parts = _parts(rule, lang)
    tags = (rule.category, category_name(rule.category, lang), rule.aspect, rule.pack)
    return {
        "id": rule.id,
        "name": _name(rule.id),
        "shortDescription": {"text": rule.message[:_LONGEST]},
        "fullDescription": {"text": f"{rule.message}{rule.why}"[:_LONGEST]},
        "help": {
            "text": "\n".join([rule.message, *(f"{label}：{text}" for label, text in parts)]),
            "markdown": "\n\n".join(
                [_markdown(rule.message), *(f"**{lab}** {_markdown(text)}" for lab, text in parts)]
            ),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            # A set, by the schema: a pack may have the name of a category.
            "tags": list(dict.fromkeys(tags)),
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _parts(rule: RuleInfo, lang: Lang) -> list[tuple[str, str]]:
    texts = (rule.why, rule.suggestion, rule.source, "；".join(rule.false_positives))
    return [(label, text) for label, text in zip(_LABELS[lang], texts, strict=True) if text]


def _name(id_: str) -> str:
    """The id without hyphens, ``PascalCase`` as SARIF likes names."""
    return "".join(part[:1].upper() + part[1:] for part in id_.replace("_", "-").split("-"))


def _markdown(text: str) -> str:
    """The text with nothing in it that Markdown takes for more than text."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in text)
