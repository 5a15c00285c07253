"""``huashu lint --diff``: the whole command in a repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from changes.repository import Repository

from .conftest import Huashu

CALM, BAD, OTHER = "坐席：您好。", "坐席：快点说。", "坐席：这不归我管。"
RULES = ("rude", "shirks")
SHOP = ("--rules", "shop.yml")


@pytest.fixture
def repository(huashu: Huashu, tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.write("甲 乙.txt", CALM, "客户：我想想。", OTHER, *["客户：嗯。", CALM] * 3)
    made.write("other.txt", "客户：我想想。", BAD)
    made.commit()
    made.git("checkout", "-q", "-b", "work")
    return made


def change(repository: Repository) -> None:
    path = repository.folder / "甲 乙.txt"
    path.write_text(path.read_text(encoding="utf-8") + BAD + "\n", encoding="utf-8")


def call(name: str, text: str) -> str:
    turns = [{"role": "customer", "text": "我想想。"}, {"role": "agent", "text": text}]
    return json.dumps({"id": name, "turns": turns})


def places(out: str) -> list[tuple[int, bool | None]]:
    found = [json.loads(line) for line in out.splitlines()]
    assert all(list(item).index("changed") > list(item).index("fingerprint") for item in found)
    return [(item["line"], item["changed"]) for item in found if item["rule"] in RULES]


def test_findings_on_changed_lines_are_marked(huashu: Huashu, repository: Repository) -> None:
    change(repository)
    done = huashu("lint", ".", *SHOP, "--diff", "main", "--format", "jsonl")
    assert places(done.out) == [(3, False), (10, True)]
    assert "other.txt" not in done.out
    assert (done.code, done.err) == (1, "")


def test_only_changed_lines(huashu: Huashu, repository: Repository) -> None:
    change(repository)
    done = huashu("lint", ".", *SHOP, "--diff", "main", "--changed-lines", "--format", "jsonl")
    assert places(done.out) == [(10, True)]


@pytest.mark.parametrize(("only", "code"), [((), 1), (("--changed-lines",), 0)])
def test_what_was_there_before_does_not_fail_the_run(
    huashu: Huashu, repository: Repository, only: tuple[str, ...], code: int
) -> None:
    path = repository.folder / "甲 乙.txt"
    path.write_text(path.read_text(encoding="utf-8") + "客户：再见。\n", encoding="utf-8")
    done = huashu("lint", ".", *SHOP, "--diff", "main", *only, "--fail-on", "warning")
    assert (done.code, done.err) == (code, "")
    assert "[改动行]" not in done.out


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "第 10 行 [改动行]"), ("en", "line 10 [changed line]")]
)
def test_the_text_says_so(huashu: Huashu, repository: Repository, lang: str, said: str) -> None:
    change(repository)
    done = huashu("lint", ".", *SHOP, "--diff", "main", "--lang", lang)
    assert said in done.out
    assert done.out.count(said.partition(" [")[2]) == 1


def test_nobody_asked(huashu: Huashu, repository: Repository) -> None:
    change(repository)
    done = huashu("lint", ".", *SHOP, "--format", "json")
    assert '"changed"' not in done.out


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "与 main 相比，指名的文件都没有改动，没有要检查的\n"),
        ("en", "None of the named files changed since main; nothing to lint\n"),
    ],
)
def test_nothing_changed(huashu: Huashu, repository: Repository, lang: str, line: str) -> None:
    done = huashu("lint", ".", *SHOP, "--diff", "main", "--format", "jsonl", "--lang", lang)
    assert done == (0, "", line)


def test_by_several_processes(huashu: Huashu, repository: Repository) -> None:
    change(repository)
    lines = [call(name, "快点说。") for name in "ab"]
    repository.write("新.jsonl", *lines)
    args = ("lint", ".", *SHOP, "--diff", "main", "--changed-lines", "--format", "json")
    alone = huashu(*args)
    assert huashu(*args, "--jobs", "2") == alone
    assert huashu(*args, "--jobs", "2", "--cache") == alone
    assert huashu(*args, "--cache") == alone
    assert alone.out.count('"changed": true') == 3


def test_one_call_of_a_file_of_calls(huashu: Huashu, repository: Repository) -> None:
    repository.write("c.jsonl", *(call(f"c{n}", "快点说。") for n in range(9)))
    repository.commit()
    repository.write(
        "c.jsonl", *(call(f"c{n}", "快点说" + "。！"[n == 4]) for n in range(9) if n != 7)
    )
    done = huashu("lint", "c.jsonl", *SHOP, "--diff", "HEAD", "--format", "jsonl")
    assert places(done.out) == [(n + 1, n == 4) for n in range(8)]


def test_a_changed_line_that_says_what_another_file_says(
    huashu: Huashu, repository: Repository
) -> None:
    said = "退款三天以内原路退回，到账以后会给您发短信"
    repository.write("a.md", "# 退款", "", "- 您好呀。")
    repository.write("b.md", "# 退款", "", f"- {said}")
    repository.commit()
    repository.write("a.md", "# 退款", "", "- 您好呀。", f"- {said}")
    args = ("lint", "a.md", "b.md", "--select", "script-duplicate", "--format", "jsonl")
    (found,) = map(json.loads, huashu(*args, "--diff", "HEAD", "--changed-lines").out.splitlines())
    assert (found["path"], found["line"], found["changed"]) == ("a.md", 4, True)
    assert "b.md:3" in found["evidence"][0]["label"]
    (found,) = map(json.loads, huashu(*args).out.splitlines())
    assert found["path"] == "b.md"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--diff", "nope"), "没有 'nope' 这个版本"),
        (("--diff=--output=x",), "'--output=x' 不是分支"),
        (("--changed-lines",), "要和 --diff 一起用"),
        (("-", "--diff", "main"), "标准输入没有可比的版本"),
    ],
)
def test_what_cannot_be_compared(
    huashu: Huashu, repository: Repository, args: tuple[str, ...], said: str
) -> None:
    done = huashu("lint", ".", *SHOP, *args)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_no_repository(huashu: Huashu) -> None:
    done = huashu("lint", ".", *SHOP, "--diff", "main")
    assert done == (2, "", "错误：当前文件夹不在 git 仓库里; 到仓库里运行，或不用 --diff\n")


def test_a_file_elsewhere_spoils_nothing_else(huashu: Huashu, repository: Repository) -> None:
    change(repository)
    elsewhere = repository.folder.parent / "elsewhere.txt"
    elsewhere.write_text(BAD)
    done = huashu("lint", str(elsewhere), ".", *SHOP, "--diff", "main", "--format", "jsonl")
    assert done.code == 2
    assert done.err.startswith(f"错误：{elsewhere}: 不在当前文件夹的 git 仓库里")
    assert places(done.out)
