"""Writes contacts as cards (vCard 3.0, RFC 2426): the form that telephones, address books and mail programs all read.

A card says how somebody is reached. It has no uid and no time, and a note about the contact goes only when asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caregiver_app.vault.formats.content_lines import escaped, folded
from caregiver_app.vault.records.contacts import Contact, Phone


def write_cards(contacts: Sequence[Contact], *, notes: bool) -> bytes:
    """Return the contacts as cards, in their order; with `notes` also what was noted about them."""
    return b"".join(folded(list(_lines(contact, notes))) for contact in contacts)


def _lines(contact: Contact, notes: bool) -> Iterator[str]:
    text = contact.text
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{escaped(text.name)}"
    yield f"N:{escaped(text.name)};;;;"
    if text.role:
        yield f"TITLE:{escaped(text.role)}"
    for number, phone in enumerate(text.phones, start=1):
        yield from _phone(phone, number)
    if text.email:
        yield f"EMAIL;TYPE=INTERNET:{escaped(text.email)}"
    if text.address:
        yield f"ADR;TYPE=WORK:;;{escaped(text.address)};;;;"
    note = "\n".join(part for part in (text.hours, text.note if notes else "") if part)
    if note:
        yield f"NOTE:{escaped(note)}"
    yield "CLASS:PRIVATE"
    yield "END:VCARD"


def _phone(phone: Phone, number: int) -> Iterator[str]:
    """Yield a number; its label in the way that telephones keep labels of people's own."""
    if not phone.label:
        yield f"TEL;TYPE=VOICE:{escaped(phone.number)}"
        return
    yield f"item{number}.TEL;TYPE=VOICE:{escaped(phone.number)}"
    yield f"item{number}.X-ABLABEL:{escaped(phone.label)}"
