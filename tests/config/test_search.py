"""Which file configures a run."""

from __future__ import annotations

import pytest

from linter.config.search import Found, find

SECTION = "[metadata]\nname = x\n\n[huashu]\nlang = en\n"


@pytest.fixture
def project(tmp_path):
    """A project with a folder in a folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    return tmp_path


def test_nothing(project):
    assert find(str(project / "a" / "b")) is None


def test_the_nearest_one(project):
    for folder, path in ((project, "../../huashu.yml"), (project / "a", "../huashu.yml")):
        (folder / "huashu.yml").touch()
        assert find(str(project / "a" / "b")) == Found(path)


def test_a_section_of_setup_cfg(project):
    (project / "setup.cfg").write_text(SECTION)
    assert find(str(project)) == Found("setup.cfg")


@pytest.mark.parametrize("header", ["[huashu", "[ huashu]", "[huashu ]", "[huashu)"])
def test_a_section_whose_name_is_written_wrongly_is_not_passed_over(project, header):
    (project / "setup.cfg").write_text(f"[metadata]\nname = x\n{header}\nlang = en\n")
    assert find(str(project)) == Found("setup.cfg")


@pytest.mark.parametrize(
    "text",
    [
        *("[huashu-site]\na = b\n", "[huashu.x]\n", "[tool:huashu]\n", "[metadata]\nname = x\n"),
        *("[a]\nb =\n    [huashu]\n", "#[huashu]"),
    ],
)
def test_a_setup_cfg_that_is_none_of_ours(project, text):
    (project / "setup.cfg").write_text(text)
    assert find(str(project)) is None


def test_of_two_the_section_does_not_count(project):
    (project / "setup.cfg").write_text(SECTION)
    (project / "huashu.yml").touch()
    assert find(str(project / "a")) == Found("../huashu.yml", "../setup.cfg")


def test_a_nearer_section_is_stronger_than_a_file_further_up(project):
    (project / "huashu.yml").touch()
    (project / "a" / "setup.cfg").write_text(SECTION, newline="\r\n")
    assert find(str(project / "a" / "b")) == Found("../setup.cfg")


@pytest.mark.parametrize("make", ["mkdir", "touch"])
def test_nobody_looks_above_the_project(project, make):
    (project / "huashu.yml").touch()
    inner = project / "a"
    getattr(inner / ".git", make)()
    assert find(str(inner / "b")) is None
    (inner / "huashu.yml").touch()
    assert find(str(inner / "b")) == Found("../huashu.yml")


def test_a_folder_of_that_name_configures_nothing(project):
    (project / "huashu.yml").mkdir()
    assert find(str(project)) is None
