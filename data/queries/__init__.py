"""What is asked of the record: a view and what it shows, claims, numbers, what was known on a day."""
