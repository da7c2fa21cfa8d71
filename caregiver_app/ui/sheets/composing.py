"""Has the sheets made that are wanted: those of care notes at their door, the others in the library's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.awareness_day import coming_days
from caregiver_app.model.card import Kept
from caregiver_app.model.errors import CaregiverError, LibraryError, PackError, PrintError, ShareError
from caregiver_app.model.private import SheetChoices
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.wishes import PrivateWish, PublicWish
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import current_language, current_locale
from caregiver_app.support.sentences.helplines import place_name
from caregiver_app.ui.care.sheets_door import NotesSheets, SheetsDoor
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sheets.doors import LibraryChoices, PublicSheets
from caregiver_app.ui.sheets.ticks_part import Made
from caregiver_app.ui.sheets.unsettled import told_of
from caregiver_app.ui.sheets.wanted import Wanted

if TYPE_CHECKING:
    from caregiver_app.bootstrap.packs import Packs
    from caregiver_app.library.store import Library

_Failed = Callable[[BaseException], None]

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The sheets in their order, about whom they are, and what there was to choose from.

    `troubles` say why sheets of the library are not among those of a set. `asks_whom`: nothing is made until somebody
    says which of several people is meant.
    """

    wanted: Wanted
    made: tuple[Made, ...] = field(repr=False)
    choices: SheetChoices = field(default_factory=SheetChoices, repr=False)
    troubles: tuple[tuple[SheetKind, CaregiverError], ...] = ()
    asks_whom: bool = False


class Composing(QObject):
    """`made` carries a `Composed` for the newest wish, `failed` what went wrong with it.

    `country` (ISO 3166) is where the household lives, "" while nobody said.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, door: SheetsDoor, public: PublicSheets, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._door = door
        self._public = public
        self.country = ""
        self._number = 0
        self._asked = 0

    @property
    def waits(self) -> bool:
        """True while sheets are being made."""
        return self._asked == self._number and self._number > 0

    def compose(self, wanted: Wanted) -> None:
        """Have sheets made. Those of care notes only while they are open."""
        self.forget()
        if wanted.is_private and not self._door.is_open:
            return
        number = self._asked = self._number

        def failed(error: BaseException) -> None:
            if self._is_newest(number):
                self._asked = 0
                self.failed.emit(error)

        def of_notes(notes: NotesSheets) -> None:
            about = replace(wanted, person_id=notes.person_id)
            if notes.asks_whom:
                self._ask_whom(number, about, notes.choices)
            else:
                self._of_library(number, about, notes, failed)

        if wanted.is_private:
            today = day_of(self._desk.clock.now())

            def wishes(person_id: int | None) -> Sequence[PrivateWish]:
                country = wanted.country or self.country
                made = replace(wanted, person_id=person_id).private_wishes(today)
                return [replace(wish, country=country) for wish in made]

            self._door.make(self, wishes, wanted.person_id, of_notes, failed)
        else:
            self._of_library(number, wanted, None, failed)

    def forget(self) -> None:
        """Deliver nothing that is on its way."""
        self._number += 1
        self._asked = 0

    def _ask_whom(self, number: int, wanted: Wanted, choices: SheetChoices) -> None:
        if self._is_newest(number):
            self._asked = 0
            self.made.emit(Composed(wanted=wanted, made=(), choices=choices, asks_whom=True))

    def _of_library(self, number: int, wanted: Wanted, notes: NotesSheets | None, failed: _Failed) -> None:
        of_notes = () if notes is None else notes.made
        private = {sheet.kind: Made(sheet=sheet, kept=kept, here=here) for sheet, kept, here in of_notes}
        choices = SheetChoices() if notes is None else notes.choices
        wishes, public, today = wanted.public_wishes(), self._public, day_of(self._desk.clock.now())

        def done(answers: tuple[Made | CaregiverError, ...]) -> None:
            sheets = [each for each in answers if not isinstance(each, CaregiverError)]
            both = zip(wishes, answers, strict=True)
            troubles = tuple((wish.kind, each) for wish, each in both if isinstance(each, CaregiverError))
            if troubles and not (sheets or private):
                failed(troubles[0][1])
            elif self._is_newest(number):
                self._asked = 0
                made = {**private, **{one.sheet.kind: one for one in sheets}}
                in_order = _in_order(wanted, made)
                self.made.emit(Composed(wanted=wanted, made=in_order, choices=choices, troubles=troubles))

        if not self._is_newest(number):
            return
        if wishes:
            self._desk.ask(
                self,
                lambda library: _made_of(public, library, wishes, wanted.kept, today),
                done,
                key="sheets.public",
                failed=failed,
            )
        else:
            done(())

    def _is_newest(self, number: int) -> bool:
        return number == self._number


def _made_of(
    public: PublicSheets, library: Library, wishes: Sequence[PublicWish], kept: tuple[Kept, ...], on: date
) -> tuple[Made | CaregiverError, ...]:
    """Return each sheet, or why there is none: that is said where the sheet would stand, and not in passing."""
    spoken = current_locale()

    def made(wish: PublicWish) -> Made | CaregiverError:
        try:
            sheet = public.make(library, wish, kept)
            here = sheet if wish.language == spoken else public.make(library, replace(wish, language=spoken), kept)
            return Made(sheet=sheet, here=here)
        except (PrintError, ShareError, LibraryError, PackError) as error:
            return told_of(error, public, library, wish, kept, on=on)

    return tuple(made(wish) for wish in wishes)


def _in_order(wanted: Wanted, made: dict[SheetKind, Made]) -> tuple[Made, ...]:
    return tuple(made[kind] for kind in wanted.kinds if kind in made)


def library_choices(library: Library, packs: Packs, today: date) -> LibraryChoices:
    """Return what sheets of the library can be made of."""
    country, _language = library.topics.place()
    countries = dict.fromkeys(filter(None, (country, *library.topics.countries())))
    language = current_language()
    here = [day for day in library.awareness_days.list() if day.is_here(country)]
    coming = {each.day.id: each.day.name_in(language) for each in coming_days(here, today, today + _A_YEAR)}
    return LibraryChoices(
        country=country,
        countries=tuple((code, place_name(code)) for code in countries),
        topics=tuple((topic.id, topic_title(topic.id, topic.title)) for topic in library.topics.list()),
        collections=tuple((int(each.id), each.name) for each in library.collections.list() if each.items),
        days=tuple((int(day_id), name) for day_id, name in coming.items()),
        packs=tuple((str(row.uid), row.title) for row in packs.list(library) if row.installed is not None),
    )
