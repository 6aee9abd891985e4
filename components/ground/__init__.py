"""The ground that a map is drawn on: points of view, land and streets, and where things fall from there."""
