"""The section of a setup.cfg: read as configparser reads it, and marked."""

from __future__ import annotations

from configparser import ConfigParser

import pytest

from linter.config.ini import read_section
from linter.config.keys import shape_of
from linter.rulebook.source import Errors, Kind

TEXT = """\
[metadata]
name = x
rules = not ours

[huashu]
# a comment
min_severity: warning
agent_channel = 左 = 右
rules =
    builtin
    # another

    own rules.yml
  ; and another
select = threat, insult，backtalk,
severity = {rude: warning, impatience: off}
per_path =
    {paths: [外包/], ignore: [rude]}
    {paths: ["*.csv"], from: csv}

[other]
lang = en
"""


def plain(value):
    if value.is_mapping:
        return {key.text(): plain(said) for key, said in value.pairs()}
    return [plain(item) for item in value.items()] if value.is_list else value.node.value


def read(text):
    errors = Errors()
    return read_section(text, "setup.cfg", errors, Kind("配置文件"), shape_of), errors.found


def test_what_is_read():
    section, errors = read(TEXT)
    assert not errors
    assert plain(section) == {
        "min_severity": "warning",
        "agent_channel": "左 = 右",
        "rules": ["builtin", "own rules.yml"],
        "select": ["threat", "insult", "backtalk"],
        "severity": {"rude": "warning", "impatience": "off"},
        "per_path": [
            {"paths": ["外包/"], "ignore": ["rude"]},
            {"paths": ["*.csv"], "from": "csv"},
        ],
    }


def test_configparser_sees_the_same_keys_and_values():
    parser = ConfigParser(interpolation=None)
    parser.read_string(TEXT)
    section, _ = read(TEXT)
    found = {key.text(): value for key, value in section.pairs()}
    assert list(found) == list(parser["huashu"])
    for key in ("min_severity", "agent_channel"):
        assert found[key].text() == parser["huashu"][key]
    lines = [line for line in parser["huashu"]["rules"].split("\n") if line]
    assert plain(found["rules"]) == lines


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_everything_has_its_place(newline):
    text = TEXT.replace("\n", newline)
    section, _ = read(text)
    for key, value in section.pairs():
        assert text.split(newline)[key.line - 1][key.column - 1 :].startswith(key.text())
        for item in value.items() if not value.is_mapping else []:
            if not item.is_mapping:
                line = text.split(newline)[item.line - 1]
                assert line[item.column - 1 :].startswith(item.text())
    severity = {key.text(): value for key, value in section.pairs()}["severity"]
    (_, level), *_ = severity.pairs()
    assert (level.line, level.column) == (16, 19)


def test_a_line_that_says_nothing():
    _, errors = read("[huashu]\nlang = zh\nrules\nselect = a\n")
    assert [str(error) for error in errors] == [
        "setup.cfg:3:1: 这一行不是 键 = 值; 列表和接着写的行要缩进"
    ]


def test_broken_yaml_is_said_once_and_where_it_stands():
    section, errors = read("[huashu]\nlang = zh\nseverity = {rude: *x}\nselect = a\n")
    assert [(error.line, error.column) for error in errors] == [(3, 19)]
    assert list(plain(section)) == ["lang", "select"]


def test_yaml_may_go_on_for_lines():
    section, errors = read("[huashu]\nroles = {王丽: agent,\n    李雷: customer}\nselect = []\n")
    assert not errors
    assert plain(section) == {"roles": {"王丽": "agent", "李雷": "customer"}, "select": []}
