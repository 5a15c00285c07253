"""A configuration, and what it does to every verb."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from .conftest import SHOP, write

CALL = "客户：我想想。\n坐席：快点说，随便吧。\n"


@pytest.fixture
def project(tmp_path):
    """A call in the project's folder, and one in each of two folders."""
    for name in ("a.txt", "外包/b.txt", "旧/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, CALL)
    return tmp_path


def configure(folder, text, name="huashu.yml"):
    write(folder / name, f"rules: shop.yml\nformat: jsonl\n{text}")


def found(run):
    return [(f["path"], f["rule"], f["severity"]) for f in map(json.loads, run.out.splitlines())]


def test_the_nearest_one_upward_counts_and_its_paths_are_from_its_folder(
    huashu, project, monkeypatch
):
    configure(project, "select: rude\noutput: out.jsonl\n")
    monkeypatch.chdir(project / "外包")
    assert huashu("lint", "b.txt") == (1, "", "")
    written = (project / "out.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["path"] for line in written.splitlines()] == ["b.txt"]


def test_the_command_line_is_stronger(huashu, project):
    configure(project, "select: rude\nmin_severity: error\nfail_on: never\n")
    run = huashu("lint", "a.txt")
    assert (run.code, found(run)) == (0, [("a.txt", "rude", "error")])
    run = huashu("lint", "a.txt", "--select", "careless", "--min-severity", "info")
    assert (run.code, found(run)) == (0, [("a.txt", "careless", "info")])
    assert huashu("lint", "a.txt", "--fail-on", "error").code == 1


def test_one_that_is_named_and_none(huashu, project):
    configure(project, "lang: wrong\n")
    configure(project, "select: careless\n", "other.yml")
    run = huashu("lint", "a.txt", "--config", "other.yml")
    assert (found(run), run.err) == ([("a.txt", "careless", "info")], "")
    run = huashu("lint", "a.txt", "--config", "none", "--rules", "shop.yml", "--format", "jsonl")
    assert len(found(run)) == 2
    assert huashu("lint", "a.txt", "--config", "nope.yml") == (
        2,
        "",
        "错误：nope.yml: 没有这个配置文件; 检查 --config，不用配置写 none\n",
    )


def test_of_two_in_a_folder_one_counts_and_the_other_is_told_of(huashu, project):
    write(project / "setup.cfg", "[huashu]\nrules = shop.yml\nselect = rude\n")
    assert found(huashu("lint", "a.txt", "--format", "jsonl")) == [("a.txt", "rude", "error")]
    configure(project, "select: careless\n")
    run = huashu("lint", "a.txt")
    assert found(run) == [("a.txt", "careless", "info")]
    assert run.err == "注意：setup.cfg 的 [huashu] 不算：同一个文件夹里有 huashu.yml\n"


def test_everything_that_is_wrong_is_said_at_once(huashu, project):
    configure(
        project, "praise: yes\nignore: [rud]\nper_path:\n  - {paths: [a/], profile: 从严, x: 1}\n"
    )
    assert huashu("lint", "a.txt") == (
        2,
        "",
        "错误：huashu.yml:3:9: 'yes' 要写成 true 或 false\n"
        "错误：huashu.yml:4:10: 没有叫 'rud' 的规则、类别或规则包; 是不是 rude\n"
        "错误：huashu.yml:6:28: 没有叫 '从严' 的方案; 规则包里没有 profiles\n"
        "错误：huashu.yml:6:32: per_path 的一项里不认识的键 'x'; 可用的有 "
        "agent_channel、certain_only、columns、from、ignore、min_severity、paths、profile、roles、"
        "select、severity、sheet\n",
    )


@pytest.mark.parametrize("text", ["ignore: [rud]", "severity: {rud: off}"])
@pytest.mark.parametrize("verb", ["lint", "fix"])
def test_names_are_looked_up_in_the_rules(huashu, project, text, verb):
    configure(project, text)
    run = huashu(verb, "a.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：huashu.yml:3:")
    assert "没有叫 'rud' 的" in run.err


def test_a_wrong_name_on_the_command_line_is_not_the_configurations(huashu, project):
    configure(project, "ignore: [rude]\n")
    run = huashu("lint", "a.txt", "--select", "rud")
    assert run == (2, "", "错误：没有叫 'rud' 的规则、类别或规则包; 是不是 rude\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_some_files_by_rules_of_their_own(huashu, project, jobs):
    configure(
        project,
        "severity: {rude: warning}\nper_path:\n  - {paths: [外包/], ignore: [careless]}\n"
        "  - {paths: [旧/], severity: {impatience: off, careless: error}}\n",
    )
    run = huashu("lint", ".", "--jobs", jobs)
    assert (run.code, run.err) == (1, "")
    assert found(run) == [
        ("a.txt", "rude", "warning"),
        ("a.txt", "careless", "info"),
        ("外包/b.txt", "rude", "warning"),
        ("旧/c.txt", "careless", "error"),
    ]
    assert huashu("lint", "a.txt", "外包").code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_some_files_are_read_in_their_own_way(huashu, project, jobs):
    write(project / "外包" / "b.txt", "王丽：快点说。\n李雷：我想想。\n")
    configure(
        project,
        "select: rude\nper_path:\n  - {paths: [外包/], roles: {王丽: agent, 李雷: customer}}\n",
    )
    run = huashu("lint", "a.txt", "外包", "--jobs", jobs)
    assert [path for path, _, _ in found(run)] == ["a.txt", "外包/b.txt"]
    told = json.loads(huashu("convert", "外包/b.txt").out)
    assert [turn["role"] for turn in told["turns"]] == ["agent", "customer"]


def test_what_is_excluded_is_not_read_though_it_is_named(huashu, project):
    configure(project, "exclude: [旧/, 外包]\nselect: rude\n")
    assert found(huashu("lint", ".")) == [("a.txt", "rude", "error")]
    assert found(huashu("lint", "旧/c.txt", "a.txt")) == [("a.txt", "rude", "error")]
    told = "注意：给出的都被配置里的 exclude 排除了，没有检查任何文件\n"
    for named in (["旧/c.txt"], ["旧", "外包/b.txt"], ["外包/*.txt"]):
        assert huashu("lint", *named) == (0, "", told)
    assert huashu("fix", "旧/c.txt") == (0, "", "改了 0 处，0 处要手工改。\n" + told)
    run = huashu("lint", "旧/nope.txt")
    assert (run.code, run.err) == (2, "错误：旧/nope.txt: 没有这个文件或文件夹; 检查路径\n")
    assert huashu("convert", "旧/c.txt").code == 0


def test_other_verbs_take_the_rules(huashu, project):
    configure(project, "severity: {rude: warning}\nlang: en\n")
    assert huashu("rules", "list").out.split()[0] == "rude"
    assert huashu("rules", "check").out.endswith("6 条规则，8 个信号，6 条提醒。\n")
    assert huashu("test").out == "6 条规则，12 个测试：全部通过\n"
    assert huashu("explain", "rude").code == 0
    assert "warning" in huashu("explain", "rude").out
    assert "Call" in huashu("explain", "rude", "a.txt").out


def test_explain_goes_by_the_file_and_says_what_is_not_looked_at(huashu, project):
    configure(
        project, "per_path:\n  - {paths: [外包/], ignore: [rude], severity: {rude: warning}}\n"
    )
    told = "rude 在这个文件里不检查：配置这样写的（huashu config --for 文件）"
    run = huashu("explain", "rude", "外包/b.txt")
    assert run.out.splitlines()[0] == told
    assert "rude：违反" in run.out
    assert told not in huashu("explain", "rude", "a.txt").out
    assert told not in huashu("explain", "careless", "外包/b.txt").out


def test_what_means_nothing_to_a_verb_means_nothing_of_some_files_either(huashu, project):
    fixing = "    forbid: 催促\n    fix: {快点说: 请您说}"
    shop = (project / "shop.yml").read_text(encoding="utf-8")
    write(project / "shop.yml", shop.replace("    forbid: 催促", fixing))
    write(project / "话术.md", "# 开场\n\n- 快点说\n")
    configure(project, "per_path:\n  - {paths: [话术.md], severity: {rude: info}}\n")
    assert (
        "话术.md:3:3: 快点说 → 请您说"
        in huashu("fix", "话术.md", "--config", "none", "--rules", "shop.yml").out
    )
    write(project / "话术.md", "# 开场\n\n- 快点说\n")
    configure(
        project, "per_path:\n  - {paths: [话术.md], severity: {rude: info}, min_severity: error}\n"
    )
    assert "话术.md:3:3: 快点说 → 请您说" in huashu("fix", "话术.md").out
    write(project / "话术.md", "# 开场\n\n- 快点说\n")
    configure(project, "per_path:\n  - {paths: [话术.md], severity: {rude: off}}\n")
    assert huashu("fix", "话术.md").out == ""


def test_a_verb_takes_only_what_means_something_to_it(huashu, project):
    configure(project, "output: out.jsonl\nselect: rude\n")
    run = huashu("convert", "a.txt")
    assert json.loads(run.out)["turns"][1]["text"] == "快点说，随便吧。"
    assert not (project / "out.jsonl").exists()


def test_scores_go_by_the_severity(huashu, project):
    configure(project, "severity: {impatience: info}\n")
    (call,) = json.loads(huashu("lint", "a.txt", "--format", "json").out)["calls"]
    assert call["scores"]["总分"] == 100


def test_without_one_nothing_is_imported(project):
    write(project / "shop.yml", SHOP.read_text(encoding="utf-8"))
    code = (
        "import sys; from linter.cli.main import main\n"
        "main(['lint', '--rules', 'shop.yml', 'a.txt'])\n"
        "found = [m for m in sys.modules if m.startswith('linter.config') or m == 'yaml']\n"
        "print(*found, file=sys.stderr)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            cwd=project,
            env={**os.environ, "XDG_CACHE_HOME": str(project / "cache")},
            check=True,
            capture_output=True,
            text=True,
        )
        for _ in range(2)
    ]
    assert runs[1].stderr.split() == ["linter.config", "linter.config.search"]
