"""Who the agent is: told from the whole call where its roles are not given, or look swapped."""

from linter.signals.casting.checking import check
from linter.signals.casting.inferring import cast
from linter.signals.casting.roles import with_roles

__all__ = ["cast", "check", "with_roles"]
