"""What is said: the words for values, times, places, numbers and sources."""
