"""`caregiver appointment`: visits, what came of them, and what is to be chased afterwards."""

from __future__ import annotations

from typing import Unpack

import click

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
from caregiver_app.cli.vault.chases import chase_group
from caregiver_app.cli.vault.fields import read_fields
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import appointment_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.zones import own_zone
from caregiver_app.vault.records.appointments import Appointment, AppointmentId, AppointmentState, NewAppointment
from caregiver_app.vault.store import Vault

_NAMES = ("title", "with", "place", "reason")
_CHANGED = (*_NAMES, "outcome", "decisions")
_COLUMNS = {"with": "with_whom"}


def appointment_group() -> click.Group:
    """Return the commands about appointments."""
    one = id_argument("appointment")
    states = click.Argument(["state"], type=click.Choice([state.value for state in AppointmentState]))
    commands = (
        care_command(
            "add",
            _add,
            [text_argument(), *_times(), *person_options(keeps=True)],
            _("Keep a visit. Standard input has lines that begin with title:, with:, place: and reason:."),
        ),
        care_command(
            "list",
            _list,
            [*person_options(), click.Option(["--past"], is_flag=True, help=_("Those that are over, newest first."))],
            _("List visits that come, the next one first."),
        ),
        show_command("appointment", lambda vault: vault.appointments, appointment_shape, _("Show a visit.")),
        care_command(
            "change",
            _change,
            [one, text_argument()],
            _(
                "Change what standard input gives. Its lines begin with title:, with:, place:, reason:, outcome: or "
                "decisions:."
            ),
        ),
        care_command("move", _move, [one, *_times()], _("Move a visit to another time.")),
        care_command("state", _set_state, [one, states], _("Say what became of a visit.")),
        *removing_commands("appointment", lambda vault: vault.appointments),
        chase_group(),
    )
    return click.Group("appointment", commands)


def _times() -> list[click.Parameter]:
    return [
        click.Option(
            ["--starts"], metavar="TIME", required=True, help=_("As the clock there shows: 2026-12-01T10:30.")
        ),
        click.Option(["--ends"], metavar="TIME", help=_("The same, when it ends.")),
        click.Option(["--zone"], metavar="ZONE", help=_("Of that clock, like Europe/London; yours if you do not say.")),
    ]


def _add(
    session: Session,
    *,
    standard_input: str,
    starts: str,
    ends: str | None,
    zone: str | None,
    person: str | None,
    person_id: int | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    given, now = read_fields(_NAMES), session.services.clock.now()
    with opened_by(session, secret) as vault:
        new = NewAppointment(
            title=given.get("title", ""),
            starts=starts,
            ends=ends,
            zone=zone or own_zone(),
            person_id=person_for(vault, person, person_id, make_at=now),
            with_whom=given.get("with", ""),
            place=given.get("place", ""),
            reason=given.get("reason", ""),
        )
        appointment = vault.appointments.get(vault.appointments.add(new, at=now))
    tell_kept(session, appointment_shape(appointment))


def _list(session: Session, *, person: str | None, person_id: int | None, past: bool, **secret: Unpack[Secret]) -> None:
    now = session.services.clock.now()
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id)
        found = vault.appointments.past(whose, now=now) if past else vault.appointments.upcoming(whose, now=now)
    tell_list(session, found, appointment_shape, _line, _("There are no visits."))


def _change(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given = {_COLUMNS.get(name, name): written for name, written in read_fields(_CHANGED).items()}
    with opened_by(session, secret) as vault:
        vault.appointments.change(AppointmentId(record_id), **given, at=session.services.clock.now())
        _tell(session, vault, record_id)


def _move(
    session: Session,
    *,
    record_id: int,
    starts: str,
    ends: str | None,
    zone: str | None,
    **secret: Unpack[Secret],
) -> None:
    with opened_by(session, secret) as vault:
        before = vault.appointments.get(AppointmentId(record_id))
        where = zone or before.starts.zone
        now = session.services.clock.now()
        vault.appointments.reschedule(before.id, starts=starts, ends=ends, zone=where, at=now)
        _tell(session, vault, record_id)


def _set_state(session: Session, record_id: int, state: str, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        now = session.services.clock.now()
        vault.appointments.set_state(AppointmentId(record_id), AppointmentState(state), at=now)
        _tell(session, vault, record_id)


def _tell(session: Session, vault: Vault, record_id: int) -> None:
    tell_kept(session, appointment_shape(vault.appointments.get(AppointmentId(record_id))))


def _line(appointment: Appointment) -> str:
    parts = (appointment.title, appointment.with_whom, appointment.place)
    when = appointment.starts.local.replace("T", " ")
    return f"{appointment.id}  {when}  {', '.join(filter(None, parts))}  [{appointment.state.value}]"
