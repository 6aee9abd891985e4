"""The timeline, and the bars of days and of growth."""
