"""What the linter costs, measured against what people would otherwise use.

``python -m tools.bench`` from a checkout; ``make bench`` runs it all and writes docs/speed.md.
"""
