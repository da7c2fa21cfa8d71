"""Checking a page or an organisation: the points, one after the other, and what comes of the answers."""
