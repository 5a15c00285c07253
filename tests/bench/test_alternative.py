from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter import Call, Linter, Turn
from linter.rulebook.load import load_texts
from tools.bench.alternative import Alternative
from tools.bench.drafts import rule
from tools.bench.load import builtin_packs

SIGNALS: dict[str, Any] = {
    "训话": {"any": ["别喊", "「滚」"], "over": ["请您别喊"]},
    "火气": {"who": "customer", "levels": {"1": ["怎么还没"], "2": ["什么态度"]}},
    "致歉": {"any": ["抱歉"]},
    "催促": {"any": ["快点"]},
    "重话": {"of": ["训话", "催促"]},
}
STEPS: dict[str, Any] = {"sequence": [{"火": "火气"}, {"无 歉": "致歉"}, {"训": "训话"}]}
PLAIN: dict[str, Any] = {"forbid": "训话"}


def judged(judge: dict[str, Any], lines: str) -> list[int]:
    """The turns that the alternative reports; ``A`` the agent, ``C`` the customer."""
    pack = {
        "pack": "tried",
        "signals": SIGNALS,
        "rules": [rule("tried", judge, flag="A【别喊】", passes="A好")],
    }
    sides = {"A": "agent", "C": "customer"}
    turns = [{"role": sides[line[0]], "text": line[1:]} for line in lines.split("/")]
    return [turn for _, turn in Alternative([pack]).judge(turns)]


@pytest.mark.parametrize(
    ("judge", "lines", "reported"),
    [
        (PLAIN, "C别喊/A您别喊", [1]),
        (PLAIN, "A请您别喊", []),
        (PLAIN, "A你给我滚", [0]),
        (PLAIN, "A往下滚动", []),
        ({"forbid": "训话", "unless": [{"same_turn": "致歉"}]}, "A抱歉，别喊", []),
        ({"forbid": "训话", "when": "火气", "within": 1}, "A别喊/C什么态度/A别喊", [2]),
        ({"forbid": "重话"}, "A快点/C啊/A别喊", [0, 2]),
        ({"require": "致歉", "when": "火气 2+", "within": 1}, "C什么态度/A请讲/C啊/A好", [0]),
        ({"require": "致歉", "when": "火气 2+", "within": 1}, "C什么态度/A抱歉", []),
        ({"require": "致歉", "at": "anywhere"}, "A请讲/C啊", [0]),
        (
            {"require": {"all": ["致歉", "催促"]}, "when": "火气", "within": 1},
            "C什么态度/A抱歉",
            [0],
        ),
        (STEPS, "C什么态度/A别喊", [1]),
        (
            STEPS,
            "C什么态度/A抱歉/A别喊",
            [],
        ),
        ({"measure": {"of": "count", "signals": "致歉", "limit": 1}}, "A抱歉/C啊/A抱歉", [2]),
    ],
)
def test_it_reports_what_a_simple_script_would(
    judge: dict[str, Any], lines: str, reported: list[int]
) -> None:
    assert judged(judge, lines) == reported


def test_it_agrees_with_the_linter_on_plain_lists() -> None:
    text = "pack: t\nsignals: {训话: {any: [别喊, (少|别)废话]}}\nrules:\n"
    text += "  - {id: t, category: t, aspect: 态度, severity: error, forbid: 训话, say: 训。,"
    text += " why: 训。, instead: 好。,"
    text += " tests: [{flag: '坐席：【别喊】。'}, {pass: '坐席：好。'}]}\n"
    lines = ["你好", "别喊了", "少废话", "我没有喊", "别废话"]
    said = [Turn("agent", line, speaker=str(at)) for at, line in enumerate(lines)]
    call = Call("c", (*said, Turn("customer", "我听着呢")))
    ours = [finding.turn for finding in Linter(load_texts([("t.yml", text)])).lint(call).findings]
    pack = {
        "signals": {"训话": {"any": ["别喊", "(少|别)废话"]}},
        "rules": [{"id": "t", "forbid": "训话"}],
    }
    turns = [{"role": "agent", "text": line} for line in lines]
    assert [turn for _, turn in Alternative([pack]).judge(turns)] == ours


def test_it_reads_whatever_the_built_in_packs_say() -> None:
    packs = [yaml.safe_load(Path(pack).read_text("utf-8")) for pack in builtin_packs()]
    lines = [("customer", "怎么还没发货，我要投诉！"), ("agent", "闭嘴，少废话。")]
    turns = [{"role": role, "text": text} for role, text in lines]
    assert ("command", 1) in Alternative(packs).judge(turns)


def test_turns_with_a_hit_of_any_signal_are_counted() -> None:
    pack = {"signals": SIGNALS, "rules": []}
    texts = [("agent", "抱歉"), ("customer", "抱歉"), ("customer", "什么态度"), ("agent", "好")]
    turns = [{"role": role, "text": text} for role, text in texts]
    assert Alternative([pack]).hit_turns(turns) == 2
