"""A guide or checklist of a pack, made harmless. Its pictures are named by files below an address that nobody has.

Never raises for what a text says and never loads anything; it may take long over a hostile text, so that it runs in a
worker which can be ended.
"""

from __future__ import annotations

import re
from typing import Final

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markdown_html import markdown_html
from caregiver_app.support.markdown_lists import plain_lists
from caregiver_app.support.markup import sanitise

PACK_ADDRESS: Final = "https://pack.invalid/"
"""Where relative addresses of a text lead: nowhere (RFC 6761, section 6.4)."""

_BOX = re.compile(r"^([ \t]*[-*+] )\[[ xX]\] ", re.MULTILINE)


def guide_html(markdown: str) -> SafeHtml | None:
    """Return a text as it is shown, boxes to tick as signs; None where it is too long or too tangled to be read."""
    html = markdown_html(plain_lists(_BOX.sub("\\1\N{BALLOT BOX} ", markdown)), keep_lines=False)
    return None if html is None else sanitise(html, base=PACK_ADDRESS)
