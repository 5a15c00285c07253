from __future__ import annotations

from linter.changes.lines import NOWHERE, WHOLE, Touched
from linter.changes.parsing import changed_files, patched

HEAD = b"diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n"


def only(patch: bytes) -> Touched:
    ((_, touched),) = patched(patch)
    return touched


def test_hunks() -> None:
    patch = (
        HEAD
        + b"@@ -1 +1,2 @@ \xe5\x9d\x90\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-y\n-z\n@@ -20,0 +20 @@\n+n\n"
    )
    assert only(patch) == Touched(((1, 2), (20, 20)), (10,))


def test_lines_that_look_like_headers() -> None:
    patch = HEAD + b"@@ -1,2 +1,2 @@\n--- a/y\n-@@ -1 +1 @@\n+++ b/y\n+@@ -7 +7 @@\n"
    assert only(patch) == Touched(((1, 2),))


def test_no_newline_at_the_end() -> None:
    mark = b"\\ No newline at end of file\n"
    patch = HEAD + b"@@ -3 +3 @@\n-a\n" + mark + b"+b\n" + mark + HEAD.replace(b"/x", b"/y")
    assert [*patched(patch)] == [("x", Touched(((3, 3),))), ("y", Touched())]


def test_names_with_spaces_and_chinese() -> None:
    head = "diff --git a/甲 乙.txt b/丙 丁.txt\n--- a/甲 乙.txt\t\n+++ b/丙 丁.txt\t\n"
    patch = f"{head}@@ -1 +1 @@\n-a\n+b\n"
    assert [name for name, _ in patched(patch.encode())] == ["丙 丁.txt"]


def test_names_that_git_puts_between_quotes() -> None:
    names = ['a"b', "b\\c", "c\td", "甲\n乙"]
    said = ['a\\"b', "b\\\\c", "c\\td", "\\347\\224\\262\\n乙"]
    head = '--- "a/{0}"\n+++ "b/{0}"\n@@ -1 +1 @@\n-a\n+b\n'
    patch = "".join(head.format(name) for name in said)
    assert [name for name, _ in patched(patch.encode())] == names


def test_every_kind_of_change() -> None:
    zero = b"0" * 40

    def raw(status: bytes, *names: bytes, mode: bytes = b"100644") -> bytes:
        return (
            b":100644 "
            + mode
            + b" "
            + zero
            + b" "
            + zero
            + b" "
            + b"\0".join([status, *names, b""])
        )

    listed = b"".join(
        [
            raw(b"M", b"x"),
            raw(b"M", "表.xlsx".encode()),
            raw(b"A", b"new"),
            raw(b"D", b"gone"),
            raw(b"R100", b"old", b"moved"),
            raw(b"R087", b":old", b":both"),
            raw(b"M", b"mode"),
            raw(b"U", b"conflict"),
            raw(b"M", b"sub", mode=b"160000"),
            b"1\t1\tx\0",
            "-\t-\t表.xlsx\0".encode(),
            b"3\t0\tnew\00\t2\tgone\0",
            b"0\t0\t\0old\0moved\0",
            b"1\t0\t\0:old\0:both\0",
            b"0\t0\tmode\0",
            b"1\t1\tsub\0",
        ]
    )
    patch = (
        HEAD + b"@@ -4 +4 @@\n-a\n+b\n" + HEAD.replace(b"b/x", b"b/:both") + b"@@ -4,0 +5 @@\n+b\n"
    )
    assert changed_files(listed, patch, "未 知\0nested/\0".encode()) == {
        "x": Touched(((4, 4),)),
        "表.xlsx": WHOLE,
        "new": WHOLE,
        "moved": NOWHERE,
        ":both": Touched(((5, 5),)),
        "mode": NOWHERE,
        "conflict": WHOLE,
        "sub/": WHOLE,
        "未 知": WHOLE,
        "nested/": WHOLE,
    }


def test_a_file_whose_hunks_are_not_found_counts_as_new() -> None:
    name = b"a\nb"
    listed = b":100644 100644 1 2 M\0" + name + b"\0" + b"1\t1\t" + name + b"\0"
    assert changed_files(listed, b"", b"") == {"a\nb": WHOLE}


def test_nothing() -> None:
    assert changed_files(b"", b"", b"") == {}
