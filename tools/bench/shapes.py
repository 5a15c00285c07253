"""Rules on signals of every shape: groups, measures, sounds, likeness, nothing said at all."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bench.drafts import VARIANTS, Draft, Words, rule

_LONG = "这个业务您听我慢慢给您说一共有三档每一档的价钱和内容都不一样您想要哪一档都可以现在就给您办"
_MEASURES: tuple[tuple[str, dict[str, float], dict[str, float]], ...] = (
    ("characters", {"over": 100}, {"over": 120}),
    ("repetition", {"over": 97}, {"over": 99}),
    ("rate", {"over": 400}, {"over": 450}),
    ("duration", {"over": 45}, {"over": 60}),
    ("silence", {"over": 14}, {"over": 20}),
    ("overlap", {"over": 5}, {"over": 8}),
)
_CLOCKED = {
    "rate": (
        "C@00:00-00:02你看看。/A@00:02-00:03【我这就给您查一下这个月的账单。】",
        "C@00:00-00:02你看看。/A@00:02-00:08我这就给您查一下这个月的账单。",
    ),
    "duration": (
        "C@00:00-00:02你看看。/A@00:02-01:30【我这就查。】",
        "C@00:00-00:02你看看。/A@00:02-00:08我这就查。",
    ),
    "silence": (
        "C@00:00-00:02你看看。/A@00:40-00:42【我这就查。】",
        "C@00:00-00:02你看看。/A@00:04-00:08我这就查。",
    ),
    "overlap": (
        "C@00:00-00:20你看看。/A@00:05-00:30【我这就查。】",
        "C@00:00-00:20你看看。/A@00:20-00:30我这就查。",
    ),
}
"""A call that each measures too much of, and one that it does not."""
_EXAMPLES = (
    "您的问题我们会尽快处理请您耐心等待就可以了",
    "具体什么时间能够恢复我们这边也没有办法确定",
    "这个活动的最终解释权是归我们公司所有的哦",
    "目前系统正在升级维护您过一段时间再打进来吧",
    "这不属于我们部门负责的范围您再问问别的地方",
)
_SOUNDS = ("扯谎", "欠扁", "撒泼", "耍赖", "矫情")
_ALIKE = ("车谎", "欠贬", "洒泼", "刷赖", "娇情")


def measured() -> Iterator[Draft]:
    """Two limits on each measure of a turn; those that need times cannot be tested in words."""
    for of, *limits in _MEASURES:
        for number, limit in enumerate(limits):
            name = f"量{of}{number}"
            flag, passes = f"C你看看。/A【{_LONG * 3}。】", "C你看看。/A好的，我看一下。"
            if of == "repetition":
                flag = f"A{_LONG}。/C什么？/A【{_LONG}。】"
            elif of != "characters":
                flag, passes = _CLOCKED[of]
            yield Draft(
                rule(
                    f"turn-{of}-{number}",
                    {"forbid": name},
                    flag=flag,
                    passes=passes,
                    severity="info",
                    aspect="效率",
                ),
                {name: {"measure": {"of": of, **limit}}},
            )


def grouped(words: Words) -> Iterator[Draft]:
    """Several at once: in a turn, in a sentence, within turns; at least two of them."""
    for number in range(VARIANTS):
        one, first = words.patterns(4)
        two, second = words.patterns(4)
        name, left, right = f"成群{number}", f"成群{number}甲", f"成群{number}乙"
        yield Draft(
            rule(
                f"group-{number}",
                {"forbid": name},
                flag=f"A【{one}】。/C啊？/A{two}。",
                passes=f"A{one}。/C啊？/A我看一下。",
            ),
            {
                name: {"of": [left, right], "least": 2, "in": f"{2 + number} turns"},
                left: {"any": first},
                right: {"any": second},
            },
        )
    for number in range(VARIANTS):
        one, first = words.patterns(1)
        two, second = words.patterns(1)
        name = f"同句{number}"
        yield Draft(
            rule(
                f"all-{number}",
                {"forbid": name},
                flag=f"C你看看。/A【{one}】，【{two}】。",
                passes=f"C你看看。/A{one}。我看一下。",
            ),
            {name: {"all": [*first, *second], "in": "sentence"}},
        )
    for number in range(VARIANTS):
        _, patterns = words.patterns(6)
        name = f"堆砌{number}"
        yield Draft(
            rule(
                f"least-{number}",
                {"forbid": name},
                flag=f"C你看看。/A【您别走开】，【再便宜{number}块】。",
                passes="C你看看。/A您别走开，我看一下。",
            ),
            {name: {"any": ["您别走开", f"再便宜{number}块", *patterns], "least": 2}},
        )


def unsaid() -> Iterator[Draft]:
    """Nothing of a kind said, only a nod, said alike, sounding alike."""
    for number in range(VARIANTS):
        name = f"开头没有{number}"
        yield Draft(
            rule(
                f"none-{number}",
                {"forbid": name},
                flag="A【讲。】/C喂？",
                passes="A您好，这里是服务热线，请讲。/C喂？",
                severity="info",
            ),
            {name: {"none": ["您", "好", "请", f"第{number}"], "at": "first 1"}},
        )
        name = f"只应声{number}"
        yield Draft(
            rule(
                f"nod-{number}",
                {"sequence": [{"要转": "转接"}, {"只应声": name}], "span": 1 + number},
                flag="A给您转过去可以吗？/C【嗯】。",
                passes="A给您转过去可以吗？/C不要转。",
                severity="info",
            ),
            {name: {"who": "customer", "backchannel": True}},
        )
    for number, example in enumerate(_EXAMPLES):
        name = f"像{number}"
        yield Draft(
            rule(
                f"like-{number}",
                {"forbid": name},
                flag=f"C你看看。/A【{example}】。",
                passes="C你看看。/A我马上给您查一下。",
                certainty="review",
            ),
            {name: {"like": [example], "similar": 80}},
        )
    for number, (word, alike) in enumerate(zip(_SOUNDS, _ALIKE, strict=True)):
        name = f"听作{number}"
        yield Draft(
            rule(
                f"heard-{number}",
                {"forbid": name},
                flag=f"C你看看。/A你就是【{alike}】。",
                passes="C你看看。/A我马上给您查一下。",
                certainty="review",
            ),
            {name: {"any": [word], "heard": "near" if number % 2 else "same"}},
        )
