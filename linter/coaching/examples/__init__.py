"""Example sets for trainers: good and bad turns of real calls, masked, balanced, reproducible."""
