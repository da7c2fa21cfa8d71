"""Texts of somebody else, exactly as they came: plain, to be read and copied, never to be changed or understood."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import from_datetime
from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.day_field import spoken_day
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.theme import Theme

_YEARS = range(1990, 2200)
"""Somebody may write any year; those far away are shown as they stand and not reckoned with."""


class SentText(PrivateText):
    """As high as the text, up to a page of it; `name` is what a screen reader calls it."""

    def __init__(self, theme: Theme, name: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, lines=1, parent=parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)


def sent_day(written: str) -> str:
    """Return a day (YYYY-MM-DD) in words."""
    day = date.fromisoformat(written)
    return spoken_day(day) if day.year in _YEARS else written


def sent_moment(written: str) -> str:
    """Return a time (ISO 8601 with offset) in words, as it is here."""
    moment = datetime.fromisoformat(written)
    if moment.year not in _YEARS:
        return written
    at = from_datetime(moment)
    return _("{day}, {clock}").format(day=format_day(at, year=True), clock=format_clock(at))
