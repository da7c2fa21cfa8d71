"""The monthly round: what changed, is gone or is due in a pack, one answer for each."""
