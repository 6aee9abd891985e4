"""What a search over everything finds."""
