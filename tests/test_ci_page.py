"""The page about pipelines: its files can be copied, for what stands in them exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from linter.cli.main import group

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PRE_COMMIT, WORKFLOW, GITLAB = (yaml.safe_load(text) for kind, text in BLOCKS if kind == "yaml")
NIGHTLY = next(text for _, text in BLOCKS if text.startswith("#!"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def commands() -> Iterator[str]:
    """Every command of huashu that the page has, in blocks and in its text."""
    text = PAGE.replace("\\\n", " ")
    text = re.sub(r"[ ]+#.*", "", text)
    for found in re.finditer(r"(?<![/\w.-])(?:\.venv/bin/)?huashu ((?:[a-z]+) .*|[a-z]+)", text):
        yield re.split(r"[`|]", found[1])[0]
    for hook in PRE_COMMIT["repos"][0]["hooks"]:
        entry = HOOKS[hook["id"]]["entry"].removeprefix("huashu ")
        yield " ".join([entry, *hook.get("args", ())])
    yield f"lint {GITLAB['huashu']['variables']['HUASHU_ARGS']}"
    yield "lint --min-severity=warning"


def unknown(command: str) -> list[str]:
    """The verb and the options that there are not."""
    verb: click.Command | None = group
    words = command.split()
    while isinstance(verb, click.Group):
        name = words.pop(0)
        verb = verb.get_command(click.Context(verb), name)
        if verb is None:
            return [name]
    assert verb is not None
    known = {name for param in verb.params for name in param.opts}
    written = [word.strip('")').partition("=")[0] for word in words if word.startswith("-")]
    return [word for word in written if word not in known]


def test_the_commands_of_the_page_are_found() -> None:
    found = list(commands())
    assert len(found) > 14
    assert unknown("lint --no-such") == ["--no-such"]
    assert unknown("linter a") == ["linter"]


@pytest.mark.parametrize("command", list(commands()))
def test_verbs_and_options_exist(command: str) -> None:
    assert unknown(command) == []


def test_pre_commit_takes_its_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump(PRE_COMMIT, allow_unicode=True), encoding="utf-8")
    validate = [Path(sys.executable).with_name("pre-commit"), "validate-config", path]
    done = subprocess.run(validate, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    rows = re.findall(r"^\| `(huashu[a-z-]*)` \| `(huashu [a-z ]+)`", PAGE, re.MULTILINE)
    assert rows == [(name, hook["entry"]) for name, hook in HOOKS.items()]


def test_the_workflow_uses_inputs_and_outputs_of_the_action() -> None:
    steps = {step["uses"]: step for step in WORKFLOW["jobs"]["huashu"]["steps"]}
    assert set(steps["OWNER/huashu@v0.1.0"]["with"]) <= set(ACTION["inputs"])
    used = re.findall(r"steps\.huashu\.outputs\.([a-z-]+)", str(WORKFLOW))
    assert used
    assert set(used) <= set(ACTION["outputs"])


@pytest.mark.parametrize("name", ["inputs", "outputs"])
def test_the_tables_of_the_action_are_complete(name: str) -> None:
    heading = {"inputs": "| 输入 |", "outputs": "| 输出 |"}[name]
    table = PAGE.partition(heading)[2].partition("\n\n")[0]
    cells = re.findall(r"^\| (`[^|]*)\|", table, re.MULTILINE)
    assert {each for cell in cells for each in re.findall(r"`([a-z-]+)`", cell)} == set(
        ACTION[name]
    )


def test_the_gitlab_file_is_there_and_has_the_variables() -> None:
    (included,) = GITLAB["include"]
    file = ROOT / included["file"].lstrip("/")
    job: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))["huashu"]
    assert set(GITLAB["huashu"]["variables"]) <= set(job["variables"])
    assert set(re.findall(r"^\| `(HUASHU_\w+)`", PAGE, re.MULTILINE)) == set(job["variables"])


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        ("您慢慢说。", 0, ""),
        ("你烦不烦啊，你有病吧。", 1, " 有错误，见 "),
        (None, 2, " 没有检查完"),
    ],
)
def test_the_nightly_job_runs(tmp_path: Path, said: str | None, code: int, told: str) -> None:
    binaries = tmp_path / ".venv/bin"
    binaries.mkdir(parents=True)
    huashu = binaries / "huashu"
    huashu.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter.cli "$@"\n', encoding="utf-8")
    huashu.chmod(0o755)
    day = (date.today() - timedelta(days=1)).isoformat()
    if said is not None:
        call = tmp_path / "calls" / day / "1.txt"
        call.parent.mkdir(parents=True)
        call.write_text(f"坐席：您好。\n客户：我想想。\n坐席：{said}\n", encoding="utf-8")
    script = NIGHTLY.replace("/data/huashu", str(tmp_path))
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    assert told in done.stdout + done.stderr
    assert (told == "") == (done.stdout + done.stderr == "")
    reports = sorted(os.listdir(tmp_path / "reports"))
    assert reports == [f"{day}.csv", f"{day}.jsonl", f"{day}.txt"]


def test_links_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL), re.MULTILINE)
    anchors = {title.lower().replace(" ", "-") for title in titles}
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert len(links) > 8
    for link in links:
        path, _, heading = link.partition("#")
        assert heading in anchors if not path else (ROOT / "docs" / path).exists(), link
