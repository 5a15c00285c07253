"""Points: one deduction an act."""
