"""Search over the whole record, in any of its scripts and any spelling."""
