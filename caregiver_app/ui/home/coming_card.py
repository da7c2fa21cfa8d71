"""What comes up: the next appointments, each with its day as a tile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Millis, day_of
from caregiver_app.model.today import ComingUp, PrivateToday
from caregiver_app.support.i18n import as_beginning, format_day, format_number, format_short_weekday, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.home.paper_card import PaperWish, is_soon
from caregiver_app.ui.home.private_card import PrivateCard
from caregiver_app.ui.home.private_words import for_whom, sentences
from caregiver_app.ui.home.when import clock_words, is_far, zone_named
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.date_tile import DateTile
from caregiver_app.ui.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A row and the day on which it is shown: tomorrow it looks otherwise. `prints`: its sheet is offered here."""

    one: ComingUp = field(repr=False)
    today: date
    prints: bool


class ComingCard(PrivateCard):
    """`opened` carries the number of an appointment, 0 for all of them, `print_asked` the `PaperWish` of a visit.

    The sheet of the next visit is offered beside it, unless it stands above already, as that of a visit soon does.
    """

    opened = Signal(int)
    print_asked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Coming up"), _("All appointments"), parent=parent)
        self.rows = RecordRows(theme, _("Coming up"), self._row, fallback=self.all.setFocus)
        self.empty = PlainLabel(_("Nothing is planned."), ink="text-2", wrap=True)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.empty)
        self.all.clicked.connect(lambda: self.opened.emit(0))

    def show_today(self, today: PrivateToday, now: Millis) -> None:
        """Show the next appointments as they stand at a moment."""
        first = today.coming[0] if today.coming and not is_soon(today.coming[0], now) else None
        day = day_of(now)
        self.rows.show_rows([(one.id, _Shown(one=one, today=day, prints=one is first)) for one in today.coming])
        self.rows.setVisible(bool(today.coming))
        self.empty.setVisible(not today.coming)

    def _row(self, shown: _Shown) -> QWidget:
        one, zone = shown.one, zone_named(shown.one.zone)
        # Translators: an appointment and its time, e.g. "Memory clinic, 2:30 pm"
        title = _("{what}, {time}").format(what=one.title, time=clock_words(one.at, zone, one.zone))
        row = RecordRow(self._theme, title, lead=self._tile(one, shown.today))
        row.add_line(facts(one, today=shown.today))
        # Translators: spoken for the button of one appointment, e.g. "Open Memory clinic"
        name = _("Open {title}").format(title=one.title)
        if shown.prints:
            row.add_button(self._sheet_button(one))
        button = Button(self._theme, _("Open"), kind=ButtonKind.QUIET, name=name)
        button.clicked.connect(partial(self.opened.emit, one.id))
        row.add_at_end(button)
        return row

    def _sheet_button(self, one: ComingUp) -> Button:
        # Translators: spoken for the button of one appointment, e.g. "Visit sheet for Memory clinic"
        name = _("Visit sheet for {title}").format(title=one.title)
        button = Button(self._theme, sheet_name(SheetKind.VISIT), icon=Icon.PRINT, name=name)
        wish = PaperWish(kind=SheetKind.VISIT, visit=one.id)
        button.clicked.connect(lambda: self.print_asked.emit(wish))
        return button

    def _tile(self, one: ComingUp, today: date) -> DateTile:
        zone = zone_named(one.zone)
        day = day_of(one.at, zone)
        return DateTile(
            self._theme,
            above=_("Today") if day == today else as_beginning(format_short_weekday(one.at, zone)),
            number=format_number(day.day),
            spoken=format_day(one.at, zone),
            is_today=day == today,
        )


def facts(one: ComingUp, *, today: date) -> str:
    """Return who, where and what is ready; the day too where the weekday on the tile would not tell which."""
    zone = zone_named(one.zone)
    day = day_of(one.at, zone)
    far = as_beginning(format_day(one.at, zone, year=day.year != today.year)) if is_far(day, today) else ""
    place = " ".join(one.place.split())
    parts = (far, for_whom(one.person), ", ".join(word for word in (one.with_whom, place) if word), _ready(one))
    return sentences(*parts)


def _ready(one: ComingUp) -> str:
    if not one.questions:
        return ""
    words = ngettext("{count} question is ready", "{count} questions are ready", one.questions)
    return words.format(count=format_number(one.questions))
