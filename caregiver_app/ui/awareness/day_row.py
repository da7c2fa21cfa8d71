"""One awareness day in a list: its tile, its name, when and whose, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import AwarenessDay, ComingDay
from caregiver_app.support.i18n import as_beginning, current_language, format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.awareness import days_words, facts_words, short_weekday
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.date_tile import DateTile


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    """A day and the day on which it is shown: tomorrow it looks otherwise."""

    coming: ComingDay
    today: date

    @property
    def key(self) -> tuple[int, date]:
        """What tells it from other rows."""
        return self.coming.day.id, self.coming.days.first


class DayRow(RecordRow):
    """`kit_asked`, `flyer_asked` and `reminder_asked` carry the `AwarenessDay`."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)
    reminder_asked = Signal(object)

    def __init__(self, theme: Theme, shown: ShownDay, *, parent: QWidget | None = None) -> None:
        day, language = shown.coming.day, current_language()
        self._name = day.name_in(language)
        super().__init__(theme, self._name, lead=_tile(theme, shown), parent=parent)
        self.add_line(facts_words(day, shown.coming.days, shown.today))
        self.kit = self._made_kit(theme, day) if day.kit_in(language) is not None else None
        self.flyer = self._made_flyer(theme, day) if self.kit is not None else None
        self.reminder = self.add_button(self._made_reminder(theme, day))

    def _made_kit(self, theme: Theme, day: AwarenessDay) -> Button:
        # Translators: spoken for a button, e.g. "Share kit: World Cancer Day"
        name = _("Share kit: {name}").format(name=self._name)
        button = Button(theme, _("Share kit"), icon=Icon.SHARE, name=name)
        button.clicked.connect(lambda: self.kit_asked.emit(day))
        return self.add_button(button)

    def _made_flyer(self, theme: Theme, day: AwarenessDay) -> Button:
        # Translators: spoken for a button, e.g. "Print a flyer: World Cancer Day"
        name = _("Print a flyer: {name}").format(name=self._name)
        button = Button(theme, _("Print a flyer"), kind=ButtonKind.QUIET, icon=Icon.PRINT, name=name)
        button.clicked.connect(lambda: self.flyer_asked.emit(day))
        return self.add_button(button)

    def _made_reminder(self, theme: Theme, day: AwarenessDay) -> Button:
        words = _("Stop reminding me") if day.reminds else _("Remind me")
        # Translators: spoken for a button, e.g. "Remind me: World Cancer Day"
        name = _("{words}: {name}").format(words=words, name=self._name)
        icon = Icon.CHECK if day.reminds else Icon.CLOCK
        button = Button(theme, words, kind=ButtonKind.QUIET, icon=icon, name=name)
        button.clicked.connect(lambda: self.reminder_asked.emit(day))
        return button


def _tile(theme: Theme, shown: ShownDay) -> DateTile:
    days, today = shown.coming.days, shown.today
    is_now = days.first <= today <= days.last
    return DateTile(
        theme,
        # Translators: over the day of something that lasts and has begun
        above=_("Today") if days.first == today else _("Now") if is_now else as_beginning(short_weekday(days.first)),
        number=format_number(days.first.day),
        spoken=days_words(days, today),
        is_today=is_now,
    )
