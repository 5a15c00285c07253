"""What the project is built, checked and measured with; never installed."""
