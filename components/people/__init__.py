"""The people of the record: all by name, and a page each."""
