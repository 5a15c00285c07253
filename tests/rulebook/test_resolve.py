"""Every name that is used exists, and nothing leads in a circle."""

from __future__ import annotations

import pytest

from linter.rulebook.load import load_texts
from linter.rulebook.resolve import MAX_CLASS_DEPTH

from .helpers import SIGNALS, book, errors, errors_of, hints, place_of, rule_text


@pytest.mark.parametrize(
    ("text", "mark", "message"),
    [
        ("classes: {甲: [<乙>]}", "<乙>", "没有叫 '乙' 的词类"),
        ("classes: {甲: {组: [一<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: ['一(二|<乙>)']}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {maybe: [(前无 <乙>)一]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {levels: {1: 「<乙>」}}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: 一, over: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: 一, not_if: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: 一, not_if_turn: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: 一, near: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("conditions: {甲: {before: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("conditions: {甲: {after: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("conditions: {甲: {clause: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("slots: {甲: {answer: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("slots: {甲: {volunteered: [<乙>]}}", "<乙>", "没有叫 '乙' 的词类"),
        ("signals: {甲: {any: 一, not_when: [乙]}}", "乙", "没有叫 '乙' 的语境条件"),
        ("signals: {甲: {of: [丙, 乙]}, 丙: {any: 一}}", "乙", "没有叫 '乙' 的信号"),
        ("signals: {甲: {any: ['<乙 as 项>']}}", "<乙", "没有叫 '乙' 的分组词类"),
        (
            "classes: {乙: [一]}\nsignals: {甲: {any: ['<乙 as 项>']}}",
            "<乙",
            "词类 '乙' 没有分组，不能写 as",
        ),
    ],
)
def test_dangling(text: str, mark: str, message: str) -> None:
    text = f"pack: t\n{text}\n"
    assert errors(text) == [f"{place_of(text, mark)}: {message}"]


def test_the_near_name_is_suggested() -> None:
    assert hints("pack: t\nclasses: {称呼们: [先生]}\nsignals: {甲: {any: <称呼门>}}") == [
        "是不是 称呼们"
    ]
    assert hints(SIGNALS + rule_text("forbid: 道谦")) == ["是不是 道歉"]


def test_names_of_one_file_serve_another() -> None:
    first = "pack: a\nclasses: {你: [你]}\nconditions: {否: {before: 不}}\nsignals: {乙: {any: 一}}"
    second = "pack: b\nsignals: {甲: {of: 乙, any: <你>, not_when: 否}}"
    for files in ([first, second], [second, first]):
        loaded = load_texts([(f"{n}.yml", text) for n, text in enumerate(files)])
        assert set(loaded.signals) == {"甲", "乙"}


@pytest.mark.parametrize(
    ("classes", "circular"),
    [
        ("甲: [<甲>]", "甲"),
        ("甲: [<乙>]\n  乙: [一<甲>]", "甲乙"),
        ("甲: [<乙>]\n  乙: {组: [<丙>]}\n  丙: [(一|<甲>)]\n  丁: [<甲>]", "甲乙丙"),
        ("甲: [「<甲>」]", "甲"),
        ("甲: [一(后无 <甲>)]", "甲"),
    ],
)
def test_circular_classes(classes: str, circular: str) -> None:
    text = f"pack: t\nclasses:\n  {classes}\n"
    lines = text.splitlines()
    assert errors(text) == [
        f"{number}:3: 词类 {name!r} 绕回了自己"
        for number, line in enumerate(lines, 1)
        if (name := line.strip()[:1]) in circular and number > 2
    ]


@pytest.mark.parametrize(
    ("signals", "circular"),
    [
        ("甲: {of: 甲}", "甲"),
        ("甲: {of: 乙}\n  乙: {of: [丙], any: 一}\n  丙: {of: 甲}\n  丁: {of: 甲}", "甲乙丙"),
    ],
)
def test_circular_signals(signals: str, circular: str) -> None:
    text = f"pack: t\nsignals:\n  {signals}\n"
    assert errors(text) == [
        f"{number}:3: 信号 {name!r} 绕回了自己" for number, name in enumerate(circular, 3)
    ]


def test_a_circle_over_two_files() -> None:
    first = ("a.yml", "pack: a\nclasses: {甲: [<乙>]}")
    second = ("b.yml", "pack: b\nclasses: {乙: [<甲>]}")
    assert errors_of(first, second) == [
        "a.yml:2:11: 词类 '甲' 绕回了自己",
        "b.yml:2:11: 词类 '乙' 绕回了自己",
    ]


def test_classes_that_share_a_class_go_in_no_circle() -> None:
    book("pack: t\nclasses: {甲: [<乙><丙>], 乙: [<丁>], 丙: [<丁><乙>], 丁: [一]}")


def doubling(levels: int) -> str:
    lines = ["pack: t", "classes:", "  c0: [一]"]
    lines += [f"  c{n}: ['(<c{n - 1}>|<c{n - 1}>)']" for n in range(1, levels)]
    return "\n".join(lines)


def test_classes_that_double_themselves_are_refused_at_once() -> None:
    book(doubling(16))
    assert errors(doubling(20)) == ["20:3: 词类 'c17' 展开以后太大或套得太深"]


def test_a_chain_of_classes_has_an_end() -> None:
    def chain(levels: int) -> str:
        return "pack: t\nclasses:\n  c1: [一]\n" + "\n".join(
            f"  c{n}: [<c{n - 1}>]" for n in range(2, levels + 1)
        )

    book(chain(MAX_CLASS_DEPTH))
    (found,) = errors(chain(MAX_CLASS_DEPTH + 5))
    assert f"'c{MAX_CLASS_DEPTH + 1}'" in found
    # One error for every stretch that is too long.
    assert len(errors(chain(400))) == 399 // MAX_CLASS_DEPTH
