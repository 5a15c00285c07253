"""Warnings of windows in which nothing can come."""

from __future__ import annotations

import pytest

from .linted import pack, rule, said

SIGNALS = """催: {any: [快点]}
收尾: {any: [再见], at: last 1}
后两轮: {any: [再见], at: last 2}
开头: {any: [您好], at: first 1}
像怒: {who: customer, learned: {of: any, over: 60}}
怒: {who: customer, levels: {1: [着急], 2: [气死]}}
客户收尾: {who: customer, any: [拜拜], at: last 1}
应声: {any: [好的]}
谁都: {who: any, any: [算了]}"""


@pytest.mark.parametrize(
    ("judge", "warned"),
    [
        ("forbid: 催\nwhen: 收尾\nwithin: 2", "最后一轮"),
        ("forbid: 催\nwhen: [收尾, 怒]\nwithin: 2", ""),
        ("forbid: 催\nwhen: 后两轮\nwithin: 2", ""),
        ("forbid: 催\nwhen: 客户收尾\nwithin: 2", ""),
        ("forbid: 开头\nwhen: 催\nwithin: 2", "第一轮"),
        ("forbid: 开头\nwhen: 怒\nwithin: 2", ""),
        ("forbid: 开头\nwhen: 谁都\nwithin: 2", ""),
        ("forbid: 催\nwhen: 怒\nwithin: 2\nuntil: 怒", "until"),
        ("forbid: 催\nwhen: 怒\nwithin: 2\nuntil: 怒\nwhich: first", ""),
        ("forbid: 催\nwhen: 怒\nwithin: 2\nuntil: 谁都", ""),
        ("when: 怒\nrequire: 催\nwithin: end\nlate: 2", "late"),
        ("when: 怒\nrequire: 催\nwithin: 2\nlate: 2", ""),
        ("when: 怒\nrequire: 催\nwithin: end", ""),
        ("sequence: [一: 怒, 二: 催, 三: 怒]\nspan: 1", "至少要隔 2 轮"),
        ("sequence: [一: 怒, 二: 催, 三: 怒]\nspan: 2", ""),
        ("sequence: [一: 怒, 二: 催, 同轮 三: 催]\nspan: 1", ""),
        ("sequence: [一: 怒, 无 二: 谁都, 三: 催]\nspan: 1", ""),
        ("sequence: [一: 怒, 二: 应声, 三: 怒]\nspan: 1", ""),
        ("sequence: [一: 怒, 二: 催, 三: 怒]\nspan: 1\norder: any", "至少要隔 2 轮"),
        ("measure: {of: count, limit: 3, within: 3, signals: 催}", "不会有超过 3 轮"),
        ("measure: {of: count, limit: 3, within: 4, signals: 催}", ""),
        ("measure: {of: count, limit: 3, within: 3, signals: 催, each: hit}", ""),
        ("measure: {of: count, limit: 3, within: 3, signals: 应声}", ""),
        ("measure: {of: count, limit: 3, signals: 催}", ""),
    ],
)
def test_windows(judge: str, warned: str) -> None:
    found = said(pack(SIGNALS, rule(judge)), "unreachable-window")
    assert len(found) == bool(warned), found
    assert all(warned in one for one in found)


@pytest.mark.parametrize(
    ("judge", "after", "warns"),
    [
        ("forbid: 催", "收尾", True),
        ("forbid: 催", "后两轮", False),
        ("forbid: 催", "客户收尾", False),
        ("forbid: 谁都", "收尾", False),
    ],
)
def test_severity_after_the_last_turn(judge: str, after: str, warns: bool) -> None:
    severity = f"{{default: info, after {after}: error}}"
    found = said(pack(SIGNALS, rule(judge, severity=severity)), "unreachable-window")
    assert bool(found) == warns


@pytest.mark.parametrize(
    ("judge", "wrong"),
    [
        ("forbid: [催, 怒]\nwhen: 怒\nwithin: 2", ["怒"]),
        ("forbid: 怒", []),
        ("forbid: 谁都\nwhen: 怒\nwithin: 2", []),
        ("forbid: [催, 像怒]\nwhen: 怒\nwithin: 2", ["像怒"]),
        ("when: 催\nrequire: 怒", ["怒"]),
        ("when: 怒\nrequire: 催\nnearly: 怒", ["怒"]),
        ("when: 催\nrequire: 怒\nbefore: 2", []),
        ("require: 怒\nat: opening", ["怒"]),
        ("measure: {of: mixed, signals: [催, 怒]}", ["催"]),
        ("measure: {of: mixed, signals: [催, 谁都]}", []),
    ],
)
def test_the_side_that_is_not_looked_at(judge: str, wrong: list[str]) -> None:
    found = said(pack(SIGNALS, rule(judge)), "wrong-side")
    assert len(found) == len(wrong)
    assert all(f"'{name}'" in one for name, one in zip(wrong, found, strict=True))


def test_only_customers_heat_rises() -> None:
    def text(signal: str) -> str:
        judge = f"rise: {{after: impatience, signal: {signal}}}"
        return pack(SIGNALS, rule("forbid: 催"), rule(judge, "heat"))

    assert said(text("怒"), "wrong-side") == []
    assert len(said(text("催"), "wrong-side")) == 1
