"""Who said what: the chart of numbers, and the ledger."""
