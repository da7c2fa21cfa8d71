"""Sentences about bytes that are no usable feed or subscription list."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.errors import FeedTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.sentence import Sentence


def feed_sentence(kind: FeedTrouble, *, detail: str = "", links: Sequence[str] = ()) -> Sentence:
    """Return what it means that no feed came. `links` are feeds that a web page names, fit for showing."""
    happened, means, to_do = _feed_words()[kind]
    if links:
        to_do = ngettext(
            "The page names a source. Add this address: {links}",
            "The page names {count} sources. Add one of these addresses: {links}",
            len(links),
        ).format(count=len(links), links=" ".join(links))
    return Sentence(happened=happened, means=means, to_do=to_do, detail=detail)


def opml_sentence(kind: FeedTrouble, *, detail: str = "") -> Sentence:
    """Return what it means that a file is no usable subscription list."""
    to_do = _("In your other reader, save your sources as an OPML file. Then bring in that one.")
    happened = {
        FeedTrouble.EMPTY: _("This file is empty."),
        FeedTrouble.TOO_LARGE: _("This list of sources is too large."),
        FeedTrouble.TOO_DEEP: _("The folders in this list are too many levels deep."),
        FeedTrouble.TRUNCATED: _("This list of sources breaks off half way."),
    }.get(kind, _("This file is not a list of sources that Caregiver can read."))
    return Sentence(happened=happened, means=_("Nothing was added."), to_do=to_do, detail=detail)


def _feed_words() -> dict[FeedTrouble, tuple[str, str, str]]:
    none_used = _("None of it was used. What you had is still here.")
    later = _("Try again later.")
    check = _("Check the address on the site itself.")
    smaller = _("Look for a smaller source of the same publisher.")
    return {
        FeedTrouble.EMPTY: (_("The site sent an empty answer."), _("There was nothing to read."), later),
        FeedTrouble.HTML: (
            _("This address gave a web page, not a source to follow."),
            _("A source is a list of new pages, made for programs."),
            _("Look for a link called RSS or feed on the site. You can also follow the page itself."),
        ),
        FeedTrouble.IMAGE: (_("This address gave a picture, not a source to follow."), none_used, check),
        FeedTrouble.BINARY: (_("This address gave a file that is not a source to follow."), none_used, check),
        FeedTrouble.NOT_A_FEED: (_("What this address gave is not a source to follow."), none_used, check),
        FeedTrouble.TRUNCATED: (_("What the source sent broke off half way."), none_used, later),
        FeedTrouble.TOO_LARGE: (_("What the source sent is too large."), none_used, smaller),
        FeedTrouble.TOO_DEEP: (_("What the source sent cannot be read safely."), none_used, smaller),
        FeedTrouble.TIMEOUT: (_("Reading the source took too long, so it was stopped."), none_used, later),
        FeedTrouble.CRASHED: (_("Reading the source failed."), none_used, later),
        FeedTrouble.NO_TEXT: (
            _("There is no text on this page that could be kept."),
            _("It may ask for a login, or be made by scripts."),
            _("Open the page in your browser to see what it says now."),
        ),
    }
