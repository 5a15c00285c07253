"""How reports name the rules of ``shop.yml``."""

from __future__ import annotations

import hashlib
import json

from linter import __version__

from .conftest import SHOP

HASH = hashlib.sha256(SHOP.read_text(encoding="utf-8").encode()).hexdigest()[:12]
LINE = f"规则：shop {__version__} {HASH}\n"
JSON = json.dumps({"name": "shop", "version": __version__, "hash": HASH})
