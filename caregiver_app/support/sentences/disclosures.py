"""Sentences about what following an account tells to whom. The facts come from `links.disclosure`, as plain words."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence

_NAMES = {"youtube": "YouTube", "reddit": "Reddit", "bluesky": "Bluesky"}


def disclosure_sentence(service: str, *, host: str, operator: str) -> Sentence:
    """Return what each update tells, for a service's word such as `youtube`."""
    off = _("It is off until you switch it on yourself.")
    if service == "fediverse":
        return Sentence(
            # Translators: {host} is a server such as mastodon.social
            happened=_("This account is on {host}, which a person or a group runs.").format(host=host),
            means=_("Each update tells that server that your internet address follows this account."),
        )
    name = _NAMES.get(service, host)
    happened = _("This is on {name}, which belongs to {operator}.").format(name=name, operator=operator)
    if name == operator:
        happened = _("This is on {name}.").format(name=name)
    return Sentence(
        happened=happened,
        means=_("Each update tells them that your internet address follows this channel."),
        to_do=off,
    )
