from __future__ import annotations

import os
from dataclasses import replace

import pytest
from judging.helpers import call

from linter.triage.exceptions import globs

from .helpers import exemption, script, shown, triaged

CALL = replace(call("客户：宽带的事情。", "坐席：您别喊。"), id="c1", path="通话/a.jsonl")


def left(one, *calls):
    return len(shown(triaged([one]).lint(each) for each in calls))


@pytest.mark.parametrize(
    ("bound", "count"),
    [
        ({"call": "c1"}, 0),
        ({"call": "c2"}, 1),
        ({"phrase": "您别喊"}, 0),
        ({"phrase": "喊。"}, 0),
        ({"phrase": "。别"}, 1),
        ({"call": "c1", "phrase": "坐下"}, 1),
        ({"call": "c1", "path": "通话/*.jsonl"}, 0),
        ({"call": "c1", "path": "话术/*"}, 1),
        ({"path": "通话/*"}, 1),
        ({"fingerprint": "0" * 16}, 1),
    ],
)
def test_an_exception_of_a_call(bound, count):
    assert left(exemption("scolding", **bound), CALL) == count


def test_the_rule_has_to_be_the_one():
    assert left(exemption("insult", call="c1"), CALL) == 1


def test_a_fingerprint_is_enough():
    (found,) = triaged().lint(CALL).findings
    assert left(exemption("scolding", fingerprint=found.fingerprint), CALL) == 0


@pytest.mark.parametrize(("pattern", "count"), [("*.md", 0), ("a.md", 0), ("b/*.md", 1)])
def test_a_file_of_scripts_may_be_excepted_as_such(pattern, count):
    assert left(exemption("scolding", path=pattern), *script("# 甲\n- 您别喊。\n")) == count


def test_one_harmless_phrase_does_not_excuse_another_place_in_the_line():
    (scene,) = script("# 甲\n- 大哥别喊，您也别喊。\n")
    assert left(exemption("scolding", phrase="大哥别喊"), scene) == 1
    assert left(exemption("scolding", phrase="别喊"), scene) == 0


def test_globs_are_meant_from_the_folder_of_the_file():
    assert globs("话术/*.md", "规则") == (
        "话术/*.md",
        os.path.abspath("规则/话术/*.md").replace(os.sep, "/"),
    )


@pytest.mark.parametrize(
    ("bound", "concerned"),
    [
        ({"call": "c1"}, True),
        ({"call": "c2"}, False),
        ({"phrase": "宽带"}, True),
        ({"phrase": "水管"}, False),
        ({"fingerprint": "x"}, False),
        ({"phrase": "水管", "path": "通话/*"}, True),
    ],
)
def test_what_an_exception_should_be_of_use_for(bound, concerned):
    assert exemption("scolding", **bound).concerns(CALL) is concerned
