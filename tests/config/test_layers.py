"""What holds for a file."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from linter.calls import ReadOptions
from linter.config.layers import Layers
from linter.config.reading import load_config
from linter.triage.select import Selection

TEXT = """\
severity: {rude: warning}
ignore: [top]
exclude: [旧/]
roles: {王丽: agent}
per_path:
  - paths: [外包/]
    ignore: [one]
    select: [a]
    severity: {impatience: off}
    profile: [甲]
    from: csv
    roles: {李雷: agent}
    columns: {内容: 话}
  - paths: ["*.csv"]
    ignore: [two]
    select: [b]
    min_severity: warning
    certain_only: true
    profile: [乙]
    roles: {李雷: customer}
    agent_channel: "2"
    sheet: 一月
"""
BASE = Selection(ignore=frozenset(["top"]))


@pytest.fixture
def layers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("huashu.yml").write_text(TEXT, encoding="utf-8")

    def made(*given, **more):
        return Layers(load_config("huashu.yml"), given, **more)

    return made


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("a.txt", ()),
        ("外包/a.txt", (0,)),
        ("a.csv", (1,)),
        ("外包/深/a.csv", (0, 1)),
        ("../外包/a.txt", ()),
        ("<stdin>", ()),
        ("", ()),
    ],
)
def test_the_entries_of_a_file(layers, path, numbers):
    assert layers().numbers(path) == numbers


def test_ignore_adds_up_and_later_entries_win(layers):
    found = layers().selection(BASE, (0, 1))
    assert found == Selection(
        select=frozenset(["b"]),
        ignore=frozenset(["top", "one", "two"]),
        min_severity="warning",
        certain_only=True,
        severities=((("rude", "warning"),), (("impatience", "off"),)),
    )
    assert layers().profiles((0, 1)) == ("乙",)
    assert layers().profiles(()) is None


def test_what_the_command_line_says_holds_for_all_files(layers):
    found = layers("select", "ignore", "profile", "min_severity", "certain_only")
    levels = ((("rude", "warning"),), (("impatience", "off"),))
    assert found.selection(Selection(), (0, 1)) == Selection(severities=levels)
    assert found.profiles((0, 1)) is None


def test_how_a_file_is_read(layers):
    base = ReadOptions(roles=(("王丽", "agent"),), by_path=layers())
    assert base.of("a.txt") == base
    assert base.of("外包/a.csv") == ReadOptions(
        "csv",
        "2",
        (("王丽", "agent"), ("李雷", "customer")),
        (("text", "话"),),
        "一月",
    )
    given = ReadOptions(by_path=layers("from", "roles", "columns", "agent_channel", "sheet"))
    assert given.of("外包/a.csv") == ReadOptions()


def test_what_is_left_out(layers):
    assert layers().leaves_out(Path("旧/a.txt"))
    assert layers().leaves_out(Path("旧"), is_folder=True)
    assert not layers().leaves_out(Path("旧"))
    assert not layers().leaves_out(Path("a.txt"))
    assert not layers(excludes=False).leaves_out(Path("旧/a.txt"))


def test_it_goes_to_other_processes(layers):
    found = pickle.loads(pickle.dumps(ReadOptions(by_path=layers())))
    assert found.of("a.csv").sheet == "一月"
