"""Markdown made HTML, which is not harmless yet: whoever shows it lets `markup` sanitise it.

Tags are shown as they are typed and no line is taken for a definition and left out, so that what is written is always
to be seen. What is too long or too tangled for a Markdown reader is not read: its readers take time that grows with the
square of open brackets, stars and backslashes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caregiver_app.support.plain_text import visible

if TYPE_CHECKING:
    from markdown import Markdown

LONGEST_MARKDOWN = 30_000
"""Characters: some 5,000 words."""
MOST_SIGNS, MOST_SIGNS_IN_A_LINE = 1_500, 150
"""Signs of Markdown."""
MOST_LINES = 1_500
DEEPEST_INDENT = 40

_SIGNS = re.compile(r"[\[\]()*_`<>!\\|&#+~-]|\d[.)]")


def markdown_html(text: str, *, keep_lines: bool) -> str | None:
    """Return Markdown as HTML, None where it is too long or too tangled to be read.

    `keep_lines`: the end of a line is one on the screen too, as people mean it who type a note.
    """
    written = visible(text)
    if not is_readable(written):
        return None
    try:
        return _reader(keep_lines).convert(written)
    except (RecursionError, ValueError, LookupError, AttributeError, AssertionError):
        return None


def is_readable(text: str) -> bool:
    """Return whether a text is within what is read as Markdown."""
    if len(text) > LONGEST_MARKDOWN or len(_SIGNS.findall(text)) > MOST_SIGNS:
        return False
    lines = text.splitlines()
    return len(lines) <= MOST_LINES and all(
        len(_SIGNS.findall(line)) <= MOST_SIGNS_IN_A_LINE and len(line) - len(line.lstrip()) <= DEEPEST_INDENT
        for line in lines
    )


def _reader(keep_lines: bool) -> Markdown:
    from markdown import Markdown

    extensions = ["sane_lists", "tables", *(["nl2br"] if keep_lines else [])]
    reader = Markdown(extensions=extensions, output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.parser.blockprocessors.deregister("reference")
    return reader
