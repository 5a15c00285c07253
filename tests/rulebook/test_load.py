"""Loading packs: from texts, files, folders, with the built-in ones; all errors at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.errors import RuleError, RuleErrors
from linter.rulebook import load
from linter.rulebook.load import BUILTIN, load_builtin, load_paths, load_texts

from .helpers import RULE, SIGNALS, errors, errors_of, place_of, rule_text

TEN = """\
pack: ten
clases: {甲: [一]}
classes:
  称呼: [先生, 女士（小姐)]
  信息: {电话: [电话], 电话: [手机]}
conditions:
  否定: {before: [不], distance: 41}
signals:
  催: {who: agnet, any: [快点]}
  索要: {any: ["报…<信息 as 项>", "给我<信 息>"]}
  空: {who: agent}
rules:
  - id: Rude
    category: impatience
    aspect: 态度
    severity: eror
    forbid: [催, 催催]
    say: 坐席在催客户。
    why: 催促伤人。
    instead: 不着急。
    tests: [{flag: 坐席：【快点】}]
"""
TEN_PLACES = {
    "clases": "规则文件里不认识的键 'clases'",
    "（小姐": "短语 '女士（小姐)'：短语里不能写 （：写半角 (",
    "电话: [手机]": "键 '电话' 重复，第 5 行已经写过",
    "41}": "'41' 不是 0 到 40 之间的整数",
    "agnet": "不认识的who 'agnet'",
    "<信 息>": "短语 '给我<信 息>'：词类写成 <类名>、<类名 as 槽名>、<数字 7+> 或 <词性 nr>",
    "{who: agent}": "信号 空 没有短语",
    "Rude": "规则名 'Rude' 要用小写字母、数字和连字符",
    "eror": "不认识的severity 'eror'",
    "催催": "没有叫 '催催' 的信号",
    "[{flag": "每条规则至少要有一个 flag 和一个 pass 测试",
}


def test_all_errors_of_a_file_come_at_once_in_order_each_at_its_place() -> None:
    assert errors(TEN) == [
        f"{place_of(TEN, mark)}: {message}" for mark, message in TEN_PLACES.items()
    ]


def test_what_is_said_of_an_error() -> None:
    with pytest.raises(RuleErrors) as caught:
        load_texts([("t.yml", "pack: t\nclasses: [甲]\nrulse: []")])
    assert str(caught.value) == (
        "t.yml:2:10: 这里要写classes（键: 值）\n"
        "t.yml:3:1: 规则文件里不认识的键 'rulse'; 是不是 rules、classes"
    )
    assert all(isinstance(error, RuleError) for error in caught.value.errors)


def test_errors_of_files_come_in_the_files_order() -> None:
    bad = "pack: t\nfoo: 1\nbar: 2"
    assert errors_of(("z.yml", bad), ("a.yml", bad)) == [
        f"{name}:{line}:1: 规则文件里不认识的键 {key!r}"
        for name in ("z.yml", "a.yml")
        for line, key in ((2, "foo"), (3, "bar"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["t.yml: 规则文件是空的"]),
        ("# 没有\n", ["t.yml: 规则文件是空的"]),
        ("[]", ["t.yml:1:1: 这里要写规则文件（键: 值）"]),
        ("规则", ["t.yml:1:1: 这里要写规则文件（键: 值）"]),
        ("rules: []", ["t.yml:1:1: 规则文件缺少 pack"]),
        ("pack:\nrules: []", ["t.yml:1:6: 这里要写名字，不能空着"]),
        ("pack: [a]", ["t.yml:1:7: 这里要写名字，不是列表"]),
        ("pack: t\npack: u", ["t.yml:2:1: 键 'pack' 重复，第 1 行已经写过"]),
        ("pack: t\nextends: core", ["t.yml:2:10: 不认识的extends 'core'"]),
        ("pack: t\nrules: a", ["t.yml:2:8: 这里要写规则（键: 值）"]),
    ],
)
def test_a_file_that_is_no_pack(
    text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "builtin_files", list)
    assert errors_of(("t.yml", text)) == expected


def test_yaml_s_false_friends_are_words() -> None:
    loaded = load_texts(
        [("t.yml", "pack: no\nclasses: {on: [yes, off]}\nsignals: {甲: {any: [12:30, no, <on>]}}")]
    )
    assert loaded.packs == ("no",)
    assert [pattern.text for pattern in loaded.signals["甲"].patterns] == ["12:30", "no", "<on>"]
    assert list(loaded.classes) == ["on"]


def test_no_texts_are_an_empty_book() -> None:
    loaded = load_texts([])
    assert (loaded.rules, loaded.packs, loaded.signals) == ((), (), {})


def test_a_pack_in_two_files_is_one() -> None:
    texts = [("a.yml", "pack: t\nwords: [甲]"), ("b.yml", "pack: t\nwords: [乙]")]
    loaded = load_texts([*texts, ("c.yml", "pack: u")])
    assert (loaded.packs, loaded.words) == (("t", "u"), ("甲", "乙"))


def test_the_version_is_the_content_s() -> None:
    one = load_texts([("a.yml", "pack: t")]).version
    assert one == load_texts([("b.yml", "pack: t")]).version
    assert one != load_texts([("a.yml", "pack: u")]).version
    assert len(one) == 12


BASE = ("rules/base.yml", "pack: core\nclasses: {你: [你, 您]}\nsignals: {催: {any: [快点]}}\n")
MORE = ("rules/more.yml", "pack: more\nrules:\n" + rule_text("forbid: 催", id="rush"))


@pytest.fixture
def builtin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Built-in packs of our own."""
    monkeypatch.setattr(load, "builtin_files", lambda: [BASE, MORE])


@pytest.mark.usefixtures("builtin")
@pytest.mark.parametrize("extends", ["builtin", "[builtin]", "[builtin, builtin]"])
def test_extending_the_builtin_packs(extends: str) -> None:
    own = f"pack: own\nextends: {extends}\nsignals: {{甲: {{any: [<你>], of: [催]}}}}"
    loaded = load_texts([("own.yml", own)])
    assert loaded.packs == ("own", "core", "more")
    assert [rule.id for rule in loaded.rules] == ["rush"]


@pytest.mark.usefixtures("builtin")
def test_the_builtin_packs_are_loaded_once() -> None:
    own, too = "pack: own\nextends: builtin\n", "pack: too\nextends: builtin\n"
    assert load_texts([("a.yml", own), ("b.yml", too)]).packs == ("own", "too", "core", "more")
    assert load_texts([BASE, MORE, ("a.yml", own)]).packs == ("core", "more", "own")
    assert load_texts([("a.yml", own), MORE]).packs == ("own", "more", "core")


@pytest.mark.usefixtures("builtin")
def test_a_file_of_one_s_own_may_be_named_like_a_builtin_one() -> None:
    own = "pack: own\nextends: builtin\nwords: [好易宽]\n"
    assert load_texts([(BASE[0], own)]).packs == ("own", "core", "more")


@pytest.mark.usefixtures("builtin")
def test_every_extends_is_read() -> None:
    own, too = "pack: own\nextends: builtin\n", "pack: too\nextends: [builtin, core]\n"
    assert errors_of(("a.yml", own), ("b.yml", too)) == ["b.yml:2:20: 不认识的extends 'core'"]


@pytest.mark.usefixtures("builtin")
def test_the_builtin_packs_by_their_name(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text("pack: own\nextends: builtin\nsignals: {甲: {any: <你>}}", encoding="utf-8")
    assert load_builtin().packs == ("core", "more")
    assert load_paths([BUILTIN]).packs == ("core", "more")
    assert load_paths([BUILTIN, own]).packs == ("core", "more", "own")
    assert load_paths([str(own), BUILTIN]).packs == ("own", "core", "more")


def test_the_real_builtin_packs() -> None:
    loaded = load_builtin()
    assert len(loaded.rules) > 20
    assert {"no", "yes"}.isdisjoint(loaded.packs)
    assert load_texts([("t.yml", "pack: t\nextends: builtin")]).rules == loaded.rules


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_folder_s_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", "c/d.yml"):
        write(tmp_path / name, f"pack: {Path(name).stem}")
    (tmp_path / "e.yml").mkdir()
    write(tmp_path / "note.txt", "not a pack")
    assert load_paths([tmp_path]).packs == ("a", "b", "d")
    assert load_paths([tmp_path / "c", tmp_path / "b.yml"]).packs == ("d", "b")


def test_a_file_of_any_name_may_be_given(tmp_path: Path) -> None:
    assert load_paths([write(tmp_path / "rules.txt", "pack: t")]).packs == ("t",)


def test_a_mark_at_the_beginning_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yml", b"\xef\xbb\xbfpack: t\n")
    assert load_paths([path]).packs == ("t",)


def path_errors(*paths: Path) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        load_paths(paths)
    return [str(error) for error in caught.value.errors]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("pack: 甲".encode("gb18030"), "1:7"),
        ("pack: 甲\nwords: [乙".encode() + b"\xff]", "2:10"),
        (b"\xef\xbb\xbfpack: \xff", "1:7"),
        ("pack: 甲".encode("utf-16"), "1:1"),
    ],
)
def test_not_utf_8(tmp_path: Path, data: bytes, place: str) -> None:
    path = write(tmp_path / "a.yml", data)
    assert path_errors(path) == [f"{path}:{place}: 从这里起不是 UTF-8; 把文件另存为 UTF-8"]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "gone.yml").symlink_to(tmp_path / "nowhere")
    assert path_errors(tmp_path / "no.yml", tmp_path / "empty", tmp_path / "gone.yml") == [
        f"{tmp_path / 'no.yml'}: 没有这个规则文件; 给出 .yml 文件、文件夹，或写 builtin",
        f"{tmp_path / 'empty'}: 文件夹里没有规则文件; 规则文件以 .yml 结尾",
        f"{tmp_path / 'gone.yml'}: 没有这个规则文件; 给出 .yml 文件、文件夹，或写 builtin",
    ]


@pytest.mark.parametrize("name", ["a" * 5_000, "a.yml/b.yml"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.yml", "pack: a")
    (found,) = path_errors(tmp_path / name)
    assert found.startswith(f"{tmp_path / name}: 读不了：")


def test_the_errors_of_all_files_come_at_once(tmp_path: Path) -> None:
    broken = write(tmp_path / "a.yml", "pack: [")
    latin = write(tmp_path / "b.yml", b"pack: \xe9")
    wrong = write(tmp_path / "c.yml", "pack: c\nrulse: []")
    found = path_errors(latin, tmp_path / "d.yml", wrong, broken)
    assert [error.removeprefix(str(tmp_path) + "/")[:5] for error in found] == [
        *("b.yml", "d.yml"),
        *("c.yml", "a.yml"),
    ]


def test_names_of_a_file_that_cannot_be_read_are_not_missed(tmp_path: Path) -> None:
    broken = write(tmp_path / "a.yml", "pack: a\nclasses: {你: [你]\n")
    uses = write(tmp_path / "b.yml", "pack: b\nsignals: {甲: {any: [<你>（]}}")
    found = path_errors(broken, uses)
    assert len(found) == 2
    assert "不是合法的 YAML" in found[0]
    assert "写半角 (" in found[1]


def test_a_long_list_of_rules_is_read() -> None:
    rules = "".join(rule_text("forbid: 催", id=f"rude-{n}") for n in range(200))
    assert len(load_texts([("t.yml", SIGNALS + rules)]).rules) == 200
    assert len(RULE) == 8
