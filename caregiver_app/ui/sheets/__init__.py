"""Print: which sheets, what goes on them, how they will look, and onto paper or into a file. Knows no care notes."""
