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
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.vault.letters.request import AskBody

_YEARS = range(1990, 2200)
"""Somebody may write any year; those far away are shown as they stand and not reckoned with."""


class SentText(PrivateText):
    """As high as the text, up to a page of it; `name` is what a screen reader calls it."""

    padding = 0

    def __init__(self, theme: Theme, name: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, lines=1, parent=parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        set_look(self, kind="read")
        self.setPlainText(text)


def sent_top(body: AskBody) -> str:
    """Return what stands at the top of a request, its days in words and its names as they were typed."""
    lines = [body.notice, _("Answer expected by {day}.").format(day=sent_day(body.answer_by))]
    if body.sender:
        lines.append(_("From: {name}").format(name=body.sender))
    if body.about:
        lines.append(_("About: {name}").format(name=body.about))
    lines.append(_("Made: {when}").format(when=sent_moment(body.made_at)))
    return "\n".join(lines)


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
