"""Sentences about whole pages that are kept for reading without a network."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.keeping import KeepReport
from caregiver_app.model.offline import CopyState, OfflineState, OfflineTrouble
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reasons import sentence_for_reason
from caregiver_app.support.sentences.sentence import Audience, Sentence

_OWN = frozenset(OfflineTrouble)


def sentence_for_copy(copy: OfflineState, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return how far the copy of a page is, why, and what to do."""
    match copy.state:
        case CopyState.KEPT:
            return Sentence(happened=_("The whole page is kept."))
        case CopyState.PARTLY:
            return Sentence(happened=_pictures_word(copy), means=_missing_words(copy))
        case CopyState.WANTED:
            return _waiting(copy)
        case CopyState.FAILED:
            return _failed(copy, audience)


def sentence_for_keeping(report: KeepReport) -> Sentence:
    """Return what a run that was to keep pages came to."""
    kept = report.count(CopyState.KEPT, CopyState.PARTLY)
    happened = ngettext("{count} page is kept.", "{count} pages are kept.", kept).format(count=format_number(kept))
    if report.offline:
        return Sentence(
            happened=happened,
            means=_("There is no network right now."),
            to_do=_("The others come with the next updates."),
        )
    if report.full:
        return Sentence(happened=happened, means=_no_room(), to_do=_make_room())
    return Sentence(happened=happened)


def _pictures_word(copy: OfflineState) -> str:
    return ngettext(
        "The page is kept, with {kept} of {count} picture.",
        "The page is kept, with {kept} of {count} pictures.",
        copy.pictures_wanted,
    ).format(kept=format_number(copy.pictures_kept), count=format_number(copy.pictures_wanted))


def _missing_words(copy: OfflineState) -> str:
    own = {
        OfflineTrouble.ELSEWHERE: _("The others are on somebody else's site, which is not asked."),
        OfflineTrouble.TOO_MANY: _("It has more pictures than are kept of one page."),
        OfflineTrouble.NOT_A_PICTURE: _("The others are of a kind that is not kept."),
    }
    if copy.reason in own:
        return own[OfflineTrouble(copy.reason)]
    return "" if copy.next_try_at is None else _("The others are tried again.")


def _waiting(copy: OfflineState) -> Sentence:
    happened = _("The page is not kept yet.")
    if copy.reason == OfflineTrouble.NO_ROOM:
        return Sentence(happened=happened, means=_no_room(), to_do=_make_room())
    return Sentence(happened=happened, to_do=_("It comes with the next updates."))


def _failed(copy: OfflineState, audience: Audience) -> Sentence:
    """Return why a page is not kept; a reason that sources have too says what happened in the same words."""
    later = _("It is tried again with later updates.") if copy.next_try_at is not None else ""
    if copy.reason in _OWN:
        return Sentence(happened=_own_words(OfflineTrouble(copy.reason)), to_do=later)
    said = sentence_for_reason(copy.reason, copy.reason_detail, audience)
    return replace(said, means=_("The page is not kept."), to_do=later)


def _own_words(trouble: OfflineTrouble) -> str:
    return {
        OfflineTrouble.ELSEWHERE: _("The page is on somebody else's site, which is not asked."),
        OfflineTrouble.NO_ADDRESS: _("This page has no web address that can be asked safely."),
        OfflineTrouble.NO_ROOM: _no_room(),
        OfflineTrouble.TOO_MANY: _("It has more pictures than are kept of one page."),
        OfflineTrouble.NOT_A_PICTURE: _("Its pictures are of a kind that is not kept."),
    }[trouble]


def _no_room() -> str:
    return _("The space for kept pages is used up. What is kept stays.")


def _make_room() -> str:
    return _("Allow more space for kept pages, or keep fewer sources whole.")
