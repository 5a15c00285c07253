"""Rules about what has to be said: at a place of the call, after a trigger, before it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.drafts import VARIANTS, Draft, rule

_PLACED: tuple[tuple[str, object, str, str], ...] = (
    ("opening", ["问候", "报单位"], "A【讲。】/C你看看。/A弄一下。", "A您好，请讲。/C你看看。"),
    ("closing", ["结束语", "收尾询问"], "A讲。/C你看看。/A【完事了。】", "A讲。/C你看看。/A再见。"),
    ("anywhere", ["给方案", "解释", "报价", "等待"], "A【讲。】/C你看看。", "A我可以看看。/C行。"),
)


def placed() -> Iterator[Draft]:
    """Required at the opening, at the closing, anywhere."""
    for where, signals, flag, passes in _PLACED:
        for number in range(VARIANTS):
            judge: dict[str, object] = {"require": signals, "at": where}
            if where != "anywhere":
                judge["within"] = 1 + number if where == "closing" else 2
            yield Draft(rule(f"{where}-{number}", judge, flag=flag, passes=passes, severity="info"))


_AFTER: tuple[tuple[str, object, object, str, str, str], ...] = (
    ("sorry", ["致歉", "体谅"], "情绪 2+", "C你什么态度！", "您说。", "对不起。"),
    ("followup", ["承诺", "致歉"], "投诉", "C我要投诉。", "您说。", "我现在就登记。"),
    ("manager", ["承诺", "致歉"], "找领导", "C把你们领导叫来！", "您说。", "现在就登记。"),
    ("deadline", ["承诺", "致歉", "体谅"], "情绪", "C怎么还没好！", "您说。", "实在抱歉。"),
    (
        "waiting",
        ["等待致谢", "解释", "结束语"],
        "等待",
        "C你看看。/A请稍等。/C你看吧。",
        "弄完了。",
        "让您久等了。",
    ),
    (
        "stopped",
        ["给方案", "解释", "承诺", "问候", "结束语"],
        "叫停",
        "C不用问了。",
        "您说。",
        "我可以给您登记。",
    ),
)


def after_triggers() -> Iterator[Draft]:
    """Required within turns after a trigger, or until the call ends."""
    for number, (name, required, when, before, bad, good) in enumerate(_AFTER):
        for within in (3, 5):
            judge = {"require": required, "when": when, "within": within, "late": number % 4}
            yield Draft(
                rule(
                    f"after-{name}-{within}",
                    judge,
                    flag=f"{before}/A【{bad}】/C你看看。/A弄呢。",
                    passes=f"{before}/A{good}/C你看看。/A弄呢。",
                )
            )
    for number, (name, required, when, before, bad, good) in enumerate(_AFTER[:VARIANTS]):
        judge = {
            "require": required,
            "when": when,
            "within": "end",
            "credit": number % 3,
            "settled": ["办妥", "拖延"],
            "nearly": "提醒",
            "report": "last" if number % 2 else "first",
        }
        yield Draft(
            rule(
                f"end-{name}",
                judge,
                flag=f"{before}/A【{bad}】",
                passes=f"{before}/A{bad}/C没有了，弄好了。/A{good}",
            )
        )
    for number in range(VARIANTS):
        judge = {
            "require": ["致歉", "体谅"],
            "when": "投诉",
            "within": 2,
            "which": number or "last",
        }
        if not number:
            del judge["within"]
            judge["within"] = 3
        complaint = "/".join(["C我要投诉。/A您说。"] * (number - 1))
        lead = complaint + "/" if complaint else ""
        yield Draft(
            rule(
                f"nth-{number}",
                judge,
                flag=f"{lead}C我要投诉。/A【您说。】/C你看看。/A弄呢。",
                passes=f"{lead}C我要投诉。/A对不起，您说。/C你看看。",
            )
        )


def before_triggers() -> Iterator[Draft]:
    """Required before the trigger; all of several."""
    for number in range(VARIANTS):
        yield Draft(
            rule(
                f"before-{number}",
                {
                    "require": ["转接理由", "征询", "同意"][: 1 + number % 3],
                    "when": "转接",
                    "before": 1 + number % 2,
                },
                flag="C网断了。/A【给您转过去】。",
                passes="C网断了。/A这个需要专席处理，给您转过去。",
            )
        )
    for number in range(VARIANTS):
        yield Draft(
            rule(
                f"all-of-{number}",
                {
                    "require": {"all": ["致歉", ("给方案", "承诺")[number % 2]]},
                    "when": "情绪 2+",
                    "within": 3 + number,
                    "late": 2,
                },
                flag="C你什么态度！/A【您说。】",
                passes="C你什么态度！/A对不起，我可以现在就登记。",
                severity="info",
            )
        )
