"""What the switch "Protect the library too" says of itself, for on and for off."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.theme import Icon, Tone

_BYTES_A_MINUTE = 400_000_000
"""So much is written and compared in a minute on an old laptop with a disk that turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchWords:
    """The words of one of the two drawers; `points` stand below each other, `away` says what the window does."""

    heading: str
    tone: Tone
    icon: Icon
    means: str
    text: str
    points: tuple[tuple[str, str], ...]
    away: str
    verb: str


def on_words() -> SwitchWords:
    """Return what is said before the library is protected."""
    return SwitchWords(
        heading=_("Protect the library too"),
        tone=Tone.PRIVATE,
        icon=Icon.LOCK,
        means=_("Only your passphrase opens it then"),
        text=_(
            "If you lose both the passphrase and the recovery sheet, your library and your care notes are gone. "
            "Nobody can bring them back."
        ),
        points=(
            (
                _("What is protected"),
                _(
                    "Pages and pictures, your sources, topics and searches, what you marked, whom Caregiver asked, and "
                    "your settings. Only theme, text size, language and the place of the window stay readable."
                ),
            ),
            (
                _("What changes"),
                _(
                    "Caregiver begins locked. With your care notes it locks everything. While it is locked there are "
                    "no updates and no safety notices. Emergency numbers and helplines stay. Commands need the "
                    "passphrase too."
                ),
            ),
            (
                _("What it cannot do"),
                _(
                    "Backups of the library that you made before stay readable: delete those you do not need. "
                    "What is deleted from this computer's disk can sometimes be found with special tools."
                ),
            ),
        ),
        away=_("The window closes for that and opens again, locked. You can stop it until the last step."),
        verb=_("Protect the library"),
    )


def off_words() -> SwitchWords:
    """Return what is said before the protection ends."""
    return SwitchWords(
        heading=_("Stop protecting the library"),
        tone=Tone.WARN,
        icon=Icon.UNLOCK,
        means=_("What you read can be seen then"),
        text=_("Whoever can open the files of this computer sees your pages, sources and topics."),
        points=(
            (
                _("What stays"),
                _("Your care notes stay locked with the passphrase. Nothing in your library is lost."),
            ),
        ),
        away=_("The window closes for that and opens again. You can stop it until the last step."),
        verb=_("Stop protecting it"),
    )


def effort_words(room_bytes: int) -> str:
    """Return how long the change takes and how much room, for a library that needs so much room meanwhile."""
    minutes = -(-room_bytes // (2 * _BYTES_A_MINUTE))
    if minutes <= 1:
        how_long = _("It takes about a minute at most.")
    else:
        pattern = ngettext("It takes about {count} minute.", "It takes about {count} minutes.", minutes)
        how_long = pattern.format(count=format_number(minutes))
    room = _("It needs {size} of free room meanwhile.").format(size=size_words(room_bytes))
    return f"{how_long} {room}"
