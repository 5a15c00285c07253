from __future__ import annotations

import pytest

from linter.reports.checkout import Checkout


@pytest.fixture
def root(tmp_path, monkeypatch):
    (tmp_path / "repo").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


@pytest.mark.parametrize(
    ("given", "path", "uri"),
    [
        ("calls/a.txt", "calls/a.txt", "calls/a.txt"),
        ("./calls/../a b.txt", "a b.txt", "a%20b.txt"),
        ("{root}/calls/a.txt", "calls/a.txt", "calls/a.txt"),
        ("话术/投诉#1?.md", "话术/投诉#1?.md", "%E8%AF%9D%E6%9C%AF/%E6%8A%95%E8%AF%89%231%3F.md"),
        ("a:b%20.md", "a:b%20.md", "a%3Ab%2520.md"),
        ("\udcff.md", "\udcff.md", "%FF.md"),
        ("<stdin>", "<stdin>", "%3Cstdin%3E"),
    ],
)
def test_what_is_inside_is_told_from_here(root, given, path, uri):
    given = given.format(root=root)
    assert (Checkout().path(given), Checkout().uri(given)) == (path, (uri, True))


def test_what_is_outside_is_absolute(root):
    outside = root.parent / "别处" / "a b.txt"
    found = Checkout()
    assert found.path("../别处/a b.txt") == outside.as_posix()
    assert found.uri("../别处/a b.txt") == (outside.as_uri(), False)
    assert found.uri("../别处/a b.txt")[0].startswith("file:///")


def test_a_sibling_with_a_longer_name_is_outside(root):
    assert Checkout().path("../repository/a.txt") == f"{root.parent}/repository/a.txt"


def test_a_folder_known_by_two_names_is_one(root):
    (root.parent / "link").symlink_to(root)
    (root / "a.txt").touch()
    assert Checkout().path(f"{root.parent}/link/a.txt") == "a.txt"


def test_a_link_that_leads_outside_is_told_as_it_is_named(root):
    (root.parent / "real.txt").touch()
    (root / "link.txt").symlink_to(root.parent / "real.txt")
    assert Checkout().path("link.txt") == "link.txt"
