"""``python -m linter.cli``: the command, where it is not installed as ``huashu``."""

import sys

from linter.cli.main import main

sys.exit(main())
