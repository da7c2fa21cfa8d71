"""What can be done about contacts, as steps of the notes' own thread."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.doer import NAME_CHARS
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.changes.undoing import joined
from caregiver_app.vault.records.contacts import ContactId, ContactText
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


def add_contact(vault: Vault, text: ContactText, person_id: PersonId | None, *, at: Millis) -> CareDone:
    """Keep a contact."""
    contact_id = vault.contacts.add(text, person_id=person_id, at=at)
    return CareDone(
        text=_("{name} is kept.").format(name=text.name[:NAME_CHARS]),
        undo=lambda notes, then: notes.contacts.delete(contact_id, at=then),
        icon=Icon.PHONE,
    )


def change_contact(
    vault: Vault, contact_id: ContactId, text: ContactText, person_id: PersonId | None, *, at: Millis
) -> CareDone | None:
    """Write a contact down otherwise; None when nothing was changed."""
    with vault.write("vault.contact.change-whole"):
        undo = joined(
            [
                vault.contacts.change(contact_id, text, at=at),
                vault.contacts.set_person(contact_id, person_id, at=at),
            ]
        )
    if not undo:
        return None
    return CareDone(text=_("Changed {name}.").format(name=text.name[:NAME_CHARS]), undo=undo, icon=Icon.PHONE)


def put_on_call_list(
    vault: Vault, contact_id: ContactId, person_id: PersonId | None, *, on: bool, at: Millis
) -> CareDone | None:
    """Put a contact last on the list of whom to call, or take it off."""
    order = [one.id for one in vault.contacts.to_call(person_id) if one.id != contact_id]
    wanted = (*order, contact_id) if on else tuple(order)
    undo = vault.contacts.set_call_order(wanted, person_id=person_id, at=at)
    words = _("{name} is on the list of whom to call.") if on else _("{name} is off the list of whom to call.")
    return CareDone(text=words.format(name=_name(vault, contact_id)), undo=undo, icon=Icon.PHONE) if undo else None


def move_in_call_list(
    vault: Vault, contact_id: ContactId, person_id: PersonId | None, way: Direction, *, at: Millis
) -> CareDone | None:
    """Call a contact earlier or later by one place; None at the ends."""
    order = [one.id for one in vault.contacts.to_call(person_id)]
    here = order.index(contact_id) if contact_id in order else -1
    there = here + way
    if here < 0 or not 0 <= there < len(order):
        return None
    order[here], order[there] = order[there], order[here]
    undo = vault.contacts.set_call_order(tuple(order), person_id=person_id, at=at)
    words = _("Moved {name} up.") if way is Direction.UP else _("Moved {name} down.")
    return CareDone(text=words.format(name=_name(vault, contact_id)), undo=undo)


def move_in_others(
    vault: Vault, contact_id: ContactId, person_id: PersonId | None, way: Direction, *, at: Millis
) -> CareDone | None:
    """Move a contact past its neighbour among those who are not called; others between are passed over."""
    steps = []
    with vault.write("vault.contact.move-among"):
        place = _place(vault, contact_id, person_id)
        while _place(vault, contact_id, person_id) == place:
            undo = vault.contacts.move(contact_id, way, person_id=person_id, at=at)
            if not undo:
                return None
            steps.append(undo)
    words = _("Moved {name} up.") if way is Direction.UP else _("Moved {name} down.")
    return CareDone(text=words.format(name=_name(vault, contact_id)), undo=joined(steps))


def delete_contact(vault: Vault, contact_id: ContactId, *, at: Millis) -> CareDone:
    """Put a contact among the recently deleted."""
    name = _name(vault, contact_id)
    undo = vault.contacts.delete(contact_id, at=at)
    return CareDone(text=_("Deleted {name}.").format(name=name), undo=undo, icon=Icon.TRASH)


def _name(vault: Vault, contact_id: ContactId) -> str:
    return vault.contacts.get(contact_id).text.name[:NAME_CHARS]


def _place(vault: Vault, contact_id: ContactId, person_id: PersonId | None) -> int:
    shown = [one.id for one in vault.contacts.list(person_id) if one.call_order is None]
    return shown.index(contact_id)
