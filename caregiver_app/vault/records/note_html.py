"""Shows the Markdown of a note: made HTML by `markdown`, made harmless by our own sanitiser, nothing ever loaded.

What is typed is always to be seen: tags are shown as they are typed, no line is taken for a definition and left out,
and what is too long or too tangled for a Markdown reader is shown as plain paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markup import from_text, replace_pictures, sanitise, to_text
from caregiver_app.support.paragraphs import escaped
from caregiver_app.support.plain_text import shorten, visible

if TYPE_CHECKING:
    from markdown import Markdown

LONGEST_MARKDOWN = 30_000
"""Characters: some 5,000 words."""
MOST_SIGNS, MOST_SIGNS_IN_A_LINE = 1_500, 150
"""Signs of Markdown; its readers take time that grows with the square of open brackets, stars and backslashes."""
MOST_LINES = 1_500
DEEPEST_INDENT = 40

_SIGNS = re.compile(r"[\[\]()*_`<>!\\|&#+~-]|\d[.)]")
_BEGIN_OF_LINE = re.compile(r"^[\s#>*+\-]+|^\d{1,3}[.)]\s+|[*_`]{1,3}")
_READ_FOR_TITLE = 4_000


def note_html(text: str) -> SafeHtml:
    """Return a note as HTML that loads nothing; pictures stand as their descriptions."""
    written = visible(text)
    if not _is_readable(written):
        return from_text(written)
    try:
        html = _markdown().convert(written)
    except (RecursionError, ValueError, LookupError, AttributeError, AssertionError):
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


def _is_readable(text: str) -> bool:
    if len(text) > LONGEST_MARKDOWN or len(_SIGNS.findall(text)) > MOST_SIGNS:
        return False
    lines = text.splitlines()
    return len(lines) <= MOST_LINES and all(
        len(_SIGNS.findall(line)) <= MOST_SIGNS_IN_A_LINE and len(line) - len(line.lstrip()) <= DEEPEST_INDENT
        for line in lines
    )


def _markdown() -> Markdown:
    from markdown import Markdown

    reader = Markdown(extensions=["sane_lists", "nl2br", "tables"], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.parser.blockprocessors.deregister("reference")
    return reader
