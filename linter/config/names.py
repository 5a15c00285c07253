"""Names of rules and profiles in a configuration that are nobody's."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.config.model import Config, Setting, Settings
from linter.errors import ConfigError, in_order
from linter.rulebook.profiles import in_force
from linter.rulebook.source import suggestion
from linter.rulebook.types import RuleBook
from linter.triage.select import known_names

_WHAT = {
    "select": "规则、类别或规则包",
    "ignore": "规则、类别或规则包",
    "severity": "规则或类别",
    "profile": "方案",
}


def wrong_names(config: Config, book: RuleBook, given: Collection[str] = ()) -> list[ConfigError]:
    """What is wrong with the names, in the order of the file.

    :param given: keys that the command line has said something of: what stands there does not
        count. With other rules than its own, a configuration may name what they do not have.
    """
    known = _known(book)
    found = [
        error
        for settings in (config.settings, *(entry.settings for entry in config.entries))
        for error in _of(settings, known, given)
    ]
    return in_order(found)


def _known(book: RuleBook) -> dict[str, frozenset[str]]:
    """For each key, the names that are somebody's; also those that a profile has switched off."""
    whole = in_force(book, ())
    names = known_names(book) | known_names(whole)
    rules = {*whole.categories, *(rule.id for rule in whole.rules)}
    return {
        "select": names,
        "ignore": names,
        "severity": frozenset(rules),
        "profile": frozenset(profile.name for profile in book.profiles),
    }


def _of(
    settings: Settings, known: dict[str, frozenset[str]], given: Collection[str]
) -> Iterator[ConfigError]:
    other = "--rules" if "rules" in given else ""
    for key, names in known.items():
        setting = settings.get(key)
        for number, name in enumerate(_names(setting) if setting and key not in given else ()):
            if name not in names:
                assert setting is not None
                place = setting.parts[number]
                yield ConfigError(
                    f"没有叫 {name!r} 的{_WHAT[key]}",
                    path=place.path,
                    line=place.line,
                    column=place.column,
                    hint=_hint(key, name, names, other),
                )


def _names(setting: Setting) -> tuple[str, ...]:
    return setting.words or tuple(name for name, _ in setting.pairs)


def _hint(key: str, name: str, names: Collection[str], other: str) -> str:
    near = suggestion(name, names)
    if key == "profile" and not names:
        near = "规则包里没有 profiles"
    elif not near:
        near = "看 huashu rules list 里有哪些，自己的规则文件写进 rules"
    return f"{near}；{other} 换掉了配置里的规则，不用配置写 --config none" if other else near
