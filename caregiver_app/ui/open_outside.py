"""The one way out of the window: hands an address to the person's own browser, phone or mail program.

Only https, http, tel, and mailto without a body; nothing else, and no shell. It makes no connection itself.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from caregiver_app.support.addresses import link_address

_SCHEMES = ("https", "http", "tel", "mailto")


def outside_address(address: str) -> str | None:
    """Return the form of `address` that may be opened outside, None where it is of no kind that may."""
    return link_address(address)


def open_outside(address: str) -> bool:
    """Open `address` outside; return False when it is not of a kind that may be, or nothing takes it."""
    plain = outside_address(address)
    if plain is None:
        return False
    url = QUrl(plain, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in _SCHEMES or (url.hasQuery() and url.scheme() == "mailto"):
        return False
    return QDesktopServices.openUrl(url)


def write_mail() -> bool:
    """Open the person's own mail program with an empty message: it is told no address, no subject and no words."""
    return QDesktopServices.openUrl(QUrl("mailto:"))
