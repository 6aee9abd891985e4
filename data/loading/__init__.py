"""From CSV to the record in memory: schema, checks, typed rows."""
