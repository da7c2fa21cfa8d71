"""`caregiver contact`: whom to call, and in which order."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import ids_argument
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import (
    Secret,
    care_command,
    id_argument,
    opened_by,
    person_for,
    person_options,
    text_argument,
)
from caregiver_app.cli.vault.fields import Fields, read_fields
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import contact_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.contacts import Contact, ContactId, ContactText, Phone

_NAMES = ("name", "role", "phones", "email", "address", "hours", "note")


def contact_group() -> click.Group:
    """Return the commands about contacts."""
    one = id_argument("contact")
    fields = _(
        "Standard input has lines that begin with name:, role:, phones:, email:, address:, hours: and note:. Several "
        "phones stand on lines of their own, each as it is dialled, with a word in square brackets behind it."
    )
    keep, change = _("Keep a contact."), _("Change what is given of it.")
    commands = (
        care_command("add", _add, [text_argument(), *person_options(keeps=True)], f"{keep} {fields}"),
        care_command("list", _list, person_options(), _("List contacts.")),
        show_command("contact", lambda vault: vault.contacts, contact_shape, _("Show a contact.")),
        care_command("change", _change, [one, text_argument()], f"{change} {fields}"),
        care_command(
            "order", _order, [ids_argument("contact"), *person_options()], _("Say whom to call first, then whom.")
        ),
        *removing_commands("contact", lambda vault: vault.contacts),
    )
    return click.Group("contact", commands)


def _add(
    session: Session, *, standard_input: str, person: str | None, person_id: int | None, **secret: Unpack[Secret]
) -> None:
    del standard_input
    text, now = _text(ContactText(name=""), read_fields(_NAMES)), session.services.clock.now()
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id, make_at=now)
        contact = vault.contacts.get(vault.contacts.add(text, person_id=whose, at=now))
    tell_kept(session, contact_shape(contact))


def _list(session: Session, *, person: str | None, person_id: int | None, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        contacts = vault.contacts.list(person_for(vault, person, person_id))
    tell_list(session, contacts, contact_shape, _line, _("There are no contacts."))


def _change(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given, contact_id = read_fields(_NAMES), ContactId(record_id)
    with opened_by(session, secret) as vault:
        text = _text(vault.contacts.get(contact_id).text, given)
        vault.contacts.change(contact_id, text, at=session.services.clock.now())
        contact = vault.contacts.get(contact_id)
    tell_kept(session, contact_shape(contact))


def _order(
    session: Session, *, ids: tuple[int, ...], person: str | None, person_id: int | None, **secret: Unpack[Secret]
) -> None:
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id)
        order = tuple(ContactId(each) for each in ids)
        vault.contacts.set_call_order(order, person_id=whose, at=session.services.clock.now())
        contacts = vault.contacts.to_call(whose)
    tell_list(session, contacts, contact_shape, _line, _("There are no contacts."))


def _text(before: ContactText, given: Fields) -> ContactText:
    plain = {name: written for name, written in given.items() if name != "phones"}
    phones = before.phones
    if "phones" in given:
        phones = tuple(_phone(line) for line in given["phones"].splitlines() if line.strip())
    return ContactText(
        name=plain.get("name", before.name),
        role=plain.get("role", before.role),
        phones=phones,
        email=plain.get("email", before.email),
        address=plain.get("address", before.address),
        hours=plain.get("hours", before.hours),
        note=plain.get("note", before.note),
    )


def _phone(line: str) -> Phone:
    number, opened, label = line.partition("[")
    return Phone(number=number.strip(), label=label.rstrip("] ").strip() if opened else "")


def _line(contact: Contact) -> str:
    text = contact.text
    numbers = " / ".join(phone.number for phone in text.phones)
    return f"{contact.id}  {', '.join(filter(None, (text.name, text.role, numbers)))}"
