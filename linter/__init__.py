"""huashu: lints what call-centre agents say.

The public API and nothing else. Each name is imported when it is first asked for: who only reads
calls, or asks the command for its help, does not wait for the engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.calls.paths import read_calls
    from linter.errors import HuashuError, InputError, RuleError, RuleErrors, UsageError
    from linter.judged import Part, Report, Verdict
    from linter.linting import Linter, lint
    from linter.model import Call, Casting, Evidence, Finding, Line, Notice, Scene, Script, Turn
    from linter.triage.select import Selection

__all__ = [
    "Call",
    "Casting",
    "Evidence",
    "Finding",
    "HuashuError",
    "InputError",
    "Line",
    "Linter",
    "Notice",
    "Part",
    "Report",
    "RuleError",
    "RuleErrors",
    "Scene",
    "Script",
    "Selection",
    "Turn",
    "UsageError",
    "Verdict",
    "lint",
    "read_calls",
]
__version__ = "0.1.0"

_ELSEWHERE = {
    **dict.fromkeys(
        ("HuashuError", "InputError", "RuleError", "RuleErrors", "UsageError"), "linter.errors"
    ),
    **dict.fromkeys(("Linter", "lint"), "linter.linting"),
    **dict.fromkeys(("Part", "Report", "Verdict"), "linter.judged"),
    "Selection": "linter.triage.select",
    "read_calls": "linter.calls.paths",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_ELSEWHERE.get(name, "linter.model")), name)
    globals()[name] = found
    return found
