"""What is said in one turn: named signals, found by patterns; never a finding."""
