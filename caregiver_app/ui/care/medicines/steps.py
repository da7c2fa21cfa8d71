"""What can be done about medicines, as steps of the notes' own thread."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.doer import NAME_CHARS
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.changes.undoing import Undo, joined
from caregiver_app.vault.records.medicines import MedicineId, MedicineText
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


def add_medicine(vault: Vault, text: MedicineText, person_id: PersonId | None, *, at: Millis) -> CareDone:
    """Put a medicine on the list."""
    medicine_id = vault.medicines.add(text, person_id=person_id, at=at)
    return CareDone(
        text=_("{name} is on the list.").format(name=text.name[:NAME_CHARS]),
        undo=lambda notes, then: notes.medicines.delete(medicine_id, at=then),
        icon=Icon.PILL,
    )


def change_medicine(vault: Vault, medicine_id: MedicineId, text: MedicineText, *, at: Millis) -> CareDone | None:
    """Write a medicine down otherwise; None when nothing was changed."""
    undo = vault.medicines.change(medicine_id, text, at=at)
    if not undo:
        return None
    return CareDone(text=_("Changed {name}.").format(name=text.name[:NAME_CHARS]), undo=undo, icon=Icon.PILL)


def stop_medicine(vault: Vault, medicine_id: MedicineId, *, on: str, reason: str, at: Millis) -> CareDone:
    """Say that a medicine was stopped; it stays on the list with that word."""
    name = _name(vault, medicine_id)
    undo = vault.medicines.stop(medicine_id, on=on, reason=reason, at=at)
    return CareDone(text=_("{name} is marked as stopped.").format(name=name), undo=undo, icon=Icon.STOP)


def take_again(vault: Vault, medicine_id: MedicineId, *, at: Millis) -> CareDone:
    """Say that a stopped medicine is taken after all."""
    name = _name(vault, medicine_id)
    undo = vault.medicines.start_again(medicine_id, at=at)
    return CareDone(text=_("{name} is on the list again.").format(name=name), undo=undo, icon=Icon.PILL)


def check_medicine(vault: Vault, medicine_id: MedicineId, *, on: str, at: Millis) -> CareDone:
    """Say that a medicine is written down as its label says."""
    name = _name(vault, medicine_id)
    undo = vault.medicines.checked(medicine_id, against=_("Label on the box"), on=on, at=at)
    return CareDone(text=_("{name} is checked against the label.").format(name=name), undo=undo)


def check_all(vault: Vault, person_id: PersonId | None, *, on: str, at: Millis) -> CareDone | None:
    """Say so of everything that is taken; None where there is nothing."""
    active = vault.medicines.active(person_id, today=on)
    with vault.write("vault.medicine.check-all"):
        undo = joined([vault.medicines.checked(one.id, against=_("Label on the box"), on=on, at=at) for one in active])
    return CareDone(text=_("All are checked against the labels."), undo=undo) if undo else None


def move_medicine(vault: Vault, medicine_id: MedicineId, way: Direction, *, today: str, at: Millis) -> CareDone | None:
    """Move a medicine past its neighbour among those that are taken; stopped ones between are passed over."""
    person_id = vault.medicines.get(medicine_id).person_id
    steps: list[Undo] = []
    with vault.write("vault.medicine.move-among"):
        place = _place(vault, medicine_id, person_id, today)
        while _place(vault, medicine_id, person_id, today) == place:
            undo = vault.medicines.move(medicine_id, way, at=at)
            if not undo:
                return None
            steps.append(undo)
    words = _("Moved {name} up.") if way is Direction.UP else _("Moved {name} down.")
    return CareDone(text=words.format(name=_name(vault, medicine_id)), undo=joined(steps))


def delete_medicine(vault: Vault, medicine_id: MedicineId, *, at: Millis) -> CareDone:
    """Put a medicine among the recently deleted."""
    name = _name(vault, medicine_id)
    undo = vault.medicines.delete(medicine_id, at=at)
    return CareDone(text=_("Deleted {name}.").format(name=name), undo=undo, icon=Icon.TRASH)


def _name(vault: Vault, medicine_id: MedicineId) -> str:
    return vault.medicines.get(medicine_id).text.name[:NAME_CHARS]


def _place(vault: Vault, medicine_id: MedicineId, person_id: PersonId | None, today: str) -> int:
    shown = [one.id for one in vault.medicines.active(person_id, today=today) if one.person_id == person_id]
    return shown.index(medicine_id)
