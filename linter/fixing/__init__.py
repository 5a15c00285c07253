"""Better wording written into script libraries, where a rule knows it; transcripts never."""

from linter.fixing.edits import Edit
from linter.fixing.files import TextFile
from linter.fixing.fixer import Fixed, fix_file
from linter.fixing.workbooks import WorkbookFile

__all__ = ["Edit", "Fixed", "TextFile", "WorkbookFile", "fix_file"]
