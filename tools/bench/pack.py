"""The rule pack: every kind of rule, and as many plain forbids as it takes to be 300.

The special rules come first in the making (their number does not depend on the sizes asked for),
the plain ones take what is left of the rules and of the phrases.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tools.bench import base, courses, duties, forbids, shapes
from tools.bench.content import classes_of, phrases_of
from tools.bench.drafts import Draft, Words, rule
from tools.bench.literals import literals
from tools.bench.phrases import idle, of_theme
from tools.bench.themes import SPECIAL

PHRASES = 10_000
RULES = 300


@dataclass(frozen=True)
class Pack:
    """A rule pack that was made.

    :ivar content: what the YAML file says.
    :ivar said: words that its forbidden phrases match, for planting.
    :ivar phrases: how many phrases its signals have.
    """

    content: Mapping[str, Any]
    said: tuple[str, ...]
    phrases: int

    def planter(self) -> Callable[[Random], str]:
        """Says one of the things that are forbidden."""
        return lambda random: self.said[int(random.random() * len(self.said))]

    def literals(self) -> list[str]:
        """All its phrases as a plain text search would be given them, each once."""
        classes = classes_of(self.content)
        found: dict[str, None] = {}
        for signal in self.content["signals"].values():
            for phrase in phrases_of(signal):
                found |= dict.fromkeys(literals(phrase, classes))
        return list(found)

    def write(self, path: Path) -> None:
        """Write the pack as a rule file."""
        dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
        with path.open("w", encoding="utf-8", newline="\n") as out:
            # Copied, so that nothing is shared: rule files have no anchors.
            content = json.loads(json.dumps(self.content))
            yaml.dump(content, out, dumper, allow_unicode=True, sort_keys=False, width=100)


def full(phrases: int = PHRASES, rules: int = RULES) -> Pack:
    """The pack with every kind of rule.

    :param phrases: of all its signals together.
    :param rules: of all kinds together.
    :raises ValueError: when the numbers are too small for every kind, or the themes' words are
        not enough for them.
    """
    words = Words(of_theme(SPECIAL))
    special = list(_special(words))
    signals = [*base.SIGNALS.values(), *(own for one in special for own in one.signals.values())]
    there = sum(len(phrases_of(signal)) for signal in signals)
    if rules <= len(special) or phrases <= there:
        raise ValueError(f"every kind takes {len(special)} rules and {there} phrases, and more")
    plain = list(forbids.all_plain(rules - len(special), phrases - there))
    drafts = [*special, *(forbids.plain(*parts) for parts in plain)]
    dealt = [phrase for _, _, taken in plain for phrase in taken]
    return Pack(
        content=_content(drafts, base.SIGNALS, classes=base.CLASSES, slots=base.SLOTS),
        said=(*words.said, *(phrase.said for phrase in dealt)),
        phrases=there + len(dealt),
    )


def idle_rules(rules: int, phrases: int) -> Pack:
    """Plain forbids only, of phrases that no generated call has.

    :param phrases: of all rules together.
    """
    words = Words(idle())
    drafts = []
    for number in range(rules):
        said, patterns = words.patterns(phrases * (number + 1) // rules - phrases * number // rules)
        name = f"闲{number}"
        drafts.append(
            Draft(
                rule(
                    f"idle-{number}",
                    {"forbid": name},
                    flag=f"C嗨。/A【{said}】。",
                    passes="C嗨。/A您好。",
                ),
                {name: {"any": patterns}},
            )
        )
    return Pack(_content(drafts, {}), (), words.count)


def _special(words: Words) -> Iterator[Draft]:
    yield from forbids.triggered(words)
    yield from forbids.excused(words)
    yield from forbids.graded(words)
    yield from shapes.measured()
    yield from shapes.grouped(words)
    yield from shapes.unsaid()
    yield from duties.placed()
    yield from duties.after_triggers()
    yield from duties.before_triggers()
    yield from courses.sequences(words)
    yield from courses.repeats()
    yield from courses.measures()
    yield from courses.praises()
    yield from courses.rises(words)


def _content(
    drafts: list[Draft], signals: Mapping[str, Mapping[str, object]], **more: Mapping[str, object]
) -> dict[str, object]:
    own = {name: signal for draft in drafts for name, signal in draft.signals.items()}
    extra = {"conditions": base.CONDITIONS} if signals else {}
    content: dict[str, object] = {"pack": "bench", **more, **extra, "signals": {**signals, **own}}
    content["rules"] = [dict(draft.rule) for draft in drafts]
    return content
