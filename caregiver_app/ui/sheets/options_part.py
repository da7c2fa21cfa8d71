"""What is asked before a sheet is made: about whom, for whom, which days or pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.private import Choice, SheetChoices
from caregiver_app.model.sheets.kinds import Audience
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sheet_names import audience_name
from caregiver_app.ui.sheets.days_part import DaysPart
from caregiver_app.ui.sheets.doors import LibraryChoices
from caregiver_app.ui.sheets.named_choice import NamedChoice
from caregiver_app.ui.sheets.pages_part import PagesPart
from caregiver_app.ui.sheets.wanted import HOURS, Ask, Period, Wanted
from caregiver_app.ui.sheets.words import hours_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column

_Asked = tuple[QWidget, bool, Callable[[], None]]
"""A part, whether it is asked, and what fills it."""

_LONGEST_TITLE = 120


class OptionsPart(QWidget):
    """`changed` carries what is wanted now; `add_asked` asks for a page."""

    changed = Signal(object)
    add_asked = Signal()

    def __init__(self, theme: Theme, *, today: date, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = ring
        self._wanted = Wanted()
        self._of_notes = SheetChoices()
        self._of_library = LibraryChoices()
        self._titles: dict[Subject, str] = {}
        self._column = Column(theme, gap=14, parent=self)
        self.whom = self._choice(_("About whom"), self._about)
        self.audience = self._choice(_("For whom"), lambda value: {"audience": Audience(value) if value else None})
        self.days = DaysPart(theme, today=today, ring=ring)
        self._column.addWidget(self.days)
        self.hours = self._choice(_("For how long"), lambda value: {"hours": value})
        self.visit = self._choice(_("Which visit"), lambda value: {"visit": value or None})
        self.measures = self._choice(_("What was measured"), lambda value: {"measures": (value,) if value else ()})
        self.several = self._choice(_("What stands on it"), lambda value: dict(zip(_OF_SEVERAL, value, strict=True)))
        self.pages = PagesPart(theme)
        self._column.addWidget(self.pages)
        self.title = QLineEdit()
        self.title.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.title.setMaxLength(_LONGEST_TITLE)
        self._title_field = Field(theme, _("Title"), self.title, hint=_("Empty for the usual one."))
        self._column.addWidget(self._title_field)
        self.country = self._choice(_("Country"), lambda value: {"country": value or ""})
        self.topic = self._choice(_("Topic"), lambda value: {"topic": value})
        self.wallet = CheckBox(theme, _("As cards for the wallet"))
        self._column.addWidget(self.wallet)
        self.day = self._choice(_("Awareness day"), lambda value: {"day": value})
        self.pack = self._choice(_("Pack"), lambda value: {"pack": value})
        self._connect()

    @property
    def people(self) -> tuple[Choice, ...]:
        """Whom a sheet may be about."""
        return self._of_notes.people

    def show_wanted(self, wanted: Wanted) -> None:
        """Ask what is asked for this, as it is chosen now. Only what is asked for is made, as lists take their time."""
        self._wanted = wanted
        parts = (*self._of_notes_asked(wanted), *self._of_library_asked(wanted))
        for part, is_asked, fill in parts:
            if is_asked:
                fill()
            part.setVisible(is_asked)
        self.setVisible(any(is_asked for _part, is_asked, _fill in parts))

    def show_notes(self, choices: SheetChoices) -> None:
        """Show what the care notes have to choose from."""
        self._of_notes = choices
        self.show_wanted(self._wanted)

    def show_library(self, choices: LibraryChoices) -> None:
        """Show what the library has to choose from."""
        self._of_library = choices
        self.show_wanted(self._wanted)

    def name_page(self, subject: Subject, title: str) -> None:
        """Know what a page is called."""
        self._titles[subject] = title

    def ask_title(self) -> None:
        """Put the keyboard into the title, all of it marked."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def ask_pages(self) -> None:
        """Put the keyboard where pages are chosen."""
        if self.pages.isHidden():
            self.several.begin()
        else:
            self.pages.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold nothing that only open notes may show."""
        self._of_notes = SheetChoices()
        self.days.forget()
        for part in (self.whom, self.visit, self.measures):
            part.forget()

    def _of_notes_asked(self, wanted: Wanted) -> Sequence[_Asked]:
        notes, asks = self._of_notes, wanted.asks
        people = [(each.id, each.words) for each in notes.people]
        whom = _to_choose(people, wanted.person_id)
        audience = wanted.audience.value if wanted.audience else ""
        visits = [(0, _("The next one")), *((each.id, each.words) for each in notes.visits)]
        measures = [("", _("All of it")), *notes.measures]
        hours = [(hours, hours_words(hours)) for hours in HOURS]
        measured = wanted.measures[0] if wanted.measures else ""
        return (
            _asked(self.whom, wanted.is_private and len(people) > 1, whom, wanted.person_id),
            _asked(self.audience, Ask.AUDIENCE in asks, _audiences(), audience),
            (self.days, Ask.DAYS in asks, lambda: self.days.show_period(wanted.period)),
            _asked(self.hours, Ask.HOURS in asks, hours, wanted.hours),
            _asked(self.visit, Ask.VISIT in asks and bool(notes.visits), visits, wanted.visit or 0),
            _asked(self.measures, Ask.MEASURES in asks and len(notes.measures) > 1, measures, measured),
        )

    def _of_library_asked(self, wanted: Wanted) -> Sequence[_Asked]:
        library, asks = self._of_library, wanted.asks
        several, lines = Ask.SEVERAL in asks, Ask.LINES in asks
        stands = self._several()
        takes_pages = Ask.PAGES in asks or (several and not (wanted.collection or wanted.topic))
        topics = [("", _("All topics")), *library.topics]
        days, packs = _to_choose(library.days, wanted.day), _to_choose(library.packs, wanted.pack or None)
        country = wanted.country or library.country or None
        countries = _to_choose(library.countries, country)
        return (
            _asked(self.several, several and len(stands) > 1, stands, (wanted.collection, wanted.topic)),
            (self.pages, takes_pages, lambda: self._show_pages(wanted)),
            (self._title_field, Ask.TITLE in asks, lambda: self._show_title(wanted)),
            _asked(self.country, lines and len(library.countries) > 1, countries, country),
            _asked(self.topic, lines and bool(library.topics), topics, wanted.topic),
            (self.wallet, lines, lambda: self._show_wallet(wanted)),
            _asked(self.day, Ask.DAY in asks, days, wanted.day),
            _asked(self.pack, Ask.PACK in asks, packs, wanted.pack or None),
        )

    def _show_pages(self, wanted: Wanted) -> None:
        pages = [(each, self._titles.get(each, "")) for each in wanted.subjects]
        self.pages.show_pages(pages, several=Ask.SEVERAL in wanted.asks)

    def _show_title(self, wanted: Wanted) -> None:
        if not self.title.hasFocus():
            self.title.setText(wanted.title)

    def _show_wallet(self, wanted: Wanted) -> None:
        self.wallet.blockSignals(True)
        self.wallet.setChecked(wanted.wallet)
        self.wallet.blockSignals(False)

    def _several(self) -> list[tuple[tuple[int | None, str], str]]:
        library = self._of_library
        return [
            ((None, ""), _("Pages that I choose")),
            # Translators: {name} is a collection or a topic
            *(((each, ""), _("All of “{name}”").format(name=name)) for each, name in library.collections),
            *(((None, topic), _("All of “{name}”").format(name=name)) for topic, name in library.topics),
        ]

    def _choice(self, name: str, fields: Callable[[Any], dict[str, Any]]) -> NamedChoice:
        choice = NamedChoice(self._theme, name, ring=self._ring)
        choice.chosen.connect(lambda value: self._change(**fields(value)))
        self._column.addWidget(choice)
        return choice

    def _about(self, person_id: int | None) -> dict[str, Any]:
        """Return what changes with the person; a visit that was wished for before anybody was chosen stays."""
        of_somebody = {"visit": None, "measures": ()} if self._wanted.person_id is not None else {}
        return {"person_id": person_id, **of_somebody}

    def _change(self, **fields: Any) -> None:
        wanted = replace(self._wanted, **fields)
        if wanted != self._wanted:
            self.show_wanted(wanted)
            self.changed.emit(wanted)

    def _take_off(self, subject: Subject) -> None:
        self._change(subjects=tuple(each for each in self._wanted.subjects if each != subject))
        self.pages.add.setFocus()

    def _connect(self) -> None:
        self.days.chosen.connect(lambda period: self._change(period=Period(period)))
        self.days.typed.connect(lambda since, until: self._change(since=since, until=until))
        self.pages.add_asked.connect(self.add_asked)
        self.pages.removed.connect(self._take_off)
        self.title.editingFinished.connect(lambda: self._change(title=self.title.text().strip()))
        self.wallet.toggled.connect(lambda on: self._change(wallet=on))


_OF_SEVERAL = ("collection", "topic")


def _asked(choice: NamedChoice, is_asked: bool, pairs: Sequence[tuple[Any, str]], current: object) -> _Asked:
    return choice, is_asked, lambda: choice.show_pairs(pairs, current)


def _audiences() -> list[tuple[str, str]]:
    # Translators: for whom a sheet is: nobody in particular
    return [("", _("Anybody")), *((each.value, audience_name(each)) for each in Audience)]


def _to_choose(pairs: Sequence[tuple[Any, str]], current: object) -> list[tuple[Any, str]]:
    """Return what can be chosen, with a first line that says so while nothing is."""
    return list(pairs) if current is not None else [(None, _("Choose one")), *pairs]
