from __future__ import annotations

from linter.triage.inline import Comments
from linter.triage.known import KnownRules
from linter.triage.traces import Mistake

from .helpers import script, shown, small, triaged


def said(text, name="a.md"):
    (scene, *_) = script(text, name)
    return Comments(scene, KnownRules(small().book))


def test_one_entry_for_each_rule():
    comments = said(
        "# 甲\n- 别喊 <!-- huashu: ignore scolding, wait why=念过 by=王 until=2026-12-31 -->"
    )
    assert comments.entries == [
        ("inline", rule, "念过", "王", "2026-12-31", "a.md", 2, 6) for rule in ("scolding", "wait")
    ]
    assert comments.mistakes == []


def test_unknown_rules_and_broken_comments_are_mistakes():
    comments = said(
        "# 甲\n<!-- huashu: ignore scoldin why=念过 by=王 -->\n- 别喊 <!-- huashu: x -->\n"
    )
    assert comments.entries == []
    first, second = comments.mistakes
    assert first[:4] == ("a.md", 2, 1, "huashu 注释：没有叫 'scoldin' 的规则")
    assert first.hint.startswith("是不是 scolding")
    assert [second] == [
        Mistake(
            *("a.md", 3, 6, "huashu 注释：不认识的写法 'x'"),
            "可用的有 ignore、忽略、ignore-next、忽略下一行、begin、忽略开始、end、忽略结束",
        ),
    ]


def test_a_comment_holds_for_all_lines_of_an_item():
    text = "# 甲\n- 您坐下，\n  别喊。 <!-- huashu: ignore scolding why=念过 by=王 -->\n- 别喊。\n"
    (report,) = map(triaged().lint, script(text))
    assert [found.line for found in report.findings] == [4]
    assert [one.finding.line for one in report.suppressed] == [3]


def test_yaml_and_plain_text():
    yaml = (
        "开场:\n  话术:\n    - 您别喊。  # huashu: ignore scolding why=念过 by=王\n    - 您慢走。\n"
    )
    plain = (
        "【开场】\n# huashu: 忽略下一行 scolding 因为=念过 批准=王\n1. 您别喊。\n2. 您慢走。\n"
        "【结束】\n1. 再见。\n"
    )
    for text, name in ((yaml, "a.yml"), (plain, "a.txt")):
        reports = [triaged().lint(scene) for scene in script(text, name)]
        assert shown(reports) == []
        assert len(reports[0].suppressed) == 1
