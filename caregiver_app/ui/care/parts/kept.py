"""Says that somebody's notes are kept for reading, where else one would write."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.vault.records.people import PersonId


def is_kept(desk: CareDesk, about: PersonId | None = None) -> bool:
    """Return whether the notes of who is looked at are for reading only; of a record those of whom it is about."""
    meant = next((person for person in desk.whom.people if about is not None and person.id == about), None)
    person = meant or desk.whom.person
    return person is not None and person.situation.is_over


class KeptCallout(Callout):
    """Stands in the place of what writes."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        text = _("You can read and print them. To write in them again, change how things stand under More.")
        super().__init__(desk.theme, Tone.PRIVATE, Icon.HEART, _("These notes are kept."), text, parent=parent)
