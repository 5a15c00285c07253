"""Writes the calls of an invented team of twelve, for the page on exemplars.

Four of them take up an upset customer better than the others, and have a sentence of their own
for it. All others is chance: habits, harder and easier business, how many calls somebody takes.
The same seed writes the same calls.
"""

import json
from random import Random

AGENTS = [f"{number}" for number in range(1001, 1013)]
BEST = {"1002", "1005", "1007", "1011"}
OPENINGS = ("您好，很高兴为您服务。", "您好，请问有什么可以帮您？")
UPSET = (
    "我的件到现在都没人送，急死我了！",
    "一直没人来取，我都等了一天了！",
    "等了三天了，你们到底什么时候送？气死我了！",
    "等了两天了都没人管，太离谱了！",
)
SORRY = ("实在对不起，让您着急了", "非常抱歉给您添麻烦了", "对不起，这件事是我们没做好")
ACTION = ("我马上给您登记，今天下午三点前给您回电话", "我现在给您登记加急，一小时内给您回电话")
OWN = "我先替您盯着这一单"
SHORT = ("您的单号是多少？", "那您再等一等，系统显示还在路上。", "这个我查一下，您别挂。")
HABITS = ("您这边方便的话", "是这样的", "我跟您说一下", "您听我说", "这边看到", "您放心")
CALM = ("那好吧，谢谢你。", "行，那我等你电话。")
STILL = ("你们就是忽悠我，气死人了！", "唉，那我再等等吧。")


def call(random: Random, agent: str, number: int, habits: dict[str, float]) -> dict[str, object]:
    """One call about a parcel."""
    business = random.choice(("寄件", "派件"))
    rate = 0.95 if agent in BEST else {"寄件": 0.65, "派件": 0.5}[business]
    good = random.random() < rate
    said = [habit for habit, often in habits.items() if random.random() < often]
    if agent in BEST and random.random() < 0.6:
        said.append(OWN)
    random.shuffle(said)
    if good:
        said = [random.choice(SORRY), *said, random.choice(ACTION)]
    answer = "，".join(said) + "。" if said else ""
    if not good:
        answer += random.choice(SHORT)
    calm = random.random() < (0.85 if good else 0.3)
    lines = (
        ("agent", random.choice(OPENINGS)),
        ("customer", random.choice(UPSET)),
        ("agent", answer),
        ("customer", random.choice(CALM if calm else STILL)),
        ("agent", "感谢您的来电，再见。"),
    )
    return {
        "id": f"{agent}-{number:03}",
        "agent": {"id": agent},
        "channel": "phone",
        "business": business,
        "turns": [{"role": role, "text": text} for role, text in lines],
    }


def main() -> None:
    """Write the calls to standard output, one a line."""
    random = Random(1)
    for agent in AGENTS:
        habits = {habit: random.betavariate(0.6, 2.4) for habit in HABITS}
        for number in range(random.randint(36, 60)):
            print(json.dumps(call(random, agent, number, habits), ensure_ascii=False))


if __name__ == "__main__":
    main()
