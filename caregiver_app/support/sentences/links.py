"""Sentences about addresses that were checked."""

from __future__ import annotations

from caregiver_app.model.link_check import LinkCheck, LinkDoubt, LinkState
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.sentences.reasons import host_in, sentence_for_reason
from caregiver_app.support.sentences.sentence import Audience, Sentence


def link_word(state: LinkState) -> str:
    """Return a state in one or two words, for a column or a pill."""
    return {
        LinkState.FINE: pgettext("state of a web address", "fine"),
        LinkState.MOVED: pgettext("state of a web address", "moved"),
        LinkState.CHANGED: pgettext("state of a web address", "page changed"),
        LinkState.DEAD: pgettext("state of a web address", "gone"),
        LinkState.CERTIFICATE: pgettext("state of a web address", "not secure"),
        LinkState.UNSURE: pgettext("state of a web address", "not sure"),
    }[state]


def sentence_for_link(check: LinkCheck, audience: Audience = Audience.WINDOW) -> Sentence:
    """Return how a checked address is doing, why, and what to do about it."""
    if check.state is LinkState.UNSURE:
        return _unsure(check, audience)
    happened, means, to_do = {
        LinkState.FINE: (_("The page is there."), "", ""),
        LinkState.MOVED: (
            _("The page has moved for good to {address}.").format(address=check.moved_to or ""),
            "",
            _("Use the new address from now on."),
        ),
        LinkState.CHANGED: (
            _("The page says something else than before."),
            "",
            _("Read it again before you pass it on."),
        ),
        LinkState.DEAD: (
            _("There has been nothing at this address on two days."),
            _("The page was taken away, or it has moved."),
            _("Look for it on the site itself."),
        ),
        LinkState.CERTIFICATE: (
            _("The site could not prove that it is the real one."),
            _("It may have let its certificate run out."),
            _("Do not pass it on until that is mended."),
        ),
    }[check.state]
    return Sentence(happened=happened, means=means, to_do=to_do)


def _unsure(check: LinkCheck, audience: Audience) -> Sentence:
    look = _("Look at it in your web browser.")
    doubts = {
        LinkDoubt.NOT_FOUND_PAGE: _("The page says that it was not found."),
        LinkDoubt.FRONT_PAGE: _("The site sends on to its front page."),
        LinkDoubt.PARKED: _("The name of the site seems to be for sale."),
        LinkDoubt.SIGN_IN: _("Something asks to sign in before the page."),
        LinkDoubt.SAME_ANSWER: _("Several sites gave the same page. Your network may have answered in their place."),
    }
    if check.reason in doubts:
        return Sentence(happened=doubts[LinkDoubt(check.reason)], to_do=look)
    host = host_in(check.reason, check.url)
    why = sentence_for_reason(check.reason, check.reason_detail, audience, host=host)
    return Sentence(
        happened=why.happened,
        means=_("So it is not sure whether the page is there."),
        to_do=_("It is looked at again another day."),
        detail=why.detail,
    )
