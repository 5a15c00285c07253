"""The data card as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from linter.coaching.examples.choosing import AGENT, CALL, NEARLY, Missing
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import GRADES
from linter.reports import Lang, category_name
from linter.wording import join, pick

_PASSED = {
    CALL: ("同一通的已经够了", "enough of the call"),
    AGENT: ("同一坐席的已经够了", "enough of the agent"),
    NEARLY: ("和选上的几乎一样", "nearly the same as one that was chosen"),
}
_LIMITS = (
    (
        "好坏是规则判的：规则没看出来的坏话，这里也没有；判错的会混进来，用之前看一遍。",
        "Good and bad are what the rules say: what they miss is not here, and what they get wrong "
        "is. Read it before you use it.",
    ),
    (
        "难度是按看得见的理由数出来的（每例写着理由），不是拿学员试出来的。",
        "Difficulties count visible reasons, given with each example; no learner was tested.",
    ),
    (
        "好答法配的是“同样的时刻”，不是同一位客户的下文。",
        "A paired answer was given to the same kind of moment, not to the same customer.",
    ),
    (
        "打码去掉认得出的姓名、号码、地址等，会有漏的；一句话的内容也可能认出人来，发到外面之前再看一眼。",
        "Masking hides the names, numbers and addresses that it recognises, and misses some. What "
        "is told may still tell who it is; look again before it leaves the company.",
    ),
    (
        "这一份为各类凑数，不代表各类在通话里的多少。",
        "The set is balanced on purpose; it does not show how often anything happens.",
    ),
)


def card_lines(made: ExampleSet, lang: Lang, level: int = 2) -> Iterator[str]:
    """The card's lines.

    :param level: of its heading.
    """
    t = partial(pick, lang)
    head = "#" * level
    yield f"{head} {t('数据卡', 'Data card')}"
    yield ""
    for title, said in facts(made, lang):
        yield f"- {title}：{said}" if lang == "zh" else f"- {title}: {said}"
    yield ""
    for title, rows in tables(made, lang):
        yield f"{head}# {title}"
        yield ""
        yield from _table(rows)
        yield ""
    if made.card.missing or made.card.absent:
        yield f"{head}# {t('没有凑够的', 'What could not be filled')}"
        yield ""
        for line in missing_lines(made, lang):
            yield f"- {line}"
        yield ""
    yield f"{head}# {t('局限', 'Known limits')}"
    yield ""
    for zh, en in _LIMITS:
        yield f"- {t(zh, en)}"


def limits(lang: Lang) -> list[str]:
    """What the set cannot show."""
    return [pick(lang, zh, en) for zh, en in _LIMITS]


def facts(made: ExampleSet, lang: Lang) -> Iterator[tuple[str, str]]:
    """What it was made of, and how."""
    t = partial(pick, lang)
    card = made.card
    asked, limits = card.asked, card.asked.limits
    skipped = t(f"（另有 {card.skipped} 个没读成）", f" ({card.skipped} more could not be read)")
    yield (
        t("来源", "Sources"),
        t(
            f"{card.files} 个文件，{card.calls} 通通话，{card.turns} 轮，"
            f"坐席 {card.agent_turns} 轮",
            f"{card.files} files, {card.calls} calls, {card.turns} turns, "
            f"{card.agent_turns} by agents",
        )
        + (skipped if card.skipped else ""),
    )
    yield (
        t("坐席", "Agents"),
        t(f"分得出 {card.agents} 位，一个名字也不写", f"{card.agents} told apart, none named"),
    )
    yield (
        t("规则", "Rules"),
        f"{card.rules.name}；huashu {card.rules.version}；{card.rules.hash[:12]}",
    )
    yield (
        t("选法", "Choice"),
        t(
            f"种子 {asked.seed}；每类每级 {limits.per} 例；一通至多 {limits.per_call} 例，"
            f"一类里一位坐席至多 {limits.per_agent} 例",
            f"seed {asked.seed}; {limits.per} of each category and difficulty; at most "
            f"{limits.per_call} of a call, {limits.per_agent} of an agent in a category",
        ),
    )
    yield (
        t("坏例", "Bad ones"),
        t("需复核的也要", "doubtful ones, too")
        if asked.review
        else t("只要确定的", "certain only"),
    )
    if asked.split != "none":
        yield t("分两半", "Halves"), _halves(made, lang)
    passed = [f"{t(*_PASSED[why])} {count}" for why, count in card.passed.items()]
    yield (
        t("候选", "Candidates"),
        t(f"{card.candidates} 个", str(card.candidates))
        + (t("；略过：", "; passed over: ") + join(passed, lang) if passed else ""),
    )
    yield (
        t("打码", "Masking"),
        t(
            f"姓名、号码、地址等，共 {card.masked} 个字；通话号、文件名、坐席的名字和工号都不写",
            f"names, numbers, addresses and the like, {card.masked} characters; neither call, file "
            "nor agent is named",
        ),
    )
    yield t("许可", "Licence"), t("由公司自己定", "for the company to say")


def tables(made: ExampleSet, lang: Lang) -> Iterator[tuple[str, list[list[str]]]]:
    """Titles and rows, the first of which is the head."""
    t = partial(pick, lang)
    grades = [t(f"难度 {grade}", f"difficulty {grade}") for grade in GRADES]
    kinds = (False, t("坏", "bad")), (True, t("好", "good"))
    count = Counter((one.category, one.good, one.grade) for one in made.examples)
    categories = list(dict.fromkeys(one.category for one in made.examples))
    heads = [f"{kind} {grade}" for _, kind in kinds for grade in grades]
    rows = [[t("类别", "category"), *heads]]
    for category in categories:
        cells = [str(count[category, good, grade]) for good, _ in kinds for grade in GRADES]
        rows.append([category_name(category, lang), *cells])
    yield t("类别和难度", "Categories and difficulties"), rows
    trades = Counter((one.business, one.good) for one in made.examples)
    rows = [[t("行业", "industry"), t("通话", "calls"), *(kind for _, kind in kinds)]]
    for business, calls in made.card.businesses.items():
        cells = [str(calls), *(str(trades[business, good]) for good, _ in kinds)]
        rows.append([business or t("没写", "not said"), *cells])
    yield t("行业", "Industries"), rows


def missing_lines(made: ExampleSet, lang: Lang) -> Iterator[str]:
    """What could not be filled, and why: a line for each kind and category."""
    groups: dict[tuple[bool, str], list[Missing]] = {}
    for missing in made.card.missing:
        groups.setdefault(missing.cell[:2], []).append(missing)
    for (good, category), several in groups.items():
        kind = pick(lang, "好例", "good") if good else pick(lang, "坏例", "bad")
        said = join([_missing_text(one, lang) for one in several], lang)
        yield pick(lang, "{} {}：{}", "{} {}: {}").format(category_name(category, lang), kind, said)
    if made.card.absent:
        names = join([category_name(name, lang) for name in made.card.absent], lang)
        yield pick(lang, f"一个候选也没有的类别：{names}", f"no candidate at all: {names}")


def _missing_text(missing: Missing, lang: Lang) -> str:
    t = partial(pick, lang)
    passed = [f"{t(*_PASSED[why])} {count}" for why, count in sorted(missing.passed.items())]
    said = t("难度 {0} 有 {1}/{2}", "difficulty {0} {1}/{2}").format(
        missing.cell[2], missing.chosen, missing.wanted
    )
    return said + (t("（", " (") + join(passed, lang) + t("）", ")") if passed else "")


def _halves(made: ExampleSet, lang: Lang) -> str:
    count = Counter(one.part for one in made.examples)
    return pick(
        lang,
        f"学的 {count['train']} 例，考的 {count['test']} 例，不共用"
        + ("坐席" if made.card.asked.split == "agent" else "通话"),
        f"{count['train']} to learn, {count['test']} to test, no {made.card.asked.split} in both",
    )


def _table(rows: Iterable[list[str]]) -> Iterator[str]:
    first, *rest = rows
    yield f"| {' | '.join(first)} |"
    yield f"|{' --- |' * len(first)}"
    for row in rest:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"
