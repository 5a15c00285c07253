from __future__ import annotations

from linter.coaching.examples.card import Sources

from .making import collected


def test_sources_are_counted():
    sources = Sources()
    for agent in ("7", "7", "8", ""):
        sources.add(collected("客户：气死了\n坐席：快点", agent_id=agent, business="games"))
    assert (sources.calls, sources.turns, sources.agent_turns) == (4, 8, 4)
    assert len(sources.agents) == 2
    assert sources.businesses == {"games": 4}
    assert sources.channels == {"": 4}
    assert sources.candidates > 4
