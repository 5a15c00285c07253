"""Reading a configuration: strictly, with every error at once."""

from __future__ import annotations

import pytest

from linter.config.keys import KEYS
from linter.config.reading import load_config, read_config
from linter.errors import ConfigErrors

EVERYTHING = """\
rules: [builtin, own.yml, packs/]
profile: 从严
select: [threat, insult]
ignore: efficiency
severity: {rude: warning, impatience: off}
min_severity: warning
certain_only: true
praise: false
scheme: 表.yml
exceptions: [a.yml, b.yml]
baseline: baseline.json
lang: en
format: jsonl
output: out/report.jsonl
also: [text=out/a.txt, "json = b.json"]
fail_on: never
strict: true
jobs: auto
mask: true
exclude: [旧/, "*.bak"]
from: csv
agent_channel: 2
roles: {王丽: agent, 12:30: bot, no: customer}
columns: {内容: 通话文字, role: 谁}
sheet: 一月
per_path:
  - paths: 外包/
    select: []
    from: srt
"""
VALUES = {
    "rules": ("builtin", "in/own.yml", "in/packs"),
    "profile": ("从严",),
    "select": ("threat", "insult"),
    "ignore": ("efficiency",),
    "severity": (("rude", "warning"), ("impatience", "off")),
    "min_severity": "warning",
    "certain_only": True,
    "praise": False,
    "scheme": "in/表.yml",
    "exceptions": ("in/a.yml", "in/b.yml"),
    "baseline": "in/baseline.json",
    "lang": "en",
    "format": "jsonl",
    "output": "in/out/report.jsonl",
    "also": ("text=in/out/a.txt", "json=in/b.json"),
    "fail_on": "never",
    "strict": True,
    "jobs": "auto",
    "mask": True,
    "exclude": ("旧/", "*.bak"),
    "from": "csv",
    "agent_channel": "2",
    "roles": (("王丽", "agent"), ("12:30", "bot"), ("no", "customer")),
    "columns": (("内容", "通话文字"), ("role", "谁")),
    "sheet": "一月",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where one stands; the configuration is in a folder below."""
    (tmp_path / "in" / "packs").mkdir(parents=True)
    (tmp_path / "in" / "own.yml").touch()
    (tmp_path / "in" / "表.yml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(folder, text, name="huashu.yml"):
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "in" / name).write_bytes(data)
    return read_config(f"in/{name}")


def said(found):
    return [str(error) for error in found.errors]


def test_every_key(folder):
    found = read(folder, EVERYTHING)
    assert said(found) == []
    assert {key: setting.value for key, setting in found.config.settings.items()} == VALUES
    assert list(VALUES) <= [*KEYS]
    assert set(VALUES) == set(KEYS)
    assert found.config.folder == str(folder / "in")
    (entry,) = found.config.entries
    assert entry.paths.patterns == ("外包/",)
    assert {key: setting.value for key, setting in entry.settings.items()} == {
        "select": (),
        "from": "srt",
    }
    assert entry.place.where == "in/huashu.yml:27:5"


def test_every_part_has_its_place(folder):
    settings = read(folder, EVERYTHING).config.settings
    assert settings["select"].place.where == "in/huashu.yml:3:1"
    assert [place.column for place in settings["select"].parts] == [10, 18]
    assert [place.column for place in settings["severity"].parts] == [12, 27]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", b"\xef\xbb\xbf"])
def test_an_empty_one_says_nothing(folder, text):
    found = read(folder, text)
    assert (said(found), dict(found.config.settings), found.config.entries) == ([], {}, ())


ERRORS = [
    ("min-severity: info", "1:1: 配置里不认识的键 'min-severity'; 是不是 min_severity、severity"),
    ("praise: yes", "1:9: 'yes' 要写成 true 或 false"),
    ("jobs: 12:30", "1:7: '12:30' 不是 0 到 10000 之间的整数"),
    ("jobs: -1", "1:7: '-1' 不是 0 到 10000 之间的整数"),
    ("lang: no", "1:7: 不认识的语言 'no'; 可用的有 zh、en"),
    ("fail_on: [error]", "1:10: 这里要写级别，不是列表"),
    ("select:", "1:8: 这里要写名字，不能空着"),
    ("select: a, b", "1:9: 'a, b' 不是一个名字; 几个名字写成列表：[甲, 乙]"),
    ("select: {a: b}", "1:9: 这里要写名字，不是映射"),
    ("ignore: [[a]]", "1:10: 这里要写名字，不是列表"),
    (
        "rules: [nope.yml]",
        "1:9: 没有这个规则文件或文件夹 'nope.yml'; "
        "从配置文件所在的文件夹写起；自带的规则写 builtin",
    ),
    (
        "scheme: nope",
        "1:9: 没有这个评分表 'nope'; 从配置文件所在的文件夹写起；"
        "自带的有 game-outsourcing、service-rules、telecom-recordings",
    ),
    ("severity: {rude: of}", "1:18: 不认识的级别 'of'; 可用的有 error、warning、info、off"),
    ("severity: [rude]", "1:11: 这里要写映射（键: 值）"),
    ("roles: {李四: 经理}", "1:13: 不认识的角色 '经理'; 可用的有 agent、customer、bot、system"),
    ("also: [jsonl]", "1:8: 读不懂 'jsonl'; 写成 格式=文件，如 jsonl=report.jsonl"),
    (
        "exclude: [../a]",
        "1:11: 看不懂的路径样式 '../a'; 不能有 . 和 ..；从配置文件所在的文件夹写起",
    ),
    (
        "exclude: [*.bak]",
        "1:11: 配置文件里不能用 YAML 的锚点和别名（& 和 *）; 以 * 或 & 开头的文字加引号",
    ),
    ("lang: zh\nlang: en", "2:1: 键 'lang' 重复，第 1 行已经写过; 合并成一个"),
    ("- a", "1:1: 这里要写配置（键: 值）"),
    ("per_path: {paths: [a]}", "1:11: per_path 要写成列表; 每一项写 - paths: […] 和要改的键"),
    ("per_path: [a]", "1:12: per_path 的每一项要写 paths 和要改的键"),
    ("per_path: [{select: [a]}]", "1:12: 没写 paths：不知道说的是哪些文件; 写 paths: [文件夹/]"),
    ("per_path: [{paths: [], from: csv}]", "1:12: paths 是空的; 写 paths: [文件夹/]"),
]


@pytest.mark.parametrize(("text", "error"), ERRORS, ids=[text for text, _ in ERRORS])
def test_what_is_wrong(folder, text, error):
    assert said(read(folder, text)) == [f"in/huashu.yml:{error}"]


def test_an_entry_that_changes_nothing_and_one_that_may_not(folder):
    found = read(folder, "per_path:\n  - {paths: [a]}\n  - {paths: [a], fail_on: info}\n")
    first, second = said(found)
    assert first.startswith("in/huashu.yml:2:5: 这一项没有要改的; 可以写 profile、select")
    assert second.startswith("in/huashu.yml:3:18: per_path 的一项里不认识的键 'fail_on'")


def test_everything_at_once_and_what_is_sound_is_kept(folder):
    found = read(folder, "lang: en\npraise: on\nformat: htm\nselekt: a\nroles: 3\n")
    assert [error.line for error in found.errors] == [2, 3, 4, 5]
    assert list(found.config.settings) == ["lang"]
    with pytest.raises(ConfigErrors) as caught:
        load_config("in/huashu.yml")
    assert len(caught.value.errors) == 4


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        (
            "huashu.yml",
            "lang: zh\n甲: ".encode() + b"\xff",
            ":2:4: 从这里起不是 UTF-8; 把文件另存为 UTF-8",
        ),
        ("setup.cfg", b"[a]\n", ": 里面没有 [huashu] 这一节; 加上这一节"),
        ("setup.cfg", b"[a]\n[huashu\nlang = zh\n", ":2:1: 节名写错了：[huashu; 写成 [huashu]"),
        ("setup.cfg", b"[ huashu ]\n", ":1:1: 节名写错了：[ huashu ]; 写成 [huashu]"),
        ("huashu.yml", b"a: [", ":2:1: 不是合法的 YAML"),
        ("huashu.yml", b"a: \x07", ":1:4: 配置文件里不能有控制字符 U+0007; 删掉它"),
    ],
)
def test_files_that_are_none(folder, name, data, error):
    (one,) = said(read(folder, data, name))
    assert one.startswith(f"in/{name}{error}")


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("nope.yml", "没有这个配置文件; 检查 --config，不用配置写 none"),
        ("in", "这是文件夹，不是配置文件; 写出文件名"),
    ],
)
def test_files_that_are_not_there(folder, path, error):
    assert said(read_config(path)) == [f"{path}: {error}"]


def test_a_setup_cfg_is_read_as_strictly(folder):
    found = read(folder, "[huashu]\nselect = a, b\nlang = no\npraise = true\n", "setup.cfg")
    assert said(found) == ["in/setup.cfg:3:8: 不认识的语言 'no'; 可用的有 zh、en"]
    assert found.config.settings["select"].value == ("a", "b")
    assert found.config.settings["praise"].value is True


def test_a_scheme_that_comes_with_the_program_is_no_file_of_ours(folder):
    found = read(folder, "scheme: service-rules")
    assert (said(found), found.config.settings["scheme"].value) == ([], "service-rules")
