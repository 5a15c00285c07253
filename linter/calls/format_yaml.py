"""YAML script libraries (话术库); see :mod:`linter.calls.scripts.yaml_script`."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.columns import key_kind
from linter.calls.scripts.kinds import sounds_spoken
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Script

_KEY = lazy.pattern(r"(?m)^[ \t]*(?:- +)?[\"']?([^\s:：#\"'][^:：\n]{0,30}?)[\"']?:(?:\s|$)")
_SENTENCE = lazy.pattern(
    r"(?m)[\u3400-\u9fff][，,。！？!?][\"']?[ \t]*$|[\u3400-\u9fff]{2}[，。！？]"
)
"""Words with a stop: under a key that says so they are scripts, whoever they sound like."""
_RULES = lazy.pattern(r"(?m)^(?:pack|signals|classes|profiles|rules):")


def _script(source: Source) -> Script:
    # Not at the top: PyYAML takes as long to import as a call to lint.
    from linter.calls.scripts.yaml_script import read_yaml

    return read_yaml(source)


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


def is_rules(head: str) -> bool:
    """Whether a text begins as a file of rules does, whose sentences are nobody's script."""
    return bool(_RULES.search(head))


def _sniff(head: str, suffix: str) -> int:
    if suffix not in FORMAT.suffixes or head.lstrip()[:1] in ("{", "["):
        return 0
    if is_rules(head):
        return 5
    keys = _KEY.findall(head)
    spoken = sum(map(sounds_spoken, head.splitlines()))
    # In English a key such as script is anything's.
    says_so = any(not key.isascii() and key_kind(key) == "said" for key in keys)
    if says_so and _SENTENCE.search(head):
        return 60
    known = any(key_kind(key) != "any" for key in keys)
    return 60 if spoken >= 2 and (known or spoken * 3 > len(head.splitlines())) else 5


FORMAT = Format(name="yaml", suffixes=(".yaml", ".yml"), sniff=_sniff, read=_read, script=_script)
