"""How agents are named in a report: not at all, by a name that tells nothing, or by their own."""

from __future__ import annotations

from typing import NamedTuple

from linter.desk.choices import Choices
from linter.desk.words import desk_words
from linter.judged import Report
from linter.masking import Pseudonyms, agent_key, mask_report, pseudonymised
from linter.masking.telling import telling
from linter.model import Call


class Agent(NamedTuple):
    """Whoever spoke in a call: ``key`` tells agents apart, both may be empty."""

    key: str = ""
    id: str = ""
    name: str = ""


def agent_of(call: Call) -> Agent:
    """The agent of a call as the input has it."""
    return Agent(agent_key(call), call.agent_id, call.agent_name)


def disguised(report: Report, choices: Choices) -> Report:
    """The report with nothing in it that is not to be told."""
    # First the agent: who is masked cannot be told from others any more.
    if choices.options.agents != "names":
        report = pseudonymised(report, desk_words(choices.options.lang).agent)
    return mask_report(report) if choices.mask else report


class Names:
    """The names agents get in one report, in the order in which they appear."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._pseudonyms = Pseudonyms(choices.options.lang)
        self._seen: dict[Agent, str] = {}

    def of(self, agent: Agent) -> str:
        """What an agent is called; nobody, and everybody where they are hidden, is nameless."""
        if agent not in self._seen:
            self._seen[agent] = self._named(agent)
        return self._seen[agent]

    def hidden(self, text: str) -> str:
        """A file's name or a message without any agent's own name."""
        if self._choices.options.agents == "names":
            return text
        for agent, name in self._seen.items():
            found = telling(Call("", (), agent_id=agent.id, agent_name=agent.name))
            if found:
                text = found.replaced(text, name or "*")
        return text

    def _named(self, agent: Agent) -> str:
        match self._choices.options.agents:
            case "hidden":
                return ""
            case "names":
                return agent.name or agent.id
            case "pseudonyms":
                return self._pseudonyms.of(agent.key)
