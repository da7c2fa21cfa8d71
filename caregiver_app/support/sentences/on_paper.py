"""What stands on every sheet of the library: how old it is, what it is not, and why something has no code."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.clean_link import LinkRefusal
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words


def printed_on(day: date) -> str:
    """Return on which day a sheet was made."""
    return _("Printed on {day}").format(day=day_words(day))


def information_line(text: str = "") -> str:
    """Return what stands below everything about health: what it is not, and that it grows old.

    `text` is what stands above: where that says itself what it is not, it is not said twice.
    """
    if _("General information, not medical advice.") in text:
        return _("Things change: check for changes before you rely on it.")
    return _("General information, not medical advice. Things change: check for changes before you rely on it.")


def not_printed(refused: LinkRefusal | None) -> str:
    """Return why the address of something is not printed; None: it has none that others can open."""
    if refused is None:
        return _("It has no address that others can open.")
    return {
        LinkRefusal.SECRET: _("Its address holds a key or a password, so it is not printed."),
        LinkRefusal.PERSONAL: _("Its address holds an e-mail address, so it is not printed."),
        LinkRefusal.HIDDEN_TARGET: _("Its address was made for one reader by a mail service, so it is not printed."),
        LinkRefusal.NOT_PUBLIC: _("Its address leads to a computer or a file at home, so it is not printed."),
        LinkRefusal.TOO_LONG: _("Its address is too long to be printed."),
        LinkRefusal.UNSURE: _("A part of its address may be about one person, so it is not printed."),
    }[refused]


def stands_on_no_page() -> str:
    """Return that a text of a pack is to be had with its pack alone."""
    return _("This text comes with a pack and stands on no web page.")


def moved_to_others(host: str) -> str:
    """Return that an address sends everybody on to somebody else's site."""
    # Translators: {host} is a web site, e.g. example.org
    return _("Its address now sends everybody on to another site, {host}, so it is not printed.").format(host=host)


def too_long_for_a_code() -> str:
    """Return why an address stands there without a code."""
    return _("This address is too long for a QR code.")
