"""What holds for all calls of a report: counts, charts, groups, what the rules say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from linter.desk.charts import charts, missing_charts
from linter.desk.choices import Choices
from linter.desk.earlier import Earlier
from linter.desk.figures import Figures
from linter.desk.groups import group_objects
from linter.desk.priority import LISTEN, SHOW, explained
from linter.desk.trend import trend
from linter.desk.words import desk_words
from linter.reports import Summary, category_name
from linter.reports.objects import rules_object, summary_object

VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""


def run_data(
    figures: Figures,
    summary: Summary,
    choices: Choices,
    earlier: Earlier | None,
    hidden: Callable[[str], str],
) -> dict[str, Any]:
    """Everything the page gets beside the calls.

    :param hidden: takes agents' names out of a text.
    """
    lang = choices.options.lang
    said = desk_words(lang)
    drawn = charts(figures, choices)
    compared = trend(figures, earlier, summary.rules.hash, lang) if earlier else None
    if compared:
        drawn.append(compared.pop("chart"))
    nobody = said.no_agent if choices.by_agent else said.no_team
    return {
        "version": VERSION,
        "lang": lang,
        "title": choices.title or said.title,
        "rules": rules_object(summary.rules),
        "masked": choices.mask,
        "agents": choices.options.agents,
        "scheme": _scheme(figures.charted, choices),
        "summary": _summary(summary, hidden),
        "charts": drawn,
        "group_by": "agent" if choices.by_agent else "team",
        "groups": group_objects(figures, nobody),
        "rules_info": _rules_info(choices),
        "categories": {
            one: category_name(one, lang) for one in sorted({r.category for r in choices.rules})
        },
        "trend": compared,
        "priority": explained(LISTEN, lang),
        "showing": explained(SHOW, lang),
        "notes": [*missing_charts(figures, choices)],
        "counts": _counts(figures)
        | ({"scenes": _counts(figures.scenes)} if figures.scenes else {}),
    }


def _counts(figures: Figures) -> dict[str, Any]:
    """What a later run compares itself with."""
    return {
        "calls": figures.all.calls,
        "problems": figures.all.problems,
        "categories": dict(sorted(figures.certain.items())),
    }


def _scheme(figures: Figures, choices: Choices) -> dict[str, Any] | None:
    if choices.scheme is not None:
        return dict(choices.scheme)
    if not figures.scheme:
        return None
    return {"name": figures.scheme, "full": figures.full, "bands": []}


def _summary(summary: Summary, hidden: Callable[[str], str]) -> dict[str, Any]:
    said = summary_object(summary)
    said["skipped"] = [
        {"where": hidden(one["where"]), "why": hidden(one["why"])} for one in said["skipped"]
    ]
    return said


def _rules_info(choices: Choices) -> dict[str, Any]:
    lang = choices.options.lang
    return {
        rule.id: {
            "message": rule.message,
            "why": rule.why,
            "suggestion": rule.suggestion,
            "category": rule.category,
            "category_name": category_name(rule.category, lang),
            "aspect": rule.aspect,
            "severity": rule.severity,
        }
        for rule in choices.rules
    }
