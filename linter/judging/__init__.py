"""What it means: rules judged on a prepared call, first signals, then findings."""
