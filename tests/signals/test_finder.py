"""Finding shortest spans: equal to the plain definition, linear, and with the slots."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.rulebook.notation import parse
from linter.signals import matcher
from linter.signals.finder import Compiler, Finder
from linter.signals.matcher import Context

from .helpers import CONTEXT, classes, finder, found
from .random_patterns import made_of
from .reference import Reference

CLASSES = classes(
    类=["甲", "乙(丙|)", "<数字 1+>乙"],
    组={"一": ["甲", "甲乙", "(乙|丙)甲"], "二": ["乙", "甲…2丙", "<类>丙"]},
)
LETTERS = "甲乙丙一2万，。"

atoms = st.one_of(
    st.text("甲乙丙", min_size=1, max_size=2),
    st.sampled_from(["<类>", "<组 as 项>", "<组 as 另>", "<组>", "<数字 1+>", "<数字 3+>"]),
    st.sampled_from(["…", "…1", "…2", "……1", "……3", "^", "$", "^^", "$$"]),
)


patterns = made_of(atoms)
texts = st.lists(st.sampled_from([*LETTERS, "甲乙", "乙甲", "[数字]"]), max_size=9).map("".join)


def context(edges: frozenset[int]) -> Context:
    return Context(edges=lambda text: edges)


@settings(deadline=None, max_examples=1_000)
@given(patterns, texts, st.frozensets(st.integers(0, 12)))
@example("甲…2(乙|…1丙)", "甲乙丙", frozenset())
@example("「甲(乙|)」", "甲乙", frozenset({0, 2}))
@example("<组 as 项>…1<组 as 另>", "甲乙甲丙", frozenset())
@example("(…2(甲|)…1)乙", "甲，甲乙", frozenset())
def test_finds_what_the_definition_says(pattern: str, text: str, edges: frozenset[int]) -> None:
    node = parse(pattern)
    wanted = Reference(text, CLASSES, edges).shortest(node)
    spans = Compiler(CLASSES).finder(node).find(text, context(edges))
    assert [span[:2] for span in spans] == sorted(wanted)
    for start, end, slots in spans:
        assert slots in wanted[start, end]


@settings(deadline=None)
@given(patterns, texts, st.frozensets(st.integers(0, 12)))
def test_the_prefilter_changes_nothing(pattern: str, text: str, edges: frozenset[int]) -> None:
    quick = Compiler(CLASSES).finder(parse(pattern))
    slow = Finder(quick.matcher, (), None)
    assert quick.find(text, context(edges)) == slow.find(text, context(edges))


@settings(deadline=None)
@given(patterns, texts)
def test_spans_increase(pattern: str, text: str) -> None:
    spans = finder(pattern, CLASSES).find(text, CONTEXT)
    assert [a for a, _, _ in spans] == sorted({a for a, _, _ in spans})
    assert [b for _, b, _ in spans] == sorted({b for _, b, _ in spans})


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("不…行", "不不行行", ["不行"]),
        ("甲…乙", "甲甲乙，甲乙乙", ["甲乙", "甲乙"]),
        ("(甲|)(乙|)", "甲乙", ["甲", "乙"]),
        ("(甲|)", "乙，", []),
        ("……3", "，甲", ["甲"]),
        ("(甲乙丙|乙)", "甲乙丙", ["乙"]),
        ("「」", "甲", []),
        ("()", "甲", []),
    ],
)
def test_the_shortest_span_that_shows_it(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text, CLASSES) == expected


def slots(pattern: str, text: str) -> list[tuple[tuple[str, str], ...]]:
    known = classes(
        信息={"电话": ["电话(号码|)", "手机"], "地址": ["地址", "住哪"]},
        动作={"报": ["报", "说"], "查": ["查"]},
        颜色=["红"],
        套={"甲": ["<信息 as 内>"]},
    )
    return [found for _, _, found in finder(pattern, known).find(text, CONTEXT)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("<信息 as 项>", "手机和地址", [(("项", "电话"),), (("项", "地址"),)]),
        ("<信息>", "手机", [()]),
        ("<动作 as 做>…<信息 as 项>", "说下住哪", [(("做", "报"), ("项", "地址"))]),
        ("(<信息 as 项>|<动作 as 做>)", "查", [(("做", "查"),)]),
        ("<信息 as 一><信息 as 二>", "手机电话", [(("一", "电话"), ("二", "电话"))]),
        ("「<信息 as 项>」", "有电话", [(("项", "电话"),)]),
        ("<套 as 外>", "手机", [(("内", "电话"), ("外", "甲"))]),
    ],
)
def test_slots(pattern: str, text: str, expected: list[tuple[tuple[str, str], ...]]) -> None:
    assert slots(pattern, text) == expected


@pytest.fixture
def visited(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many places matchers have been asked about, all in all."""
    count = [0]

    def counted(kind: type[matcher.Matcher]) -> None:
        call = kind.__call__

        def asked(
            self: matcher.Matcher, text: str, places: matcher.Places, context: Context
        ) -> matcher.Places:
            count[0] += len(places)
            return call(self, text, places, context)

        monkeypatch.setattr(kind, "__call__", asked)

    for kind in (matcher.Literal, matcher.Wordlist, matcher.Gap, matcher.Digits, matcher.Either):
        counted(kind)
    return count


@pytest.mark.parametrize(
    "pattern",
    [
        "啊…4啊…4啊…4啊…4啊…4不",
        "啊…4(啊…4(啊…4(啊…4(啊…4不))))",
        "啊…4(啊…4(啊…4(啊…4(啊…4不|啊)不|啊)不|啊)不|啊)不",
        "…4…4…4…4…4…4不",
        "(啊|啊啊|啊啊啊)(啊|啊啊|啊啊啊)(啊|啊啊|啊啊啊)(啊|啊啊|啊啊啊)不",
        "「啊…4(啊…4(啊…4(啊…4不)))」",
        "……4(后无 啊……4不)……4(前无 不……4啊)……4不",
    ],
)
def test_work_grows_with_the_text_only(pattern: str, visited: list[int]) -> None:
    looked = finder(pattern)
    work = []
    for size in (1_000, 2_000, 20_000):
        visited[0] = 0
        # The last character keeps the prefilter from answering at once.
        assert looked.find("啊" * size + "。不", CONTEXT) in ([], [(size + 1, size + 2, ())])
        work.append(visited[0])
    # Each place of each gap followed anew would be 5 ** 6 steps a character.
    assert 0 < work[0] <= 1_000 * 400
    assert work[2] - work[1] == 18 * (work[1] - work[0])


def test_needs_of_an_empty_class_are_never_met() -> None:
    empty = classes(空=[])
    assert found("<空>", "甲", empty) == []
    assert found("(<空>|甲)", "甲", empty) == ["甲"]
    assert found("甲<空>", "甲", empty) == []


def test_a_class_is_compiled_once() -> None:
    compiler = Compiler(CLASSES)
    one, two = compiler.finder(parse("<类>")), compiler.finder(parse("<类>"))
    assert one.matcher is two.matcher
