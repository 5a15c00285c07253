"""The built-in rule packs; installed as ``linter.packs``."""
