"""The classes that mark parts of a page's HTML, for those who write it and those who style it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

LEAD: Final = "lead"
QUOTE: Final = "quote"
PICTURE: Final = "picture"
CAPTION: Final = "caption"
ADDED: Final = "added"
REMOVED: Final = "removed"
CHANGE: Final = "change-"
"""Before the number of a change: the name of its place."""

LOCAL: Final = "local"
"""The scheme of our own stored pictures; no address in a page that was made harmless has it."""

PICTURES_WANTED: Final = "local:pictures"
"""Where the words lead that ask for the pictures of a page."""


class Missing(Enum):
    """What can be done about pictures that are not stored."""

    ASKABLE = auto()
    COMING = auto()
    FAILED = auto()
