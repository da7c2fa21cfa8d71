"""What the forms of a share are called, and which of them are shown before anybody asks for more."""

from __future__ import annotations

from caregiver_app.model.card import Channel, Network
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import channel_word


def channel_words() -> dict[Channel, str]:
    """Return the names of the forms."""
    return {channel: channel_word(channel) for channel in Channel}


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
