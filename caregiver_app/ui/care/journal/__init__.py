"""The journal: what happened, day by day."""
