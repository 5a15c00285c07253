"""What a workbook needs that may not be there: the library, and room for temporary files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from linter.errors import UsageError


def require() -> None:
    """See to it that workbooks can be written.

    :raises UsageError: when XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: F401
    except ImportError:
        raise UsageError(
            "写 .xlsx 要装 XlsxWriter", hint='pip install "huashu[xlsx]"，或用 --format csv'
        ) from None


@contextmanager
def writing() -> Iterator[None]:
    """What is written inside goes to temporary files.

    :raises UsageError: when there is no room for them.
    """
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        yield
    except (OSError, XlsxWriterException) as error:
        # The library wraps what the system said.
        cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
        raise UsageError(
            f"临时文件写不了：{getattr(cause, 'strerror', None) or cause}",
            path=tempfile.gettempdir(),
            hint="检查剩余空间，或用环境变量 TMPDIR 换个文件夹",
        ) from None
