"""Better wording written into script libraries, where a rule knows it; transcripts never."""

from linter.fixing.files import ScriptFile
from linter.fixing.fixer import Edit, Fixed, fix_file

__all__ = ["Edit", "Fixed", "ScriptFile", "fix_file"]
