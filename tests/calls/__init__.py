"""Tests of reading calls."""
