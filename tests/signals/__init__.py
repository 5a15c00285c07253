"""Tests of what is said in one turn."""
