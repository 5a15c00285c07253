"""Teams of which it is known who answers better and what they say: made by a seed.

Agents have habits: what each says more often than others is drawn for each, whatever is planted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from linter.coaching.exemplars import CallMoments, Collection
from linter.coaching.exemplars.moments import Moment, Said

SITE = (
    "您稍等一下",
    "我帮您看一下",
    "系统显示正在处理",
    "请您提供一下订单号",
    "这个情况我了解了",
    "后台已经有记录",
    "那边的同事会联系您",
    "麻烦您保持电话畅通",
    "我再确认一下地址",
    "费用会原路退回",
    "这边查到您的包裹",
    "网点今天已经收到",
    "您看这样可以吗",
    "预计明天送到",
    "给您带来不便了",
    "还有别的问题吗",
    "我先记录下来",
    "请问是本人吗",
    "这是我们的责任",
    "快递员正在派送",
)
"""What everybody on the site may say."""
MANY = tuple(start + phrase for start in ("", "好的那", "是这样", "您放心") for phrase in SITE)
"""The same with four times as many words to compare."""


@dataclass(frozen=True)
class Team:
    """A plan.

    :ivar base: the rate of good answers, by business.
    :ivar better: agents (by number) with a rate of their own, the same in all businesses.
    :ivar planted: what agents say beside the habits: agent → phrase → rate.
    :ivar everybody: a phrase → the rate at which all say it.
    :ivar mix: agents who handle one business alone.
    :ivar by_business: business → a phrase that is said in each of its calls.
    :ivar vary: how far agents are better or worse than the base, each by chance.
    :ivar site: what everybody may say.
    :ivar habits: how much agents differ in what they say: 0 for not at all.
    """

    agents: int = 12
    calls: int = 60
    base: Mapping[str, float] = field(default_factory=lambda: {"快递": 0.6})
    better: Mapping[int, float] = field(default_factory=dict)
    planted: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    everybody: Mapping[str, float] = field(default_factory=dict)
    mix: Mapping[int, str] = field(default_factory=dict)
    by_business: Mapping[str, str] = field(default_factory=dict)
    habits: float = 1.0
    vary: float = 0.0
    site: Sequence[str] = SITE

    def name(self, agent: int) -> str:
        """What the agent is called."""
        return f"a{agent:02}"

    def made(self, seed: int, situation: str = "upset") -> Collection:
        """The calls of such a team."""
        random = Random(seed)
        found = Collection()
        for agent in range(self.agents):
            rates = self._habits(random)
            shift = random.uniform(-self.vary, self.vary)
            for number in range(self.calls):
                found.add(self._call(random, agent, number, rates, shift, situation))
        return found

    def _habits(self, random: Random) -> dict[str, float]:
        """How often this agent says what: of a habitual kind hardly ever or nearly always."""
        if not self.habits:
            return dict.fromkeys(self.site, 0.15)
        sharp = 1 / self.habits
        return {phrase: random.betavariate(0.6 * sharp, 2.4 * sharp) for phrase in self.site}

    def _call(
        self,
        random: Random,
        agent: int,
        number: int,
        rates: Mapping[str, float],
        shift: float,
        situation: str,
    ) -> CallMoments:
        business = self.mix.get(agent) or random.choice(list(self.base))
        rate = self.better.get(agent, self.base[business] + shift)
        said = [phrase for phrase, often in rates.items() if random.random() < often]
        extra = {**self.everybody, **self.planted.get(agent, {})}
        said += [phrase for phrase, often in extra.items() if random.random() < often]
        if business in self.by_business:
            said.append(self.by_business[business])
        random.shuffle(said)
        text = "，".join(said or ["好的"]) + "。"
        name = self.name(agent)
        moment = Moment(
            situation,
            name,
            (business, "phone"),
            random.random() < rate,
            None,
            f"{name}-{number}",
            "team.jsonl",
            "怎么还没到，急死了！",
            (Said(1, text),),
        )
        return CallMoments(name, (moment,))


def planted(phrase: str, agents: Sequence[int], often: float) -> dict[int, dict[str, float]]:
    """What to plant: these agents say it so often."""
    return {agent: {phrase: often} for agent in agents}
