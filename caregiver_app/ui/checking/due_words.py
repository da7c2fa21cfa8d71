"""Why something waits to be looked at, in a word for a row and in a few words."""

from __future__ import annotations

from urllib.parse import urlsplit

from caregiver_app.model.trust import DueReason, Review
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.line_list import Line


def due_line(review: Review) -> Line:
    """Return the row of something that is due: title, whose it is, all reasons, and the gravest as a pill."""
    whose = review.stamp.organisation or (urlsplit(review.url).hostname or "")
    said = [reason_words(reason, review) for reason in review.reasons]
    return Line(
        key=review.subject.reference,
        title=review.title,
        facts="  ·  ".join(part for part in (whose if whose != review.title else "", *said) if part),
        pill=reason_look(review.reasons[0]) if review.reasons else None,
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
        case DueReason.UNFINISHED:
            return PillLook(text=_("Begun"), tone=Tone.INFO, icon=Icon.NOTES)


def reason_words(reason: DueReason, review: Review) -> str:
    """Return a reason in a few words."""
    until = "" if review.stamp.check_by is None else day_words(review.stamp.check_by)
    return {
        DueReason.WITHDRAWN: _("the check was taken back"),
        DueReason.DEAD: _("there is no page any more"),
        DueReason.CERTIFICATE: _("the site could not prove that it is the real one"),
        DueReason.MOVED: _("it has another address now"),
        DueReason.PAGE_CHANGED: _("it changed since it was checked"),
        DueReason.CHANGED_SINCE_SHARED: _("it changed since you shared it"),
        DueReason.DATE_PASSED: _("counted until {day}").format(day=until),
        DueReason.SOON: _("counts until {day}").format(day=until),
        DueReason.UNFINISHED: _("you began to check it"),
    }[reason]
