"""Shows the Markdown of a note: made HTML by `markdown`, made harmless by our own sanitiser, nothing ever loaded.

What is too long for a Markdown reader, or too tangled, is shown as it was typed.
"""

from __future__ import annotations

import re

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markup import from_text, replace_pictures, sanitise, to_text
from caregiver_app.support.plain_text import shorten, visible

LONGEST_MARKDOWN = 60_000
MOST_BRACKETS = 400
"""Readers of Markdown take time that grows with the square of open brackets and stars."""
LONGEST_LINE = 4_000

_TANGLES = re.compile(r"[\[\]()*_`<>!\\]")
_MOST_IN_A_LINE = 200


def note_html(text: str) -> SafeHtml:
    """Return a note as HTML that loads nothing; pictures stand as their descriptions."""
    written = visible(text)
    if not _is_readable(written):
        return from_text(written)
    from markdown import markdown

    try:
        html = markdown(written, extensions=["sane_lists", "nl2br", "tables"], output_format="html")
    except (RecursionError, ValueError, IndexError, KeyError, AttributeError, AssertionError):
        return from_text(written)
    safe = sanitise(html, base="")
    return sanitise(replace_pictures(safe, lambda description, _address: _escaped(description)), base="")


def note_text(text: str) -> str:
    """Return a note as plain text, as it is read."""
    return to_text(note_html(text))


def note_title(text: str, limit: int = 80) -> str:
    """Return the beginning of a note in one line, without the signs of Markdown."""
    for line in visible(text[:4_000]).splitlines():
        plain = " ".join(re.sub(r"^[\s#>*+\-\d.]+(?=\s)|[*_`]{1,3}", "", line).split())
        if plain:
            return shorten(plain, limit)
    return ""


def _is_readable(text: str) -> bool:
    if len(text) > LONGEST_MARKDOWN or text.count("[") + text.count("]") > MOST_BRACKETS:
        return False
    return all(
        len(line) <= LONGEST_LINE and len(_TANGLES.findall(line)) <= _MOST_IN_A_LINE for line in text.splitlines()
    )


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
