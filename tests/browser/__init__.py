"""Tests in a real browser. They look at states of the page and never wait for a fixed time."""
