"""Rule books that are kept from one run to the next."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter import store
from linter.errors import HuashuError, UsageError
from linter.model import Call
from linter.rulebook import cached
from linter.rulebook.cached import load, load_book, variant
from linter.rulebook.load import load_paths
from linter.rulebook.profiles import in_force, meant, with_profiles
from linter.rulebook.types import RuleBook

BASE = """pack: base
words: [彩铃]
classes:
  信息: {电话: [电话, 手机号], 地址: [地址]}
signals:
  催: {any: [快点, (赶紧|马上)…<信息 as 项>], not_when: [negated]}
"""
OWN = """pack: own
extends: base.yml
rules:
  - {id: rush, category: impatience, aspect: 态度, severity: warning, forbid: 催,
     say: 催。, why: 伤人。, instead: 不急。,
     tests: [{flag: 坐席：【快点】。}, {pass: 坐席：慢慢来。}]}
profiles:
  严: {note: 更严, change: {rules: {rush: {severity: error}}}}
  宽: {note: 更宽, when: {scene: [回访]}, change: {rules: {rush: {severity: info}}}}
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack that stands on another, each in its own file."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "base.yml").write_text(BASE, encoding="utf-8")
    (folder / "own.yml").write_text(OWN, encoding="utf-8")
    return folder / "own.yml"


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on no rule file can be read any more."""

    def read_source(text: str, path: str, errors: object) -> None:
        raise AssertionError(f"{path} is read again")

    return lambda: monkeypatch.setattr("linter.rulebook.extends.read_source", read_source)


def kept(cache: Path) -> list[str]:
    return sorted(os.listdir(cache)) if cache.exists() else []


def severity(book: RuleBook) -> str:
    return book.rules[0].severity


def test_the_second_time_no_yaml_is_read_and_the_book_is_the_same(own, no_yaml):
    plain, first = load_paths([own]), load_book([own])
    no_yaml()
    second = load_book([own])
    assert plain == first == second
    assert repr(plain) == repr(second)


def test_the_built_in_book_is_the_same(no_yaml):
    plain, first = load_paths(["builtin"]), load_book(["builtin"])
    no_yaml()
    assert plain == first == load_book(["builtin"])


def changed_word(own: Path) -> None:
    path = own.with_name("base.yml")
    times = path.stat()
    path.write_text(BASE.replace("快点", "快些"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def base_as_folder(own: Path) -> None:
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("base.yml", "more"), encoding="utf-8")
    (own.parent / "more").mkdir()
    (own.parent / "more" / "base.yml").write_text(BASE.replace("快点", "快些"), encoding="utf-8")


@pytest.mark.parametrize("change", [changed_word, base_as_folder])
def test_what_any_file_says_now_counts(own, change):
    before = load_book([own])
    change(own)
    after = load_book([own])
    assert after.signals["催"].patterns[0].text == "快些" != before.signals["催"].patterns[0].text
    assert after == load_paths([own])


def test_a_new_file_in_a_folder_counts(own):
    assert load_book([own.parent]).packs == ("base", "own")
    own.with_name("third.yml").write_text("pack: third\n", encoding="utf-8")
    assert load_book([own.parent]).packs == ("base", "own", "third")
    own.with_name("third.yml").unlink()
    assert load_book([own.parent]).packs == ("base", "own")


def test_a_table_is_a_rule_file_too(tmp_path, no_yaml):
    sheet = tmp_path / "words.csv"
    sheet.write_text("短语,类别\n闭嘴,insult\n", encoding="utf-8")
    first = load_book([sheet])
    sheet.write_text("短语,类别\n住嘴,insult\n", encoding="utf-8")
    second = load_book([sheet])
    assert first.rules != second.rules
    assert second == load_paths([sheet])
    no_yaml()
    assert second == load_book([sheet])


def test_a_file_that_is_gone_is_gone(own):
    load_book([own])
    own.with_name("base.yml").unlink()
    assert complaint(lambda: load_book([own])) == complaint(lambda: load_paths([own]))


def complaint(work: Callable[[], object]) -> str:
    with pytest.raises(HuashuError) as raised:
        work()
    return str(raised.value)


def test_errors_are_never_kept_and_say_the_same_each_time(own, cache):
    own.write_text(OWN.replace("forbid: 催", "forbid: 崔"), encoding="utf-8")
    said = {complaint(lambda: load([own], (), str, "x")) for _ in range(2)}
    assert said == {complaint(lambda: load_paths([own]))}
    assert kept(cache) == []
    own.write_text(OWN, encoding="utf-8")
    load_book([own])
    own.write_text(OWN.replace("forbid: 催", "forbid: 崔"), encoding="utf-8")
    assert complaint(lambda: load_book([own])) in said


def test_another_version_makes_its_own(own, monkeypatch):
    made = []
    for version in ("1", "1", "2", "2", "1"):
        monkeypatch.setattr(cached, "stamp", lambda version=version: version)
        load([own], (), lambda book: made.append(len(made)), "counted")
    assert made == [0, 1, 2]


def test_same_names_in_different_folders_are_different_files(tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "p.yml").write_text(f"pack: {name}\n", encoding="utf-8")
    for name in ("one", "two", "one"):
        monkeypatch.chdir(tmp_path / name)
        assert load_book(["p.yml"]).packs == (name,)


def test_what_is_made_of_a_book_is_kept_by_its_kind(own, no_yaml):
    assert load([own], (), lambda book: ["one", book.packs], "one") == ["one", ("own", "base")]
    assert load([own], (), lambda book: ["two", book.packs], "two") == ["two", ("own", "base")]
    no_yaml()
    assert load([own], (), _unmade, "one")[0] == "one"
    assert load([own], (), _unmade, "two")[0] == "two"


def _unmade(book: RuleBook) -> list[object]:
    raise AssertionError("it is made again")


def test_the_book_is_in_what_is_made_of_it(own):
    for _ in range(2):
        made = load([own], (), lambda book: {"book": book, "names": [*book.signals]}, "names")
        assert made["book"] == load_paths([own])
        assert severity(with_profiles(made["book"], ["严"])) == "error"


# Profiles


def test_profiles_asked_for_are_kept_too(own, no_yaml):
    plain = load_paths([own], ["严"])
    assert load_book([own], ["严"]) == plain
    assert load_book([own], ["宽", "严"]) == load_paths([own], ["宽", "严"])
    no_yaml()
    again = load_book([own], ["严"])
    assert again == plain
    assert (again.active, severity(again)) == (("严",), "error")
    assert load_book([own], ["宽", "严"]).active == ("宽", "严")


def test_profiles_of_calls_are_made_from_a_kept_book_and_kept(own, no_yaml):
    load_book([own])
    call = Call("c", (), scene="回访")
    plain = load_paths([own])
    book = load_book([own])
    assert meant(book, call) == ("宽",)
    assert in_force(book, ("宽",)) == in_force(plain, ("宽",))
    no_yaml()
    again = load_book([own])
    assert in_force(again, ("宽",)) == in_force(plain, ("宽",))
    assert in_force(in_force(again, ("宽",)), ()) == plain


def test_a_book_goes_with_what_its_files_said_when_it_was_made(own):
    load_book([own])
    book = load_book([own])
    own.write_text(OWN.replace("severity: error", "severity: info"), encoding="utf-8")
    assert severity(in_force(book, ("严",))) == "error"
    assert severity(load_book([own], ["严"])) == "info"
    assert severity(in_force(book, ("严",))) == "error"


def test_what_is_made_of_variants_is_kept(own, no_yaml):
    book = load_book([own])
    assert variant(book, ("严",), severity, "severity") == "error"
    assert variant(book, (), severity, "severity") == "warning"
    no_yaml()
    again = load_book([own])
    assert variant(again, ("严",), _unmade, "severity") == "error"


def test_a_book_that_was_changed_by_hand_is_taken_as_it_is(own):
    load([own], (), severity, "severity")
    book = load_book([own])
    changed = replace(book, rules=(replace(book.rules[0], severity="error"),))
    assert variant(changed, (), severity, "severity") == "error"
    assert variant(load_paths([own]), ("宽",), severity, "severity") == "info"


def test_a_profile_that_no_pack_has(own, cache):
    expected = complaint(lambda: load_paths([own], ["紧"]))
    with pytest.raises(UsageError) as raised:
        load_book([own], ["紧"])
    assert str(raised.value) == expected
    load_book([own])
    assert complaint(lambda: load_book([own], ["紧"])) == expected


def test_profiles_that_do_not_go_together(tmp_path, cache):
    pack = tmp_path / "p.yml"
    drop = "change: {signals: {催: {drop: {any: [快点]}}}}"
    pack.write_text(
        "pack: p\nsignals:\n  催: {any: [快点, 快些]}\n"
        "rules:\n" + OWN[OWN.index("  - {id") : OWN.index("profiles:")] + "profiles:\n"
        f"  甲: {{note: 甲, {drop}}}\n"
        f"  乙: {{note: 乙, {drop.replace('快点', '快些')}}}\n",
        encoding="utf-8",
    )
    assert complaint(lambda: load_book([pack], ["甲", "乙"])) == complaint(
        lambda: load_paths([pack], ["甲", "乙"])
    )


# The cache itself


@given(where=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_byte_anywhere(own, cache, where, mask):
    expected = load_book([own])
    (name,) = kept(cache)
    data = bytearray((cache / name).read_bytes())
    data[int(where * len(data))] ^= mask
    (cache / name).write_bytes(data)
    assert load_book([own]) == expected
    assert (cache / name).read_bytes() != data


@given(left=st.floats(0, 1, exclude_max=True))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_end_that_is_missing(own, cache, left):
    expected = load_book([own])
    (name,) = kept(cache)
    data = (cache / name).read_bytes()
    (cache / name).write_bytes(data[: int(left * len(data))])
    assert load_book([own]) == expected
    assert len((cache / name).read_bytes()) == len(data)


class Bomb:
    """Cannot be unpickled, in a way of its own."""

    def __reduce__(self) -> tuple[object, ...]:
        return _unmade, (None,)


@pytest.mark.parametrize(
    "foreign",
    [
        *(b"", b"no pickle", pickle.dumps(None), pickle.dumps((1, 2)), pickle.dumps((1, 2, 3))),
        pickle.dumps(Bomb()),
    ],
)
def test_something_else_under_the_same_name(own, cache, foreign):
    expected = load_book([own])
    (name,) = kept(cache)
    store.write(name, foreign)
    assert load_book([own]) == expected
    assert store.read(name) != foreign


@pytest.mark.parametrize("foreign", [b"", b"no pickle", pickle.dumps(Bomb())])
@pytest.mark.parametrize("profiles", [(), ("严",)])
def test_something_else_in_the_right_envelope(own, cache, foreign, profiles):
    expected = load_book([own], profiles)
    (name,) = kept(cache)
    made_by, seen, _ = pickle.loads(store.read(name) or b"")
    store.write(name, pickle.dumps((made_by, seen, foreign)))
    base = load_book([own])
    assert in_force(base, profiles) == expected
    store.write(name, pickle.dumps((made_by, seen, foreign)))
    assert load_book([own], profiles) == expected


def test_a_folder_that_nothing_can_be_written_to(own, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        assert load_book([own]) == load_paths([own])


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="no pipes by name")
def test_a_pipe_is_read_once_and_not_kept(cache):
    reading, writing = os.pipe()
    os.write(writing, b"pack: piped\n")
    os.close(writing)
    try:
        assert load_book([f"/dev/fd/{reading}"]).packs == ("piped",)
    finally:
        os.close(reading)
    assert kept(cache) == []


def test_files_that_change_while_they_are_read_are_not_kept(own, cache, monkeypatch):
    def fingerprint(path: str, count: list[int] = []) -> str:  # noqa: B006
        count.append(1)
        return str(len(count))

    monkeypatch.setattr(cached, "fingerprint", fingerprint)
    assert load_book([own]) == load_paths([own])
    assert kept(cache) == []


def test_no_files_make_an_empty_book(cache):
    assert load_book([]) == load_paths([])
    assert kept(cache) == []


def test_a_book_from_the_cache_can_be_sent_to_another_process(own):
    load_book([own])
    book = load_book([own])
    sent = pickle.loads(pickle.dumps(book))
    assert sent == book
    assert severity(in_force(sent, ("严",))) == "error"


def _load(path: Path, start: object, results: object) -> None:
    start.wait()  # type: ignore[attr-defined]
    book = load_book([path])
    results.put((book.version, severity(in_force(book, ("严",)))))  # type: ignore[attr-defined]


def test_many_processes_at_once_on_an_empty_cache(own, cache):
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(8), context.Queue()
    workers = [context.Process(target=_load, args=(own, start, results)) for _ in range(8)]
    for worker in workers:
        worker.start()
    found = {results.get(timeout=120) for _ in workers}
    for worker in workers:
        worker.join()
    plain = load_paths([own])
    assert found == {(plain.version, "error")}
    assert [worker.exitcode for worker in workers] == [0] * 8
    assert len(kept(cache)) == 2
