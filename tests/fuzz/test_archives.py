from __future__ import annotations

import io
import zipfile

from tools.fuzz.archives import archived, first_parts


def made() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        archive.writestr("b.xml", "<b/>")
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_input_is_a_part_of_an_archive() -> None:
    inputs = list(first_parts(made(), 77))
    assert inputs == [b"77 a.xml\n<a/>", b"77 b.xml\n<b/>"]
    assert [parts(archived(one)) for one in inputs] == [parts(made())] * 2
    assert parts(archived(b"77 b.xml\n<x/>\n")) == {"a.xml": b"<a/>", "b.xml": b"<x/>\n"}


def test_the_same_input_is_the_same_archive() -> None:
    (first, _) = first_parts(made(), 77)
    assert archived(first) == archived(first)


def test_whole_archives_and_what_names_none_stay() -> None:
    for data in (made(), b"", b"99999 a.xml\n<a/>", b"<a/>\n"):
        assert archived(data) == data


def test_a_name_that_no_archive_has_room_for_is_cut() -> None:
    list(first_parts(made(), 77))
    name = max(parts(archived(b"77 " + b"\xe9" * 70_000 + b"\n<x/>")), key=len)
    assert set(name) == {"é"}
    assert len(name.encode()) <= 0xFFFF
