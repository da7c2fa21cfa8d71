"""Sentences for the facts that source states and results carry as words: a trouble's value with a detail."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from caregiver_app.model.errors import AddressTrouble, FeedTrouble, WebTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.addresses import address_sentence
from caregiver_app.support.sentences.feeds import feed_sentence
from caregiver_app.support.sentences.sentence import Audience, Sentence
from caregiver_app.support.sentences.web import web_sentence

_EITHER = frozenset(WebTrouble) & frozenset(FeedTrouble)
_WEB = frozenset(WebTrouble)
_FEED = frozenset(FeedTrouble)
_ADDRESS = frozenset(AddressTrouble)


def sentence_for_reason(reason: str, detail: str, audience: Audience = Audience.WINDOW, *, host: str = "") -> Sentence:
    """Return what a trouble's value means; values that both the web and a feed may have are worded for both alike."""
    if reason in _EITHER:
        return _either_sentence(reason, detail)
    if reason in _WEB:
        return web_sentence(WebTrouble(reason), audience, host=host, detail=detail)
    if reason in _FEED:
        return feed_sentence(FeedTrouble(reason), detail=detail)
    if reason in _ADDRESS:
        return replace(address_sentence(AddressTrouble(reason), audience), means=_("What you had is still here."))
    return Sentence(
        happened=_("Something went wrong with this source."),
        means=_("What you had is still here."),
        to_do=_("Try again later."),
        detail=detail or reason,
    )


def host_in(reason: str, url: str) -> str:
    """Return the host to name beside a reason that is about one host and not about its answer, else nothing."""
    return (urlsplit(url).hostname or "") if reason == WebTrouble.BLOCKED else ""


def _either_sentence(reason: str, detail: str) -> Sentence:
    happened, to_do = {
        "timeout": (_("Getting this source took too long, so it was stopped."), _("Try again later.")),
        "truncated": (_("What came broke off half way."), _("Try again later.")),
        "too-large": (_("What came is too large."), _("Look for a smaller source of the same publisher.")),
    }[reason]
    return Sentence(
        happened=happened, means=_("None of it was used. What you had is still here."), to_do=to_do, detail=detail
    )
