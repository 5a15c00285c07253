"""jieba as it is installed: what our words are measured by."""

from __future__ import annotations

import functools
import io
import sys
from pathlib import Path
from typing import Any

import jieba
import pytest
from hypothesis import strategies as st

HAN = "我你要投诉滚动条这那个不是的了么工号转接经理电话号码一二三橙享卡王小明"

MIXED = ["T恤", "AA制", "c++", "C#", "AT&T", "江南style", "小S", "4S店", "VISA卡", "1号店"]

ODD = (
    "+#&._%-aZ09 \r\n\t\u3000\x85\u2028\x1c\x00，。？！…·"
    + "\u4dff\u4e00\u9fd5\u9fd6\u3400〇γ０％👍\ufe0f"
)


@functools.cache
def cutter() -> Any:
    """jieba's own tokenizer, loaded without its cache in the temporary folder."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(io.BytesIO(dictionary()))
    tokenizer.initialized = True
    return tokenizer


def dictionary() -> bytes:
    with jieba.Tokenizer().get_dict_file() as file:
        return bytes(file.read())


def with_words(words: list[str]) -> Any:
    """As ``cutter``, with ``words`` added in this order."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = dict(cutter().FREQ), cutter().total
    tokenizer.initialized = True
    for word in words:
        tokenizer.add_word(word)
    return tokenizer


texts = st.lists(
    st.one_of(
        st.sampled_from(["我要投诉", "滚动条", "您好,", "10086", "wi-fi", "3.5%", "電話", *MIXED]),
        st.text(st.sampled_from(HAN), max_size=8),
        st.text(st.sampled_from(ODD), max_size=4),
        st.text(st.sampled_from(HAN + ODD), max_size=8),
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5), max_size=4),
        st.text(st.characters(codec=None, exclude_categories=[]), max_size=4),
    ),
    max_size=8,
).map("".join)
"""Whatever could be cut otherwise than by jieba: what it takes for words, and its edges."""


def fake_jieba(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str = "我 90 r\n要 90 v\n"
) -> Path:
    """A package of jieba's name with a dictionary that is soon read: all that is needed of it."""
    package = folder / "jieba"
    (package / "finalseg").mkdir(parents=True)
    (package / "__init__.py").write_text("raise AssertionError('imported')")
    (package / "dict.txt").write_text(words, "utf-8")
    for part in ("start", "trans", "emit"):
        source = Path(jieba.__file__).parent / "finalseg" / f"prob_{part}.py"
        (package / "finalseg" / source.name).symlink_to(source)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "jieba")
    return package
