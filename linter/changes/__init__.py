"""What changed against a git revision, and which findings are on changed lines.

::

    changes = changes_since("origin/main", Path.cwd())
    linter = Marked(Linter(), changes)
    reports = [linter.lint(call) for path in paths if changes.has(path) for call in read_path(path)]
"""

from linter.changes.changes import Changes
from linter.changes.git import changes_since
from linter.changes.lines import Touched
from linter.changes.marking import Marked

__all__ = ["Changes", "Marked", "Touched", "changes_since"]
