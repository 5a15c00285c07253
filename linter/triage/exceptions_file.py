"""Reading files of exceptions: strictly, and with all that is wrong at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator

from linter.calls.scripts.directives import is_date
from linter.errors import RuleError, RuleErrors
from linter.judged import Entry
from linter.rulebook.source import Errors, Value, read_source, suggestion
from linter.triage.exceptions import Exemption, globs

_BOUND = ("call", "phrase", "fingerprint", "path")
"""An exception has one of these at least; else it would switch the rule off."""
KEYS = ("rule", *_BOUND, "why", "by", "until")
_LEAST_PHRASE = 2
_PERSONS = frozenset(
    (
        *("agent", "agents", "agentid", "agentname", "seat", "staff", "employee", "employeeid"),
        *("customer", "customers", "customerid", "customername", "caller", "client", "user"),
        *("userid", "person", "people", "name", "names", "speaker", "team", "teams", "group"),
        *("phone", "mobile", "account", "idcard", "member", "坐席", "座席", "客服", "工号", "员工"),
        *(
            "员工号",
            "姓名",
            "名字",
            "坐席工号",
            "坐席姓名",
            "客户",
            "客户号",
            "客户姓名",
            "客户编号",
        ),
        *("用户", "来电人", "手机", "手机号", "电话", "号码", "身份证", "会员", "班组", "小组"),
        *("团队", "部门", "组", "组长"),
    )
)
_NOBODY = "例外不能给人（坐席、客户、班组），只能给说的话：写 call（哪一通）或 phrase（哪句话）"


def exceptions_text(exemptions: Iterable[Exemption]) -> str:
    """Exceptions of single findings as a file that :func:`load_exceptions` reads.

    :param exemptions: each with a call, a fingerprint or a phrase; paths are left out.
    """
    lines = ["exceptions:"]
    for one in exemptions:
        said = {
            "rule": one.entry.rule,
            "call": one.call,
            "phrase": one.phrase,
            "fingerprint": one.fingerprint,
            "why": one.entry.why,
            "by": one.entry.by,
            "until": one.entry.until,
        }
        # JSON's strings are YAML's, and nothing in them is taken for anything else.
        pairs = [
            f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in said.items() if text
        ]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return "".join(f"{line}\n" for line in lines) if len(lines) > 1 else "exceptions: []\n"


def load_exceptions(
    paths: Iterable[str], known: Callable[[str], Collection[str]]
) -> tuple[Exemption, ...]:
    """The exceptions of some files, in order.

    :param known: for the name of a rule all names there are, to look it up in.
    :raises RuleErrors: with everything that is wrong in any of the files.
    """
    errors = Errors()
    found = [one for path in paths for one in _read(path, errors, known)]
    if errors.found:
        raise RuleErrors(_worded(errors.found))
    return tuple(found)


def _worded(errors: Iterable[RuleError]) -> Iterator[RuleError]:
    """The reader of marked YAML speaks of rule files."""
    for error in errors:
        message = error.message.replace("规则文件", "例外文件")
        hint = error.hint.replace("规则文件", "例外文件")
        if "文件是空的" in message:
            hint = "至少要有 exceptions"
        yield RuleError(message, path=error.path, line=error.line, column=error.column, hint=hint)


def _read(
    path: str, errors: Errors, known: Callable[[str], Collection[str]]
) -> Iterator[Exemption]:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        said = f"例外文件读不了：{error.strerror or error}"
        errors.found.append(RuleError(said, path=path, hint="检查路径和权限"))
        return
    except UnicodeDecodeError:
        errors.found.append(RuleError("例外文件不是 UTF-8", path=path, hint="另存为 UTF-8"))
        return
    top = read_source(text, path, errors)
    if top is None:
        return
    entries = top.mapping(("exceptions",), "例外文件").get("exceptions")
    if entries is None:
        if top.is_mapping:
            top.complain("缺少键 'exceptions'", hint="写成 exceptions: 下面一条一条的列表")
        return
    if not entries.is_list:
        entries.complain("exceptions 要写成列表", hint="每条以 - 开头")
        return
    for item in entries.items():
        if (one := _exemption(item, known)) is not None:
            yield one


def _exemption(item: Value, known: Callable[[str], Collection[str]]) -> Exemption | None:
    before = len(item.errors.found)
    values = _values(item)
    if not item.is_mapping:
        return None
    texts = {key: value.text(key) for key, value in values.items()}
    for key in ("rule", "why", "by"):
        if key not in values:
            item.complain(f"例外里缺少键 {key!r}", hint="rule、why、by 都要写")
    if not any(key in values for key in _BOUND):
        item.complain("例外太宽：等于关掉这条规则", hint=f"加上 {'、'.join(_BOUND)} 里的一个")
    _check(values, texts, known)
    if len(item.errors.found) > before:
        return None
    entry = Entry(
        "exception",
        texts["rule"],
        texts["why"],
        texts["by"],
        texts.get("until", ""),
        item.path,
        item.line,
        item.column,
    )
    folder = os.path.dirname(item.path)
    return Exemption(
        entry,
        texts.get("call", ""),
        globs(texts["path"], folder) if "path" in texts else (),
        texts.get("phrase", ""),
        texts.get("fingerprint", ""),
    )


def _values(item: Value) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in item.pairs("例外"):
        name = key.text("键")
        if name in KEYS:
            found[name] = value
        elif name.lower().replace("_", "").replace("-", "") in _PERSONS:
            key.complain(f"例外里不能写 {name!r}", hint=_NOBODY)
        else:
            key.complain(f"例外里不认识的键 {name!r}", hint=suggestion(name, KEYS))
    return found


def _check(
    values: dict[str, Value], texts: dict[str, str], known: Callable[[str], Collection[str]]
) -> None:
    rule = texts.get("rule", "")
    if rule and rule not in (names := known(rule)):
        values["rule"].complain(f"没有叫 {rule!r} 的规则", hint=suggestion(rule, names))
    if texts.get("until") and not is_date(texts["until"]):
        values["until"].complain(
            f"{texts['until']!r} 不是日期", hint="写成 2026-12-31 这样，那一天还算数"
        )
    if texts.get("phrase") and len(texts["phrase"]) < _LEAST_PHRASE:
        values["phrase"].complain(f"phrase 太短，至少 {_LEAST_PHRASE} 个字")
