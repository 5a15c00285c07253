"""Script libraries (话术库): what their files have in common, whatever the format."""
