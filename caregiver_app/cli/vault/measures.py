"""`caregiver measure`: what was measured, as it was read, in the unit in which it was read. It judges nothing."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import (
    Secret,
    at_option,
    care_command,
    id_argument,
    opened_by,
    person_for,
    person_options,
    text_argument,
)
from caregiver_app.cli.vault.fields import read_fields
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import measurement_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import decimal_sign
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.measuring.kinds import KINDS, OWN
from caregiver_app.vault.measuring.reading import doubt_about, read_measurement
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measures import Measurement, MeasurementId, OwnKind
from caregiver_app.vault.store import Vault


def measure_group() -> click.Group:
    """Return the commands about measurements."""
    kind = click.Option(["--kind"], metavar="KIND", help=_("Only this kind (measure kinds)."))
    commands = (
        _add(),
        care_command("list", _list, [*person_options(), kind, limit_option(50)], _("List measurements, newest first.")),
        show_command("measurement", lambda vault: vault.measures, measurement_shape, _("Show a measurement.")),
        _change(),
        care_command("kinds", _kinds, [], _("List what can be measured, and in which units.")),
        care_command(
            "make-kind",
            _make_kind,
            [text_argument()],
            _("Make a kind of your own. Standard input has lines that begin with name: and unit:."),
        ),
        *removing_commands("measurement", lambda vault: vault.measures, "measure"),
    )
    return click.Group("measure", commands)


def _add() -> click.Command:
    return care_command(
        "add",
        _add_measurement,
        [
            click.Argument(["kind"], metavar="KIND"),
            text_argument(),
            click.Option(["--unit"], metavar="UNIT", default="", help=_("In which unit, where the value names none.")),
            *person_options(keeps=True),
            at_option(_("When it was read, like 2026-11-23T08:05; now where you do not say.")),
        ],
        _("Keep a value. Standard input has lines that begin with value:, like 71.5 or 120/80, and note:."),
    )


def _change() -> click.Command:
    return care_command(
        "change",
        _change_measurement,
        [
            id_argument("measurement"),
            text_argument(),
            click.Option(["--unit"], metavar="UNIT", default="", help=_("In which unit, where it is another one.")),
            at_option(_("When it was read, like 2026-11-23T08:05.")),
        ],
        _("Change what is given of a value. Standard input has lines that begin with value: and note:."),
    )


def _change_measurement(
    session: Session,
    record_id: int,
    *,
    standard_input: str,
    unit: str,
    happened: Millis | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    given, number = read_fields(("value", "note")), MeasurementId(record_id)
    with opened_by(session, secret) as vault:
        before = vault.measures.get(number).reading
        reading = None
        if "value" in given:
            reading = read_measurement(before.kind, given["value"], unit=unit or before.unit, decimal=decimal_sign())
        now = session.services.clock.now()
        vault.measures.change(number, reading=reading, note=given.get("note"), taken_at=happened, at=now)
        measurement = vault.measures.get(number)
    tell_kept(session, measurement_shape(measurement))


def _add_measurement(
    session: Session,
    *,
    kind: str,
    standard_input: str,
    unit: str,
    person: str | None,
    person_id: int | None,
    happened: Millis | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    given, now = read_fields(("value", "note")), session.services.clock.now()
    with opened_by(session, secret) as vault:
        code, usual = _known(vault, kind)
        reading = read_measurement(code, given.get("value", ""), unit=unit or usual, decimal=decimal_sign())
        whose = person_for(vault, person, person_id, make_at=now)
        note = given.get("note", "")
        number = vault.measures.add(reading, person_id=whose, note=note, taken_at=happened, at=now)
        measurement = vault.measures.get(number)
    tell_kept(session, measurement_shape(measurement))
    if doubt_about(reading) is not None and not session.console.as_json:
        session.console.note(_("This is an unusual value. If it is a slip: measure delete {id}").format(id=number))


def _list(
    session: Session,
    *,
    person: str | None,
    person_id: int | None,
    kind: str | None,
    limit: int,
    **secret: Unpack[Secret],
) -> None:
    with opened_by(session, secret) as vault:
        code = None if kind is None else _known(vault, kind)[0]
        measurements = vault.measures.list(person_for(vault, person, person_id), kind=code, limit=limit)
    tell_list(session, measurements, measurement_shape, _line, _("Nothing was measured yet."))


def _kinds(session: Session, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        own = vault.measures.own_kinds()
    found = [(code, list(kind.units)) for code, kind in KINDS.items()]
    found += [(f"{OWN}{kind.name}", [kind.unit]) for kind in own]
    tell_list(
        session,
        found,
        lambda each: {"kind": each[0], "units": list(each[1])},
        lambda each: f"{each[0]}  {', '.join(each[1])}",
        "",
    )


def _make_kind(session: Session, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given = read_fields(("name", "unit"))
    with opened_by(session, secret) as vault:
        now = session.services.clock.now()
        made = vault.measures.make_kind(given.get("name", ""), unit=given.get("unit", ""), at=now)
    tell_kept(session, {"id": made.id, "kind": f"{OWN}{made.name}", "unit": made.unit})


def _known(vault: Vault, kind: str) -> tuple[str, str]:
    """Return the code of a kind by its word, own ones by their names after `own:`, and its usual unit."""
    if kind in KINDS:
        return kind, KINDS[kind].units[0]
    wanted = kind.removeprefix(OWN).casefold()
    own: OwnKind | None = next((each for each in vault.measures.own_kinds() if each.name.casefold() == wanted), None)
    if own is None:
        raise click.UsageError(_("There is no such kind. To see them: caregiver measure kinds"))
    return own.code, own.unit


def _line(measurement: Measurement) -> str:
    moment = to_datetime(measurement.at).astimezone().isoformat(sep=" ", timespec="minutes")
    words = reading_words(measurement.reading)
    return f"{measurement.id}  {moment}  {measurement.reading.kind}: {words}  {measurement.note}".rstrip()
