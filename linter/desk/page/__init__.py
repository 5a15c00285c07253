"""The page of ``huashu report``: one HTML file that needs no network.

Everything a call says is data in the file and gets onto the screen as text, never as markup; the
content security policy lets this page's own script run, by its hash, and nothing else
(https://www.w3.org/TR/CSP3/#script-src).
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from linter.desk.page.data import CHUNK, PageData
from linter.desk.page.fixed import fixed_words
from linter.reports.objects import dumps
from linter.reports.options import Lang

__all__ = ["CHUNK", "PageData", "page"]

SCRIPTS = (
    "words.js",
    "dom.js",
    "unpack.js",
    "state.js",
    "spans.js",
    "marks.js",
    "dialogue.js",
    "items.js",
    "findings.js",
    "diagnosis.js",
    "score.js",
    "aside.js",
    "call.js",
    "evidence.js",
    "search.js",
    "filters.js",
    "rows.js",
    "worklist.js",
    "tables.js",
    "charts.js",
    "overview.js",
    "print.js",
    "keyboard.js",
    "main.js",
)
STYLES = (
    "page.css",
    "controls.css",
    "overview.css",
    "worklist.css",
    "call.css",
    "dialogue.css",
    "print.css",
)
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def page(data: PageData) -> Iterator[str]:
    """The file, piece by piece; the calls' details are asked for when it is their turn."""
    lang: Lang = "en" if data.run.get("lang") == "en" else "zh"
    script = '"use strict";\n' + _files((f"words_{lang}.js", *SCRIPTS))
    before, after = _file("page.html").split("{{data}}")
    values = {
        "lang": "en" if lang == "en" else "zh-CN",
        "title": _escaped(str(data.run.get("title", "huashu"))),
        "policy": _policy(script),
        "styles": _files(STYLES),
        "script": script,
    }
    yield _filled(before, values)
    yield _json("run", data.run)
    yield _json("words", fixed_words(lang))
    yield _packed("rows", gzip.compress(dumps(list(data.rows)).encode(), mtime=0))
    for number, chunk in enumerate(data.chunks):
        yield _packed(f"chunk-{number}", chunk)
    yield _filled(after, values)


def _policy(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _json(name: str, value: Mapping[str, Any]) -> str:
    # What looks like a tag would end the element it stands in.
    text = dumps(value).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{text}</script>\n'


def _packed(name: str, packed: bytes) -> str:
    text = base64.b64encode(packed).decode()
    return f'<script type="text/plain" id="{name}">{text}</script>\n'


def _escaped(text: str) -> str:
    # A lone surrogate cannot be written.
    return html.escape(text.encode("utf-8", "replace").decode())


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda match: values[match[1]], template)


def _files(names: tuple[str, ...]) -> str:
    return "\n".join(map(_file, names))


def _file(name: str) -> str:
    return resources.files(__package__ or __name__).joinpath(name).read_text(encoding="utf-8")
