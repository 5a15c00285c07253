from __future__ import annotations

import pytest

from tools.bench.literals import MOST, literals

CLASSES = {"自称": ("我们", "(咱|咱们)"), "一字": ("你", "他")}


@pytest.mark.parametrize(
    ("phrase", "searched"),
    [
        ("找别人", ("找别人",)),
        ("找(别人|谁)去", ("找别人去", "找谁去")),
        ("您(别|)急", ("您别急", "您急")),
        ("<自称>管", ("我们管", "咱管", "咱们管")),
        ("给…4登记一下", ("登记一下",)),
        ("给您登记……看", ("给您登记",)),
        ("^不行$", ("不行",)),
        ("「不行」", ("不行",)),
        ("(前无 银)转账(后无 失败)", ("转账",)),
        ("罚款<数字 2+>", ("罚款",)),
        ("(报|(说|讲)一)下", ("报下", "说一下", "讲一下")),
        ("<一字>", ()),
        ("<数字 7+>", ()),
    ],
)
def test_a_phrase_is_written_out_and_cut_at_what_has_no_words(
    phrase: str, searched: tuple[str, ...]
) -> None:
    assert literals(phrase, CLASSES) == searched


def test_a_phrase_with_too_many_wordings_is_cut() -> None:
    assert len(literals("(甲|乙|丙)" * 8, CLASSES)) == MOST
