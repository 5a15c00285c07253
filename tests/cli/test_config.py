"""``huashu config``."""

from __future__ import annotations

import json

import pytest

from .conftest import write

TEXT = """\
rules: shop.yml
format: jsonl
ignore: [careless]
exclude: [旧/]
severity: {rude: warning}
per_path:
  - paths: [外包/]
    ignore: [shirks]
    severity: {impatience: error}
"""
SHOWN = """\
配置文件：huashu.yml

rules          shop.yml                                                 huashu.yml:1:1
profile        -                                                        默认
select         rude                                                     命令行 --select
ignore         careless                                                 huashu.yml:3:1
severity       rude: warning                                            huashu.yml:5:1
min_severity   info                                                     默认
certain_only   false                                                    默认
praise         true                                                     命令行 --praise
scheme         -                                                        默认
exceptions     -                                                        默认
baseline       -                                                        默认
lang           zh                                                       默认
format         jsonl                                                    huashu.yml:2:1
output         -                                                        默认
also           -                                                        默认
fail_on        error                                                    默认
strict         false                                                    默认
jobs           1                                                        默认
mask           false                                                    默认
exclude        旧/                                                      huashu.yml:4:1
from           -                                                        默认
agent_channel  -                                                        默认
roles          -                                                        默认
columns        -                                                        默认
sheet          -                                                        默认
per_path       外包/ → ignore: [shirks], severity: {impatience: error}  huashu.yml:7:5
"""


@pytest.fixture
def project(tmp_path):
    write(tmp_path / "huashu.yml", TEXT)
    return tmp_path


def settings(run):
    return json.loads(run.out)["settings"]


def test_what_applies_and_where_it_comes_from(huashu, project):
    assert huashu("config", "--select", "rude", "--praise") == (0, SHOWN, "")


def test_what_applies_to_a_file(huashu, project):
    run = huashu("config", "--for", "外包/a.txt", "--lang", "en")
    lines = run.out.splitlines()
    assert lines[0] == "Configuration: huashu.yml"
    assert [line.split("  ")[-1].strip() for line in lines if "default" not in line][2:] == [
        "huashu.yml:1:1",
        "huashu.yml:3:1, huashu.yml:8:5",
        "huashu.yml:5:1, huashu.yml:9:5",
        "command line --lang",
        "huashu.yml:2:1",
        "huashu.yml:4:1",
        "huashu.yml:7:5",
    ]
    assert "per_path" not in huashu("config", "--for", "a.txt").out


def test_a_file_that_is_left_out(huashu, project):
    run = huashu("config", "--for", "旧/a.txt")
    assert run.out.splitlines()[1] == "旧/a.txt 被 exclude 排除：旧/  huashu.yml:4:11"


def test_for_programs(huashu, project):
    run = huashu("config", "--format", "json", "--for", "外包/a.txt", "--min-severity", "warning")
    found = json.loads(run.out)
    assert (found["config"], found["for"], found["excluded"]) == ("huashu.yml", "外包/a.txt", None)
    assert found["settings"]["ignore"] == {
        "value": ["careless", "shirks"],
        "source": "config",
        "where": ["huashu.yml:3:1", "huashu.yml:8:5"],
        "option": None,
    }
    assert found["settings"]["min_severity"] == {
        "value": "warning",
        "source": "option",
        "where": [],
        "option": "--min-severity",
    }
    assert found["settings"]["severity"]["value"] == {"rude": "warning", "impatience": "error"}
    assert found["per_path"] == [
        {
            "paths": ["外包/"],
            "settings": {"ignore": ["shirks"], "severity": {"impatience": "error"}},
            "where": "huashu.yml:7:5",
        }
    ]


def test_without_one(huashu, tmp_path):
    run = huashu("config")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[0] == "没有配置文件，都是默认值。"
    assert all(line.endswith("默认") for line in run.out.splitlines()[2:])
    found = settings(huashu("config", "--format", "json", "--config", "none"))
    assert {one["source"] for one in found.values()} == {"default"}
    assert found["rules"]["value"] == ["builtin"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("lang: no\n", "huashu.yml:10:7: 不认识的语言 'no'; 可用的有 zh、en"),
        ("select: [rud]\n", "huashu.yml:10:10: 没有叫 'rud' 的规则、类别或规则包; 是不是 rude"),
    ],
)
def test_a_malformed_one(huashu, project, text, error):
    write(project / "huashu.yml", TEXT + text)
    assert huashu("config") == (2, "", f"错误：{error}\n")


def test_the_options_of_lint_are_its_options(huashu):
    assert "--agent-channel" in huashu("config", "-h").out
    assert huashu("config", "--format", "text", "--lang", "xx").code == 2
