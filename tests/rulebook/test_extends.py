"""What packs stand on: the built-in ones, a company's files, in which order, and circles."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import Call, Linter, RuleErrors, Turn
from linter.rulebook.load import load_builtin, load_paths, load_texts
from linter.ruletest import read_cases, run_cases

from .changing import BASE

COMPANY = """\
pack: acme
extends: builtin
change:
  classes: {管事的: {add: [大班, 值班长]}}
  rules:
    servility: off                       # not judged, not listed, costs no points
    missing-greeting: {severity: warning}
signals: {提友商: {any: [(别家|隔壁|其他平台)…(便宜|好|快)]}}
rules:
  - {id: no-rivals, category: competitor, aspect: 职责, severity: warning, forbid: 提友商,
     say: 坐席拿竞品说事。, why: 公司规定不评价同行。, instead: 我们的方案是……,
     tests: [{flag: "客户：贵。\\n坐席：【别家更便宜】，您去吧。"},
             {pass: "客户：别家更便宜。\\n坐席：嗯，您说。"}]}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_company_pack_in_ten_lines() -> None:
    assert len(COMPANY.splitlines()) < 15
    book = load_texts([("acme.yml", COMPANY)])
    shipped = load_builtin()
    assert {r.id for r in book.rules} - {r.id for r in shipped.rules} == {"no-rivals"}
    assert {r.id for r in shipped.rules} - {r.id for r in book.rules} == {"servility"}
    greeting = next(rule for rule in book.rules if rule.id == "missing-greeting")
    assert greeting.severity == "warning"
    call = Call("c", (Turn("customer", "叫你们大班来接电话。"),))
    # The shipped rules only suppose what 大班 is; the company's say it.
    assert {s.hit.certainty for s in Linter(book).view(call).seen["找人诉求"]} == {"certain"}
    assert {s.hit.certainty for s in Linter(shipped).view(call).seen["找人诉求"]} == {"review"}
    own = [rule for rule in book.rules if rule.pack == "acme"]
    assert [result.outcome for result in run_cases(Linter(book), read_cases(own))] == [
        *("passed", "passed")
    ]


def test_a_pack_stands_on_a_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "company" / "base.yml", BASE)
    site = "pack: site\nextends: ../company/base.yml\nchange: {rules: {rude: {weight: 7}}}\n"
    book = load_paths([write(tmp_path / "sites" / "site.yml", site)])
    assert book.packs == ("site", "base")
    assert book.rules[0].weight == 7
    other = write(tmp_path / "other.yml", "pack: other\n")
    assert load_paths([other]).version != book.version
    write(tmp_path / "company" / "base.yml", BASE + "  # more\n")
    assert load_paths([tmp_path / "sites" / "site.yml"]).version != book.version


def test_a_base_s_changes_come_before_those_of_what_stands_on_it(tmp_path: Path) -> None:
    write(tmp_path / "base.yml", BASE)
    company = (
        "pack: company\nextends: base.yml\nchange: {rules: {rude: {severity: info, weight: 1}}}\n"
    )
    write(tmp_path / "company.yml", company)
    site = "pack: site\nextends: [company.yml, base.yml]\nchange: {rules: {rude: {weight: 7}}}\n"
    one = write(tmp_path / "site.yml", site)
    for paths in ([one], [one, tmp_path / "company.yml"], [tmp_path]):
        rude = load_paths(paths).rules[0]
        assert (rude.severity, rude.weight) == ("info", 7)


def test_a_base_is_read_once_and_may_be_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "base" / "base.yml", BASE)
    for name in "ab":
        write(tmp_path / f"{name}.yml", f"pack: {name}\nextends: [base, ./base/base.yml]\n")
    book = load_paths([tmp_path / "a.yml", tmp_path / "b.yml", tmp_path / "base" / "base.yml"])
    assert book.packs == ("a", "b", "base")


def test_texts_stand_on_texts() -> None:
    own = "pack: own\nextends: base.yml\nchange: {rules: {rude: {weight: 7}}}\n"
    assert load_texts([("own.yml", own), ("base.yml", BASE)]).rules[0].weight == 7


def test_missing_bases_are_errors_where_they_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yml", "pack: a\nextends: [no.yml, sub/b, core]\n")
    with pytest.raises(RuleErrors) as caught:
        load_paths([path])
    assert [(e.line, e.column, e.message) for e in caught.value.errors] == [
        (2, 11, f"没有这个规则文件 {str(tmp_path / 'no.yml')!r}"),
        (2, 19, f"没有这个规则文件 {str(tmp_path / 'sub' / 'b')!r}"),
        (2, 26, "不认识的extends 'core'"),
    ]


def test_a_base_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    write(tmp_path / "bad.yml", "pack: [")
    for name in "ab":
        write(tmp_path / f"{name}.yml", f"pack: {name}\nextends: bad.yml\n")
    with pytest.raises(RuleErrors) as caught:
        load_paths([tmp_path / "a.yml", tmp_path / "b.yml"])
    assert [error.path for error in caught.value.errors] == [str(tmp_path / "bad.yml")]


def test_bases_in_a_circle(tmp_path: Path) -> None:
    a = write(tmp_path / "a.yml", "pack: a\nextends: b.yml\n")
    b = write(tmp_path / "b.yml", "pack: b\nextends: a.yml\n")
    own = write(tmp_path / "own.yml", "pack: own\nextends: own.yml\n")
    with pytest.raises(RuleErrors) as caught:
        load_paths([a, own])
    assert [str(error) for error in caught.value.errors] == [
        f"{a}:2:10: extends 绕回了自己：{a} → {b} → {a}; 去掉其中一个",
        f"{own}:2:10: extends 绕回了自己：{own} → {own}; 去掉其中一个",
        f"{b}:2:10: extends 绕回了自己：{b} → {a} → {b}; 去掉其中一个",
    ]
