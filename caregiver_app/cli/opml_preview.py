"""What taking a subscription list would do, in JSON and in words. Addresses are masked in both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console, Json
from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.errors import AddressTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import Audience, address_sentence

if TYPE_CHECKING:
    from caregiver_app.feeds.sorting_out import OpmlPreview
    from caregiver_app.feeds.subscriptions import Subscription


def preview_shape(preview: OpmlPreview) -> Json:
    """Return what `opml import --preview` prints."""
    return {
        "title": preview.title,
        "new": [_feed_shape(feed) for feed in preview.new],
        "known": [_feed_shape(feed) for feed in preview.known],
        "refused": [refused_shape(each.title, each.url, each.trouble) for each in preview.refused],
        "topics": list(preview.topics),
        "damaged": preview.damaged,
        "private": preview.private,
        "accounts": preview.accounts,
        "left_off": preview.left_off,
        "lists": preview.lists,
        "pages": preview.pages,
    }


def refused_shape(title: str, address: str, trouble: AddressTrouble) -> Json:
    """Return a feed that may not be taken, and why."""
    return {
        "title": shown_title(title),
        "url": mask_address(address),
        "reason": address_sentence(trouble, Audience.COMMAND).text,
    }


def tell_preview(console: Console, preview: OpmlPreview) -> None:
    """Print it for people."""
    say = console.line
    new, known, refused = len(preview.new), len(preview.known), len(preview.refused)
    say(ngettext("{count} source would be added:", "{count} sources would be added:", new).format(count=new))
    _list_feeds(console, preview.new)
    if known:
        say(ngettext("{count} is there already.", "{count} are there already.", known).format(count=known))
    for each in preview.refused:
        say(_("Would not be added: {title}").format(title=f"{shown_title(each.title)} <{mask_address(each.url)}>"))
        say("    " + address_sentence(each.trouble, Audience.COMMAND).text)
    if preview.topics:
        say(_("New topics: {topics}").format(topics=", ".join(preview.topics)))
    _tell_notes(console, preview)
    if not (new or known or refused):
        console.note(_("The list names no source."))


def _tell_notes(console: Console, preview: OpmlPreview) -> None:
    if preview.damaged:
        console.note(_("The file is damaged. What could be read is above; some sources may be missing."))
    if preview.left_off:
        console.note(left_off_words(preview.left_off))
    if preview.private:
        sentence = ngettext(
            "{count} of these addresses holds something private; it is never written to a list.",
            "{count} of these addresses hold something private; they are never written to a list.",
            preview.private,
        )
        console.note(sentence.format(count=preview.private))


def left_off_words(count: int) -> str:
    """Return how many accounts stay off, and why."""
    sentence = ngettext(
        "{count} account stays off until you switch it on: each update would tell a service such as YouTube that your "
        "internet address follows it.",
        "{count} accounts stay off until you switch each on: each update would tell services such as YouTube that your "
        "internet address follows them.",
        count,
    )
    return sentence.format(count=count)


def _list_feeds(console: Console, feeds: Sequence[Subscription]) -> None:
    for feed in feeds:
        folders = f"  ({', '.join(feed.topics)})" if feed.topics else ""
        console.line(f"  {shown_title(feed.title) or mask_address(feed.url)}{folders}")


def _feed_shape(feed: Subscription) -> Json:
    return {"title": shown_title(feed.title), "url": mask_address(feed.url), "topics": list(feed.topics)}
