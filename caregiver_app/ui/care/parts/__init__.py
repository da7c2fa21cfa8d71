"""Parts that tabs of the care notes share: forms that are drafts, dates and times, rows, columns, inner places."""
