"""Random rules of every kind over the small signals."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable
from typing import Any

import yaml
from hypothesis import strategies as st

from linter.linting import Linter
from linter.model import Call
from linter.rulebook.load import load_texts

from .helpers import SIGNALS, rule_text

Rule = dict[str, Any]
"""What is said of a rule in YAML."""
Pack = tuple[Rule, ...]

SEVERITIES = ("error", "warning", "info")
CUSTOMER_SIGNALS = ("投诉诉求", "情绪", "火气 2+", "拒答或叫停", "同意")
AGENT_SIGNALS = ("致歉安抚", "训人", "索要", "稍等", "结束语")
SLOTS = ("索要(项=X)", "asked(项=X)", "given(项=X)", "refused(项=X)", "unanswered(项=X)")

BOOK = yaml.safe_load(SIGNALS)
BOOK["signals"] = {
    name: spec
    for name, spec in BOOK["signals"].items()
    if name in (*CUSTOMER_SIGNALS, *AGENT_SIGNALS, "火气", "称你", "称您", "通话结束")
}
FEW_SIGNALS = json.dumps(BOOK)
"""Of the small signals those that the rules here are about."""


def refs(*names: str, most: int = 2) -> st.SearchStrategy[list[str]]:
    """One or several signals."""
    return st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True)


agents = refs(*AGENT_SIGNALS)
anyones = refs(*CUSTOMER_SIGNALS, *AGENT_SIGNALS)
numbers = st.integers(1, 4)

excuses = st.tuples(
    st.sampled_from(["same_turn", "same_or_next", "earlier", "before 1", "before 2", "after 1"]),
    anyones,
).map(lambda pair: dict([pair]))


def dicts(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Rule]:
    """Some of these keys."""
    return st.fixed_dictionaries({}, optional=parts)


plain_forbids = st.fixed_dictionaries(
    {"forbid": agents}, optional={"unless": st.lists(excuses, max_size=2)}
)
windowed_forbids = st.fixed_dictionaries(
    {"forbid": agents, "when": anyones, "within": numbers},
    optional={"until": anyones, "unless": st.lists(excuses, max_size=2)},
)
forbids = plain_forbids | windowed_forbids


requires_after = st.fixed_dictionaries(
    {
        "require": agents,
        "when": anyones,
        "within": numbers | st.just("end"),
        "credit": st.integers(0, 2),
    },
    optional={
        "late": st.integers(0, 5),
        "settled": anyones,
        "nearly": agents,
        "report": st.sampled_from(["first", "last"]),
    },
)
requires_at = st.fixed_dictionaries(
    {
        "require": agents,
        "at": st.sampled_from(["opening", "closing", "anywhere"]),
        "within": numbers,
    }
)
requires = requires_after | requires_at

step_refs = refs(*CUSTOMER_SIGNALS, *AGENT_SIGNALS, *SLOTS, most=3)


@st.composite
def sequences(
    draw: st.DrawFn,
    named: st.SearchStrategy[list[str]] = step_refs,
    *,
    inner: tuple[str, ...] = ("", "", "同轮 ", "无 "),
) -> Rule:
    """Two to four steps.

    :param named: what a step looks for.
    :param inner: the kinds of the steps between the first and the last.
    """
    between = draw(st.lists(st.sampled_from(inner), max_size=2))
    kinds = ["", *between, draw(st.sampled_from(["", "", "同轮 "]))]
    steps = [{f"{kind}步{number}": draw(named)} for number, kind in enumerate(kinds)]
    return {"sequence": steps, "span": draw(st.integers(2, 12))} | draw(
        dicts(unless_between=anyones, unless_turn=anyones)
    )


repeats = st.fixed_dictionaries(
    {"similar": st.sampled_from([50, 100]), "chars": st.integers(2, 4), "within": numbers},
    optional={"when": anyones, "over": anyones},
).map(lambda said: {"repeat": said})
counts = st.fixed_dictionaries({"of": st.just("count"), "limit": numbers, "signals": agents}).map(
    lambda said: {"measure": said}
)
mixtures = st.permutations(["称你", "称您"]).map(
    lambda pair: {"measure": {"of": "mixed", "signals": pair}}
)
lengths = st.tuples(st.sampled_from(["unbroken", "duplicate"]), st.integers(2, 8)).map(
    lambda two: {"measure": {"of": two[0], "limit": two[1]}}
)
measures = counts | mixtures | lengths


@st.composite
def rises(draw: st.DrawFn, causes: str = "tone") -> Rule:
    """A rule of the second layer over the findings of one category."""
    said = {"after": [causes], "signal": draw(st.sampled_from(["情绪", "火气", "投诉诉求"]))}
    return {"rise": said | draw(dicts(within=numbers, before=numbers))}


first_layer = st.sampled_from([forbids, requires, sequences(), repeats, measures]).flatmap(
    lambda kind: kind
)
"""Each kind as often as the others."""
severities = st.sampled_from(SEVERITIES) | st.tuples(
    st.sampled_from(SEVERITIES), st.sampled_from(CUSTOMER_SIGNALS), st.sampled_from(SEVERITIES)
).map(lambda three: {"default": three[0], f"after {three[1]}": three[2]})
ways = dicts(
    severity=severities,
    certainty=st.sampled_from(["certain", "review"]),
    aspect=st.sampled_from(["话术", "态度", "职责"]),
)


@st.composite
def packs(draw: st.DrawFn, name: str = "r") -> Pack:
    """A pack of rules that may yield to each other; its rises look at its own findings only.

    :param name: what its rules' ids begin with; with ``-tone`` it is their category.
    """
    kinds = draw(st.lists(first_layer, min_size=1, max_size=4))
    if draw(st.booleans()):
        kinds.append(draw(rises(f"{name}-tone")))
    ids = [f"{name}{number}" for number in range(len(kinds))]
    rules = []
    for own, kind in zip(ids, kinds, strict=True):
        category = f"{name}-heat" if "rise" in kind else f"{name}-tone"
        rule = {"id": own, "category": category, **kind, **draw(ways)}
        others = [other for other in ids if other != own]
        if others and draw(st.booleans()):
            rule["yields_to"] = draw(st.lists(st.sampled_from(others), min_size=1, unique=True))
        rules.append(rule)
    return tuple(rules)


def linter_of(*sets: Pack, signals: str = FEW_SIGNALS) -> Linter:
    """A linter of one or several packs over the small signals or changed ones."""
    texts = [
        (f"{n}.yml", rule_text(*map(json.dumps, rules), pack=f"p{n}"))
        for n, rules in enumerate(sets)
    ]
    return Linter(load_texts([("words.yml", signals), *texts]))


@st.composite
def excepted(draw: st.DrawFn, names: Iterable[str], spoken: Call) -> str:
    """The small signals where one of those named has one more exception.

    What takes a hit back is said beside one in the call where there is one, or is in all hits.
    """
    book = copy.deepcopy(BOOK)
    spec = book["signals"][draw(st.sampled_from(sorted(names)))]
    own = _words(spec)
    shown = [turn.text for turn in spoken.turns if any(word in turn.text for word in own)]
    # A phrase may not contain 嗯: it is taken out of what is said.
    said = {part for text in shown for part in re.findall(r"[^，。！嗯]+", text)} - {*own}
    beside = draw(st.sampled_from(sorted(said) or ["宽带"]))
    key = draw(st.sampled_from(["over", "not_if", "not_if_turn", "not_when", "all"]))
    if key == "all":
        key, beside = "not_if", own[0].partition("<")[0].strip("^$")
    if key == "not_when":
        book["conditions"] = {"beside": {"clause": [beside]}}
    more = {"not_when": "beside", "over": f"{beside}……{draw(st.sampled_from(own))}"}
    spec[key] = [*_listed(spec.get(key)), more.get(key, beside)]
    return json.dumps(book)


def _words(spec: dict[str, Any]) -> list[str]:
    """What shows a signal."""
    levels = spec.get("levels", {}).values()
    return [*_listed(spec.get("any")), *levels]


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
