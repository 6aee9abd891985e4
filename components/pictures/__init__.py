"""Figures as they leave the page: with title, proof and key."""
