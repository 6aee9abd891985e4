"""The dead: one by one, the counts beside them, and the map of the gap between the two."""
