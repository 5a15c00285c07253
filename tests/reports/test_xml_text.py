from __future__ import annotations

from xml.etree import ElementTree

import pytest

from linter.reports.xml_text import attributes, text

LEGAL = "a<b>&amp;\"'\t\n\r\u0085\u2028\ud7ff\ue000\ufffd\U0001f600]]>"


@pytest.mark.parametrize("value", [LEGAL, "", "话术"])
def test_what_may_be_said_is_read_as_it_was(value):
    read = ElementTree.fromstring(f"<a{attributes({'b': value, 'n': 3})}>{text(value)}</a>")
    assert (read.get("b"), read.text or "", read.get("n")) == (value, value, "3")


@pytest.mark.parametrize("char", ["\0", "\x08", "\x0b", "\x1b", "\ud800", "\ufffe"])
def test_what_may_not_be_said_is_replaced(char):
    read = ElementTree.fromstring(f"<a{attributes({'b': char})}>{text(char)}</a>")
    assert (read.get("b"), read.text) == ("\ufffd", "\ufffd")
