"""Whom to call, in order, with the number large enough to be dialled by somebody who is frightened."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Known, Mark, Row, Rows
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.records.contacts import Contact
from caregiver_app.vault.sheets.ground import Ground


def calls(ground: Ground, *, most: int | None = None) -> tuple[Block, ...]:
    """Return whom to call, first first, or all contacts where nobody said in which order; or that there is none.

    A keepsake has none: there is nobody to call any more.
    """
    if ground.is_keepsake:
        return ()
    contacts = ground.vault.contacts
    found = (contacts.to_call(ground.shown) or contacts.list(ground.shown))[:most]
    if found:
        return (Entries(entries=tuple(_entry(contact) for contact in found)),)
    return own_list_state(ground, "contacts")


def own_list_state(ground: Ground, name: str) -> tuple[Block, ...]:
    """Return what was said of a list that is empty: that there is none, or that nobody was asked."""
    known = Known(ground.fact(name).state.value)
    if ground.is_keepsake and known is Known.NOT_ASKED:
        return ()
    lines = 2 if ground.asks and known is Known.NOT_ASKED else 0
    return (Rows(rows=(Row(label=field_labels()[name], known=known, blank_lines=lines),)),)


def _entry(contact: Contact) -> Entry:
    text = contact.text
    first = next(iter(text.phones), None)
    others = (f"{phone.label}: {phone.number}" if phone.label else phone.number for phone in text.phones[1:])
    reached = text.email if first is None else first.label
    small = " · ".join(part for part in (reached, *others, text.hours) if part)
    return Entry(
        title=", ".join(part for part in (text.name, text.role) if part),
        big="" if first is None else first.number,
        lines=(small,) if small else (),
        mark=Mark.NUMBER,
    )
