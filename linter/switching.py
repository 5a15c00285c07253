"""What the profiles of a rule book do to its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.differing import Differences
from linter.frozen import dataclass
from linter.reports import Lang
from linter.rulebook.profiles import with_profiles
from linter.rulebook.types import Profile, Rule, RuleBook
from linter.wording import join, pick

OFF = "off"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one profile does to one rule.

    :ivar keys: the rule's keys that it sets anew; :data:`OFF` alone when it switches it off.
    :ivar signals: the rule's signals that it changes.
    """

    profile: Profile
    keys: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


def effects(book: RuleBook, rules: Iterable[Rule]) -> dict[str, tuple[Effect, ...]]:
    """What each profile that is not in force would do to these rules, by rule.

    :raises RuleErrors: when a profile does not go together with those in force.
    """
    wanted = tuple(rules)
    found: dict[str, tuple[Effect, ...]] = {rule.id: () for rule in wanted}
    for profile in book.profiles:
        if profile.name not in book.active:
            for rule, effect in _effects(book, wanted, profile):
                found[rule] += (effect,)
    return found


def _effects(
    book: RuleBook, rules: Iterable[Rule], profile: Profile
) -> Iterator[tuple[str, Effect]]:
    changed = with_profiles(book, (profile.name,))
    there = {rule.id: rule for rule in changed.rules}
    differences = Differences(book, changed)
    for rule in rules:
        if rule.id not in there:
            yield rule.id, Effect(profile, (OFF,))
        elif difference := differences.of(rule, there[rule.id]):
            yield rule.id, Effect(profile, difference.keys, difference.signals)


def effect_text(effect: Effect, lang: Lang) -> str:
    """What a profile does to a rule, in a word or two."""
    if effect.keys == (OFF,):
        return pick(lang, "关掉", "off")
    said = [join(effect.keys, lang)] if effect.keys else []
    if effect.signals:
        said.append(f"{pick(lang, '信号', 'signals')} {join(effect.signals, lang)}")
    return pick(lang, "；", "; ").join(said)
