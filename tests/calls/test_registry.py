from __future__ import annotations

import io
import pkgutil

import pytest

import linter.calls.vendors
from linter.calls import FORMATS, Format
from linter.calls.registry import detect_format, format_named, known_suffixes
from linter.calls.source import HEAD_BYTES, Source
from linter.errors import InputError, UsageError


def detect(text: str, name: str) -> str:
    return detect_format(Source(io.BytesIO(text.encode()), name)).name


def test_every_format_module_is_registered() -> None:
    modules = [module.name for module in pkgutil.iter_modules(linter.calls.__path__)]
    vendors = [module.name for module in pkgutil.iter_modules(linter.calls.vendors.__path__)]
    own = [name for name in modules if name.startswith("format_")]
    assert len(FORMATS) == len({*own, *vendors} - {"base"})
    assert {"csv", "json", "jsonl", "markdown", "plain"} <= set(FORMATS)
    assert all(isinstance(entry, Format) for entry in FORMATS.values())
    assert all(name == entry.name for name, entry in FORMATS.items())


def test_no_two_formats_claim_a_suffix() -> None:
    claimed = [suffix for entry in FORMATS.values() for suffix in entry.suffixes]
    assert sorted(claimed) == sorted(known_suffixes())
    assert {".jsonl", ".json", ".txt", ".csv", ".tsv", ".md"} <= known_suffixes()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in claimed)


CALL = '{"id": "a", "turns": [{"text": "您好"}]}'
LONG = '{"id": "a", "turns": [{"text": "' + "好" * HEAD_BYTES + '"}]}'
PRETTY = '{\n  "turns": [\n    {"text": "您好"}\n  ]\n}'
TALK = "坐席：您好\n客户：喂\n"
SCRIPT = "# 开场\n- 您好\n"
TABLE = "角色,内容\n坐席,您好\n"


@pytest.mark.parametrize(
    "name", ["<stdin>", "a.log", "a.txt", "a.csv", "a.md", "a.jsonl", "a.JSON"]
)
@pytest.mark.parametrize(
    ("text", "name_of_format"),
    [
        (f"{CALL}\n{CALL}\n", "jsonl"),
        (f"\n\n{CALL}\n", "jsonl"),
        (f"[{CALL}]", "json"),
        (f'{{"calls": [{CALL}]}}', "json"),
        (TALK, "plain"),
        ("# 渠道: 电话\n---\n" + TALK, "plain"),
        ("A：您好\nB：喂\n", "plain"),
        (SCRIPT, "markdown"),
        (TABLE, "csv"),
    ],
)
def test_content_decides(text: str, name_of_format: str, name: str) -> None:
    assert detect(text, name) == name_of_format


@pytest.mark.parametrize(
    ("text", "name", "name_of_format"),
    [
        (PRETTY, "<stdin>", "json"),
        (PRETTY, "a.json", "json"),
        (LONG, "a.jsonl", "jsonl"),
        (LONG, "<stdin>", "jsonl"),
        (LONG, "a.json", "json"),
        (f'{{"calls": [{LONG}]}}', "<stdin>", "json"),
        ('{"id": "a", "turns": [}\n' + CALL, "a.jsonl", "jsonl"),
        ('{"id": "a", "turns": [}\n' + CALL, "a.json", "json"),
        ('{"foo": 1}\n', "a.jsonl", "jsonl"),
        ('{"foo": 1}\n', "a.json", "json"),
        ("没有标签\n", "a.jsonl", "jsonl"),
        ("没有标签\n", "a.json", "json"),
        ("没有标签\n", "a.txt", "plain"),
        ("没有标签\n", "a.csv", "csv"),
        ("没有标签\n", "a.md", "markdown"),
        ("- 您好\n- 再见\n", "a.md", "markdown"),
        ("- 您好\n- 再见\n", "a.txt", "plain"),
        ("1. 坐席：您好\n2. 客户：喂\n", "a.txt", "plain"),
        (TALK, "a.md", "plain"),
        ("# 场景: 退款\n客户：我要退\n- 您好\n", "a.md", "markdown"),
        ("内容\n您好\n", "a.csv", "csv"),
        ("坐席,您好\n", "a.tsv", "csv"),
    ],
)
def test_the_suffix_breaks_ties(text: str, name: str, name_of_format: str) -> None:
    assert detect(text, name) == name_of_format


@pytest.mark.parametrize("text", ["没有标签\n", "hello world", "<html></html>"])
def test_like_nothing_known(text: str) -> None:
    with pytest.raises(InputError) as caught:
        detect(text, "a.log")
    assert caught.value.path == "a.log"
    assert all(name in caught.value.hint for name in FORMATS)


def test_format_by_name() -> None:
    assert format_named("csv") is FORMATS["csv"]
    with pytest.raises(UsageError) as caught:
        format_named("doc")
    assert "doc" in caught.value.message
    assert all(name in caught.value.hint for name in FORMATS)
