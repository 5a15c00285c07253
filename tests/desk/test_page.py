"""The file itself, as it is written."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from importlib import resources

import pytest

from linter.desk.page import SCRIPTS, STYLES, PageData, page
from tests.desk.page_data import data, run

FROM_DATA = {
    *("inferred", "swapped", "bleeding", "unknown"),
    *("deduction", "bonus", "cap", "rounding"),
    *("scored", "not_applicable", "not_evaluated"),
}
"""Words asked for by what the data say."""


def written(calls: int = 3, **more: object) -> str:
    return "".join(page(data(calls, **more)))


def source() -> str:
    folder = resources.files("linter.desk.page")
    # The words themselves are apart: words_zh.js, words_en.js.
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)


def test_its_one_script_is_allowed_by_its_hash() -> None:
    html = written()
    script = html[html.rindex("<script>") + len("<script>") : html.rindex("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert f"script-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none';")


def test_it_refers_to_nothing_outside_itself() -> None:
    html = written()
    assert not re.findall(r"""(?:src|href)=["']?[a-z]+:""", html)
    assert not re.findall(r"url\(|@import|\bfetch\(|XMLHttpRequest|WebSocket", html)


def test_nothing_in_the_script_makes_markup_of_text() -> None:
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", source()
    )


def test_no_text_of_a_run_ends_its_element() -> None:
    html = written(title="</script><script>alert(1)</script>")
    assert "alert(1)</script>" not in html.replace("&lt;/script&gt;", "")
    start = html.index(">", html.index('id="run"')) + 1
    assert json.loads(html[start : html.index("</script>", start)])["title"].startswith("</script>")


def test_a_lone_surrogate_can_be_written() -> None:
    assert "\\ud83d" in written(title="半个\ud83d表情")
    written(title="半个\ud83d表情").encode()


def test_details_are_asked_for_when_it_is_their_turn() -> None:
    asked: list[int] = []

    def chunks() -> Iterator[bytes]:
        for number in range(3):
            asked.append(number)
            yield b""

    pieces = page(PageData(run=run([]), rows=[], chunks=chunks()))
    assert next(piece for piece in pieces if 'id="chunk-1"' in piece)
    assert asked == [0, 1]


def test_every_file_of_the_folder_is_in_the_page() -> None:
    names = {path.name for path in resources.files("linter.desk.page").iterdir()}
    assert {name for name in names if name.endswith((".js", ".css"))} == {
        *("words_zh.js", "words_en.js"),
        *(*SCRIPTS, *STYLES),
    }


def said(lang: str) -> set[str]:
    """The keys of one language's words."""
    text = resources.files("linter.desk.page").joinpath(f"words_{lang}.js").read_text("utf-8")
    return set(re.findall(r"^  (\w+):", text, re.MULTILINE))


def test_both_languages_say_the_same_things() -> None:
    assert said("zh") == said("en")


def test_every_word_asked_for_is_there() -> None:
    asked = set(re.findall(r'\bt\("(\w+)"', source()))
    assert asked
    assert asked <= said("zh")


def test_no_word_is_there_for_nothing() -> None:
    unused = {key for key in said("zh") if not re.search(rf"\b{key}\b", source())}
    assert unused <= FROM_DATA


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_it_says_which_language_it_is_in(lang: str, tag: str) -> None:
    assert f'<html lang="{tag}">' in written(lang=lang)
