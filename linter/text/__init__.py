"""From a turn's raw text to what patterns are matched on, and back again exactly."""
