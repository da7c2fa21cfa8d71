"""Where weeks begin, the units of what is measured, the paper in the printer: as is usual, or as somebody chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.model.time import from_datetime
from caregiver_app.support.i18n import format_weekday, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.plain import PlainLabel

_USUAL = "usual"
_WEEK_BEGINS = (0, 6, 5)  # Monday, Sunday, Saturday
_SOME_MONDAY = 1  # of June 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class _Habit:
    """One choice: what it is called, what can be chosen, and where the settings keep it, None or "" for as usual.

    `after` is what it is called after a choice, where that is spoken.
    """

    name: str
    after: str
    choices: Sequence[tuple[str, str]]
    read: Callable[[Settings], str]
    put: Callable[[Settings, str], Settings]


class RegionCard(Card):
    """Each choice counts at once, with Undo."""

    def __init__(
        self, theme: Theme, remembered: Remembered, messages: Messages, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Weeks, units and paper"), parent=parent)
        self._remembered = remembered
        self._messages = messages
        self._habits = {"week": _week(), "weight": _weight(), "temperature": _temperature(), "paper": _paper()}
        self.groups: dict[str, ChipGroup] = {}
        words = _("As it is usual where your language is spoken. Sheets follow the country where you live.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        for key, habit in self._habits.items():
            group = ChipGroup(theme, habit.name, _chips(habit))
            group.chosen.connect(partial(self._choose, key))
            self.groups[key] = group
            self.body.addWidget(PlainLabel(habit.name, role=TypeRole.STRONG, wrap=True))
            self.body.addWidget(group)
        remembered.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for key, habit in self._habits.items():
            kept = habit.read(self._remembered.settings)
            there = {choice for choice, _text in habit.choices}
            self.groups[key].set_current(kept if kept in there else _USUAL)

    def _choose(self, key: str, choice: str) -> None:
        habit = self._habits[key]
        before, after = habit.read(self._remembered.settings), "" if choice == _USUAL else choice
        if before == after:
            return

        def put(value: str) -> None:
            self._remembered.change(lambda settings: habit.put(settings, value))

        put(after)
        said = dict(habit.choices).get(after) or _usual_words()
        # Translators: {what} is e.g. "Weight", {choice} is e.g. "kg" or "As is usual"
        text = _("{what}: {choice}").format(what=habit.name, choice=said)
        step = UndoStep(text=text, undo=lambda: put(before), redo=lambda: put(after))
        self._messages.did(step, icon=Icon.SETTINGS, kind=f"region-{key}")


def _chips(habit: _Habit) -> list[ChipChoice]:
    chosen = [(_USUAL, _usual_words()), *habit.choices]
    return [
        # Translators: spoken for a button, e.g. "kg, weight": what is chosen, and of what
        ChipChoice(key=key, text=text, name=_("{chosen}, {what}").format(chosen=text, what=habit.after))
        for key, text in chosen
    ]


def _usual_words() -> str:
    return pgettext("units and paper", "As is usual")


def _week() -> _Habit:
    days = {day: from_datetime(datetime(2026, 6, _SOME_MONDAY + day, 12, tzinfo=UTC)) for day in _WEEK_BEGINS}
    return _Habit(
        name=_("The week begins on"),
        after=pgettext("after a choice, e.g. Monday, first day of the week", "first day of the week"),
        choices=[(str(day), format_weekday(at, UTC)) for day, at in days.items()],
        read=lambda settings: "" if settings.first_weekday is None else str(settings.first_weekday),
        put=lambda settings, value: replace(settings, first_weekday=int(value) if value else None),
    )


def _weight() -> _Habit:
    return _Habit(
        name=_("Weight"),
        after=pgettext("after a choice, e.g. kg, weight", "weight"),
        choices=[("kg", "kg"), ("lb", "lb"), ("st", _("st and lb"))],
        read=lambda settings: settings.weight_unit,
        put=lambda settings, value: replace(settings, weight_unit=value),
    )


def _temperature() -> _Habit:
    return _Habit(
        name=_("Temperature"),
        after=pgettext("after a choice, e.g. °C, temperature", "temperature"),
        choices=[("C", "°C"), ("F", "°F")],
        read=lambda settings: settings.temperature_unit,
        put=lambda settings, value: replace(settings, temperature_unit=value),
    )


def _paper() -> _Habit:
    return _Habit(
        name=_("Paper"),
        after=pgettext("after a choice, e.g. A4, paper", "paper"),
        choices=[(PaperSize.A4.value, _("A4")), (PaperSize.LETTER.value, _("Letter"))],
        read=lambda settings: settings.paper,
        put=lambda settings, value: replace(settings, paper=value),
    )
