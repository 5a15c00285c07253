"""What profiles do to rules."""

from __future__ import annotations

from pathlib import Path

from linter.rulebook.load import load_texts
from linter.rulebook.profiles import with_profiles
from linter.switching import effect_text, effects

SHOP = Path(__file__).parent / "cli" / "shop.yml"

PROFILES = """
profiles:
  宽: {note: 一, change: {rules: {rude: {severity: info}, cold: off}}}
  紧: {note: 二, change: {signals: {催促: {add: {any: [赶紧]}}}}}
"""


def said(book):
    found = effects(book, book.rules)
    return {
        rule: [(e.profile.name, effect_text(e, "zh")) for e in several]
        for rule, several in found.items()
        if several
    }


def test_each_profile_alone():
    book = load_texts([("shop.yml", SHOP.read_text(encoding="utf-8") + PROFILES)])
    assert said(book) == {
        "rude": [("宽", "severity"), ("紧", "信号 催促")],
        "cold": [("宽", "关掉")],
    }


def test_what_is_in_force_already_changes_nothing():
    book = load_texts([("shop.yml", SHOP.read_text(encoding="utf-8") + PROFILES)])
    assert said(with_profiles(book, ["宽"])) == {"rude": [("紧", "信号 催促")]}


def test_in_english():
    book = load_texts([("shop.yml", SHOP.read_text(encoding="utf-8") + PROFILES)])
    (first, second) = effects(book, book.rules)["rude"]
    assert [effect_text(e, "en") for e in (first, second)] == ["severity", "signals 催促"]
