"""``huashu drill``: whole sittings, with everything that is printed."""

from __future__ import annotations

import json
import sqlite3
import stat

import pytest
from wcwidth import wcswidth

from .conftest import write

UPSET = {"role": "customer", "text": "太慢了，我等了三天。"}


def example(id_, category, rule, *turns, **more):
    """A line of a set; the last turn is the agent's."""
    bad = more.get("kind", "bad") == "bad"
    value = {
        "record": "example",
        "id": id_,
        "kind": "bad",
        "category": category,
        "rule": rule,
        "aspect": "话术" if rule == "no-sorry" else "态度",
        "severity": "error",
        "certainty": "certain",
        "moment": "",
        "moments": [],
        "difficulty": 1,
        "difficulty_why": [],
        "business": "",
        "channel": "phone",
        "direction": "",
        "scene": "",
        "turns": list(turns),
        "focus": len(turns) - 1,
        "prompt": len(turns) - 1,
        "message": "坐席这里说得不好。" if bad else "",
        "why": "",
        "suggestion": "您慢慢说。",
    }
    return json.dumps(value | more, ensure_ascii=False) + "\n"


def agent(text, **more):
    return {"role": "agent", "text": text} | more


SET = (
    '{"record": "card", "schema": 1}\n'
    + example(
        "e1",
        "missing_apology",
        "no-sorry",
        {"role": "agent", "text": "您好。", "skipped": 2},
        UPSET,
        agent("我看看。", skipped=1),
        pair={
            "from": "call",
            "id": "g1",
            "same": "rule",
            "text": "抱歉让您久等了，我来办。",
            "turns": [{"role": "customer", "text": "太慢了！"}, agent("抱歉让您久等了，我来办。")],
            "focus": 1,
            "prompt": 1,
        },
    )
    + example(
        "e2",
        "impatience",
        "rude",
        {"role": "customer", "text": "我想想。"},
        agent("快点说。"),
        difficulty=2,
    )
    + example("e3", "cold_refusal", "cold", agent("我念给您听。"), kind="good", difficulty=3)
)


@pytest.fixture
def drill(huashu, tmp_path, monkeypatch):
    """The command with the set, some lines of input, and a day."""
    write(tmp_path / "set.jsonl", SET)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*lines, args=(), day="2026-01-05"):
        monkeypatch.setenv("HUASHU_TODAY", day)
        given = "".join(f"{line}\n" for line in lines).encode()
        return huashu("drill", "set.jsonl", "--rules", "shop.yml", *args, stdin=given)

    return run


def test_a_whole_sitting(drill):
    run = drill("抱歉，我来办。", "快点说，这不归我管。", "我念给您听。")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "集里 3 张卡：到期 0 张，新卡 3 张；这次 3 张。\n"
        "打一句你会说的话，回车。? 要提示（这张就不算过），/skip 跳过，/quit 结束。\n"
        "\n"
        "第 1/3 张，新卡，难度 1，电话\n"
        "  ……（略去 2 轮）\n"
        "  坐席：您好。\n"
        "  客户：太慢了，我等了三天。\n"
        "  ……（略去 1 轮）\n"
        "你说> 抱歉，我来办。\n"
        "  做得好：\n"
        "    “我来办” 坐席揽下了事情。\n"
        "    “抱歉” 致歉\n"
        "  当时坐席说的：我看看。\n"
        "    坐席这里说得不好。\n"
        "  标杆（别的通话里真实的回答）：\n"
        "    客户：太慢了！\n"
        "    坐席：抱歉让您久等了，我来办。\n"
        "  这张过了：到第 2 盒，2026-01-07 再来。\n"
        "\n"
        "第 2/3 张，新卡，难度 2，电话\n"
        "  客户：我想想。\n"
        "你说> 快点说，这不归我管。\n"
        "  要改：\n"
        "    “快点说” 坐席在催客户。\n"
        "      怎么说：您慢慢说。\n"
        "    “不归我管” 坐席推开了事情。\n"
        "      怎么说：我帮您联系管的人。\n"
        "  当时坐席说的：快点说。\n"
        "    坐席这里说得不好。\n"
        "  规则建议：\n"
        "    您慢慢说。\n"
        "  这张再练：2026-01-06 再来。\n"
        "\n"
        "第 3/3 张，新卡，难度 3，电话\n"
        "  （轮到您先开口。）\n"
        "你说> 我念给您听。\n"
        "  没有发现问题。\n"
        "  标杆（这通里真实的回答）：\n"
        "    我念给您听。\n"
        "  这张过了：到第 2 盒，2026-01-07 再来。\n"
        "\n"
        "答了 3 张：过了 2 张，再练 1 张。\n"
        "做到最多的：坐席揽下了事情 1 次；致歉 1 次。\n"
        "先练这些：不耐烦 1 次。\n"
        "过了的记住是怎么说的；再练的明天先来。\n"
        "下次到期：2026-01-06。\n"
    )


def test_in_english(drill):
    run = drill("你自己看。", "/quit", args=("--lang", "en", "--grade", "3"))
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "Cards in the set: 1; due: 0, new: 1; now: 1.\n"
        "Type what you would say. ? for a hint (no pass then), /skip, /quit.\n"
        "\n"
        "Card 1 of 1, new, difficulty 3, phone\n"
        "  (You speak first.)\n"
        "You> 你自己看。\n"
        "  Worth a thought:\n"
        "    “自己看” 坐席可能在打发人。\n"
        "      Instead: 我念给您听。\n"
        "  Exemplar (the real answer of this call):\n"
        "    我念给您听。\n"
        "  Passed: on to box 2, due 2026-01-07.\n"
        "\n"
        "Answered: 1; passed: 1, to practise: 0.\n"
        "All passed; keep saying it this way.\n"
        "Next due: 2026-01-07.\n"
    )


def test_what_is_missing(drill):
    run = drill("我看看。", "/quit")
    assert (
        "你说> 我看看。\n"
        + (
            "  还缺：\n"
            "    缺少致歉安抚：先接住人。\n"
            "      怎么说：抱歉让您久等了。\n"
            "  当时坐席说的：我看看。\n"
        )
        in run.out
    )


def test_hints_and_other_lines(drill):
    lines = ("", "嗯。", "/huh", "?", "？", "?", "抱歉，我来办。", "/SKIP", "／ｑｕｉｔ")
    run = drill(*lines, args=("-n", "3"))
    assert run.code == 0
    assert run.out.partition("略去 1 轮）\n")[2] == (
        "你说> \n"
        "还没有回答。不会就打 ?，想跳过就打 /skip。\n"
        "你说> 嗯。\n"
        "这只是应声，不算回答。\n"
        "你说> /huh\n"
        "不认识 /huh。? 提示，/skip 跳过，/quit 结束。\n"
        "你说> ?\n"
        "提示：看的是话术——缺少致歉安抚。\n"
        "再打一个 ? 看怎么说。\n"
        "你说> ？\n"
        "可以这样说：您慢慢说。\n"
        "你说> ?\n"
        "没有更多的提示了。\n"
        "你说> 抱歉，我来办。\n"
        "  做得好：\n"
        "    “我来办” 坐席揽下了事情。\n"
        "    “抱歉” 致歉\n"
        "  当时坐席说的：我看看。\n"
        "    坐席这里说得不好。\n"
        "  标杆（别的通话里真实的回答）：\n"
        "    客户：太慢了！\n"
        "    坐席：抱歉让您久等了，我来办。\n"
        "  没有发现问题；看过提示，这张 2026-01-06 再来。\n"
        "\n"
        "第 2/3 张，新卡，难度 2，电话\n"
        "  客户：我想想。\n"
        "你说> /SKIP\n"
        "跳过。\n"
        "\n"
        "第 3/3 张，新卡，难度 3，电话\n"
        "  （轮到您先开口。）\n"
        "你说> ／ｑｕｉｔ\n"
        "\n"
        "答了 1 张：过了 0 张，再练 1 张，跳过 1 张。\n"
        "做到最多的：坐席揽下了事情 1 次；致歉 1 次。\n"
        "先练这些：缺少致歉安抚 1 次。\n"
        "难的先碰到是好事：每张的标杆都看过了，明天再来一遍。\n"
        "还没练到：新卡 2 张。\n"
        "下次到期：2026-01-06。\n"
    )


def test_what_is_due_comes_first_and_when_all_is_done_the_next_day_is_said(drill):
    drill("/skip", "快点说。", "我念给您听。")
    run = drill("/skip", "/skip", day="2026-01-06")
    assert run.out.startswith("集里 3 张卡：到期 1 张，新卡 1 张；这次 2 张。\n")
    assert "\n第 1/2 张，第 1 盒，难度 2，电话\n" in run.out
    assert "\n第 2/2 张，新卡，难度 1，电话\n" in run.out
    assert run.out.endswith("\n\n这次没有回答。\n还没练到：到期 1 张，新卡 1 张。\n")
    drill("抱歉。", "您慢慢想。", day="2026-01-06")
    run = drill(day="2026-01-06")
    assert run == (0, "今天没有到期的卡，也没有新卡。\n下次到期：2026-01-07。\n", "")


def test_input_may_end_at_any_time(drill):
    run = drill()
    assert (run.code, run.err) == (0, "")
    assert run.out.endswith("你说> \n\n这次没有回答。\n还没练到：新卡 3 张。\n")


def test_a_line_that_is_no_utf8(drill, huashu):
    run = huashu("drill", "set.jsonl", "--rules", "shop.yml", stdin="抱歉\n".encode("gbk"))
    assert run.code == 0
    assert "你说> \n这一行读不出来（不是 UTF-8），请再打一遍。\n你说> \n" in run.out


def test_where_it_is_kept(drill, tmp_path):
    drill("抱歉。")
    kept = tmp_path / "data" / "huashu" / "drill.sqlite"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT card, answer FROM answers").fetchall() == [
            ("e1", "抱歉。")
        ]
    connection.close()


def test_another_file_and_no_words(drill, tmp_path):
    drill("抱歉。", args=("--progress", "p.sqlite", "--no-answers"))
    assert not (tmp_path / "data").exists()
    assert "抱歉".encode() not in (tmp_path / "p.sqlite").read_bytes()
    run = drill(args=("--progress", "p.sqlite", "--history"))
    assert run.out.endswith("最近的回答\n  2026-01-05  过了  缺少致歉安抚  （没有留下原话）\n")


def test_the_history(drill):
    drill("抱歉。", "快点说。")
    run = drill(args=("--history",), day="2026-01-06")
    assert run == (
        0,
        "类别          卡  新卡  第 1 盒  第 2 盒  第 3 盒  第 4 盒  第 5 盒  到期  答过  过了\n"
        "不耐烦        1   0     1        0        0        0        0        1     1     0\n"
        "生硬拒绝      1   1     0        0        0        0        0        0     0     0\n"
        "缺少致歉安抚  1   0     0        1        0        0        0        0     1     1\n"
        "\n"
        "什么时候再来（日期、张数）\n"
        "  2026-01-06（今天）  1\n"
        "  2026-01-07  1\n"
        "\n"
        "最近的回答\n"
        "  2026-01-05  再练  不耐烦  “快点说。”\n"
        "  2026-01-05  过了  缺少致歉安抚  “抱歉。”\n",
        "",
    )


def test_the_history_as_json(drill, tmp_path):
    run = drill(args=("--history", "--format", "json", "--category", "impatience"))
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out)["categories"][0]["boxes"]["0"] == 1
    assert not (tmp_path / "data").exists()


def test_forgetting(drill, tmp_path):
    run = drill(args=("--forget", "--progress", "p.sqlite"))
    assert run == (0, "删了 0 条回答：p.sqlite\n", "")
    assert not (tmp_path / "p.sqlite").exists()
    drill("抱歉。", "您慢慢想。", args=("--progress", "p.sqlite"))
    args = ("--forget", "--progress", "p.sqlite", "--category", "impatience")
    assert drill(args=args).out == "删了 1 条回答：p.sqlite\n"
    run = drill("/quit", args=("--progress", "p.sqlite"))
    assert run.out.startswith("集里 3 张卡：到期 0 张，新卡 2 张；这次 2 张。\n")


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (("--history", "--forget"), "--history 和 --forget 不能一起用; 先看，再删"),
        (("--format", "json"), "--format json 只用于 --history; 加上 --history，或去掉 --format"),
        (("--category", "impatient"), "集里没有 impatient 这一类; 是不是 impatience"),
        (
            ("--category", "x"),
            "集里没有 x 这一类; 可用的有 cold_refusal、impatience、missing_apology",
        ),
        (
            ("--category", "impatience", "--grade", "1"),
            "集里没有这样的卡; 放宽 --category 或 --grade",
        ),
        (("--progress", "no/p.sqlite"), "no/p.sqlite: 进度打不开：No such file or directory; 检查"),
        (("--progress", "shop.yml"), "shop.yml: 这不是 huashu drill 的进度; 用 --progress 指定"),
    ],
)
def test_what_cannot_be(drill, tmp_path, args, error):
    before = (tmp_path / "shop.yml").read_bytes()
    run = drill("抱歉。", args=args)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"错误：{error}")
    assert run.err.count("\n") == 1
    assert (tmp_path / "shop.yml").read_bytes() == before


def test_a_difficulty_that_is_none(drill):
    run = drill(args=("--grade", "1,4"))
    assert (run.code, run.out) == (2, "")
    assert "'4' 不是难度；有 1、2、3" in run.err


def test_a_day_that_is_none(drill, tmp_path):
    run = drill(day="yesterday")
    assert run.code == 2
    assert not (tmp_path / "data").exists()
    assert "HUASHU_TODAY=yesterday 不是日期" in run.err


def test_a_set_that_is_wrong_says_where(drill, huashu, tmp_path):
    write(tmp_path / "set.jsonl", SET + "{}\n\n")
    run = drill("抱歉。")
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines() == [
        "错误：set.jsonl:5: 这一行不是样例集的记录（没有 record: card 或 example）; "
        "样例集用 huashu examples … --format jsonl -o 文件 写",
        "错误：set.jsonl:6: 空行; 每行一条记录，删掉空行",
    ]
    assert not (tmp_path / "data").exists()


def test_a_set_of_other_rules(drill, huashu, tmp_path):
    run = huashu("drill", "set.jsonl", stdin="抱歉。\n".encode())
    assert (run.code, run.out) == (2, "")
    assert run.err == "".join(
        f"错误：set.jsonl:{line}: 没有规则 {rule}，判不了这张卡; 自己的规则文件用 --rules 给出\n"
        for line, rule in ((2, "no-sorry"), (3, "rude"), (4, "cold"))
    )
    assert not (tmp_path / "data").exists()


def test_the_set_cannot_come_from_where_the_answers_come_from(huashu):
    run = huashu("drill", "-")
    assert run == (2, "", "错误：样例集不能从标准输入读：回答从那里来; 写成文件\n")


def test_interrupted(drill, monkeypatch, tmp_path):
    """As if Ctrl-C was pressed at the second card: the first one's answer is kept."""
    from linter.cli import drill_asking

    asked = drill_asking.Piped.ask

    def ask(self, prompt):
        line = asked(self, prompt)
        if line == "^C":
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(drill_asking.Piped, "ask", ask)
    run = drill("抱歉。", "^C")
    assert (run.code, run.err) == (130, "\n已中断；回车交过的回答都记下了\n")
    assert "答了" not in run.out
    run = drill("/quit")
    assert run.out.startswith("集里 3 张卡：到期 0 张，新卡 2 张；这次 2 张。\n")


def test_lines_fit_a_terminal(drill, tmp_path):
    long = "我想问一下这个套餐" * 20
    write(
        tmp_path / "set.jsonl",
        example("e1", "impatience", "rude", {"role": "customer", "text": long}, agent("快点说。")),
    )
    run = drill("快点说。" * 30)
    lines = [line for line in run.out.splitlines() if not line.startswith("你说> ")]
    assert max(wcswidth(line) for line in lines) in (79, 80)
