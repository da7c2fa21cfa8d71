"""What is in a pack, as a sheet: its facts, each kind of thing in it, the signs of its channel where they are known."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_app.model.sheets.blocks import Entries, Entry, Item, Items, Mark, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.pack_contents import PackContents
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.printing.frame import Ground, framed
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.on_paper import information_line


def contents_sheet(contents: PackContents, ground: Ground) -> Sheet:
    """Return the sheet; its maker's own line stands at the end."""
    return framed(
        ground,
        SheetKind.PACK_CONTENTS,
        contents.title,
        _parts(contents),
        closing=(contents.foot, information_line()),
    )


def _parts(contents: PackContents) -> Iterator[SheetPart]:
    facts = tuple(Row(label=name, value=value) for name, value in contents.facts)
    yield SheetPart(heading="", blocks=(Rows(rows=facts),) if facts else ())
    for part in contents.parts:
        entries = tuple(Entry(title=name, lines=lines) for name, lines in part.entries)
        yield SheetPart(heading=part.heading, blocks=(Entries(entries=entries),))
    if contents.signs:
        signs = tuple(Item(text=signs, lines=(words,)) for signs, words in contents.signs)
        compare = _("Compare them with those on the screen when you first take packs from here.")
        blocks = (Rows(rows=(Row(label=_("What to do"), value=compare),)), Items(items=signs, mark=Mark.NUMBER))
        yield SheetPart(heading=_("The signs of these packs"), blocks=blocks)
