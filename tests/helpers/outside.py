"""Stands for the person's browser, phone and mail program: remembers what it was handed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

SCHEMES = ("http", "https", "mailto", "tel", "file", "ftp", "javascript", "data", "local", "about", "sms", "vbscript")


class Outside(QObject):
    """What Qt would hand to other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Remember an address."""
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@contextmanager
def outside() -> Iterator[Outside]:
    """Take everything that is opened outside for as long as the block lasts."""
    taker = Outside()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # it takes text, whatever the stubs say
    try:
        yield taker
    finally:
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
