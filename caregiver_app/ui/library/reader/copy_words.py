"""How far the copy of a page is, in words: a badge that says how whole it is, and why it is not."""

from __future__ import annotations

from caregiver_app.model.offline import CopyState, OfflineState, OfflineTrouble
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reasons import sentence_for_reason
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook


def copy_badge(copy: OfflineState | None) -> PillLook:
    """Return how whole the copy is; None: none is wanted."""
    if copy is None:
        return PillLook(text=_("Not saved yet"), tone=Tone.NEUTRAL, icon=Icon.OFFLINE)
    match copy.state:
        case CopyState.WANTED:
            return PillLook(text=_("Comes with the next update"), tone=Tone.INFO, icon=Icon.CLOCK)
        case CopyState.KEPT:
            return PillLook(text=_saved_words(copy), tone=Tone.OK, icon=Icon.CHECK)
        case CopyState.PARTLY:
            return PillLook(text=_saved_words(copy), tone=Tone.INFO, icon=Icon.INFO)
        case CopyState.FAILED:
            return PillLook(text=_("Not saved"), tone=Tone.WARN, icon=Icon.ALERT)


def copy_reason(copy: OfflineState | None) -> str:
    """Return why a page or some of its pictures are not saved; empty where nothing is missing or known."""
    if copy is None or not copy.reason or copy.state in (CopyState.KEPT, CopyState.WANTED):
        return ""
    known = {
        OfflineTrouble.ELSEWHERE: _("It lies on another site, which Caregiver does not tell what is read here."),
        OfflineTrouble.NO_ADDRESS: _("The page has no safe web address of its own."),
        OfflineTrouble.NO_ROOM: _("The space for saved pages is full. You can allow more in the settings."),
        OfflineTrouble.TOO_MANY: _("The page has more pictures than are saved for one page."),
        OfflineTrouble.NOT_A_PICTURE: _("Some pictures are of a kind that is not saved."),
    }
    if copy.reason in {trouble.value for trouble in known}:
        return known[OfflineTrouble(copy.reason)]
    return sentence_for_reason(copy.reason, copy.reason_detail).happened


def can_be_tried_again(copy: OfflineState | None) -> bool:
    """Return whether asking again may bring what is missing."""
    lasting = {OfflineTrouble.ELSEWHERE.value, OfflineTrouble.NO_ADDRESS.value, OfflineTrouble.TOO_MANY.value}
    return copy is not None and copy.state in (CopyState.PARTLY, CopyState.FAILED) and copy.reason not in lasting


def _saved_words(copy: OfflineState) -> str:
    if not copy.pictures_wanted:
        return _("Whole page saved")
    if copy.pictures_kept == copy.pictures_wanted:
        pattern = ngettext(
            "Whole page saved, {count} picture", "Whole page saved, {count} pictures", copy.pictures_kept
        )
        return pattern.format(count=format_number(copy.pictures_kept))
    return _("Whole page saved, {kept} of {wanted} pictures").format(
        kept=format_number(copy.pictures_kept), wanted=format_number(copy.pictures_wanted)
    )
