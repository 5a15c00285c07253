"""Little rule books, and what is seen with them."""

from __future__ import annotations

from linter.model import Call, Turn
from linter.rulebook.load import load_texts
from linter.rulebook.notation import parse
from linter.rulebook.types import RuleBook
from linter.signals.detect import Detector, Seen
from linter.signals.finder import Classes, Compiler, Finder
from linter.signals.matcher import Context
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare
from linter.text.tokens import default_tokenizer
from linter.text.turns import SpeakingTurn, speaking_turns

CONTEXT = Context(edges=default_tokenizer().edges)


def classes(**groups: dict[str, list[str]] | list[str]) -> Classes:
    """Word classes; a list stands for a class without groups."""
    return {
        name: {
            group: tuple(map(parse, members))
            for group, members in (said if isinstance(said, dict) else {"": said}).items()
        }
        for name, said in groups.items()
    }


def finder(pattern: str, known: Classes | None = None) -> Finder:
    return Compiler(known or {}).finder(parse(pattern))


def found(pattern: str, text: str, known: Classes | None = None) -> list[str]:
    """The spans of a matching form that a pattern finds."""
    spans = finder(pattern, known).find(text, CONTEXT)
    return [text[start:end] for start, end, _ in spans]


def book(text: str) -> RuleBook:
    return load_texts([("t.yml", f"pack: t\n{text}")])


def call(*said: tuple[str, str]) -> Call:
    """A call of ``(role letter, words)``: a, c, b, s, u."""
    roles = {"a": "agent", "c": "customer", "b": "bot", "s": "system", "u": "unknown"}
    return Call("c", tuple(Turn(roles[letter], words) for letter, words in said))  # type: ignore[arg-type]


def turn(words: str, role: str = "a") -> SpeakingTurn:
    return speaking_turns(call((role, words)))[0]


def seen(rules: str, words: str, role: str = "a") -> list[Seen]:
    """Everything seen in one turn, in order of place."""
    return sorted(Detector(book(rules)).seen(turn(words, role)), key=lambda s: (s.start, s.end))


def standing(rules: str, words: str, role: str = "a") -> list[str]:
    """The words of the hits that stand."""
    return [words[s.hit.start : s.hit.end] for s in seen(rules, words, role) if not s.taken_back]


def view(rules: str, *said: tuple[str, str]) -> CallView:
    loaded = book(rules)
    detector = Detector(loaded)
    return prepare(call(*said), detector, SlotTracker(loaded.slots, detector))
