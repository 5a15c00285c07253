"""Rules that forbid: plain lists, after a trigger, with every excuse, on measures and groups."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.drafts import VARIANTS, Draft, Words, rule
from tools.bench.phrases import Phrase, of_theme
from tools.bench.themes import THEMES, Theme

_OVER = ("您别", "不会", "怎么会")
_CONTEXTS = (["negated"], ["quoted"], ["third_party", "past"], ["hypothetical", "question"])


def plain(theme: Theme, number: int, phrases: list[Phrase]) -> Draft:
    """A list of phrases, some of the lists with exceptions as reviewers write them.

    :param number: tells it from the theme's other rules.
    """
    said = next(phrase.said for phrase in phrases if phrase.pattern == phrase.said)
    name = f"禁{theme.id}{number}"
    signal: dict[str, object] = {"any": [phrase.pattern for phrase in phrases]}
    if number % 3 == 0:
        signal["over"] = [before + said for before in _OVER]
    if number % 3 == 1:
        signal["not_if"] = ["(听见|有人)骂", "开个玩笑"]
    if number % 4 == 0:
        signal["not_when"] = _CONTEXTS[number // 4 % len(_CONTEXTS)]
    return Draft(
        rule(
            f"plain-{theme.id}-{number}",
            {"forbid": name},
            flag=f"C怎么回事？/A【{said}】。",
            passes="C怎么回事？/A我看一下，您稍等。",
            category=theme.category,
            aspect=theme.aspect,
            severity=("error", "warning", "info")[number % 3],
        ),
        {name: signal},
    )


def triggered(words: Words) -> Iterator[Draft]:
    """Within turns after a trigger, until something, only some of the triggers."""
    for number in range(2 * VARIANTS):
        said, patterns = words.patterns(4)
        name = f"停后{number}"
        judge: dict[str, object] = {"forbid": name, "when": "叫停", "within": 1 + number % 4}
        if number % 2:
            judge["until"] = "同意"
        yield Draft(
            rule(
                f"after-stop-{number}",
                judge,
                flag=f"C不用问了。/A【{said}】。",
                passes=f"A{said}。/C不用问了。/A好，我记下了。",
            ),
            {name: {"any": patterns}},
        )
    for number, which in enumerate(("first", "last", 2, "first", 1)):
        said, patterns = words.patterns(4)
        name = f"第几{number}"
        again = which in ("last", 2)
        flag = f"A{said}。/C什么？/A【{said}】。" if again else f"C什么？/A【{said}】。"
        yield Draft(
            rule(
                f"which-{number}",
                {"forbid": name, "which": which},
                flag=flag,
                passes="C什么？/A您好，我看一下。",
            ),
            {name: {"any": patterns}},
        )


_EXCUSES: tuple[tuple[str, str, str], ...] = (
    ("same_turn", "致歉", "C你看看。/A抱歉，{said}。"),
    ("same_or_next", "转接理由", "C你看看。/A{said}。/C啊？/A这个需要专席处理。"),
    ("before 2", "办妥", "C没有了。/A{said}。"),
    ("after 1", "同意", "C你看看。/A{said}。/C可以，我知道了。"),
    ("earlier", "收尾询问", "A请问还有其他事吗？/C你看看。/A{said}。"),
)


def excused(words: Words) -> Iterator[Draft]:
    """With each of the five places where an excuse may stand."""
    for where, excuse, passes in _EXCUSES:
        for number in range(VARIANTS):
            said, patterns = words.patterns(4)
            name = f"可谅{where.replace(' ', '')}{number}"
            yield Draft(
                rule(
                    f"excused-{where.replace('_', '-').replace(' ', '-')}-{number}",
                    {"forbid": name, "unless": [{where: excuse}]},
                    flag=f"C你看看。/A【{said}】。",
                    passes=passes.format(said=said),
                ),
                {name: {"any": patterns}},
            )


def graded(words: Words) -> Iterator[Draft]:
    """A severity that depends on what went before; levels of the agent's own words."""
    for number in range(VARIANTS):
        said, patterns = words.patterns(4)
        name = f"看前文{number}"
        severity = {"default": "info", "after 投诉": "error", "after 情绪 2+": "warning"}
        yield Draft(
            rule(
                f"graded-{number}",
                {"forbid": name},
                flag=f"C我要投诉。/A【{said}】。",
                passes="C我要投诉。/A我给您登记。",
                severity=severity,
            ),
            {name: {"any": patterns}},
        )
    for number in range(VARIANTS):
        mild, low = words.patterns(4)
        said, high = words.patterns(4)
        name = f"轻重{number}"
        yield Draft(
            rule(
                f"level-{number}",
                {"forbid": f"{name} 2+"},
                flag=f"C你看看。/A【{said}】。",
                passes=f"C你看看。/A{mild}。",
            ),
            {name: {"levels": {"1": low, "2": high}}},
        )


def all_plain(count: int, phrases: int) -> Iterator[tuple[Theme, int, list[Phrase]]]:
    """The plain rules' themes, numbers and phrases, the phrases dealt out evenly.

    :param count: how many rules.
    :param phrases: how many phrases all of them have.
    :raises ValueError: when the themes have not so many.
    """
    sources = [of_theme(theme) for theme in THEMES]
    for number in range(count):
        at = number % len(THEMES)
        share = phrases * (number + 1) // count - phrases * number // count
        taken = Words(sources[at]).next(share)
        yield THEMES[at], number // len(THEMES), taken
