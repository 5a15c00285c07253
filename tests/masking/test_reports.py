"""Everything that is said of a call: nothing of it tells who somebody is."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import Call, Linter, Turn
from linter.calls.write import to_canonical
from linter.errors import InputError
from linter.judged import Entry, Report, Suppressed
from linter.masked import Masked, masked_error, masked_summary
from linter.masking import mask_call, mask_report
from linter.masking.texts import masked
from linter.model import Casting, Evidence, Notice
from linter.reports import FORMATS, Options, Tally
from linter.scoresheet import ScoreSheet, ScoreStep

SHOP = Path(__file__).parent.parent / "cli" / "shop.yml"
PHONE, NAME = "13800138000", "王小芳"
SECRETS = (PHONE, NAME, "幺三八零零幺三八零零零")
CALL = Call(
    id=f"c-{PHONE}",
    path=f"录音/{NAME}/{PHONE}.json",
    agent_id="8866",
    agent_name="刘洋",
    team="一组",
    turns=(
        Turn("agent", "您好，客服刘洋，请报一下手机号", "刘洋"),
        Turn("customer", "幺三八零零幺三八零零零，我叫王小芳，你们太过分了，我要投诉！"),
        Turn("agent", f"{PHONE}王女士是吧，你小点声，快点说。", "刘洋"),
        Turn("customer", "小芳是你叫的吗？什么态度！"),
    ),
    meta={"customer_name": NAME, "mobile": 13800138000, "tags": ["投诉", NAME], "queue": 3},
    notices=(Notice("odd", f"“{NAME}”不认识"),),
)


@cache
def linter() -> Linter:
    return Linter(SHOP)


@pytest.fixture(scope="module")
def report() -> Report:
    return linter().lint(CALL)


def test_the_same_person_is_the_same_all_through_the_call():
    call = mask_call(CALL)
    assert [turn.text for turn in call.turns] == [
        "您好，客服某甲，请报一下手机号",
        "电话甲********，我叫某某乙，你们太过分了，我要投诉！",
        "电话甲********乙女士是吧，你小点声，快点说。",
        "某乙是你叫的吗？什么态度！",
    ]
    assert call.id == f"c-电话甲********-{Call.content_id(call.turns)[:6]}"
    assert call.path == "录音/某某乙/电话甲********.json"
    assert (call.agent_id, call.agent_name, call.turns[0].speaker) == ("8866", "某甲", "某甲")
    assert call.meta == {
        "customer_name": "某某乙",
        "mobile": "电话甲********",
        "tags": ["投诉", "某某乙"],
        "queue": 3,
    }
    assert call.notices[0].message == "“某某乙”不认识"
    assert mask_call(call) == call


def test_words_with_times_are_not_left_beside_what_was_masked():
    meta = {
        "words": [{"word": "我是", "t": 1.5}, {"word": "138"}, {"word": "0013"}, {"word": "8000"}]
    }
    call = mask_call(Call("c", (Turn("customer", "我是13800138000", meta=meta),)))
    assert [one["word"] for one in call.turns[0].meta["words"]] == ["我是", "***", "****", "****"]


def test_labels_tell_the_role_and_not_who_it_is():
    labels = ("坐席王丽", "客户李娜", "客服小王", "李先生", "坐席2", "Agent")
    turns = tuple(Turn("unknown", "我是王丽，李娜在吗", label) for label in labels)
    call = mask_call(Call("c", turns))
    shown = ["坐席某甲", "客户某乙", "客服小甲", "乙先生", "坐席2", "Agent"]
    assert [turn.speaker for turn in call.turns] == shown
    assert call.turns[0].text == "我是某甲，某乙在吗"


def test_an_id_made_of_the_content_is_made_anew():
    turns = (Turn("customer", f"我电话{PHONE}"),)
    call = Call(Call.content_id(turns) + "#2", turns)
    new = mask_call(call)
    assert new.id == Call.content_id(new.turns) + "#2" != call.id
    plain = Call("0123456789ab", (Turn("customer", "你好"),))
    assert mask_call(plain).id == plain.id


def read_back(workbook):
    """All that a workbook's parts hold, for its words are packed."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


@pytest.mark.parametrize("format_", FORMATS)
def test_no_report_tells_who_it_was(report, format_):
    options = Options(categories={rule.id: rule.category for rule in linter().book.rules})
    reporter = FORMATS[format_](options)
    new = mask_report(report)
    tally = Tally()
    tally.count(new)
    pieces = [*reporter.begin(), *reporter.call(new), *reporter.end(tally.summary())]
    said = read_back(b"".join(pieces)) if reporter.binary else "".join(pieces)
    assert new.findings[0].quote in said or format_ != "xlsx"
    assert not [secret for secret in (*SECRETS, "刘洋", "小芳") if secret in said]


def test_findings_are_those_of_the_call_as_it_is(report):
    new = mask_report(report)
    assert [(f.rule, f.turn, f.start, f.end, f.severity) for f in new.findings] == [
        (f.rule, f.turn, f.start, f.end, f.severity) for f in report.findings
    ]
    assert new.scores == report.scores
    assert [v[:2] for v in new.verdicts] == [v[:2] for v in report.verdicts]
    for found in (*new.findings, *new.hidden):
        for item in (found, *found.evidence):
            assert item.quote == new.call.turns[item.turn].text[item.start : item.end]
    assert mask_report(new) == new


def quoting(report: Report, quote: str) -> Report:
    """The report with one finding, of those words of the third turn."""
    start = CALL.turns[2].text.index(quote)
    text = "\x1f".join((report.findings[0].rule, "agent", quote, "1"))
    found = replace(
        report.findings[0],
        turn=2,
        role="agent",
        start=start,
        end=start + len(quote),
        quote=quote,
        message=f"说了“{quote}”",
        fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16],
        evidence=(Evidence(1, 0, 3, "幺三八", "trigger", f"见{NAME}"),),
    )
    return replace(report, findings=(found,), hidden=(), suppressed=(), diagnosis=())


def test_a_fingerprint_of_masked_words_gives_no_number_away(report):
    said = quoting(report, f"{PHONE}王女士")
    (found,) = mask_report(said).findings
    assert found.fingerprint != said.findings[0].fingerprint
    other = replace(
        CALL, turns=tuple(t._replace(text=t.text.replace(PHONE, "13900139000")) for t in CALL.turns)
    )
    start = quoting(report, f"{PHONE}王女士").findings[0]
    changed = replace(start, quote="13900139000王女士", fingerprint="f" * 16)
    (same,) = mask_report(replace(said, call=other, findings=(changed,))).findings
    # Of another phone the same comes out: nothing of the number is in it.
    assert same.quote == "电话乙********乙女士" or same.fingerprint == found.fingerprint
    assert found.message == "说了“电话甲********乙女士”"
    assert (found.evidence[0].quote, found.evidence[0].label) == ("电话甲", "见某某乙")


def test_a_fingerprint_of_other_words_stays(report):
    said = quoting(report, "你小点声")
    assert mask_report(said).findings[0].fingerprint == said.findings[0].fingerprint


def test_acts_are_grouped_as_before_and_named_anew(report):
    new = mask_report(report)
    pairs = {(old.act, one.act) for old, one in zip(report.findings, new.findings, strict=True)}
    assert len(pairs) == len({old for old, _ in pairs}) == len({one for _, one in pairs})
    assert not any(old == one for old, one in pairs)


def test_what_else_a_report_says_is_masked(report):
    found = report.findings[0]
    sheet = ScoreSheet("s", 1, 1, "", (), (), (ScoreStep("bonus", 1, f"{NAME}表扬"),))  # type: ignore[arg-type]
    entry = Entry("exception", found.rule, f"{NAME}说过，她电话13900139000", "组长")
    evidence = Evidence(1, 0, 5, "幺三八零零", "trigger", "骂人")
    full = replace(
        report,
        call=replace(CALL, casting=Casting("inferred", 0.9, why=(evidence,))),
        sheet=sheet,
        suppressed=(Suppressed(found, entry),),
        load=(evidence,),
    )
    new = mask_report(full)
    assert new.sheet is not None
    assert new.call.casting is not None
    assert new.sheet.steps[0].what == "某某乙表扬"
    assert new.suppressed[0].entry.why == "某某乙说过，她电话甲**********"
    assert new.load[0].quote == new.call.casting.why[0].quote == "电话甲**"


def test_the_wrapper_can_be_pickled_and_masks():
    again = pickle.loads(pickle.dumps(Masked(linter())))
    assert again.lint(CALL).call == mask_call(CALL)


def test_failures_are_masked():
    error = InputError(f"读不懂“我叫{NAME}”", path=f"{PHONE}.json", line=3, hint="改{0}")
    new = masked_error(error)
    assert str(new) == "电话甲********.json:3: 读不懂“我叫某某甲”; 改{0}"
    assert (error.line, error.path) == (3, f"{PHONE}.json")
    tally = Tally().summary(skipped=[(f"{PHONE}.json:3", "我叫王小芳")], failures=[error])
    summary = masked_summary(tally)
    assert summary.skipped == (("电话甲********.json:3", "我叫某某甲"),)
    assert str(summary.failures[0]) == str(new)


TEXTS = st.lists(
    st.sampled_from(
        [
            "我叫王小芳",
            "王女士",
            PHONE,
            "138",
            "0013",
            "8000",
            "手机号多少",
            "嗯",
            "文三路5号",
            "自己看吧",
            "李",
        ]
    ),
    max_size=6,
).map("，".join)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.sampled_from(["王小芳", "", "客服一"]))
@settings(max_examples=150, deadline=None)
def test_masking_a_call_twice_changes_nothing_and_keeps_lengths(texts, agent):
    turns = tuple(Turn("customer" if n % 2 else "agent", text) for n, text in enumerate(texts))
    call = mask_call(Call("c", turns, agent_name=agent))
    assert [len(turn.text) for turn in call.turns] == [len(text) for text in texts]
    assert mask_call(call) == call
    assert PHONE not in json.dumps(to_canonical(call))


def test_a_call_and_its_text_are_masked_alike():
    said = f"我叫{NAME}，电话{PHONE}"
    assert mask_call(Call("c", (Turn("customer", said),))).turns[0].text == masked(said)
