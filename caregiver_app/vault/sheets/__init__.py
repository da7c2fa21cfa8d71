"""Sheets of care notes, a module each: what the notes say, as values for paper. They say nothing that nobody wrote."""
