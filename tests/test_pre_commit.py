"""The hooks of ``.pre-commit-hooks.yaml``, run by pre-commit as ``git commit`` runs them.

Of the file as it is shipped two keys are replaced: ``language: python`` would build an environment
from the network, so it is ``system``, the environment of the tests; and ``system`` allows no
``additional_dependencies``. All the rest is what users get.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent
BAD = "# 开场\n\n- 您好，我们是全城最便宜的。\n"
GOOD = "# 开场\n\n- 您好，请问有什么可以帮您？\n"
FOUND = "错误 script-absolute-claim 绝对化用语"
RULE = r"""pack: own
signals:
  催促: {who: agent, any: [快点说]}
rules:
- id: no-hurry
  category: impatience
  aspect: 态度
  severity: error
  forbid: 催促
  say: 坐席在催客户。
  why: 催出来的话说不清。
  instead: 您慢慢说。
  tests:
  - flag: "客户：我想想。\n坐席：【快点说】。"
  - pass: "客户：我想想。\n坐席：您慢慢说。"
"""


class Repository(NamedTuple):
    """A repository of scripts, whose commits run hooks."""

    folder: Path
    environment: dict[str, str]

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
        )

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def commit(self) -> tuple[bool, str]:
        """Commit everything: whether the hooks allowed it, and what was said."""
        self.git("add", "--all")
        done = self.run("git", "commit", "--quiet", "--message", "话术")
        return done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Nothing of who runs the tests: neither his git configuration nor his pre-commit's store."""
    return {
        "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("store")),
        "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "tests" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "tests@localhost" for who in ("AUTHOR", "COMMITTER")},
    }


@pytest.fixture(scope="module")
def hooks(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """``repo`` and ``rev`` of the hooks."""
    shipped = Repository(tmp_path_factory.mktemp("hooks"), environment)
    manifest = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    for hook in manifest:
        assert hook.pop("language") == "python"
        del hook["additional_dependencies"]
        hook["language"] = "system"
    shipped.write(SHIPPED.name, yaml.safe_dump(manifest, allow_unicode=True))
    shipped.git("init", "--quiet")
    shipped.git("add", "--all")
    shipped.git("commit", "--quiet", "--message", "hooks")
    return {"repo": str(shipped.folder), "rev": shipped.git("rev-parse", "HEAD")}


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str], hooks: dict[str, str]) -> Repository:
    """One that runs ``huashu``."""
    return with_hooks(Repository(tmp_path, environment), hooks, {"id": "huashu"})


def with_hooks(
    repository: Repository, hooks: dict[str, str], *wanted: dict[str, Any]
) -> Repository:
    config = {"repos": [{**hooks, "hooks": list(wanted)}]}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(config, allow_unicode=True))
    repository.git("init", "--quiet")
    done = repository.run(BIN / "pre-commit", "install")
    assert done.returncode == 0, done.stdout
    return repository


def test_the_manifest_is_one() -> None:
    done = subprocess.run([BIN / "pre-commit", "validate-manifest", SHIPPED], check=False)
    assert done.returncode == 0


def test_a_finding_stops_the_commit_and_is_shown(repository: Repository) -> None:
    repository.write("话术/开 场 白.md", BAD)
    repository.write("scripts/a b.csv", "场景,话术\n开场,我们全城最便宜\n")
    # More than pre-commit would give to one process, were there several.
    for number in range(8):
        repository.write(f"话术/好{number}.md", GOOD)
    allowed, said = repository.commit()
    assert not allowed
    assert said.count(FOUND) == 2
    assert "话术/开 场 白.md" in said
    assert "scripts/a b.csv" in said
    assert "检查了 10 个文件" in said


def test_scripts_without_findings_go_in(repository: Repository) -> None:
    repository.write("话术/开 场 白.md", GOOD)
    allowed, said = repository.commit()
    assert allowed, said
    assert "Passed" in said
    assert repository.git("-c", "core.quotePath=no", "show", "--name-only", "--format=").endswith(
        "话术/开 场 白.md"
    )


def test_what_cannot_be_read_stops_the_commit(repository: Repository) -> None:
    repository.write("话术.csv", "a,b\n1,2\n")
    allowed, said = repository.commit()
    assert not allowed
    assert "- exit code: 2" in said
    assert "错误：话术.csv:1: 找不到角色和内容列" in said


def test_excluded_files_stay_excluded_though_they_are_named(repository: Repository) -> None:
    repository.write("huashu.yml", "exclude: [归档/]\n")
    repository.write("归档/旧.md", BAD)
    allowed, said = repository.commit()
    assert allowed, said
    repository.write("归档/旧.md", BAD + BAD)
    repository.write("新.md", BAD)
    allowed, said = repository.commit()
    assert not allowed
    assert "新.md" in said
    assert "旧.md" not in said


def test_what_is_no_script_is_not_looked_at(repository: Repository) -> None:
    # The words of the configuration would be found, and the other files cannot be read.
    for name in ("huashu.yml", "sub/huashu.yml", ".github/workflows/ci.yml", ".hidden.csv"):
        repository.write(name, "exclude: [归档/]\n")
    for name in ("README.md", "sub/ChangeLog.txt", "LICENSE.txt", "program.py", "amd"):
        repository.write(name, BAD)
    allowed, said = repository.commit()
    assert allowed, said
    assert "Skipped" in said


def test_options_of_the_user_go_before_the_files(
    tmp_path: Path, environment: dict[str, str], hooks: dict[str, str]
) -> None:
    wanted = {"id": "huashu", "args": ["--fail-on=never"], "files": "^话术/"}
    repository = with_hooks(Repository(tmp_path, environment), hooks, wanted)
    repository.write("话术/开场.md", BAD)
    repository.write("notes.txt", "没有角色")
    allowed, said = repository.commit()
    assert allowed, said


def test_a_fix_is_made_and_stops_the_commit(
    tmp_path: Path, environment: dict[str, str], hooks: dict[str, str]
) -> None:
    repository = with_hooks(Repository(tmp_path, environment), hooks, {"id": "huashu-fix"})
    script = repository.write("话 术.md", "# 开场\n\n- 您好，你的订单到了，请您查收。\n")
    allowed, said = repository.commit()
    assert not allowed
    assert "files were modified by this hook" in said
    assert "您的订单" in script.read_text(encoding="utf-8")
    allowed, said = repository.commit()
    assert allowed, said


def test_rules_are_looked_at_when_one_changes(
    tmp_path: Path, environment: dict[str, str], hooks: dict[str, str]
) -> None:
    wanted = [{"id": "huashu-rules"}, {"id": "huashu-test"}]
    repository = with_hooks(Repository(tmp_path, environment), hooks, *wanted)
    repository.write("huashu.yml", "rules: [质检 规则/]\n")
    repository.write("质检 规则/own.yml", RULE)
    allowed, said = repository.commit()
    assert allowed, said
    assert said.count("Passed") == 2
    repository.write("质检 规则/own.yml", RULE.replace("坐席：您慢慢说", "坐席：快点说"))
    allowed, said = repository.commit()
    assert not allowed
    assert (said.count("Passed"), said.count("hook id: huashu-test")) == (1, 1)
    assert "no-hurry" in said


def test_rules_can_be_named_in_the_hooks_arguments(
    tmp_path: Path, environment: dict[str, str], hooks: dict[str, str]
) -> None:
    wanted = {"id": "huashu-rules", "args": ["--rules", "rules"], "files": "^rules/"}
    repository = with_hooks(Repository(tmp_path, environment), hooks, wanted)
    repository.write("rules/own.yml", RULE.replace("category", "kategory"))
    allowed, said = repository.commit()
    assert not allowed
    assert "rules/own.yml:6:3" in said
