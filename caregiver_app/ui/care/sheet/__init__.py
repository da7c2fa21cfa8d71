"""The recovery sheet: printed, saved or copied by hand, and compared. What is shown here is the key of the notes."""
