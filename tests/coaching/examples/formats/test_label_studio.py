from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from linter.coaching.examples.formats.label_studio import ConfigFormat, LabelStudioFormat
from linter.coaching.examples.model import Span

from ..making import BAD, GOOD, made


def tasks(*examples, lang="zh"):
    return json.loads("".join(LabelStudioFormat(lang).text(made(*examples))))


def config(*examples, lang="zh"):
    return ElementTree.fromstring("".join(ConfigFormat(lang).text(made(*examples))))


def test_a_task():
    (bad, _) = tasks(BAD, GOOD)
    assert set(bad) == {"data", "predictions"}
    assert bad["data"]["dialogue"] == [
        {"author": "客户", "text": "气死了"},
        {"author": "坐席", "text": "抱歉，快点说😀好不"},
        {"author": "客户（略 1 轮）", "text": "<b>|你\n催谁"},
    ]
    assert bad["data"]["better"] == "对不起，是我们不好。"
    (trigger, focus, kind) = bad["predictions"][0]["result"]
    assert trigger["value"]["paragraphlabels"] == ["起因"]
    assert focus == {
        "id": "bad1-1-0",
        "from_name": "spans",
        "to_name": "dialogue",
        "type": "paragraphlabels",
        "value": {
            "start": "1",
            "end": "1",
            "startOffset": 3,
            "endOffset": 5,
            "text": "快点",
            "paragraphlabels": ["坏：不耐烦"],
        },
    }
    assert (kind["type"], kind["value"]) == ("choices", {"choices": ["坏"]})


def test_offsets_are_those_of_a_browser():
    turn = BAD.turns[1]._replace(text="😀快点", spans=(Span(1, 3, "focus", ""),))
    (task,) = tasks(replace(BAD, turns=(turn,), focus=0))
    value = task["predictions"][0]["result"][0]["value"]
    assert (value["startOffset"], value["endOffset"], value["text"]) == (2, 4, "快点")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_interface_has_whatever_tasks_name(lang):
    """What the importer's own check asks: known tags, known labels, known data."""
    named = {tag.get("name"): tag for tag in config(BAD, GOOD, lang=lang).iter() if tag.get("name")}
    for task in tasks(BAD, GOOD, lang=lang):
        for tag in named.values():
            assert not tag.get("value") or tag.get("value")[1:] in task["data"]
        for region in task["predictions"][0]["result"]:
            control = named[region["from_name"]]
            assert control.tag.lower() == region["type"]
            assert control.get("toName") == region["to_name"]
            allowed = {choice.get("value") for choice in control}
            assert set(region["value"][region["type"]]) <= allowed


def test_names_are_escaped():
    assert config(replace(BAD, category='a"<&')).findall(".//Label")


def test_an_empty_set_is_a_list():
    assert tasks() == []
    assert config().tag == "View"
