"""Whose record something is, where several people are cared for: asked first, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.records.people import Person, PersonId


def ask_for_whom(desk: CareDesk, anchor: QWidget, then: Callable[[Person | None], object]) -> None:
    """Call `then` with the person looked at; where everybody is looked at, ask first whom it is about.

    None only where nobody was named yet.
    """
    person = desk.whom.person
    if person is not None or not desk.whom.people:
        then(person)
        return
    open_people = [one for one in desk.whom.people if not one.situation.is_over]
    options: list[Option[Action]] = [
        Option(value=partial(then, one), text=one.name, icon=Icon.PERSON) for one in open_people
    ]
    open_menu(desk, anchor, _("About whom?"), options)


def names_shown(desk: CareDesk) -> Mapping[PersonId | None, str]:
    """Return the names that tell records apart: everybody's where all are looked at, else none."""
    if desk.whom.person is not None or len(desk.whom.people) < 2:
        return {}
    return {person.id: person.name for person in desk.whom.people}


def kept_people(desk: CareDesk) -> frozenset[PersonId | None]:
    """Return of whom the notes are kept for reading."""
    return frozenset(person.id for person in desk.whom.people if person.situation.is_over)
