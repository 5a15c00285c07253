"""Tests of judging prepared calls."""
