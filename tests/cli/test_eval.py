from __future__ import annotations

import json

import pytest

from linter.cli import eval as eval_module
from linter.cli import progress as progress_module

from .conftest import write

GOOD = {
    "id": "good",
    "grade": "clean",
    "voice": "甲",
    "labels": [],
    "turns": [{"role": "customer", "text": "您好。"}, {"role": "agent", "text": "您请讲。"}],
}
BAD = {
    "id": "bad",
    "grade": "everyday",
    "voice": "乙",
    "part": "dev",
    "labels": [{"category": "impatience", "turn": 1}, {"category": "shirking", "turn": 3}],
    "turns": [
        {"role": "customer", "text": "我想想。"},
        {"role": "agent", "text": "快点说。"},
        {"role": "customer", "text": "灯不亮。"},
        {"role": "agent", "text": "随便吧。"},
    ],
}
SENTENCE = {"id": "s", "grade": "textbook", "category": "impatience", "agent": "快点说。"}


@pytest.fixture
def data(tmp_path):
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (GOOD, BAD))
    return write(tmp_path / "data.jsonl", rows)


def table(run):
    """The numbers of the first two rows of the first table: labels, found, missed, false."""
    assert (run.code, run.err) == (0, "")
    rows = run.out.split("总计\n")[1].splitlines()[1:3]
    return [(row.split()[1], *row.split()[-4:-1]) for row in rows]


def test_the_report(huashu, data):
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml")
    # Of two labels one is found; 随便吧 is careless, an info that nobody labelled.
    assert table(run) == [("2", "1", "1", "1"), ("2", "1", "1", "1")]
    assert run.out.startswith("== 通话 ==\n2 通通话，坐席 3 轮，标注 2 处。\n没有标注的 1：")


def test_one_threshold(huashu, data):
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", "--min-severity", "warning")
    assert table(run)[0] == ("2", "1", "1", "0")
    assert run.out.endswith("；门槛：warning 及以上\n")


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--category", "impatience"], ("1", "1", "0", "0")),
        (["--category", "impatience,careless"], ("1", "1", "0", "1")),
        (["--part", "dev"], ("2", "1", "1", "1")),
        (["--voice", "甲"], ("0", "0", "0", "0")),
        (["--select", "careless"], ("2", "0", "2", "1")),
        (["--ignore", "impatience"], ("2", "0", "2", "1")),
    ],
)
def test_filters(huashu, data, options, numbers):
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", *options)
    assert table(run)[0] == numbers


def test_lists(huashu, data):
    run = huashu("eval", ".", "--rules", "shop.yml", "--misses", "--false-alarms")
    assert run.code == 0
    assert run.out[run.out.index("漏报：1") :] == (
        "漏报：1\n"
        "bad #3  shirking 推诿  everyday  data.jsonl:2\n"
        "    #2 客户：灯不亮。\n"
        "    #3 坐席：随便吧。\n"
        "\n"
        "报了，但不在这一轮：0\n"
        "\n"
        "误报：1\n"
        "bad #3  careless  careless  提示  确定  everyday  data.jsonl:2\n"
        "    引文：随便吧\n"
        "    #2 客户：灯不亮。\n"
        "    #3 坐席：随便吧。\n"
        "\n"
        "类别对，轮次不对：0\n"
        "\n" + run.out.splitlines(keepends=True)[-1]
    )


def test_a_limit(huashu, data):
    options = ["--misses", "--limit", "0"]
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", *options)
    assert "漏报：1\n……还有 1 条，--limit 可以多列\n" in run.out


def test_standard_input_and_sentences(huashu, data):
    given = json.dumps(SENTENCE).encode()
    run = huashu("eval", "-", "data.jsonl", "--rules", "shop.yml", stdin=given)
    assert table(run)[0] == ("2", "1", "1", "1")
    assert "== 话术句 ==\n1 句，标注 1 处。\n" in run.out


def test_a_profile(huashu, data):
    change = "{rules: {cold: {severity: info}}}"
    profile = f"pack: extra\nextends: shop.yml\nprofiles: {{严: {{note: 严, change: {change}}}}}\n"
    write(data.with_name("extra.yml"), profile)
    options = ["--rules", "extra.yml", "--profile", "严", "--format", "json"]
    run = huashu("eval", "data.jsonl", *options)
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out)["profiles"] == ["严"]


def test_markdown(huashu, data):
    options = ["--rules", "shop.yml", "--format", "markdown", "--lang", "en"]
    run = huashu("eval", "data.jsonl", *options)
    assert run.out.splitlines()[2] == (
        "| calls, certain | 2 | 50.0% (9–91) | 50.0% (9–91) | 0.50 | 1 | 333.3 |"
    )


def test_html_lists_everything_unless_told_otherwise(huashu, data):
    options = ["eval", "data.jsonl", "--rules", "shop.yml", "--format", "html"]
    run = huashu(*options, "-o", "page.html")
    assert run == (0, "", "")
    page = data.with_name("page.html").read_text(encoding="utf-8")
    assert page.count("<details>") == 2
    assert huashu(*options, "--limit", "0").out.count("<details>") == 0


def test_a_comparison(huashu, data):
    options = ["eval", "data.jsonl", "--rules", "shop.yml"]
    assert huashu(*options, "--ignore", "rude", "--format", "json", "-o", "old.json").code == 0
    run = huashu(*options, "--compare", "old.json")
    assert (run.code, run.err) == (0, "")
    assert (
        "与之前相比（同样的 2 通/句）\n  通话  查全 0.0% → 50.0%  查准 0.0% → 50.0%  误报 1 → 1\n"
    ) in run.out
    assert "多找到的标注：1\nbad #1  impatience 不耐烦  没报 → 报了  everyday" in run.out


def test_a_comparison_of_other_calls(huashu, data):
    options = ["--rules", "shop.yml", "--compare", "old.json"]
    huashu("eval", "data.jsonl", "--rules", "shop.yml", "--format", "json", "-o", "old.json")
    write(data, json.dumps(GOOD) + "\n" + json.dumps(BAD | {"labels": []}))
    run = huashu("eval", "data.jsonl", *options)
    assert (run.code, run.err) == (0, "注意：只比相同的 1 通：1 通的内容或标注变了\n")
    write(data, json.dumps(GOOD | {"id": "other"}))
    assert huashu("eval", "data.jsonl", *options, "-o", "new.txt") == (
        2,
        "",
        "错误：与之前的那份没有一通相同：0 通不一样，1 通是新的，2 通没有了; "
        "用评测同样数据的那一份来比\n",
    )
    assert not data.with_name("new.txt").exists()


def test_compared_with_what_is_no_evaluation(huashu, data):
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", "--compare", "data.jsonl")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：data.jsonl:2:1: 不是合法的 JSON")
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", "--compare", "no.json")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：no.json: 读不了：No such file or directory; 用 huashu eval")


def test_bad_data_is_told_line_by_line_and_nothing_is_written(huashu, data):
    unlabelled = {key: value for key, value in GOOD.items() if key != "labels"}
    wrong = GOOD | {"labels": [{"category": "impatience", "turn": 0}]}
    write(data, "\n".join(json.dumps(row) for row in (unlabelled, GOOD, wrong)))
    run = huashu("eval", "data.jsonl", "--rules", "shop.yml", "-o", "out.txt")
    assert run == (
        2,
        "",
        "错误：data.jsonl:1: 这通通话没有标注（labels）; "
        '标注写成 "labels": [{"category": "tone_policing", "turn": 4}]，没有违规写 "labels": []\n'
        "错误：data.jsonl:3: labels[0].turn：第 0 轮不是坐席说的（customer）; 坐席的轮次有 1\n",
    )
    assert not data.with_name("out.txt").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["no"], "no: 没有这个文件或文件夹; 检查路径"),
        (["data.jsonl", "--category", "impatient"], "没有叫 'impatient' 的类别; 是不是 impatience"),
        (["data.jsonl", "--voice", "丙"], "没有一通符合 --part 和 --voice; voice 有：乙、甲"),
        (["data.jsonl", "--select", "rud"], "没有叫 'rud' 的规则、类别或规则包; 是不是 rude"),
    ],
)
def test_errors(huashu, data, args, said):
    run = huashu("eval", *args, "--rules", "shop.yml")
    assert run == (2, "", f"错误：{said}\n")


def test_interrupted(huashu, data, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(eval_module, "Linter", stop)
    run = huashu("eval", "data.jsonl", "-o", "out.txt")
    assert run == (130, "", "已中断，没有写 out.txt\n")


def test_json_is_the_same_each_time(huashu, data):
    options = ["eval", "data.jsonl", "--rules", "shop.yml", "--format", "json"]
    assert huashu(*options) == huashu(*options)


def test_progress_on_a_terminal(huashu, data, monkeypatch):
    monkeypatch.setattr(progress_module, "SECONDS", 0)
    write(data.with_name("more.jsonl"), "{}\n")
    options = ["--rules", "shop.yml", "-o", "out.txt"]
    run = huashu("eval", "data.jsonl", "more.jsonl", *options, terminal="err")
    assert run.code == 2
    cleared = "\r\x1b[K"
    shown = [f"{cleared}1 个文件，{count} 通通话…" for count in (1, 2)]
    assert run.err.startswith("".join([*shown, cleared, "错误：more.jsonl:1: "]))
