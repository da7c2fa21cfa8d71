"""The tab "Medicines": a record of what labels, letters and lists say. It never counts, compares or advises."""
