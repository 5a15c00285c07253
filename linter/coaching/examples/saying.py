"""Examples in people's words: what every format for people says alike."""

from __future__ import annotations

from collections.abc import Iterator

from linter.coaching.examples.difficulty import REASONS
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports import Lang, category_name
from linter.reports.words import words
from linter.wording import join, pick

_CONTEXTS = {
    "negated": ("否定", "negated"),
    "hypothetical": ("假设", "hypothetical"),
    "question": ("发问", "asked as a question"),
    "third_party": ("说的是别人", "about somebody else"),
    "past": ("说的是过去", "in the past"),
    "quoted": ("引用、复述", "quoted or read back"),
}
_OPEN, _CLOSE = "【】"
_SAME = {
    "rule": ("做到的正是上面没做到的那一条", "it does what the bad one fails to do"),
    "category": ("同一类", "same category"),
    "moment": ("同样的时刻", "the same kind of moment"),
}


def made_line(made: ExampleSet, lang: Lang) -> str:
    """What came of the run, in one line."""
    bad = [example for example in made.examples if not example.good]
    real = sum(made.pairs[example.id].good is not None for example in bad)
    counts = (made.card.calls, len(bad), len(made.examples) - len(bad), real)
    said = pick(
        lang,
        "{0} 通通话，坏例 {1} 个，好例 {2} 个；坏例里 {3} 个配了真实的好答法。",
        "{0} calls, {1} bad examples, {2} good ones; {3} of the bad ones have a real good answer.",
    )
    return said.format(*counts)


def role_name(turn: ExampleTurn, lang: Lang) -> str:
    """Who speaks; nobody has another name."""
    return words(lang).roles[turn.role]


def kind_name(example: Example, lang: Lang) -> str:
    """Good or bad, or good although it does not look so."""
    if example.lookalike:
        return pick(lang, "看着像而不是", "looks bad and is not")
    return pick(lang, "好例", "good") if example.good else pick(lang, "坏例", "bad")


def grade_text(example: Example, lang: Lang) -> str:
    """The difficulty with what makes it so."""
    stars = "★" * example.grade
    known = [pick(lang, *REASONS[reason]) for reason in example.reasons]
    return (
        f"{stars}（{join(known, lang)}）"
        if known and lang == "zh"
        else (f"{stars} ({join(known, lang)})" if known else stars)
    )


def titled_category(example: Example, lang: Lang) -> str:
    """The category in words, and any others found in the same turn."""
    name = category_name(example.category, lang)
    others = [category_name(other, lang) for other in example.also]
    if not others:
        return name
    return name + pick(lang, "（同一轮还有：{}）", " (in the same turn: {})").format(
        join(others, lang)
    )


def marked(turn: ExampleTurn, is_focus: bool) -> str:
    """A turn's text with the words in question in 【】."""
    text = turn.text
    if not is_focus:
        return text
    for span in sorted(turn.spans, reverse=True):
        if span.as_ == "focus" and (span.start, span.end) != (0, len(turn.text)):
            start, end = span.start, span.end
            text = f"{text[:start]}{_OPEN}{text[start:end]}{_CLOSE}{text[end:]}"
    return text


def skipped_text(turn: ExampleTurn, first: bool, lang: Lang) -> str:
    """That turns are left out before one; empty when there are none, or nothing stands before."""
    if not turn.skipped or first:
        return ""
    return pick(lang, "（略 {} 轮）", "({} turns left out)").format(turn.skipped)


def remarks(example: Example, lang: Lang) -> Iterator[tuple[str, str]]:
    """What there is to say of an example: a heading and a text each."""
    causes = _quotes(example, "trigger")
    if causes:
        yield pick(lang, "起因", "Cause"), causes
    if example.message:
        yield pick(lang, "说明", "What"), example.message
    if example.lookalike:
        yield pick(lang, "为什么不算", "Why it is none"), lookalike_text(example, lang)
    if example.why and not example.lookalike:
        yield pick(lang, "为什么", "Why"), example.why
    if example.suggestion and not example.good:
        yield pick(lang, "怎么说", "Say"), example.suggestion
    if example.suggestion and example.good and not example.message and not example.lookalike:
        yield pick(lang, "规则要的", "The rule asks for"), example.suggestion


def _quotes(example: Example, part: str) -> str:
    """What words that play a part are, as they are masked."""
    return "".join(
        f"“{turn.text[span.start : span.end]}”"
        for turn in example.turns
        for span in turn.spans
        if span.as_ == part
    )


def lookalike_text(example: Example, lang: Lang) -> str:
    """Why words that look like a breach are none."""
    name, _, cue = example.lookalike.partition("（")
    said = pick(lang, *_CONTEXTS[name]) if name in _CONTEXTS else name
    return said + (f"（{cue}" if cue else "")


def pair_title(pair: Pair, lang: Lang) -> str:
    """What the better answer of a pair is."""
    if pair.good is None:
        return pick(lang, "可以这样说（规则的建议）", "Say instead (the rule's suggestion)")
    return pick(lang, "换个人这样答（{}）", "A real answer ({})").format(
        pick(lang, *_SAME[pair.same])
    )
