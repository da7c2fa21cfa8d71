"""Shows the Markdown of a note: made HTML by `markdown`, made harmless by our own sanitiser, nothing ever loaded.

What is typed is always to be seen: tags are shown as they are typed, no line is taken for a definition and left out,
and what is too long or too tangled for a Markdown reader is shown as plain paragraphs.
"""

from __future__ import annotations

import re

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markdown_html import markdown_html
from caregiver_app.support.markup import from_text, replace_pictures, sanitise, to_text
from caregiver_app.support.paragraphs import escaped
from caregiver_app.support.plain_text import shorten, visible

_BEGIN_OF_LINE = re.compile(r"^[\s#>*+\-]+|^\d{1,3}[.)]\s+|[*_`]{1,3}")
_READ_FOR_TITLE = 4_000


def note_html(text: str) -> SafeHtml:
    """Return a note as HTML that loads nothing; pictures stand as their descriptions."""
    written = visible(text)
    html = markdown_html(written, keep_lines=True)
    if html is None:
        return from_text(written)
    safe = sanitise(html, base="")
    shown = sanitise(replace_pictures(safe, lambda description, _: escaped(description)), base="")
    return shown if to_text(shown) else from_text(written)


def note_text(text: str) -> str:
    """Return a note as plain text, as it is read."""
    return to_text(note_html(text))


def note_title(text: str, limit: int = 80) -> str:
    """Return the beginning of a note in one line, without the signs of Markdown; empty where there is none."""
    for line in visible(text[:_READ_FOR_TITLE]).splitlines():
        plain = " ".join(_BEGIN_OF_LINE.sub("", line).split())
        if plain:
            return shorten(plain, limit)
    return ""
