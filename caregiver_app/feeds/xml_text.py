"""From the bytes of a subscription list to text that an XML reader can be trusted with. Never raises.

A document type declaration is cut out whole, and what may be left of a broken one is made plain text, so that no entity
can be defined, loaded or expanded.
"""

from __future__ import annotations

import re

from caregiver_app.feeds import doctype
from caregiver_app.feeds.charset import decode

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_DOCTYPE_BEGINS = re.compile("<!DOCTYPE", re.IGNORECASE)
_LEFT_OVER = re.compile("<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)


def xml_text(data: bytes) -> str:
    """Return the text of an XML document, without declarations and without characters that XML forbids."""
    text = without_forbidden(decode(data).text).lstrip("\ufeff \t\r\n")
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    if begins := _DOCTYPE_BEGINS.search(text):
        text = text[: begins.start()] + text[doctype.end_of(text, begins.start()) :]
    return _LEFT_OVER.sub("", text)


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that XML 1.0 has no place for (section 2.2)."""
    return _NOT_XML.sub("", text)
