"""The data key of the notes, and what wraps, carries or derives it. Nothing here knows a record or opens the notes."""
