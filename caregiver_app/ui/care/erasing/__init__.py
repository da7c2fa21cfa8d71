"""Deleting for good what is in the care notes, with what goes and what stays said before. Nothing is done unasked."""
