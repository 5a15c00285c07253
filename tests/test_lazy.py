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


def imported(code: str) -> set[str]:
    """The modules there are after some code has run in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", f"{code}\nimport sys; print(*sys.modules)"]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    return set(run.stdout.splitlines()[-1].split())


def of_ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "linter"}


def test_the_package_itself_imports_nothing():
    assert of_ours(imported("import linter")) == {"linter"}


def test_help_imports_the_command_alone():
    found = imported("from linter.cli.main import main; main(['--help'])")
    assert not {"linter.model", "linter.calls", "linter.signals", "linter.rulebook"} & found
    assert not {"yaml", "xml", "openpyxl", "msgspec", "rapidfuzz", "wcwidth", "jieba"} & found


def test_a_plain_call_waits_for_no_other_format(tmp_path):
    (tmp_path / "a.txt").write_text("客户：我想想。\n坐席：好的，您慢慢想。\n", encoding="utf-8")
    said = ["lint", "--fail-on", "never", "-o", str(tmp_path / "out"), str(tmp_path / "a.txt")]
    lint = f"from linter.cli.main import main; main({said!r})"
    imported(lint)  # the first run reads the rules and keeps them
    found = imported(
        f"{lint}\n"
        "from linter.signals.casting.weights import default_weights\n"
        "assert not default_weights.cache_info().currsize"
    )
    assert "linter.calls.format_plain" in found
    assert not {"yaml", "xml", "xml.parsers.expat", "openpyxl", "linter.rulelint"} & found
    assert not {"linter.workbooks.book", "linter.fixing", "linter.rulebook.load"} & found
    assert not {"decimal", "fractions", "linter.scoring.scheme", "linter.cli.scheme"} & found
    assert not {"linter.masked", "linter.masking"} & found
    vendors = {name for name in found if name.startswith("linter.calls.vendors.")}
    assert vendors <= {"linter.calls.vendors.base"}
