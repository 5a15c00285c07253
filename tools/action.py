"""The last step of ``action.yml``: tells GitHub what a lint came to.

``python tools/action.py CODE COUNTED SARIF``: the exit code of ``huashu lint``, the report it may
have written in the format ``json``, and the SARIF file that was wanted, or an empty name. Outputs
and the summary of the job are added to the files that GitHub names:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_FINDINGS = {"error": "错误", "warning": "警告", "info": "提示"}


def main(args: Sequence[str]) -> None:
    """Write outputs and summary.

    :param args: code, report and SARIF file, as above.
    """
    code, counted, sarif = args
    outputs = {"exit-code": code, "sarif-file": sarif if os.path.isfile(sarif) else ""}
    if os.path.isfile(counted):
        summary = json.loads(Path(counted).read_text(encoding="utf-8"))["summary"]
        outputs |= _counts(summary)
        _add("GITHUB_STEP_SUMMARY", "\n".join(_lines(summary)) + "\n")
    else:
        print("::error title=huashu::没有检查成，原因在上面的日志里。")
    _add("GITHUB_OUTPUT", "".join(_output(name, value) for name, value in outputs.items()))


def _counts(summary: Mapping[str, Any]) -> dict[str, str]:
    counts = {f"{severity}s": summary["findings"][severity] for severity in _FINDINGS}
    counts |= {"reviews": summary["review"], "unread": len(summary["skipped"])}
    return {name: str(count) for name, count in counts.items()}


def _lines(summary: Mapping[str, Any]) -> Iterator[str]:
    """Markdown that names no file and quotes nobody: a summary is seen by more people."""
    counts = [f"{said} {summary['findings'][severity]}" for severity, said in _FINDINGS.items()]
    yield "### huashu"
    yield ""
    yield f"检查了 {summary['files']} 个文件：{'，'.join(counts)}；需复核 {summary['review']}。"
    if summary["skipped"]:
        yield ""
        yield f"**{len(summary['skipped'])} 个输入读不了。**"
    if summary["categories"]:
        yield ""
        yield "| 类别 | 条数 |"
        yield "|---|---:|"
        for category, count in summary["categories"].items():
            yield f"| {category} | {count} |"


def _output(name: str, value: str) -> str:
    """One output, whose value cannot end early and begin another."""
    end = uuid.uuid4().hex
    return f"{name}<<{end}\n{value}\n{end}\n"


def _add(variable: str, text: str) -> None:
    with open(os.environ[variable], "a", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
