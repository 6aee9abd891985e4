"""The static edition: the whole record as files, which need no server."""
