"""huashu: lints what call-centre agents say.

The public API and nothing else.
"""

from linter.errors import HuashuError, InputError, RuleError, RuleErrors, UsageError
from linter.linting import Linter, lint
from linter.model import (
    Call,
    Evidence,
    Finding,
    Line,
    Part,
    Report,
    Scene,
    Script,
    Turn,
    Verdict,
)
from linter.triage.select import Selection

__all__ = [
    "Call",
    "Evidence",
    "Finding",
    "HuashuError",
    "InputError",
    "Line",
    "Linter",
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
]
__version__ = "0.1.0"
