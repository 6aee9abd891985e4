"""Ink and room: colours, shapes, typefaces, the key, and where names find a place."""
