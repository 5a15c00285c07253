"""The GitHub action: its steps are run by bash as GitHub runs them.

GitHub fills in what stands in ``${{ }}``; that is done here for ``env``, the only place of a shell
step that has any. Python is not installed, and ``python -m venv`` and ``pip`` are replaced by a
script that notes how it was called, for they would need the network: the ``huashu`` and the
``python`` that the next step finds are those of the tests.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
BAD = "# 开场\n\n- 您好，我们是全城最便宜的。\n- 请把你的订单号给我，请您稍等。\n"
GOOD = "# 开场\n\n- 您好，请问有什么可以帮您？\n"
RULES = """\
pack: own
signals:
  催促: {who: agent, any: [快点说]}
rules:
- {id: no-hurry, category: impatience, aspect: 态度, severity: warning, forbid: 催促,
   say: 催。, why: 说不清。, instead: 您慢慢说。,
   tests: [{flag: "客户：好。\\n坐席：【快点说】"}, {pass: "客户：好。\\n坐席：好。"}]}
"""
PYTHON = """\
#!/bin/sh
# $1 $2 is "-m venv" or "-m pip".
printf '%s\\n' "$@" >> "$CALLS"
if [ "$2" = venv ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
fi
"""


class Ran(NamedTuple):
    """What a step did."""

    code: int
    out: str
    err: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A runner of GitHub, in whose workspace a repository lies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "work space"
        self.temporary = folder / "temp"
        self.bin = self.temporary / "huashu" / "bin"
        for path in (self.workspace, self.bin):
            path.mkdir(parents=True)
        for name, start in (("huashu", "-m linter.cli"), ("python", "")):
            self.script(self.bin / name, f'#!/bin/sh\nexec "{sys.executable}" {start} "$@"\n')
        (self.workspace / ".git").mkdir()

    def script(self, path: Path, text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    def write(self, name: str, text: str) -> None:
        path = self.workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, step: dict[str, Any], values: dict[str, str], **more: str) -> Ran:
        """Run a step.

        :param values: what stands in ``${{ }}`` and is worth what.
        """
        files = {name: self.folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        script = self.script(self.folder / "step.sh", step["run"])
        # https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.workspace,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "GITHUB_ACTION_PATH": str(ROOT),
                "RUNNER_TEMP": str(self.temporary),
                **{name: str(path) for name, path in files.items()},
                **{name: filled(text, values) for name, text in step.get("env", {}).items()},
                **more,
            },
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        outputs, summary = (file.read_text(encoding="utf-8") for file in files.values())
        return Ran(done.returncode, done.stdout, done.stderr, read_outputs(outputs), summary)

    def lint(self, **inputs: str) -> Ran:
        """Lint with these inputs, and the defaults of the others."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(given) <= set(ACTION["inputs"])
        defaults = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
        values = {f"inputs.{name}": value for name, value in {**defaults, **given}.items()}
        return self.run(STEPS["Lint"], values)


def filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], text)


def read_outputs(text: str) -> dict[str, str]:
    """What GitHub reads from the file: ``name<<end``, the value, ``end``."""
    lines, outputs = iter(text.splitlines()), {}
    for line in lines:
        name, _, end = line.partition("<<")
        value = []
        while (part := next(lines)) != end:
            value.append(part)
        outputs[name] = "\n".join(value)
    return outputs


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_nothing_of_the_user_is_read_as_a_program() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
        assert ("run" in step) == ("shell" in step)


def test_outputs_come_from_steps_and_inputs_are_used() -> None:
    values = {entry["value"] for entry in ACTION["outputs"].values()}
    assert values == {f"${{{{ steps.lint.outputs.{name} }}}}" for name in ACTION["outputs"]}
    used = set(re.findall(r"\binputs\.([a-z-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(entry["description"] for entry in [*ACTION["inputs"].values()])


def test_findings(runner: Runner) -> None:
    runner.write("话 术/开场.md", BAD)
    runner.write("话 术/好.md", GOOD)
    ran = runner.lint()
    assert (ran.code, ran.err) == (1, "")
    first, second = ran.out.splitlines()
    assert first.startswith("::error file=话 术/开场.md,line=3,endLine=3,col=9,endColumn=12,")
    assert second.startswith("::warning file=话 术/开场.md,line=4,")
    assert ran.outputs == {
        "exit-code": "1",
        "sarif-file": "huashu.sarif",
        "errors": "1",
        "warnings": "1",
        "infos": "0",
        "reviews": "0",
        "unread": "0",
    }
    (run,) = json.loads((runner.workspace / "huashu.sarif").read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == 2
    assert "检查了 2 个文件：错误 1，警告 1，提示 0；需复核 0。" in ran.summary
    assert "| absolute_claim | 1 |" in ran.summary
    assert "便宜" not in ran.summary


def test_nothing_found(runner: Runner) -> None:
    runner.write("好.md", GOOD)
    ran = runner.lint(sarif_file="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (ran.outputs["exit-code"], ran.outputs["sarif-file"]) == ("0", "")
    assert sorted(os.listdir(runner.workspace)) == [".git", "好.md"]


def test_what_cannot_be_read_is_a_failure_with_a_report(runner: Runner) -> None:
    runner.write("好.md", GOOD)
    ran = runner.lint(paths="好.md\nnowhere/")
    assert ran.code == 2
    assert ran.out.startswith("::error file=nowhere,title=huashu::nowhere")
    assert (ran.outputs["exit-code"], ran.outputs["unread"]) == ("2", "1")
    assert ran.outputs["sarif-file"] == "huashu.sarif"
    assert "**1 个输入读不了。**" in ran.summary


def test_a_wrong_option_is_a_failure_without_a_report(runner: Runner) -> None:
    runner.write("好.md", GOOD)
    runner.write("huashu.sarif", "of another run")
    ran = runner.lint(args="--no-such-option")
    assert ran.code == 2
    assert "No such option" in ran.err
    assert ran.out == "::error title=huashu::没有检查成，原因在上面的日志里。\n"
    assert ran.outputs == {"exit-code": "2", "sarif-file": ""}
    assert ran.summary == ""


def test_every_input_arrives(runner: Runner) -> None:
    runner.write("话 术/a b.md", "# 开场\n\n- 快点说。\n")
    runner.write("c.md", "# 开场\n\n- 快点说，您。\n")
    runner.write("别的.md", BAD)
    runner.write("my rules.yml", RULES)
    runner.write("配 置.yml", "format: csv\noutput: taken.csv\nfail_on: never\n")
    ran = runner.lint(
        paths="\n  话 术/a b.md\n\nc.md\n",
        rules="my rules.yml\nbuiltin",
        config="配 置.yml",
        fail_on="warning",
        args="--select\nno-hurry\n--lang=en",
        sarif_file="out put.sarif",
    )
    assert (ran.code, ran.err, ran.outputs["warnings"]) == (1, "", "2")
    assert [line.split(",")[0] for line in ran.out.splitlines()] == [
        "::warning file=话 术/a b.md",
        "::warning file=c.md",
    ]
    assert ran.outputs["sarif-file"] == "out put.sarif"
    assert not (runner.workspace / "taken.csv").exists()


def test_the_configuration_decides_what_is_not_given(runner: Runner) -> None:
    runner.write("huashu.yml", "fail_on: never\nexclude: [旧.md]\n")
    runner.write("新.md", BAD)
    runner.write("旧.md", BAD)
    ran = runner.lint()
    assert (ran.code, ran.outputs["errors"]) == (0, "1")


@pytest.mark.parametrize(
    "trap", ["$(touch trap)", "; touch trap; *", '"; touch trap; "', "'; touch trap; '"]
)
def test_no_input_is_run(runner: Runner, trap: str) -> None:
    runner.write("好.md", GOOD)
    names = ("paths", "rules", "config", "fail_on", "args", "sarif_file")
    ran = runner.lint(**dict.fromkeys(names, trap))
    assert (ran.code, ran.outputs) == (2, {"exit-code": "2", "sarif-file": ""})
    assert sorted(os.listdir(runner.workspace)) == [".git", "好.md"]


def test_what_looks_like_an_option_is_a_path(runner: Runner) -> None:
    runner.write("--exit-zero.md", BAD)
    ran = runner.lint(paths="--exit-zero.md")
    assert (ran.code, ran.outputs["errors"]) == (1, "1")


@pytest.mark.parametrize("found", [True, False])
def test_it_is_installed_from_where_the_action_lies(runner: Runner, found: bool) -> None:
    calls = runner.folder / "calls"
    python = runner.script(runner.folder / "python3", PYTHON)
    (given,) = STEPS["Install huashu"]["env"].values()
    assert given == "${{ steps.python.outputs.python-path || 'python3' }}"
    values = {given[4:-3]: str(python) if found else "python3"}
    paths = os.pathsep.join([str(runner.folder), os.environ["PATH"]])
    ran = runner.run(STEPS["Install huashu"], values, CALLS=str(calls), PATH=paths)
    assert (ran.code, ran.err) == (0, "")
    said = calls.read_text(encoding="utf-8").splitlines()
    assert said[:3] == ["-m", "venv", str(runner.temporary / "huashu")]
    assert said[3:5] == ["-m", "pip"]
    assert said[-1] == f"{ROOT}[fast,xlsx]"
