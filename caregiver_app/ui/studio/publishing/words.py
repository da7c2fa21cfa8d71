"""What is said after a pack was published."""

from __future__ import annotations

from caregiver_app.bootstrap.pack_publishing import PublishedPack
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.channels import ends_soon_words


def published_heading(done: PublishedPack) -> str:
    """Return what was done, in a line."""
    if done.published is None:
        words = _("Ready to publish: {title}, version {version}")
    elif done.was_there:
        words = _("Published again: {title}, version {version}")
    else:
        words = _("Published: {title}, version {version}")
    return words.format(title=done.offer.title, version=done.offer.version)


def published_words(done: PublishedPack) -> str:
    """Return until when it counts, and which signature runs out before that."""
    published = done.published
    if published is None:
        return _("Whoever publishes for the team brings it to families.")
    day = format_short_day(published.expires_at, year=True)
    said = [_("Families can be sure of it until {day}. Publish again before that.").format(day=day)]
    if done.was_there:
        said.insert(0, _("Nothing in it had changed."))
    said += [ends_soon_words(each, Audience.WINDOW) for each in published.ends_soon]
    return " ".join(said)
