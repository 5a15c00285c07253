"""What is changed in a library, what is left, and that all else stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.calls import ReadOptions
from linter.errors import InputError
from linter.fixing import fix_file, fixer
from linter.library import Neighbours
from linter.linting import Linter
from linter.triage.select import Selection

from .helpers import TERMS, fixed, linter, reasons, text_of

UNSURE = "这里的写法（转义、引号）改不准，请手工改"
LIBRARY = """\
# 宽带报修

## 开场
- 您好，这里是客服中心，感谢你的来电。
- 你好，请问有什么可以帮您？

## 处理
- 我给您提交 SR单，您留意短信。
"""
MENDED = LIBRARY.replace("感谢你的", "感谢您的").replace("SR单", "登记单")


def test_only_the_reported_words_change() -> None:
    assert text_of(LIBRARY) == MENDED


def test_every_edit_is_told_where_it_was_made() -> None:
    made = fixed(LIBRARY).made
    assert [(e.finding.line, e.finding.column, e.finding.quote, e.new) for e in made] == [
        (4, 16, "你", "您"),
        (8, 9, "SR单", "登记单"),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_and_line_ends_stay(encoding: str, ends: str) -> None:
    before = LIBRARY.replace("\n", ends).encode(encoding)
    assert fixed(before).data == MENDED.replace("\n", ends).encode(encoding)


def test_utf_16_of_either_order_stays() -> None:
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert fixed(mark + LIBRARY.encode(codec)).data == mark + MENDED.encode(codec)


def test_characters_beyond_the_plane_do_not_move_anything() -> None:
    text = "# 开场\n- 😀您好，感谢你的来电😀，你慢走。\n"
    assert text_of(text, encoding="utf-16") == text.replace("感谢你", "感谢您").replace(
        "你慢", "您慢"
    )


def test_all_of_a_kind_in_one_line() -> None:
    assert text_of("# 开场\n- 您好，" + "你请讲，" * 40 + "。\n").count("您") == 41


def test_words_of_other_lengths_in_one_line() -> None:
    text = "# 处理\n- 给您提交SR单，做拨测，再提交SR单，你放心。\n"
    assert text_of(text) == "# 处理\n- 给您提交登记单，做远程检测，再提交登记单，您放心。\n"


def test_a_line_that_is_anchored_changes_once_for_all_its_scenes() -> None:
    text = """\
开场: &opening
  - 您好，感谢你的来电，请讲。  # 你（旧）
结束: *opening
回访: [*opening]
"""
    after = text_of(text, "a.yml").replace("感谢您", "感谢你")
    assert after == text
    assert len(fixed(text, "a.yml").made) == 1


def test_comments_quotes_and_spaces_of_yaml_stay() -> None:
    text = """\
# 你 SR单
开场:
  - "您好，感谢你的来电。"   # 你
  -   '您好，你请讲。'
  - |
    您好，
    SR单给您提交了。
"""
    assert text_of(text, "a.yml") == text.replace("感谢你", "感谢您").replace(
        "你请讲", "您请讲"
    ).replace("    SR单", "    登记单")


def test_an_escape_is_left_to_people() -> None:
    assert reasons('开场:\n  - "\\u60a8好，感谢你的来电。"\n', "a.yml") == [UNSURE]


def test_quotes_in_a_cell_of_csv_stay_doubled() -> None:
    text = '场景,话术\n开场,"您好，点""确认""以后，你再等等，""好""了你再来。"\n'
    assert text_of(text, "a.csv") == text.replace("你", "您")


def test_a_cell_over_several_lines() -> None:
    text = '场景,话术,备注\r\n开场,"您好，""小王""，\r\n感谢你。",你\r\n'
    assert text_of(text, "a.csv") == text.replace("感谢你", "感谢您")


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_line_ends_of_a_table_stay(end: str) -> None:
    text = f"场景\t话术{end}开场\t您好，感谢你。{end}"
    assert fixed(text, "a.tsv").data.decode() == text.replace("你", "您")


def test_two_lines_in_one_row() -> None:
    text = "场景,话术1,话术2\n处理,给您提交SR单。,给您做SR单，你放心。\n"
    after = text_of(text, "a.csv")
    assert after == "场景,话术1,话术2\n处理,给您提交登记单。,给您做登记单，您放心。\n"


def test_a_table_in_markdown() -> None:
    text = "# 处理\n\n| 场景 | 话术   | 备注 |\n|---|:--|--|\n| 报修 | 您好，你请讲。 | 你 |\n"
    assert text_of(text) == text.replace("你请讲", "您请讲")


def test_slots_and_links_stay() -> None:
    text = "# 开场\n- {你的姓名}您好，请登录 https://a.cn/你 查看，您请讲。\n"
    assert set(reasons(text)) <= {"在占位符或链接里，改了会失效"}
    link = "# 开场\n- 您好，请您登录 https://a.cn/你 查看。\n"
    assert reasons(link) == ["在占位符或链接里，改了会失效"]


@pytest.mark.parametrize("line", ["我们先做远程拨测，请稍等。", "我们先做拨测检测，请稍等。"])
def test_words_are_not_said_twice(line: str) -> None:
    (reason,) = reasons(f"# 处理\n- {line}\n")
    assert reason.startswith("改了会重复")


def test_what_is_to_be_reviewed_is_not_changed() -> None:
    assert reasons("# 处理\n- 大概三天给您回电话。\n") == ["拿不准，要人看过再改"]


def test_words_that_would_be_reported_are_not_written() -> None:
    assert reasons("# 处理\n- 这个您晓得吗？\n- 请您知悉这个。\n") == [
        "改了会引出别的问题：stiff",
        "改了会引出别的问题：dialect",
    ]


def test_harm_in_one_place_keeps_nothing_else_back() -> None:
    lines = [f"- 您好，第{n}位请讲，感谢你。" for n in range(9)]
    lines.insert(4, "- 这个您晓得吗？")
    text = "# 处理\n" + "\n".join(lines) + "\n"
    assert text_of(text) == text.replace("你", "您")


def test_a_transcript_never_changes() -> None:
    for name, text in (
        ("a.txt", "坐席：您好，感谢你的来电。\n客户：你好。\n"),
        ("a.csv", "角色,内容\n坐席,您好，感谢你的来电\n客户,提交SR单\n"),
        ("a.jsonl", '{"turns": [{"role": "agent", "text": "给您提交SR单"}]}\n'),
    ):
        done = fixed(text, name)
        assert (done.data, done.made, done.left) == (text.encode(), (), ())


def test_a_canonical_script_has_no_places_and_is_left() -> None:
    text = '{"kind": "script", "turns": [{"role": "agent", "text": "给您提交SR单"}]}\n'
    assert reasons(text, "a.jsonl") == [UNSURE]


def test_a_file_that_begins_like_an_archive_is_text() -> None:
    text = "PK话术\n\n【开场】\n1. 您好，感谢你的来电，请讲。\n2. 您好，请问有什么可以帮您？\n"
    assert text_of(text, "a.txt") == text.replace("感谢你", "感谢您")


def test_only_what_is_selected() -> None:
    some = Linter(TERMS, Selection(ignore=frozenset(["mixed"])))
    done = fix_file(LIBRARY.encode(), "a.md", some, ReadOptions())
    assert done.data.decode() == LIBRARY.replace("SR单", "登记单")


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(InputError, match="不是合法的 YAML"):
        fixed("开场: [您好，感谢你的来电。\n话术: 您好，请讲。\n", "a.yml")


def test_a_line_becomes_no_duplicate_of_another() -> None:
    book = Linter()
    text = (
        "# 甲\n- 您报修的光猫我已经提交登记单请留意短信。\n"
        "# 乙\n- 您报修的光猫我已经提交SR单请留意短信。\n"
    )
    done = fix_file(text.encode(), "a.md", book, ReadOptions())
    assert done.data.decode() == text
    assert [why.zh for _, why in done.left] == ["改了会引出别的问题：script-duplicate"]


def test_a_line_becomes_no_duplicate_of_one_in_another_library(tmp_path: Path) -> None:
    one, two = tmp_path / "甲.md", tmp_path / "乙.md"
    one.write_text("# 甲\n- 您报修的光猫我已经提交登记单请留意短信。\n", encoding="utf-8")
    text = "# 乙\n- 您报修的光猫我已经提交SR单请留意短信。\n- 您的SR单明天有人处理。\n"
    two.write_text(text, encoding="utf-8")
    neighbours = Neighbours([one, two], ReadOptions())
    done = fix_file(text.encode(), str(two), Linter(), ReadOptions(), neighbours)
    assert done.data.decode() == text.replace("您的SR单", "您的登记单")
    assert [why.zh for _, why in done.left] == ["改了会引出别的问题：script-duplicate"]
    alone = fix_file(text.encode(), str(two), Linter(), ReadOptions())
    assert alone.data.decode() == text.replace("SR单", "登记单")


def test_what_two_libraries_say_both_is_mended_in_both(tmp_path: Path) -> None:
    text = "# 甲\n- 您报修的光猫我已经提交{}请留意短信。\n"
    one, two = tmp_path / "甲.md", tmp_path / "乙.md"
    one.write_text(text.format("SR单"), encoding="utf-8")
    two.write_text(text.format("SR单")[:-2] + "提醒哦。\n", encoding="utf-8")
    neighbours = Neighbours([one, two], ReadOptions())
    made = [
        fix_file(path.read_bytes(), str(path), Linter(), ReadOptions(), neighbours).made
        for path in (one, two)
    ]
    assert [len(edits) for edits in made] == [1, 1]


def test_scenes_that_are_as_before_are_not_linted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    lint = Linter.lint

    def counted(self: Linter, call: object) -> object:
        looked.append(call.id)  # type: ignore[attr-defined]
        return lint(self, call)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "lint", counted)
    text = "# 甲\n- 您好，感谢你。\n" + "".join(f"# 第{n}节\n- 您好，请讲。\n" for n in range(20))
    assert fixed(text).made
    assert looked.count("甲") == 2
    assert len(looked) == 22


def test_rounds_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixer, "_ROUNDS", 0)
    assert fixed(LIBRARY).data == LIBRARY.encode()
    assert linter().book.packs == ("terms",)
