from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging.helpers import call

from linter.judged import Entry
from linter.triage.baseline import Baseline, Left, Mark, Record

from .helpers import baseline_of, placed, script, shown, small, taken, traces, triaged

LINES = (
    "您别喊。",
    "别喊，坐下。",
    "有病吧。",
    "请稍等，请稍等。",
    "谢谢您。",
    "您慢走。",
    "别喊别喊。",
    "您说。",
)
NEW = "有病你别喊。"


def text_of(scenes):
    return "\n".join(
        part for title, lines in scenes for part in (f"# {title}", *(f"- {line}" for line in lines))
    )


def linted(calls, baseline):
    wrapped = triaged(baseline=baseline)
    return [wrapped.lint(one) for one in calls]


SCENES = st.lists(
    st.tuples(
        st.sampled_from(["投诉", "开场", "查询", "别的"]),
        st.lists(st.sampled_from(LINES), min_size=1, max_size=5),
    ),
    min_size=1,
    max_size=5,
)


@given(SCENES, st.randoms(use_true_random=False))
def test_moved_lines_and_scenes_stay_known(scenes, random):
    baseline = baseline_of(script(text_of(scenes)))
    moved = [(title, random.sample(lines, len(lines))) for title, lines in scenes]
    random.shuffle(moved)
    reports = linted(script(text_of(moved)), baseline)
    assert shown(reports) == []
    used = traces(reports).used
    assert all(used[known.entry] == known.count for known in baseline.entries)


@given(SCENES, st.data())
def test_of_a_swap_exactly_the_new_one_is_shown(scenes, data):
    baseline = baseline_of(script(text_of(scenes)))
    scene = data.draw(st.integers(0, len(scenes) - 1))
    title, lines = scenes[scene]
    line = data.draw(st.integers(0, len(lines) - 1))
    changed = [*scenes]
    changed[scene] = (title, [*lines[:line], NEW, *lines[line + 1 :]])
    reports = linted(script(text_of(changed)), baseline)
    assert sorted(shown(reports)) == [("insult", "有病"), ("scolding", "别喊")]


def test_the_same_words_in_another_line_are_new():
    baseline = baseline_of(script("# 甲\n- 您别喊。\n- 您说。\n"))
    assert shown(linted(script("# 甲\n- 您坐。\n- 您说别喊。\n"), baseline)) == [
        ("scolding", "别喊")
    ]


def test_one_more_of_the_same_is_new():
    baseline = baseline_of(script("# 甲\n- 您别喊。\n"))
    again = script("# 甲\n- 您别喊。\n# 乙\n- 您别喊。\n")
    assert shown(linted(again, baseline)) == [("scolding", "别喊")]


def test_punctuation_is_no_change():
    baseline = baseline_of(script("# 甲\n- 您，别喊。\n"))
    assert shown(linted(script("# 甲\n- 您别喊！\n"), baseline)) == []


@pytest.mark.parametrize(
    ("after", "count"),
    [
        ("# 客户投诉\n- 您说。\n- 我查。\n", 0),
        ("# 投诉\n- 您讲。\n- 我再查。\n", 0),
        ("# 客户投诉\n- 您讲。\n- 我再查。\n", 1),
    ],
)
def test_what_is_missing_from_a_scene_is_known_by_its_title_or_its_lines(after, count):
    baseline = baseline_of(script("# 投诉\n- 我查。\n- 您说。\n"))
    assert [rule for rule, _ in shown(linted(script(after), baseline))] == ["sorry"] * count


def test_of_two_lines_that_say_the_same_either_may_be_found():
    before = "# 甲\n- 师傅明天上午到您家里修。\n- 师傅明天上午会到您家里修的。\n"
    after = "# 甲\n- 师傅明天上午会到您家里修的。\n- 师傅明天上午到您家里修。\n"
    baseline = baseline_of(script(before))
    assert [known.mark.rule for known in baseline.entries] == ["twice"]
    assert shown(linted(script(after), baseline)) == []


def test_a_call_is_known_by_its_id_and_says_nothing():
    one = replace(call("客户：宽带的事情。", "坐席：您别喊。"), path="a.jsonl")
    baseline = baseline_of([one])
    (known,) = baseline.entries
    assert (known.mark.quote, known.mark.line) == ("", "")
    assert taken(linted([one], baseline)) == [("scolding", "baseline")]
    assert shown(linted([replace(one, id="other")], baseline)) == [("scolding", "别喊")]


def test_a_moved_file_takes_its_entries_along(tmp_path):
    path = str(tmp_path / "huashu-baseline.json")
    old, new = str(tmp_path / "旧" / "a.md"), str(tmp_path / "新" / "a.md")
    baseline = baseline_of(script("# 甲\n- 您别喊。\n", old), path)
    moved = script("# 甲\n- 您别喊。\n", new)
    assert baseline.entries[0].path == "旧/a.md"
    assert shown(linted(moved, baseline)) == []
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "a.md").touch()
    assert shown(linted(moved, placed(baseline))) == [("scolding", "别喊")]


def test_of_two_gone_files_of_one_name_nobody_knows_which_was_moved(tmp_path):
    path = str(tmp_path / "huashu-baseline.json")
    old = [
        scene
        for name in ("甲", "乙")
        for scene in script("# 甲\n- 您别喊。\n", str(tmp_path / name / "a.md"))
    ]
    moved = script("# 甲\n- 您别喊。\n", str(tmp_path / "丙" / "a.md"))
    assert shown(linted(moved, baseline_of(old, path))) == [("scolding", "别喊")]


def test_an_entry_that_expired_hides_nothing():
    baseline = baseline_of(script("# 甲\n- 您别喊。\n"))
    (known,) = baseline.entries
    over = Baseline(baseline.path, [replace(known, entry=known.entry._replace(until="2026-01-04"))])
    last = Baseline(baseline.path, [replace(known, entry=known.entry._replace(until="2026-01-05"))])
    calls = script("# 甲\n- 您别喊。\n")
    assert shown(linted(calls, over)) == [("scolding", "别喊")]
    assert shown(linted(calls, last)) == []


def test_standard_input_has_no_folder():
    assert Baseline("x/b.json").name("<stdin>") == "<stdin>"


def test_entries_are_used_up():
    (known,) = baseline_of(script("# 甲\n- 您别喊。\n")).entries
    left = Left([known])
    assert left.take(known.mark) is known
    assert left.take(known.mark) is None
    assert left.has(known.mark) is known
    assert left.has(Mark("other", quote="别喊", line="您别喊。")) is None


def test_a_record_leaves_files_alone_that_were_not_linted():
    before = baseline_of([*script("# 甲\n- 您别喊。\n"), *script("# 甲\n- 有病。\n", "b.md")])
    record = Record(before)
    (scene,) = script("# 甲\n- 请稍等。\n", "b.md")
    record.linted(scene.path)
    (found,) = small().lint(scene).findings
    record.add(found, scene, "2026-02-01", Entry("baseline", "", "新的", "李"))
    said = [(k.path, k.mark.rule, k.count, k.added, k.entry.by) for k in record.entries()]
    assert said == [
        ("a.md", "scolding", 1, "2026-01-05", "王敏"),
        ("b.md", "wait", 1, "2026-02-01", "李"),
    ]


def test_a_kept_entry_says_what_is_there_now():
    before = baseline_of(script("# 甲\n- 您别喊。\n"))
    record = Record(before)
    (scene,) = script("# 甲\n- 您别喊！\n")
    record.linted(scene.path)
    (found,) = small().lint(scene).findings
    record.keep(found, scene, before.entries[0].entry)
    (known,) = record.entries()
    assert (known.mark.line, known.added, known.count) == ("您别喊！", "2026-01-05", 1)
    assert len(record.counts) == 1
