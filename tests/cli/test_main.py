from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from wcwidth import wcswidth

import linter
from linter import __version__, linting
from linter.cli.main import group

from .conftest import SHOP, write

ROOT = Path(linter.__file__).parents[1]
COMMAND = [sys.executable, "-m", "linter.cli"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """An environment that holds nothing of ours."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        **more,
    }


def test_the_whole_command(calls):
    run = subprocess.run(
        [*COMMAND, "lint", "bad.txt", "nope", "--rules", SHOP, "--format", "jsonl"],
        cwd=calls,
        env=environment(calls),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stdout.decode().startswith('{"call": "b7382f574a8a", "path": "bad.txt"')
    assert run.stdout.count(b"\n") == 1
    assert run.stderr.decode() == "错误：nope: 没有这个文件或文件夹; 检查路径\n"


def test_a_program_gets_utf8_in_any_locale(calls):
    run = subprocess.run(
        [*COMMAND, "lint", "bad.txt", "--rules", SHOP, "--format", "jsonl"],
        cwd=calls,
        env=environment(calls, PYTHONIOENCODING="gb18030"),
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, b"")
    assert "快点说" in run.stdout.decode()


def test_nobody_reads_on(calls):
    turns = "客户：我想想。\n坐席：快点说。\n"
    write(calls / "many.txt", "===\n".join([turns] * 500))
    with subprocess.Popen(
        [*COMMAND, "lint", "many.txt", "--rules", SHOP],
        cwd=calls,
        env=environment(calls),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 128 + signal.SIGPIPE


def test_a_full_disk(calls):
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [*COMMAND, "lint", "bad.txt", "--rules", SHOP],
            cwd=calls,
            env=environment(calls),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.decode() == "错误：读写失败：No space left on device\n"


def test_closed_output(calls):
    command = [*COMMAND, "lint", "bad.txt", "--rules", SHOP]
    run = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *command],
        cwd=calls,
        env=environment(calls),
        check=False,
    )
    assert run.returncode == 1


def test_nothing_heavy_is_imported():
    code = (
        "import sys, linter.cli.main; "
        "print([m for m in ('jieba', 'linter.packs', 'click.testing') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment(ROOT), capture_output=True, check=True
    )
    assert run.stdout == b"[]\n"


def raising(error: BaseException) -> object:
    def load(*said: object) -> None:
        raise error

    return load


def test_interrupted(huashu, calls, monkeypatch):
    monkeypatch.setattr(linting, "Linter", raising(KeyboardInterrupt()))
    assert huashu("lint", "bad.txt", "-o", "out.txt") == (130, "", "已中断，没有写 out.txt\n")
    assert not (calls / "out.txt").exists()


def test_a_crash_is_no_finding(huashu, calls, monkeypatch):
    monkeypatch.setattr(linting, "Linter", raising(ZeroDivisionError("oops")))
    run = huashu("lint", "bad.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Traceback (most recent call last):\n")
    assert run.err.endswith("ZeroDivisionError: oops\n错误：程序出错了; 请把上面的内容报告给我们\n")


def test_a_broken_pipe_in_process(huashu, calls, monkeypatch):
    monkeypatch.setattr(linting, "Linter", raising(BrokenPipeError()))
    assert huashu("lint", "bad.txt") == (141, "", "")


def test_version(huashu):
    assert huashu("--version") == (0, f"huashu {__version__}\n", "")


def test_help_lists_the_verbs(huashu):
    run = huashu("--help")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "Usage: huashu [OPTIONS] COMMAND [ARGS]...\n"
        "\n"
        "  检查通话转写和话术库。\n"
        "  Lint call transcripts and script libraries.\n"
        "\n"
        "Options:\n"
        "  --version   显示版本。\n"
        "              Show the version.\n"
        "  -h, --help  显示帮助。\n"
        "              Show this help.\n"
        "\n"
        "Commands:\n"
        "  baseline    基线：只报新的 / show only what is new\n"
        "  cache       看或清空记住的结果 / kept results\n"
        "  completion  命令行补全 / completion for your shell\n"
        "  config      看什么配置在起作用 / show what applies\n"
        "  convert     转成规范的 JSONL / convert to JSON Lines\n"
        "  drill       照样例集练话术 / drill with an example set\n"
        "  eval        评测规则 / evaluate the rules\n"
        "  examples    培训样例集 / example sets for trainers\n"
        "  exceptions  例外：复核过没有错的 / what was reviewed and is right\n"
        "  exemplars   标兵和他们的话 / who answers best and how\n"
        "  explain     说明规则为什么报或不报 / explain a rule\n"
        "  fix         照规则改话术库 / fix script libraries\n"
        "  impact      规则改动的影响 / what a change to rules does\n"
        "  lint        检查通话和话术库 / lint calls and scripts\n"
        "  report      给质检员的报告，一个网页 / a report for reviewers\n"
        "  rules       列出或检查规则 / list or check rules\n"
        "  scheme      评分表 / scoring schemes\n"
        "  test        跑规则自带的测试 / run the rules' tests\n"
    )


def below(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The group's verbs themselves, which it imports when they are asked for."""
    context = click.Context(group)
    for name in group.list_commands(context):
        verb = group.get_command(context, name)
        assert verb is not None
        yield name, verb


def verbs(command: click.Command, *names: str) -> list[tuple[str, ...]]:
    """The command and all verbs below it."""
    found = [names]
    if isinstance(command, click.Group):
        for name, verb in below(command):
            found += verbs(verb, *names, name)
    return found


@pytest.mark.parametrize("verb", verbs(group), ids=" ".join)
def test_help_fits_a_terminal_and_begins_in_chinese(huashu, verb):
    run = huashu(*verb, "-h")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert max(wcswidth(line) for line in lines) <= 80
    assert lines[0].startswith("Usage: huashu")
    assert any("\u4e00" <= char <= "\u9fff" for char in lines[2])


def options(command: click.Command) -> list[click.Option]:
    inner = [verb for _, verb in below(command)] if isinstance(command, click.Group) else []
    own = [param for param in command.params if isinstance(param, click.Option)]
    return [*own, *(option for verb in inner for option in options(verb))]


@pytest.mark.parametrize("option", options(group), ids=lambda option: option.opts[-1])
def test_every_option_is_explained_in_both_languages(option):
    zh, *en = (option.help or "").removeprefix("\b\n").splitlines()
    assert any("\u4e00" <= char <= "\u9fff" for char in zh)
    assert " ".join(en).isascii()
    assert en
