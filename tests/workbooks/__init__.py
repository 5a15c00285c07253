"""Workbooks, read as a stream."""
