from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.judged import Report, Verdict
from linter.model import Call, Evidence, Turn
from linter.reports import Options
from linter.reports.snippet import good_snippets

from .samples import CALL, CLEAN, NO_APOLOGY, REPORT, TONE, evidence, finding, one, rendered

GOLDEN = """\
# 例句

## 纠正语气 `tone_policing`

### 不好的例子

**tone-policing** 通话 c7 #4

```text
客户 #1：修了两回还是坏的，我要投诉！
坐席 #2：麻烦您报一下号码。
客户 #3：你别管，记下来就行。
坐席 #4：先生，您【小点声】，我听得清。
客户 #5：你有什么资格管我？
```

- 客户在说事，坐席在管客户的嗓门。
- 为什么：客户正忍着，这样说是火上浇油。
- 怎么说：您说的我都记下了，马上办。

## 缺少致歉安抚 `missing_apology`

### 不好的例子

**missing-apology** [需复核] 通话 c7 #2

```text
坐席 #0：您好，很高兴为您服务。
客户 #1：修了两回还是坏的，我要投诉！
坐席 #2：【麻烦您报一下号码】。
客户 #3：你别管，记下来就行。
```

- 客户已表示不满，接下来两轮没有致歉。
- 怎么说：实在抱歉，让您费心了。

### 好的例子

做到 **missing-apology** 通话 c9 #2

```text
坐席 #0：您好，请讲。
客户 #1：怎么又坏了，卡号甲*******。
坐席 #2：对不起，给您添麻烦了，我马上查。
```

## 其他

### 好的例子

做到 **followup** 通话 c7 #6

```text
坐席 #4：先生，您小点声，我听得清。
客户 #5：你有什么资格管我？
坐席 #6：实在抱歉，我马上给您登记。
```
"""

GOOD_CALL = Call(
    id="c9",
    turns=(
        Turn("agent", "您好，请讲。"),
        Turn("customer", "怎么又坏了，卡号62220000。"),
        Turn("agent", "对不起，给您添麻烦了，我马上查。"),
        Turn("customer", "好。"),
    ),
)
GOOD = Report(GOOD_CALL, (), (Verdict("missing-apology", "met", turn=2),))


def records(*reports: Report, options: Options | None = None) -> list[dict[str, Any]]:
    lines = rendered("snippets-jsonl", reports, options).splitlines()
    return [json.loads(line) for line in lines]


def numbers(record: dict[str, Any]) -> list[int]:
    return [turn["turn"] for turn in record["turns"]]


def test_markdown_sets_the_good_beside_the_bad_by_category():
    assert rendered("snippets", [GOOD, REPORT]) == GOLDEN


def test_markdown_in_english():
    output = rendered("snippets", [GOOD, REPORT], Options(lang="en"))
    assert output.startswith(
        "# Examples\n\n## tone policing `tone_policing`\n\n### Bad\n\n"
        "**tone-policing** Call c7 #4\n\n```text\ncustomer #1: 修了两回"
    )
    assert "### Good\n\nmeets **missing-apology** Call c9 #2\n" in output
    assert "\n## Other\n" in output


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "# 例句\n\n没有例句。\n"), ("en", "# Examples\n\nNo examples.\n")]
)
def test_markdown_without_examples(lang, text):
    assert rendered("snippets", [replace(CLEAN, verdicts=())], Options(lang=lang)) == text


def test_a_rule_that_was_only_met_is_filed_where_the_options_say():
    options = Options(categories={"followup": "missing_followup"})
    output = rendered("snippets", [REPORT], options)
    assert "## 缺少跟进承诺 `missing_followup`\n\n### 好的例子\n\n做到 **followup**" in output
    assert "其他" not in output


def test_jsonl_is_written_call_by_call():
    assert rendered("snippets-jsonl", [REPORT]) == (
        '{"kind": "bad", "label": "不好的例子", "category": "missing_apology", '
        '"rule": "missing-apology", "call": "c7", "path": "calls/甲.jsonl", "turn": 2, '
        '"turns": [{"turn": 0, "role": "agent", "text": "您好，很高兴为您服务。"}, '
        '{"turn": 1, "role": "customer", "text": "修了两回还是坏的，我要投诉！"}, '
        '{"turn": 2, "role": "agent", "text": "【麻烦您报一下号码】。"}, '
        '{"turn": 3, "role": "customer", "text": "你别管，记下来就行。"}], '
        '"certainty": "review", "message": "客户已表示不满，接下来两轮没有致歉。", "why": "", '
        '"suggestion": "实在抱歉，让您费心了。"}\n'
        '{"kind": "bad", "label": "不好的例子", "category": "tone_policing", '
        '"rule": "tone-policing", "call": "c7", "path": "calls/甲.jsonl", "turn": 4, '
        '"turns": [{"turn": 1, "role": "customer", "text": "修了两回还是坏的，我要投诉！"}, '
        '{"turn": 2, "role": "agent", "text": "麻烦您报一下号码。"}, '
        '{"turn": 3, "role": "customer", "text": "你别管，记下来就行。"}, '
        '{"turn": 4, "role": "agent", "text": "先生，您【小点声】，我听得清。"}, '
        '{"turn": 5, "role": "customer", "text": "你有什么资格管我？"}], '
        '"certainty": "certain", "message": "客户在说事，坐席在管客户的嗓门。", '
        '"why": "客户正忍着，这样说是火上浇油。", "suggestion": "您说的我都记下了，马上办。"}\n'
        '{"kind": "good", "label": "好的例子", "category": "", "rule": "followup", "call": "c7", '
        '"path": "calls/甲.jsonl", "turn": 6, '
        '"turns": [{"turn": 4, "role": "agent", "text": "先生，您小点声，我听得清。"}, '
        '{"turn": 5, "role": "customer", "text": "你有什么资格管我？"}, '
        '{"turn": 6, "role": "agent", "text": "实在抱歉，我马上给您登记。"}]}\n'
    )


def test_a_good_answer_has_the_category_its_rule_was_seen_with():
    categories = [r["category"] for r in records(REPORT, GOOD) if r["kind"] == "good"]
    assert categories == ["", "missing_apology"]


def test_praise_makes_no_snippet_and_spoils_no_answer():
    kinds = [(r["kind"], r["turn"]) for r in records(REPORT, options=Options(show_praise=True))]
    assert kinds == [("bad", 2), ("bad", 4), ("good", 6)]


@pytest.mark.parametrize("field", ["findings", "hidden"])
def test_an_answer_with_a_finding_on_it_is_not_clean(field):
    spoiled = finding(CALL, 6, "登记")
    report = replace(REPORT, **{"findings": (), "hidden": (), field: (spoiled,)})
    assert [r for r in records(report) if r["kind"] == "good"] == []


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict("followup", "violated", turn=6),
        Verdict("followup", "not_evaluated", turn=6),
        Verdict("followup", "met"),
        Verdict("followup", "met", turn=5),
    ],
)
def test_only_an_agents_turn_that_met_a_rule_is_a_good_example(verdict):
    assert records(Report(CALL, (), (verdict,))) == []


def test_far_evidence_is_shown_and_the_gap_marked():
    turns = tuple(Turn("agent" if i % 2 == 0 else "customer", f"第{i}句") for i in range(12))
    call = one(turns)
    found = finding(call, 8, "第8句", evidence=(evidence(call, 1, "第1句"),))
    report = Report(call, (found,), ())
    assert [numbers(record) for record in records(report)] == [[1, 6, 7, 8, 9]]
    assert "客户 #1：第1句\n…\n坐席 #6：第6句\n" in rendered("snippets", [report])


@pytest.mark.parametrize(
    ("count", "focus", "rests_on", "kept"),
    [
        (1, 0, [], [0]),
        (2, 1, [], [1]),
        (2, 1, [0], [1]),
        (3, 1, [0], [0, 1]),
        (3, 2, [0], [0, 2]),
        (4, 2, [], [0, 1, 2]),
        (4, 2, [3], [1, 2, 3]),
        (4, 1, [0, 2, 3], [0, 1, 2]),
        (5, 2, [], [0, 1, 2, 3]),
    ],
)
def test_a_whole_call_is_never_shown(count, focus, rests_on, kept):
    call = one(tuple(Turn("agent", f"第{i}句") for i in range(count)))
    chain = tuple(evidence(call, turn, f"第{turn}句") for turn in rests_on)
    report = Report(call, (finding(call, focus, f"第{focus}句", evidence=chain),), ())
    assert [numbers(record) for record in records(report)] == [kept]


def test_a_finding_without_words_marks_none():
    (record, *_) = records(Report(CALL, (replace(NO_APOLOGY, start=0, end=0),), ()))
    assert record["turns"][2]["text"] == "麻烦您报一下号码。"


def test_numbers_are_masked_wherever_they_stand_and_marks_stay_in_place():
    call = Call(
        id="20260101001",
        path="录音/13800001111.json",
        turns=(
            Turn("customer", "我叫 一三八零零"),
            Turn("agent", "是138 0000 1111，您别喊"),
            Turn("customer", "嗯"),
        ),
    )
    found = finding(call, 1, "1111，您别喊", message="见95555", why="12345", suggestion="拨 10086")
    report = Report(call, (found,), ())
    (record,) = records(report)
    assert record["call"] == "*" * 11
    assert record["path"] == "录音/电话甲********.json"
    assert record["turns"][:2] == [
        {"turn": 0, "role": "customer", "text": "我叫 *****"},
        {"turn": 1, "role": "agent", "text": "是电话甲******【****，您别喊】"},
    ]
    assert (record["message"], record["why"], record["suggestion"]) == (
        "见*****",
        "*****",
        "拨 *****",
    )
    assert not re.search(r"\d{5}", rendered("snippets", [report]))


def test_what_was_said_cannot_break_the_markdown():
    call = Call(
        id="*a*",
        turns=(
            Turn("agent", "<b>\n```\n# 大"),
            Turn("customer", "嗯"),
            Turn("agent", "喂"),
        ),
    )
    found = finding(
        call, 0, "大", message="用 *星* 和\n[链接](x)", suggestion="", category="own_one"
    )
    assert rendered("snippets", [Report(call, (found,), ())]) == (
        "# 例句\n\n## `own_one`\n\n### 不好的例子\n\n**tone-policing** 通话 \\*a\\* #0\n\n"
        "```text\n坐席 #0：<b>␊```␊# 【大】\n客户 #1：嗯\n```\n\n"
        "- 用 \\*星\\* 和 \\[链接\\](x)\n"
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["agent", "customer"]),
            st.text(st.sampled_from("好12345零，"), max_size=30),
        ),
        min_size=2,
        max_size=12,
    ),
    st.data(),
)
def test_never_the_whole_call_never_a_long_number(said, data):
    call = one(tuple(Turn(role, text) for role, text in said))
    turn_numbers = st.integers(0, len(said) - 1)
    focus = data.draw(turn_numbers)
    chain = tuple(Evidence(n, 0, 0, "", "step", "") for n in data.draw(st.lists(turn_numbers)))
    found = replace(TONE, turn=focus, start=0, end=len(said[focus][1]), evidence=chain)
    verdict = Verdict("r", "met", turn=data.draw(turn_numbers))
    for record in records(Report(call, (found,), (verdict,))):
        assert record["turn"] in numbers(record)
        assert len(record["turns"]) < len(said)
        assert not re.search(r"[\d零]{5}", json.dumps(record["turns"], ensure_ascii=False))


def test_a_rule_that_nobody_asked_for_gives_no_example():
    asked = replace(GOOD, off=frozenset({"missing-apology"}))
    assert list(good_snippets(GOOD))
    assert list(good_snippets(asked)) == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("f12345916d7a", "f12345916d7a"),
        ("f12345916d7a#2", "f12345916d7a#2"),
        ("138000001234", "************"),
        ("call-13800000123", "call-***********"),
    ],
)
def test_hashes_of_calls_are_shown_and_numbers_are_not(given, shown):
    (snippet, *_) = good_snippets(replace(GOOD, call=replace(GOOD_CALL, id=given)))
    assert snippet.call == shown
