"""The Library: the list, what narrows it, and the reader. Reading never makes a connection."""
