"""The reviewers' desk: a report to act on, and a score sheet."""
