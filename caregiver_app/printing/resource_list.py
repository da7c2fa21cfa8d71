"""A list of pages that may help, each with its state, its address and a code for phones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_app.model.article import Trust
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Entries, Notice
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.printing.frame import Ground, framed, health_lines
from caregiver_app.printing.pages import PaperPage, page_entry, paper_page
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.trust import Subject

MOST_RESOURCES = 200


def resource_list(library: Library, subjects: Sequence[Subject], ground: Ground, *, named: str = "") -> Sheet:
    """Return the list of these, in their order; `named` is what they are about, e.g. a topic, "" for anything.

    Raises:
        PrintError: there are none, or more than a list holds.
        UnknownItem: the library does not hold one of them.
    """
    if not subjects:
        raise PrintError(PrintTrouble.NOTHING)
    if len(subjects) > MOST_RESOURCES:
        raise PrintError(PrintTrouble.TOO_MANY, str(MOST_RESOURCES))
    pages = [paper_page(library, each, on=ground.on) for each in subjects]
    return framed(
        ground,
        SheetKind.RESOURCE_LIST,
        _title(len(pages), named),
        (SheetPart(heading="", blocks=(*_warning(pages), Entries(entries=tuple(map(page_entry, pages))))),),
        below_title=(_how_to_use(pages),),
        closing=health_lines(page.stamp for page in pages),
    )


def _title(count: int, named: str) -> str:
    if named:
        # Translators: {name} is a topic or a collection of pages, e.g. "Dementia"
        return _("{name}: pages that may help").format(name=named)
    return ngettext("A page that may help", "{count} pages that may help", count).format(count=count)


def _how_to_use(pages: Sequence[PaperPage]) -> str:
    if not any(page.has_code for page in pages):
        return ""
    return _("To open a page, point the camera of a phone at its code, or type its address.")


def _warning(pages: Sequence[PaperPage]) -> tuple[Block, ...]:
    count = sum(page.stamp.trust is Trust.WITHDRAWN for page in pages)
    if not count:
        return ()
    words = ngettext(
        "{count} page on this list was withdrawn. Do not rely on it.",
        "{count} pages on this list were withdrawn. Do not rely on them.",
        count,
    )
    return (Notice(text=words.format(count=count)),)
