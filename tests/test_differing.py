"""What differs between the same rule of two books."""

from __future__ import annotations

import pytest

from linter.differing import Difference, Differences
from linter.rulebook.load import load_texts

PACK = """\
pack: p
classes:
  货: [鞋, <小货>]
  小货: [袜]
conditions:
  远: {before: [据说]}
signals:
  催: {any: [快点], not_when: [远]}
  推: {any: ["<货>不管"]}
  都: {of: [催, 推]}
rules:
  - &r
    id: rude
    category: impatience
    aspect: 态度
    severity: error
    forbid: 都
    say: 坐席在催。
    why: 说不清。
    instead: 您慢慢说。
    tests: [{flag: "坐席：【快点】"}, {pass: "客户：快点"}]
""".replace("&r\n    ", "")


def difference(old: str, new: str) -> Difference:
    assert new != old
    before, after = (load_texts([("p.yml", text)]) for text in (old, new))
    return Differences(before, after).of(before.rules[0], after.rules[0])


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("severity: error", "severity: info", Difference(("severity",))),
        ("坐席在催。", "催。", Difference(("message",))),
        ("[快点]", "[快点, 赶紧]", Difference((), ("催", "都"))),
        ("[袜]", "[袜, 帽]", Difference((), ("推", "都"))),
        ("[据说]", "[据说, 听说]", Difference((), ("催", "都"))),
        ("[催, 推]", "[催]", Difference((), ("都",))),
        ("pack: p\n", "\n\npack: p\n", Difference()),
        ("【快点】", "您【快点】", Difference()),
    ],
)
def test_what_differs(was, now, expected):
    found = difference(PACK, PACK.replace(was, now))
    members = {"都"} & set(expected.signals)
    assert found.keys == expected.keys
    assert set(found.signals) | members == set(expected.signals)
    assert bool(found) is bool(expected)


def test_a_rule_that_judges_in_another_way():
    found = difference(
        PACK, PACK.replace("forbid: 都", "forbid: 都\n    unless: [{same_turn: 推}]")
    )
    assert found.keys == ("judge",)
