"""Testing rules by the calls they carry: do they hold, what do they reach, what do they notice."""

from linter.ruletest.cases import Case, Mark, read_cases
from linter.ruletest.outcomes import Difference, Outcome, Result, run_cases

__all__ = ["Case", "Difference", "Mark", "Outcome", "Result", "read_cases", "run_cases"]
