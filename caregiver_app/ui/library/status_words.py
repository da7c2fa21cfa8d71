"""The status words that people meet on a row and over a page, each with its tone and drawing."""

from __future__ import annotations

from caregiver_app.model.article import ArticleRow, Trust
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook

MOST_PILLS = 3


def trust_look(trust: Trust, *, own: bool = False) -> PillLook:
    """Return the trust word; `own` says that the person added the source, which then is nobody else's to judge."""
    if own and trust is Trust.NOT_CHECKED:
        return PillLook(text=_("Your source"), icon=Icon.PERSON)
    match trust:
        case Trust.TRUSTED_SOURCE:
            return PillLook(text=_("Trusted source"), tone=Tone.OK, icon=Icon.SHIELD)
        case Trust.WELL_KNOWN_SOURCE:
            return PillLook(text=_("Well-known source"), tone=Tone.INFO, icon=Icon.SHIELD)
        case Trust.CHECKED:
            return PillLook(text=_("Checked"), tone=Tone.OK, icon=Icon.CHECK)
        case Trust.CHECK_DUE:
            return PillLook(text=_("Check due"), tone=Tone.WARN, icon=Icon.CLOCK)
        case Trust.NOT_CHECKED:
            return PillLook(text=_("Not checked"), tone=Tone.WARN, icon=Icon.QUESTION)
        case Trust.WITHDRAWN:
            return PillLook(text=_("Withdrawn"), tone=Tone.URGENT, icon=Icon.OCTAGON)
        case Trust.LEADS_ELSEWHERE:
            return PillLook(text=_("Leads elsewhere"), tone=Tone.WARN, icon=Icon.EXTERNAL)


def row_looks(row: ArticleRow, *, own: bool = False) -> tuple[PillLook, ...]:
    """Return the pills of a row, the trust word first, at most `MOST_PILLS`."""
    looks = [trust_look(row.trust, own=own)]
    if row.changed:
        looks.append(PillLook(text=_("Page changed"), tone=Tone.WARN, icon=Icon.HISTORY))
    elif not row.read:
        looks.append(PillLook(text=_("New"), tone=Tone.INFO))
    if row.starred:
        looks.append(PillLook(text=_("Saved"), icon=Icon.STAR_ON))
    return tuple(looks[:MOST_PILLS])
