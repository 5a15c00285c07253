"""Tests of the matching form and of words."""
