"""The language of a feed that names none, told by the words of its entries all together. Pure."""

from __future__ import annotations

from caregiver_app.feeds.raw import RawEntry, RawFeed
from caregiver_app.support.language import by_words
from caregiver_app.support.plain_text import strip_markup

_ENTRIES_LOOKED_AT = 12
_CHARS_LOOKED_AT = 400


def usual_language(feed: RawFeed) -> str:
    """Return the language that a feed's first entries are in, empty where that is not sure."""
    return by_words([word for entry in feed.entries[:_ENTRIES_LOOKED_AT] for word in _first_words(entry)])


def _first_words(entry: RawEntry) -> list[str]:
    texts = (entry.title, *entry.contents[:1], entry.summary)
    beginnings = ((text.html, text.value[:_CHARS_LOOKED_AT]) for text in texts if text is not None)
    return " ".join(strip_markup(start) if html else start for html, start in beginnings).lower().split()
