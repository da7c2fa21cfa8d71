"""What is in a pack, on paper: a plain list. Whatever its maker wrote is data and can never become markup."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.sheets.pack_contents import ContentsPart, PackContents
from caregiver_app.paper.breaking import pieces
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import gettext as _


def contents_sheet(contents: PackContents, layout: Layout) -> TypesetSheet:
    """Return the list, in the size that the pack's maker would print it."""
    data = {
        "facts": [[name, pieces(value)] for name, value in contents.facts],
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
    entries = [{"name": pieces(name), "lines": [pieces(line) for line in lines]} for name, lines in part.entries]
    return {"heading": part.heading, "entries": entries}
