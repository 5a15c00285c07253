"""Which findings are shown: selection now, exceptions and baselines on top."""
