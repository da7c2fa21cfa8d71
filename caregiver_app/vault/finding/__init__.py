"""The words by which records are found, and where in a record they stand. Search never leaves the care notes."""
