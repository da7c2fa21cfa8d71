"""The status words that people meet on a row and over a page, each with its tone and drawing."""

from __future__ import annotations

from caregiver_app.model.article import ArticleRow, Trust
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.stamps import ours_word, says_ours, stamp_word
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook

MOST_PILLS = 3


def page_look(row: ArticleRow, stamp: Stamp | None = None, *, own: bool = False) -> PillLook:
    """Return the word of the stamp of a page; of a text that came with the application, whose it is.

    Without a stamp `own` says that the person added the source, which then is nobody else's to judge.
    """
    stamp = stamp or Stamp(trust=row.trust, own_source=own)
    if says_ours(row, stamp):
        return PillLook(text=ours_word(), tone=Tone.INFO, icon=Icon.INFO)
    return stamp_look(stamp)


def stamp_look(stamp: Stamp) -> PillLook:
    """Return the word of a stamp with its tone and drawing; of a check it says whose it was."""
    word = stamp_word(stamp)
    match stamp.trust:
        case Trust.TRUSTED_SOURCE:
            return PillLook(text=word, tone=Tone.OK, icon=Icon.SHIELD)
        case Trust.WELL_KNOWN_SOURCE:
            return PillLook(text=word, tone=Tone.INFO, icon=Icon.SHIELD)
        case Trust.CHECKED:
            return PillLook(text=word, tone=Tone.OK, icon=Icon.CHECK)
        case Trust.CHECK_DUE:
            return PillLook(text=word, tone=Tone.WARN, icon=Icon.CLOCK)
        case Trust.NOT_CHECKED if stamp.own_source and not stamp.did_not_pass:
            return PillLook(text=word, icon=Icon.PERSON)
        case Trust.NOT_CHECKED:
            return PillLook(text=word, tone=Tone.WARN, icon=Icon.QUESTION)
        case Trust.WITHDRAWN:
            return PillLook(text=word, tone=Tone.URGENT, icon=Icon.OCTAGON)
        case Trust.LEADS_ELSEWHERE:
            return PillLook(text=word, tone=Tone.WARN, icon=Icon.EXTERNAL)


def row_looks(row: ArticleRow, *, own: bool = False, stamp: Stamp | None = None) -> tuple[PillLook, ...]:
    """Return the pills of a row, the trust word first, at most `MOST_PILLS`; a `stamp` says whose check it was."""
    looks = [page_look(row, stamp, own=own)]
    if row.changed_since_shared:
        looks.append(PillLook(text=_("Changed since you shared or printed it"), tone=Tone.WARN, icon=Icon.HISTORY))
    elif row.changed or (stamp is not None and stamp.page_changed):
        looks.append(PillLook(text=_("Page changed"), tone=Tone.WARN, icon=Icon.HISTORY))
    elif not row.read:
        looks.append(PillLook(text=pgettext("page", "New"), tone=Tone.INFO))
    if row.starred:
        looks.append(PillLook(text=pgettext("page", "Saved"), icon=Icon.STAR_ON))
    return tuple(looks[:MOST_PILLS])
