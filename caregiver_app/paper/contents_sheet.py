"""What is in a pack, on paper: a plain list. Whatever its maker wrote is data and can never become markup."""

from __future__ import annotations

import re
from dataclasses import replace

from caregiver_app.model.sheet import ContentsPart, PackContents
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import gettext as _

_ENDLESS = re.compile(r"\S{20}(?=\S)")


def contents_sheet(contents: PackContents, layout: Layout) -> TypesetSheet:
    """Return the list, in the size that the pack's maker would print it."""
    data = {
        "facts": [[name, _runs(value)] for name, value in contents.facts],
        "parts": [_part(part) for part in contents.parts],
        "signs_heading": _("The signs of these packs") if contents.signs else "",
        "signs_words": _("Compare them with those on the screen when you first take packs from here."),
        "signs": [list(each) for each in contents.signs],
        "foot": contents.foot,
        "line": _("General information, not medical advice. Things change: check for a newer list."),
        "page": _("Page {page} of {pages}"),
    }
    return TypesetSheet("contents", contents.title, data, replace(layout, size=contents.size))


def _part(part: ContentsPart) -> dict[str, object]:
    entries = [{"name": _runs(name), "lines": [_runs(line) for line in lines]} for name, lines in part.entries]
    return {"heading": part.heading, "entries": entries}


def _runs(line: str) -> list[str]:
    """Return a line in pieces between which it may end, so that no address leaves the page."""
    return _ENDLESS.sub(r"\g<0>\0", line).split("\0")
