"""Linting each call by what is said of its file."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from linter import Call, Turn
from linter.config.layers import Layers
from linter.config.linting import path_linter
from linter.config.names import wrong_names
from linter.config.reading import load_config
from linter.rulebook.load import load_paths
from linter.triage.select import Selection

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
PROFILES = """
profiles:
  从宽: {note: 催一下不算什么, change: {rules: {rude: {severity: info}}}}
  随和: {note: 口头禅不管, change: {rules: {careless: off}}}
"""
BAD = Call("c", (Turn("customer", "我想想。"), Turn("agent", "快点说，随便吧。")))


@pytest.fixture
def configured(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("shop.yml").write_text(SHOP.read_text(encoding="utf-8") + PROFILES, encoding="utf-8")

    def made(text, profiles=(), **selection):
        Path("huashu.yml").write_text(text, encoding="utf-8")
        layers = Layers(load_config("huashu.yml"))
        return path_linter(("shop.yml",), Selection(**selection), profiles, layers)

    return made


def found(linter, path):
    report = linter.lint(replace(BAD, path=path))
    return {finding.rule: finding.severity for finding in report.findings}


PER_PATH = """\
severity: {rude: warning}
per_path:
  - {paths: [a/], ignore: [careless]}
  - {paths: [b/], severity: {rude: off, careless: warning}}
  - {paths: [c/], profile: [随和]}
  - {paths: [d/], profile: [从宽]}
"""


def test_each_file_by_its_own(configured):
    linter = configured(PER_PATH)
    assert found(linter, "x.txt") == {"rude": "warning", "careless": "info"}
    assert found(linter, "a/x.txt") == {"rude": "warning"}
    assert found(linter, "b/x.txt") == {"careless": "warning"}
    assert found(linter, "c/x.txt") == {"rude": "warning"}
    assert found(linter, "d/x.txt") == {"rude": "warning", "careless": "info"}
    assert found(linter, "x.txt") == {"rude": "warning", "careless": "info"}


def test_a_linter_is_made_when_it_is_needed_and_once(configured):
    linter = configured(PER_PATH)
    assert linter.for_path("a/1.txt") is linter.for_path("a/2.txt")
    assert linter.for_path("x.txt") is linter.for_path("y.txt")
    assert linter.for_path("a/1.txt") is linter.for_path("a/3.txt")
    assert len(linter._made) == 2


def test_profiles_of_a_file_take_the_place_of_those_of_all(configured):
    linter = configured("per_path:\n  - {paths: [a/], profile: [从宽]}\n", ("随和",))
    assert found(linter, "x.txt") == {"rude": "error"}
    assert found(linter, "a/x.txt") == {"rude": "info", "careless": "info"}
    assert {"careless", "rude"} <= {rule.id for rule in linter.book.rules}


def test_it_goes_to_other_processes(configured):
    linter = pickle.loads(pickle.dumps(configured(PER_PATH)))
    assert found(linter, "b/x.txt") == {"careless": "warning"}


def test_names_that_are_nobodys(configured):
    configured("")
    text = (
        "select: [rude, rood]\nignore: [shop]\nseverity: {shop: off, impatience: off}\n"
        "profile: [从严]\nper_path:\n  - {paths: [a/], ignore: [rudee], profile: [随和]}\n"
    )
    Path("huashu.yml").write_text(text, encoding="utf-8")
    config, book = load_config("huashu.yml"), load_paths(["shop.yml"])
    said = [str(error) for error in wrong_names(config, book)]
    assert said[0] == "huashu.yml:1:16: 没有叫 'rood' 的规则、类别或规则包; 是不是 rude、cold"
    assert said[1].startswith("huashu.yml:3:12: 没有叫 'shop' 的规则或类别; ")
    assert said[2].startswith("huashu.yml:4:11: 没有叫 '从严' 的方案; 是不是 从宽")
    assert said[3] == "huashu.yml:6:28: 没有叫 'rudee' 的规则、类别或规则包; 是不是 rude"
    assert len(said) == 4
    assert len(wrong_names(config, book, ["select", "ignore", "profile"])) == 1


def test_what_a_profile_switches_off_has_a_name_still(configured):
    configured("ignore: [careless]\n")
    book = load_paths(["shop.yml"], ["随和"])
    assert wrong_names(load_config("huashu.yml"), book) == []


def test_with_rules_of_the_command_line_the_way_out_is_told(configured):
    configured("ignore: [nobody]\n")
    book = load_paths(["shop.yml"])
    (error,) = wrong_names(load_config("huashu.yml"), book, ["rules"])
    assert error.hint.endswith("--rules 换掉了配置里的规则，不用配置写 --config none")
