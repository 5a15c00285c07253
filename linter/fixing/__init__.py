"""Better wording written into script libraries, where a rule knows it; transcripts never."""

from linter.fixing.edits import Edit, Reason
from linter.fixing.files import TextFile
from linter.fixing.fixer import Fixed, fix_file

__all__ = ["Edit", "Fixed", "Reason", "TextFile", "fix_file"]
