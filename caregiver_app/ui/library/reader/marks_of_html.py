"""The classes that mark parts of a page's HTML, for those who write it and those who style it."""

from __future__ import annotations

from typing import Final

LEAD: Final = "lead"
QUOTE: Final = "quote"
PICTURE: Final = "picture"
ADDED: Final = "added"
REMOVED: Final = "removed"
CHANGE: Final = "change-"
"""Before the number of a change: the name of its place."""
