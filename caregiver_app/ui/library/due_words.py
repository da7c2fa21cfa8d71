"""Why something waits to be looked at: a word for a pill, and a sentence."""

from __future__ import annotations

from urllib.parse import urlsplit

from caregiver_app.model.reviews import DueReason, Review
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.appraisals import due_sentence
from caregiver_app.ui.library.row_words import RowWords
from caregiver_app.ui.library.status_words import MOST_PILLS
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook


def due_words(review: Review) -> RowWords:
    """Return the row of something that is due: title, whose it is, every reason, the gravest as pills."""
    whose = review.stamp.organisation or (urlsplit(review.url).hostname or "")
    said = [due_sentence(reason, review) for reason in review.reasons]
    looks = dict.fromkeys(reason_look(reason) for reason in review.reasons)
    shown = whose if whose != review.title else ""
    # Translators: how a screen reader hears the parts of a row; each part ends a sentence.
    spoken = [_("{part}.").format(part=part.rstrip(".")) for part in (review.title, shown) if part]
    return RowWords(
        title=review.title,
        meta=shown,
        snippet=" ".join(said),
        pills=tuple(looks)[:MOST_PILLS],
        spoken=" ".join([*spoken, *said]),
        summary="",
        unread=False,
    )


def reason_look(reason: DueReason) -> PillLook:
    """Return the word of a reason with its tone and drawing."""
    match reason:
        case DueReason.WITHDRAWN:
            return PillLook(text=_("Withdrawn"), tone=Tone.URGENT, icon=Icon.OCTAGON)
        case DueReason.DEAD:
            return PillLook(text=_("Page gone"), tone=Tone.WARN, icon=Icon.ALERT)
        case DueReason.CERTIFICATE:
            return PillLook(text=_("Site in doubt"), tone=Tone.WARN, icon=Icon.ALERT)
        case DueReason.MOVED:
            return PillLook(text=_("Moved"), tone=Tone.WARN, icon=Icon.EXTERNAL)
        case DueReason.PAGE_CHANGED | DueReason.CHANGED_SINCE_SHARED:
            return PillLook(text=_("Page changed"), tone=Tone.WARN, icon=Icon.HISTORY)
        case DueReason.DATE_PASSED:
            return PillLook(text=_("Check due"), tone=Tone.WARN, icon=Icon.CLOCK)
        case DueReason.SOON:
            return PillLook(text=_("Due soon"), tone=Tone.INFO, icon=Icon.CLOCK)
        case DueReason.SAVED:
            return PillLook(text=_("Not checked"), tone=Tone.WARN, icon=Icon.QUESTION)
        case DueReason.UNFINISHED:
            return PillLook(text=_("Begun"), tone=Tone.INFO, icon=Icon.NOTES)
