"""The command itself: its verbs, and what becomes of everything that can go wrong.

Exit codes: 0 all well; 1 there are findings, or failing tests; 2 a failure, whatever else there
is; 130 interrupted; 141 nobody reads the output any more (both as a shell has them: 128 and the
signal's number).
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from linter import __version__
from linter.cli.common import FAILURE, about, both, complain, help_option
from linter.cli.completing import VARIABLE, answer
from linter.cli.verbs import LazyGroup
from linter.errors import HuashuError

INTERRUPTED = 130
BROKEN_PIPE = 141

_YOUNG = 50_000
"""New objects before Python looks for garbage among them; its own 700 cost a tenth of the time
that a small file takes."""


@click.group(
    name="huashu",
    cls=LazyGroup,
    help=about("检查通话转写和话术库。", "Lint call transcripts and script libraries."),
)
@click.version_option(
    __version__,
    message="%(prog)s %(version)s",
    help=both("显示版本。", "Show the version."),
)
@help_option
def group() -> None:
    """All verbs."""


for _name, _place, _short_help in (
    ("lint", "linter.cli.lint:lint", "检查通话和话术库 / lint calls and scripts"),
    ("test", "linter.cli.test:run_tests", "跑规则自带的测试 / run the rules' tests"),
    ("explain", "linter.cli.explain:explain", "说明规则为什么报或不报 / explain a rule"),
    ("rules", "linter.cli.rules:rules", "列出或检查规则 / list or check rules"),
    ("eval", "linter.cli.eval:evaluate_rules", "评测规则 / evaluate the rules"),
    ("scheme", "linter.cli.scheme:scheme", "评分表 / scoring schemes"),
    ("impact", "linter.cli.impact:impact", "规则改动的影响 / what a change to rules does"),
    ("examples", "linter.cli.examples:examples", "培训样例集 / example sets for trainers"),
    ("exemplars", "linter.cli.exemplars:exemplars", "标兵和他们的话 / who answers best and how"),
    ("report", "linter.cli.report:report", "给质检员的报告，一个网页 / a report for reviewers"),
    ("fix", "linter.cli.fix:fix", "照规则改话术库 / fix script libraries"),
    ("cache", "linter.cli.cache:cache", "看或清空记住的结果 / kept results"),
    ("baseline", "linter.cli.baseline:baseline", "基线：只报新的 / show only what is new"),
    (
        "exceptions",
        "linter.cli.exceptions:exceptions",
        "例外：复核过没有错的 / what was reviewed and is right",
    ),
    ("convert", "linter.cli.convert:convert", "转成规范的 JSONL / convert to JSON Lines"),
    ("drill", "linter.cli.drill:drill", "照样例集练话术 / drill with an example set"),
    ("config", "linter.cli.config:show_config", "看什么配置在起作用 / show what applies"),
    ("completion", "linter.cli.completion:completion", "命令行补全 / completion for your shell"),
):
    group.add_verb(_name, _place, _short_help)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command.

    :param args: the arguments without the program's name; those of the process by default.
    :return: the exit code.
    """
    _prepare_streams()
    thresholds = gc.get_threshold()
    # Nearly all that is made before the first call lives as long as the process.
    gc.set_threshold(_YOUNG, *thresholds[1:])
    try:
        if VARIABLE in os.environ:
            return 0 if answer(group) else FAILURE
        # Not group.main(): that one exits 1 on a broken pipe, which here means findings.
        with group.make_context("huashu", list(sys.argv[1:] if args is None else args)) as context:
            code: int | None = group.invoke(context)
        sys.stdout.flush()
        return code or 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
    except HuashuError as error:
        complain(error)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return BROKEN_PIPE
    except OSError as error:
        _silence()
        complain(HuashuError(f"读写失败：{error.strerror or error}", path=error.filename or ""))
    except Exception:
        # Python's own exit code for a crash is 1, which here means findings.
        traceback.print_exc()
        complain(HuashuError("程序出错了", hint="请把上面的内容报告给我们"))
    finally:
        gc.set_threshold(*thresholds)
    return FAILURE


def _prepare_streams() -> None:
    """Whatever the locale, what a program or a file gets is UTF-8, and nothing is unwritable."""
    for name in ("stdout", "stderr"):
        # A stream that was closed (``>&-``) is None in Python.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _silence() -> None:
    """Let what is left in the buffer go nowhere, or Python complains of it as it exits."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    # A stream that replaces standard output may have no file below it.
    with contextlib.suppress(io.UnsupportedOperation):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
