"""Tests of which findings are shown."""
