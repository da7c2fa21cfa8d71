"""Where a guide leads to: its links with a code each, for on paper nobody can press them."""

from __future__ import annotations

import re
from html import unescape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.sheets.blocks import Entries, Entry
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.paper.qr_code import LONGEST_BYTES
from caregiver_app.printing.pages import LONGEST_TITLE, link_for_paper
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import one_line, shorten, strip_markup

MOST_LINKS = 12
_LINK = re.compile(r'<a href="([^"<>]*)">((?:(?!</a>).)*)</a>', re.DOTALL)


def read_on(html: SafeHtml) -> SheetPart:
    """Return the pages that a text names, each once; a part without blocks where it names none."""
    named: dict[str, str] = {}
    for address, words in _LINK.findall(html):
        link = link_for_paper(unescape(address))
        if link and len(named) < MOST_LINKS:
            named.setdefault(link, shorten(one_line(strip_markup(words)), LONGEST_TITLE))
    entries = tuple(
        Entry(title=words or link, link=link, code=len(link.encode()) <= LONGEST_BYTES) for link, words in named.items()
    )
    return SheetPart(heading=_("Pages that this text names"), blocks=(Entries(entries=entries),) if entries else ())
