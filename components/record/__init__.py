"""The record to read: list, card, day, case, sources, corrections, downloads."""
