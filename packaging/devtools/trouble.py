"""The one way in which the work stops: a sentence for the person at the keyboard."""

from __future__ import annotations


class Trouble(Exception):
    """Something that only the person can mend; its text says what happened and what to do."""
