"""A reviewer's table of forbidden phrases (禁语表) as a rule pack."""
