"""The keys of a configuration: how each is read, and which option says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from linter.calls import FORMATS as INPUT_FORMATS
from linter.config import values
from linter.config.ini import Shape
from linter.config.values import Read
from linter.frozen import dataclass
from linter.model import SEVERITIES
from linter.reports import FORMATS

PER_PATH = "per_path"
PATHS = "paths"
NEVER = "never"
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Key:
    """A key.

    :ivar option: the option that says the same on the command line; none has a key that only a
        configuration has.
    :ivar default: what holds where nothing is said, as it is shown.
    :ivar refines: whether it may be said of some files only.
    """

    read: Read
    option: str = ""
    default: str = ""
    shape: Shape = "one"
    refines: bool = False


def _known(names: Iterable[str]) -> Callable[[], Iterable[str]]:
    return lambda: names


KEYS: Mapping[str, Key] = {
    "rules": Key(values.rules, "--rules", "builtin", "list"),
    "profile": Key(values.names, "--profile", shape="list", refines=True),
    "select": Key(values.names, "--select", shape="list", refines=True),
    "ignore": Key(values.names, "--ignore", shape="list", refines=True),
    "severity": Key(values.severities, shape="pairs", refines=True),
    "min_severity": Key(
        values.one_of(_known(SEVERITIES), "级别"), "--min-severity", "info", refines=True
    ),
    "certain_only": Key(values.flag, "--certain-only", "false", refines=True),
    "praise": Key(values.flag, "--praise", "false"),
    "scheme": Key(values.scheme, "--scheme"),
    "exceptions": Key(values.files, "--exceptions", shape="list"),
    "baseline": Key(values.output, "--baseline"),
    "lang": Key(values.one_of(_known(LANGUAGES), "语言"), "--lang", "zh"),
    "format": Key(values.one_of(_known(FORMATS), "格式"), "--format", "text"),
    "output": Key(values.output, "--output"),
    "also": Key(values.outputs, "--also", shape="list"),
    "fail_on": Key(values.one_of(_known((*SEVERITIES, NEVER)), "级别"), "--fail-on", "error"),
    "strict": Key(values.flag, "--strict", "false"),
    "jobs": Key(values.jobs, "--jobs", "1"),
    "mask": Key(values.flag, "--mask", "false"),
    "exclude": Key(values.globs, shape="list"),
    "from": Key(values.one_of(_known(INPUT_FORMATS), "格式"), "--from", refines=True),
    "agent_channel": Key(values.text, "--agent-channel", refines=True),
    "roles": Key(values.roles, "--role", shape="pairs", refines=True),
    "columns": Key(values.columns, "--column", shape="pairs", refines=True),
    "sheet": Key(values.text, "--sheet", refines=True),
}
"""All keys but :data:`PER_PATH`, in the order in which they are shown."""

REFINING: tuple[str, ...] = tuple(name for name, key in KEYS.items() if key.refines)
"""The keys that an entry of :data:`PER_PATH` may have, beside :data:`PATHS`."""


def shape_of(name: str) -> Shape:
    """What stands under a key, known or not."""
    if name == PER_PATH:
        return "entries"
    return KEYS[name].shape if name in KEYS else "one"
