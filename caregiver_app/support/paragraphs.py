"""Plain text as HTML: paragraphs, lines, and web addresses as links. Knows no other element."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support import markup_bounds
from caregiver_app.support.addresses import web_address
from caregiver_app.support.plain_text import visible

_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_ADDRESS_IN_TEXT = re.compile(r"https?://[^\s<>\"]*[^\s<>\"'.,:;!?)\]}»”’…]")


def from_text(text: str) -> SafeHtml:
    """Return plain text as paragraphs, split at empty lines, with web addresses made into links."""
    whole = markup_bounds.shortened(visible(text)).strip()
    linked = _paragraphs(whole, _with_links)
    return SafeHtml(linked if len(linked) <= markup_bounds.MAX_OUTPUT_CHARS else _paragraphs(whole, escaped))


def _paragraphs(text: str, write: Callable[[str], str]) -> str:
    paragraphs = (paragraph.strip() for paragraph in _EMPTY_LINE.split(text))
    return "".join(f"<p>{_lines(paragraph, write)}</p>" for paragraph in paragraphs if paragraph)


def _lines(paragraph: str, write: Callable[[str], str]) -> str:
    return "<br>".join(write(line.strip()) for line in paragraph.splitlines())


def _with_links(line: str) -> str:
    written = []
    at = 0
    for match in _ADDRESS_IN_TEXT.finditer(line):
        if address := web_address(match[0]):
            written.append(escaped(line[at : match.start()]))
            written.append(f'<a href="{quoted(address)}">{escaped(match[0])}</a>')
            at = match.end()
    return "".join((*written, escaped(line[at:])))


def escaped(text: str) -> str:
    """Return text as HTML text, as the cleaner writes it."""
    return escape(text, quote=False).replace("\xa0", "&nbsp;")


def quoted(text: str) -> str:
    """Return text as the value of an attribute, as the cleaner writes it."""
    return escaped(text).replace('"', "&quot;")
