from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from linter.desk.priority import LISTEN, SHOW
from linter.desk.words import EN, ZH, desk_words


def fields(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_both_languages_say_the_same_things() -> None:
    for field in dataclasses.fields(ZH):
        zh, en = getattr(ZH, field.name), getattr(EN, field.name)
        if isinstance(zh, Mapping):
            assert list(zh) == list(en), field.name
            assert [fields(text) for text in zh.values()] == [
                fields(text) for text in en.values()
            ], field.name
        else:
            assert fields(zh) == fields(en), field.name


def test_every_reason_has_words_and_a_name() -> None:
    for said in (ZH, EN):
        assert {weight.key for weight in LISTEN} == set(said.why)
        assert {weight.key for weight in SHOW} == set(said.show)
        assert set(said.names) == {*said.why, *said.show}


def test_a_language_has_its_words() -> None:
    assert desk_words("zh") is ZH
    assert desk_words("en") is EN
