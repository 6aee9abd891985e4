"""The static edition as a whole: written once for all tests, then crawled, checked and read in a browser."""
