"""What stands round and on each page; the pages as they are declared."""
