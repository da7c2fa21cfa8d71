"""What can be done about measurements, as steps of the notes' own thread."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measures import MeasurementId, OwnKindId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


def add_reading(
    vault: Vault, reading: Reading, person_id: PersonId | None, *, note: str, taken_at: Millis | None, at: Millis
) -> CareDone:
    """Keep what was read."""
    number = vault.measures.add(reading, person_id=person_id, note=note, taken_at=taken_at, at=at)
    return CareDone(
        text=_("Kept: {value}").format(value=reading_words(reading)),
        undo=lambda notes, then: notes.measures.delete(number, at=then),
    )


def change_reading(
    vault: Vault, number: MeasurementId, reading: Reading, *, note: str, taken_at: Millis, at: Millis
) -> CareDone | None:
    """Write a measurement down otherwise; None when nothing was changed."""
    undo = vault.measures.change(number, reading=reading, note=note, taken_at=taken_at, at=at)
    return CareDone(text=_("Changed to {value}").format(value=reading_words(reading)), undo=undo) if undo else None


def delete_reading(vault: Vault, number: MeasurementId, *, at: Millis) -> CareDone:
    """Put a measurement among the recently deleted."""
    words = reading_words(vault.measures.get(number).reading)
    undo = vault.measures.delete(number, at=at)
    return CareDone(text=_("Deleted {value}").format(value=words), undo=undo, icon=Icon.TRASH)


def make_kind(vault: Vault, name: str, unit: str, *, at: Millis) -> tuple[str, CareDone | None]:
    """Make something of one's own to measure; return its word, and None where there was one of that name."""
    before = {one.id for one in vault.measures.own_kinds()}
    made = vault.measures.make_kind(name, unit=unit, at=at)
    if made.id in before:
        return made.code, None
    return made.code, CareDone(
        text=_("You can write down {name} now.").format(name=made.name),
        undo=lambda notes, then: notes.measures.delete_kind(made.id, at=then),
        icon=Icon.PLUS,
    )


def rename_kind(vault: Vault, kind_id: OwnKindId, name: str, *, at: Millis) -> CareDone | None:
    """Call something of one's own otherwise; None when it is called so."""
    undo = vault.measures.rename_kind(kind_id, name, at=at)
    return CareDone(text=_("It is called {name} now.").format(name=name), undo=undo) if undo else None


def drop_kind(vault: Vault, kind_id: OwnKindId, name: str, *, at: Millis) -> CareDone:
    """Offer something of one's own no more; what was measured stays."""
    undo = vault.measures.delete_kind(kind_id, at=at)
    return CareDone(text=_("{name} is no longer offered. What you wrote down stays.").format(name=name), undo=undo)
