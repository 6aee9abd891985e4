"""Talks: stage, one file, handout."""
