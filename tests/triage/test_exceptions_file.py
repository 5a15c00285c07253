from __future__ import annotations

import pytest

from linter.errors import RuleErrors
from linter.triage.exceptions_file import load_exceptions
from linter.triage.known import KnownRules

from .helpers import small

GOOD = "{rule: scolding, call: c1, why: 看过, by: 王敏}"


def load(tmp_path, *entries, head="exceptions:\n"):
    file = tmp_path / "ex.yml"
    file.write_text(head + "".join(f"  - {entry}\n" for entry in entries), encoding="utf-8")
    return load_exceptions([str(file)], KnownRules(small().book))


def wrong(tmp_path, *entries, head="exceptions:\n"):
    with pytest.raises(RuleErrors) as caught:
        load(tmp_path, *entries, head=head)
    name = str(tmp_path / "ex.yml")
    return [str(error).removeprefix(f"{name}:") for error in caught.value.errors]


def test_an_exception(tmp_path):
    (one,) = load(
        tmp_path,
        "{rule: scolding, call: c1, path: '*.md', phrase: 别喊, fingerprint: f, why: 看过, "
        "by: 王敏, until: 2026-12-31}",
    )
    assert one.entry == (
        *("exception", "scolding", "看过", "王敏", "2026-12-31"),
        *(str(tmp_path / "ex.yml"), 2, 5),
    )
    assert (one.call, one.phrase, one.fingerprint) == ("c1", "别喊", "f")
    assert one.paths[0] == "*.md"


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (
            "{rule: scoldin, call: c1, why: 看过, by: 王}",
            "2:12: 没有叫 'scoldin' 的规则; 是不是 scolding、escalation、script-complaint",
        ),
        (
            "{rule: scolding, why: 看过, by: 王}",
            "2:5: 例外太宽：等于关掉这条规则; 加上 call、phrase、fingerprint、path 里的一个",
        ),
        ("{rule: scolding, call: c, by: 王}", "2:5: 例外里缺少键 'why'; rule、why、by 都要写"),
        ("{rule: scolding, call: c, why: 好}", "2:5: 例外里缺少键 'by'; rule、why、by 都要写"),
        ("{call: c, why: 好, by: 王}", "2:5: 例外里缺少键 'rule'; rule、why、by 都要写"),
        (
            "{rule: scolding, call: c, why: 好, by: 王, untl: x}",
            "2:46: 例外里不认识的键 'untl'; 是不是 until、rule",
        ),
        (
            "{rule: scolding, call: c, why: 好, by: 王, until: 2026-02-30}",
            "2:53: '2026-02-30' 不是日期; 写成 2026-12-31 这样，那一天还算数",
        ),
        ("{rule: scolding, phrase: 喊, why: 好, by: 王}", "2:30: phrase 太短，至少 2 个字"),
        ("只有字", "2:5: 这里要写例外（键: 值）"),
    ],
)
def test_what_is_wrong(tmp_path, entry, error):
    assert wrong(tmp_path, entry)[:1] == [error]


@pytest.mark.parametrize("key", ["agent", "agent_id", "Customer-Name", "坐席", "班组", "team"])
def test_no_exception_for_a_person(tmp_path, key):
    (error,) = wrong(tmp_path, f"{{rule: scolding, call: c, {key}: x, why: 好, by: 王}}")
    assert error == (
        f"2:31: 例外里不能写 '{key}'; "
        "例外不能给人（坐席、客户、班组），只能给说的话：写 call（哪一通）或 phrase（哪句话）"
    )


def test_all_errors_come_at_once(tmp_path):
    assert len(wrong(tmp_path, "{rule: x, call: c, by: y}", GOOD, "{rule: scolding, team: 1}")) == 6


@pytest.mark.parametrize(
    ("head", "error"),
    [
        ("", "例外文件是空的; 至少要有 exceptions"),
        ("exceptionz: []\n", "1:1: 例外文件里不认识的键 'exceptionz'; 是不是 exceptions"),
        ("exceptions: a\n", "1:13: exceptions 要写成列表; 每条以 - 开头"),
        ("exceptions: *a\n", "1:13: 例外文件里不能用 YAML 的锚点和别名（& 和 *）"),
    ],
)
def test_files_that_are_none(tmp_path, head, error):
    assert wrong(tmp_path, head=head)[0].strip().startswith(error)


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "gbk.yml").write_bytes("例外".encode("gbk"))
    names = [str(tmp_path / "no.yml"), str(tmp_path / "gbk.yml")]
    with pytest.raises(RuleErrors) as caught:
        load_exceptions(names, KnownRules(small().book))
    said = [error.message.partition("：")[0] for error in caught.value.errors]
    assert said == ["例外文件读不了", "例外文件不是 UTF-8"]


def test_rules_that_come_with_huashu_are_known(tmp_path):
    assert len(load(tmp_path, "{rule: backtalk, call: c1, why: 看过, by: 王敏}")) == 1
