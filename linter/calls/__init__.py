"""Reads transcripts and script libraries of every known format into calls."""

from linter.calls.inputs import find_inputs
from linter.calls.options import ReadOptions
from linter.calls.reading import read_path, read_script, read_stream
from linter.calls.registry import FORMATS
from linter.calls.spec import Format
from linter.calls.write import to_canonical

__all__ = [
    "FORMATS",
    "Format",
    "ReadOptions",
    "find_inputs",
    "read_path",
    "read_script",
    "read_stream",
    "to_canonical",
]
