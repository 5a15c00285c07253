"""What is made when it is first used."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import threading

import pytest

from linter import lazy


def test_a_pattern_does_what_the_compiled_one_does():
    source, text = r"(?P<字>[甲乙])(\d*)", "甲12，乙，丙3"
    ours, theirs = lazy.pattern(source), re.compile(source)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
    assert ours.sub("·", text) == theirs.sub("·", text)
    assert ours.split(text, maxsplit=1) == theirs.split(text, maxsplit=1)
    assert ours.match(text, 4, 5)["字"] == "乙"
    assert (ours.pattern, ours.groups) == (source, 2)
    assert ours.fullmatch("丙") is None


def test_flags_count():
    assert lazy.pattern("a", re.IGNORECASE).search("A")
    assert not lazy.pattern("a").search("A")


def test_it_is_compiled_at_the_first_use_and_not_before():
    wrong = lazy.pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_what_a_pattern_does_not_have_it_does_not_have():
    with pytest.raises(AttributeError):
        lazy.pattern("a").serch("a")  # type: ignore[attr-defined]


def test_a_pattern_can_be_pickled_used_or_not():
    used = lazy.pattern("a", re.IGNORECASE)
    assert used.search("A")
    for one in (used, lazy.pattern("a", re.IGNORECASE)):
        assert pickle.loads(pickle.dumps(one)).search("A")


def test_threads_share_a_pattern():
    shared, found = lazy.pattern("(?:a|b)c"), []
    start = threading.Barrier(8)

    def look() -> None:
        start.wait()
        found.append(shared.search("xbc"))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [match and match.span() for match in found] == [(1, 3)] * 8


def test_imports_are_made_when_they_are_asked_for():
    code = (
        "import sys; from linter.lazy import Imports\n"
        "found = Imports({'one': 'colorsys:hsv_to_rgb', 'other': 'wave:open'})\n"
        "assert list(found) == ['one', 'other'] and 'one' in found and len(found) == 2\n"
        "assert 'colorsys' not in sys.modules\n"
        "assert found['one'] is __import__('colorsys').hsv_to_rgb\n"
        "assert 'wave' not in sys.modules and found.get('third') is None\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
