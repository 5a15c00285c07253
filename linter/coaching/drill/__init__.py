"""Drilling: a trainee answers in the agent's place, and the rules say what they think of it."""
