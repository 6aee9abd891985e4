"""The scripts of the edition, and the data that they are given."""
