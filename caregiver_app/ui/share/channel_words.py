"""What the forms of a share are called, and which of them are shown before anybody asks for more."""

from __future__ import annotations

from caregiver_app.model.card import Channel, Network
from caregiver_app.support.i18n import gettext as _


def channel_words() -> dict[Channel, str]:
    """Return the names of the forms."""
    return {
        Channel.TEXT: _("Message"),
        Channel.FLYER: _("Flyer"),
        Channel.QR: _("QR code"),
        Channel.EML: _("E-mail draft"),
        Channel.HTML: _("Web page"),
        Channel.MARKDOWN: _("Markdown"),
        Channel.SOCIAL: _("Social post"),
    }


def usual_channels() -> tuple[Channel, ...]:
    """Return the forms that everybody sees."""
    return (Channel.TEXT, Channel.FLYER, Channel.QR)


def more_channels() -> tuple[Channel, ...]:
    """Return the forms that are off until they are asked for."""
    return (Channel.EML, Channel.HTML, Channel.MARKDOWN, Channel.SOCIAL)


def network_words() -> dict[Network, str]:
    """Return the names of the networks."""
    return {
        Network.ANY: _("Any network"),
        Network.BLUESKY: "Bluesky",
        Network.FACEBOOK: "Facebook",
        Network.MASTODON: "Mastodon",
        Network.THREADS: "Threads",
        Network.X: "X",
    }
