from __future__ import annotations

from linter.coaching.examples.origins import origin_lines

from .making import BAD, made


def test_the_key_file():
    assert "".join(origin_lines(made(BAD))) == (
        '\ufeff"id","path","call","turn"\r\n"bad1","a","c0","1"\r\n'
    )
