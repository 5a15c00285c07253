"""Rules on the course of a call: steps, repetition, measures, what went well, rising heat."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.drafts import VARIANTS, Draft, Words, rule

_ITEMS = ("电话", "姓名", "地址", "单号", "电话")
_LIMITS = {
    "talk_share": (88, 90, 92, 94, 96),
    "silence_share": (30, 35, 40, 45, 50),
    "longest_silence": (14, 16, 18, 20, 30),
    "call_duration": (700, 800, 900, 1000, 1200),
}
"""Percent, percent, seconds, seconds."""
_CLOCKED = {
    "talk_share": (
        "C@00:00-00:01你看。/A@00:01-00:50【我看一下怎么弄。】",
        "C@00:00-00:20你看看怎么弄。/A@00:20-00:50我看一下。",
    ),
    "silence_share": (
        "C@00:00-00:02你看。/A@00:20-00:22【我看一下怎么弄。】",
        "C@00:00-00:02你看。/A@00:02-00:04我看一下怎么弄。",
    ),
    "longest_silence": (
        "C@00:00-00:02你看。/A@00:50-00:52【我看一下怎么弄。】",
        "C@00:00-00:02你看。/A@00:10-00:12我看一下怎么弄。",
    ),
    "call_duration": (
        "C@00:00-00:02你看。/A@25:00-25:02【我看一下怎么弄。】",
        "C@00:00-00:02你看。/A@00:10-00:12我看一下怎么弄。",
    ),
}
"""A call that each measures too much of, and one that it does not."""


def sequences(words: Words) -> Iterator[Draft]:
    """Joined on slots, with a step that must not be there, in one turn, in any order."""
    for number in range(VARIANTS):
        yield Draft(
            rule(
                f"asked-again-{number}",
                {
                    "sequence": [{"给过": "given(项=X)"}, {"又问": "索要(项=X)"}],
                    "span": 4 + 2 * number,
                    "unless_turn": "复述核对",
                },
                flag="C我的电话是13812345678。/A好的，记了。/C行吧。/A麻烦您【报一下手机号码】。",
                passes="C我的电话是13812345678。/A好的，记了。/C行吧。/A麻烦您报一下地址。",
            )
        )
        yield Draft(
            rule(
                f"pressed-{number}",
                {
                    "sequence": [
                        {"首次索要": "asked(项=X)"},
                        {"客户没给": ["refused(项=X)", "拒答或叫停"]},
                        {"无 后来给了": "given(项=X)"},
                        {"再次索要": "asked(项=X)"},
                    ],
                    "span": 6 + number,
                    "unless_between": "致歉",
                },
                flag="A麻烦您报一下手机号码。/C这个不方便说。/A麻烦您【报一下手机号码】。",
                passes="A麻烦您报一下手机号码。/C这个不方便说。/A麻烦您报一下地址。",
            )
        )
    for number in range(VARIANTS):
        said, patterns = words.patterns(4)
        name = f"步骤后{number}"
        yield Draft(
            rule(
                f"no-comfort-{number}",
                {
                    "sequence": [{"投诉": "投诉"}, {"无 安抚": "致歉"}, {"顶撞": name}],
                    "span": 2 + number,
                },
                flag=f"C我要投诉。/A【{said}】。",
                passes=f"C我要投诉。/A对不起，您说。/C你看看。/A{said}。",
            ),
            {name: {"any": patterns}},
        )
    for number in range(VARIANTS):
        said, patterns = words.patterns(4)
        name = f"同轮{number}"
        yield Draft(
            rule(
                f"same-turn-{number}",
                {
                    "sequence": [{"情绪": "情绪"}, {"致歉": "致歉"}, {"同轮 顶": name}],
                    "span": 3 + number,
                },
                flag=f"C怎么还没好？/A抱歉，【{said}】。",
                passes=f"C怎么还没好？/A我看一下。/C行吧。/A{said}。",
            ),
            {name: {"any": patterns}},
        )
    for number in range(VARIANTS):
        one, first = words.patterns(4)
        two, second = words.patterns(4)
        left, right = f"不论先后{number}甲", f"不论先后{number}乙"
        yield Draft(
            rule(
                f"any-order-{number}",
                {"sequence": [{"一": left}, {"二": right}], "order": "any", "span": 4 + number},
                flag=f"A{two}。/C啊？你说什么？/A【{one}】。",
                passes=f"A{two}。/C啊？你说什么？/A我看一下。",
            ),
            {left: {"any": first}, right: {"any": second}},
        )


def repeats() -> Iterator[Draft]:
    """The same sentence again after the customer was upset."""
    for number in range(VARIANTS):
        yield Draft(
            rule(
                f"repeat-{number}",
                {
                    "repeat": {
                        "similar": 88 + 2 * number,
                        "chars": 14 + number,
                        "within": 2 + number,
                        "when": "情绪 2+",
                        "over": "问候",
                    }
                },
                flag="A您的问题这边会尽快处理，请耐心等等我们的答复。/C你什么态度！"
                "/A【您的问题这边会尽快处理，请耐心等等我们的答复】。",
                passes="A您的问题这边会尽快处理，请耐心等等我们的答复。/C你什么态度！/A我马上看进度。",
            )
        )


def measures() -> Iterator[Draft]:
    """Counts, and what a clock says of the whole call."""
    for number in range(VARIANTS):
        signal, said = (("致歉", "对不起"), ("转接", "给您转过去"))[number % 2]
        limit = 6 + number
        judge: dict[str, object] = {"of": "count", "signals": signal, "limit": limit}
        if number % 2:
            judge["within"] = 40
        again = f"/C你看看{number}。/A{said}。"
        yield Draft(
            rule(
                f"count-{number}",
                {"measure": judge},
                flag=f"A{said}。{again * (limit - 1)}/C还有吗？/A【{said}】。",
                passes=f"A{said}。{again}",
                severity="info",
            )
        )
    for of, limits in _LIMITS.items():
        for number, limit in enumerate(limits):
            yield Draft(
                rule(
                    f"{of.replace('_', '-')}-{number}",
                    {"measure": {"of": of, "limit": limit}},
                    flag=_CLOCKED[of][0],
                    passes=_CLOCKED[of][1],
                    severity="info",
                    aspect="效率",
                )
            )


def praises() -> Iterator[Draft]:
    """What was done well."""
    for number in range(VARIANTS):
        yield Draft(
            rule(
                f"praise-{number}",
                {"sequence": [{"情绪": "情绪"}, {"致歉": "致歉"}, {"同轮 方案": "给方案"}]}
                | {"span": 2 + number},
                flag="C怎么还没好？/A实在抱歉，我马上【给您查】一下。",
                passes="C怎么还没好？/A在弄了。",
                praise=True,
                category="praise",
                aspect="标杆",
                severity="info",
            )
        )


def rises(words: Words) -> Iterator[Draft]:
    """Heat that rises after a finding of another rule, which comes first."""
    for number in range(VARIANTS):
        said, patterns = words.patterns(4)
        name = f"拱火{number}"
        yield Draft(
            rule(
                f"kindle-{number}",
                {"forbid": name},
                flag=f"C怎么还没好？/A【{said}】。",
                passes="C怎么还没好？/A我看一下。",
                category=f"kindle_{number}",
            ),
            {name: {"any": patterns}},
        )
        yield Draft(
            rule(
                f"rise-{number}",
                {
                    "rise": {
                        "after": [f"kindle_{number}"],
                        "signal": "情绪",
                        "within": 1 + number % 3,
                        "before": 3,
                    }
                },
                flag=f"C你看看。/A【{said}】。/C你什么态度！",
                passes=f"C你什么态度！/A{said}。/C你看看。",
                category="escalation",
                severity="error",
            )
        )
