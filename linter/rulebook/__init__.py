"""From YAML to typed rules: strict loading, references resolved, every error at once."""
