"""The page of whoever organises an awareness day, for its flyer. It leads only where a share would lead too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.links.clean import clean_link
from caregiver_app.model.sheets.blocks import Entry
from caregiver_app.paper.qr_code import LONGEST_BYTES
from caregiver_app.printing.frame import state_lines
from caregiver_app.support.i18n import gettext as _
from caregiver_app.trust.finding import stamps_of_address
from caregiver_app.trust.sharing_ground import sharing_ground

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.awareness_day import AwarenessDay


def organisers_page(library: Library, day: AwarenessDay, *, on: date) -> tuple[Entry, ...]:
    """Return the entry of the page, empty where there is none, or nobody vouches for it."""
    link = clean_link(day.page) if day.page else None
    if link is None or link.refused is not None:
        return ()
    stamp = stamps_of_address(library, link.output, on=on).sharing
    if sharing_ground(stamp) is None or len(link.output.encode()) > LONGEST_BYTES:
        return ()
    title = _("The page of {name}").format(name=day.organiser or stamp.organisation)
    return (Entry(title=title, lines=state_lines(stamp), link=link.output, code=True),)
