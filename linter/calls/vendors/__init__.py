"""The JSON documents of speech recognisers and contact centres, a module each.

A module ``aliyun_asr`` of this package holds one ``VENDOR`` named ``aliyun-asr``; none is named
here. They are told by the shape of the decoded document, and imported when one is to be told.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from linter.calls.vendors.base import Vendor

_NO_VENDORS = ("base",)


@cache
def vendor_names() -> tuple[str, ...]:
    """The names, in alphabetical order."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(name.replace("_", "-") for name in sorted(names) if name not in _NO_VENDORS)


@cache
def vendor_named(name: str) -> Vendor:
    """The vendor of a name there is."""
    vendor: Vendor = import_module(f"{__name__}.{name.replace('-', '_')}").VENDOR
    return vendor


def vendor_of(value: object) -> Vendor | None:
    """Whose document a decoded JSON value is, if it is one."""
    return next((v for name in vendor_names() if (v := vendor_named(name)).fits(value)), None)
