"""The small change of explanations: references, places and lists in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from linter.reports import Lang
from linter.rulebook.types import Ref, Unless, Which

TRIGGER, HIT = ("触发", "trigger"), ("命中", "hit")
"""What :func:`which_counts` may count, in both languages."""


def pick(lang: Lang, zh: str, en: str) -> str:
    """The words of a language."""
    return zh if lang == "zh" else en


def named(refs: Iterable[Ref], lang: Lang) -> str:
    """References as a rule file writes them."""
    return join([ref_text(ref) for ref in refs], lang)


def ref_text(ref: Ref) -> str:
    """One reference as a rule file writes it."""
    level = f" {ref.level}+" if ref.level else ""
    slot = f"({ref.slot[0]}={ref.slot[1]})" if ref.slot else ""
    return f"{ref.name}{level}{slot}"


def join(words: Iterable[str], lang: Lang) -> str:
    """Words in a row."""
    return pick(lang, "、", ", ").join(words)


def where(unless: Unless, lang: Lang) -> str:
    """Where an excuse has to stand, seen from the hit."""
    t = partial(pick, lang)
    places = {
        "same_turn": t("同一轮里", "same turn"),
        "same_or_next": t("同一轮或之后 {0} 个坐席轮次里", "same or next {0} agent turn(s)"),
        "before": t("之前 {0} 轮里", "{0} turn(s) before"),
        "after": t("之后 {0} 轮里", "{0} turn(s) after"),
        "earlier": t("前面", "earlier"),
    }
    return places[unless.where].format(unless.turns)


def which_counts(which: Which, lang: Lang, zh: str, en: str) -> str:
    """Which of several counts, in words: ``只看第一次触发``; empty when each does.

    :param zh: what is counted, in Chinese.
    :param en: the same in English.
    """
    t = partial(pick, lang)
    match which:
        case "each":
            return ""
        case "first":
            return t("只看第一次{0}", "only the first {1}").format(zh, en)
        case "last":
            return t("只看最后一次{0}", "only the last {1}").format(zh, en)
        case int(number):
            return t("只看第 {2} 次{0}", "only {1} no. {2}").format(zh, en, number)


def which_noted(which: Which, lang: Lang, zh: str, en: str) -> str:
    """The same in brackets, to stand behind a word."""
    said = which_counts(which, lang, zh, en)
    return pick(lang, f"（{said}）", f" ({said})") if said else ""
