"""Care notes in the window."""
