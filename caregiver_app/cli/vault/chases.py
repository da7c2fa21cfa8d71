"""`caregiver appointment chase`: what was promised at a visit, by whom, and by when."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import IdType
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
from caregiver_app.cli.vault.fields import read_fields
from caregiver_app.cli.vault.record_commands import removing_commands
from caregiver_app.cli.vault.record_shapes import chase_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.chases import Chase, ChaseId, NewChase


def chase_group() -> click.Group:
    """Return the commands about what is to be chased."""
    visit = click.Option(["--appointment"], type=IdType("appointment"), metavar="ID", help=_("From this visit."))
    commands = (
        care_command(
            "add",
            _add,
            [text_argument(), visit, *person_options(keeps=True)],
            _("Keep what is to be chased. Standard input has lines that begin with what:, who: and by: (a date)."),
        ),
        care_command("list", _list, [], _("List what is not done yet, the most urgent first.")),
        care_command(
            "change",
            _change,
            [id_argument("chase"), text_argument()],
            _("Change what is given. Standard input has lines that begin with what:, who: and by:."),
        ),
        care_command("done", _done, [id_argument("chase")], _("Write down that it is done.")),
        *removing_commands("chase", lambda vault: vault.chases, "appointment chase"),
    )
    return click.Group("chase", commands, help=_("What was promised, by whom, by when."))


def _add(
    session: Session,
    *,
    standard_input: str,
    appointment: int | None,
    person: str | None,
    person_id: int | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    given, now = read_fields(("what", "who", "by")), session.services.clock.now()
    with opened_by(session, secret) as vault:
        new = NewChase(
            what=given.get("what", ""),
            who=given.get("who", ""),
            by_date=given.get("by") or None,
            appointment_id=appointment,
            person_id=person_for(vault, person, person_id, make_at=now),
        )
        chase = vault.chases.get(vault.chases.add(new, at=now))
    tell_kept(session, chase_shape(chase))


def _list(session: Session, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        found = vault.chases.to_do()
    tell_list(session, found, chase_shape, _line, _("There is nothing to chase."))


def _change(session: Session, *, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given = read_fields(("what", "who", "by"))
    with opened_by(session, secret) as vault:
        vault.chases.change(
            ChaseId(record_id),
            what=given.get("what"),
            who=given.get("who"),
            by_date=given.get("by") or None,
            no_date=given.get("by") == "",
            at=session.services.clock.now(),
        )
        chase = vault.chases.get(ChaseId(record_id))
    tell_kept(session, chase_shape(chase))


def _done(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        vault.chases.set_done(ChaseId(record_id), True, at=session.services.clock.now())
        chase = vault.chases.get(ChaseId(record_id))
    tell_kept(session, chase_shape(chase))


def _line(chase: Chase) -> str:
    return f"{chase.id}  {', '.join(filter(None, (chase.what, chase.who, chase.by_date or '')))}"
