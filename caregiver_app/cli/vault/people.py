"""`caregiver person`: the people cared for."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import (
    Secret,
    care_command,
    id_argument,
    opened_by,
    text_argument,
)
from caregiver_app.cli.vault.fields import read_text
from caregiver_app.cli.vault.forms import form_commands
from caregiver_app.cli.vault.record_commands import removing_commands
from caregiver_app.cli.vault.record_shapes import person_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.people import Consent, PersonId, Situation


def person_group() -> click.Group:
    """Return the commands about the people cared for."""
    commands = (
        _list(),
        care_command("add", _add_person, [text_argument()], _("Add somebody; the name comes from standard input.")),
        care_command(
            "rename",
            _rename,
            [id_argument("person"), text_argument()],
            _("Call somebody otherwise, by standard input."),
        ),
        care_command(
            "matters",
            _set_matters,
            [id_argument("person"), text_argument()],
            _("Write down what matters to them, by standard input."),
        ),
        _situation(),
        _consent(),
        *form_commands(),
        *removing_commands("person", lambda vault: vault.people),
    )
    return click.Group("person", commands)


def _list() -> click.Command:
    return care_command("list", _list_people, [], _("List them."))


def _situation() -> click.Command:
    return care_command(
        "situation",
        _set_situation,
        [
            id_argument("person"),
            click.Argument(["situation"], type=click.Choice([each.value for each in Situation])),
            click.Option(["--on"], metavar="DATE", help=_("Since when, like 2026-11-23.")),
        ],
        _("Say that things have changed. Reminders for them end; nothing is deleted."),
    )


def _consent() -> click.Command:
    return care_command(
        "consent",
        _set_consent,
        [
            id_argument("person"),
            click.Argument(["consent"], type=click.Choice([each.value for each in Consent])),
        ],
        _("Say whether they know of these notes. Who decided for them, and why, comes from standard input."),
    )


def _list_people(session: Session, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        people = vault.people.list()
    tell_list(
        session,
        people,
        person_shape,
        lambda person: f"{person.id}  {person.name}",
        _("Nobody is in the care notes yet."),
    )


def _add_person(session: Session, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    name = read_text()
    with opened_by(session, secret) as vault:
        person = vault.people.get(vault.people.add(name, at=session.services.clock.now()))
    tell_kept(session, person_shape(person))


def _rename(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    name, person_id = read_text(), PersonId(record_id)
    with opened_by(session, secret) as vault:
        vault.people.rename(person_id, name, at=session.services.clock.now())
        person = vault.people.get(person_id)
    tell_kept(session, person_shape(person))


def _set_matters(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    text, person_id = read_text(), PersonId(record_id)
    with opened_by(session, secret) as vault:
        vault.people.set_matters(person_id, text, at=session.services.clock.now())
        person = vault.people.get(person_id)
    tell_kept(session, person_shape(person))


def _set_situation(session: Session, record_id: int, situation: str, on: str | None, **secret: Unpack[Secret]) -> None:
    person_id = PersonId(record_id)
    with opened_by(session, secret) as vault:
        vault.people.set_situation(person_id, Situation(situation), on=on, at=session.services.clock.now())
        person = vault.people.get(person_id)
    tell_kept(session, person_shape(person))


def _set_consent(session: Session, record_id: int, consent: str, **secret: Unpack[Secret]) -> None:
    person_id, wanted = PersonId(record_id), Consent(consent)
    note = read_text() if wanted is Consent.DECIDED_FOR_THEM else ""
    with opened_by(session, secret) as vault:
        vault.people.set_consent(person_id, wanted, note=note, at=session.services.clock.now())
        person = vault.people.get(person_id)
    tell_kept(session, person_shape(person))
