"""`caregiver medicine`: what was prescribed or bought, as it was written. It computes and advises nothing."""

from __future__ import annotations

from dataclasses import asdict, replace
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
from caregiver_app.cli.vault.fields import Fields, read_fields, yes_or_no
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import medicine_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.medicines import Medicine, MedicineId, MedicineText
from caregiver_app.vault.store import Vault

_LINES = {
    "name": "name",
    "strength": "strength",
    "form": "form",
    "dose": "dose",
    "how": "how",
    "times": "times",
    "as-needed-rule": "as_needed_rule",
    "maximum": "maximum",
    "why": "why",
    "by": "by_whom",
    "started": "started",
    "stopped": "stopped",
    "stop-reason": "stop_reason",
    "copied-from": "copied_from",
    "copied-on": "copied_on",
}
_CHOICES = {"as-needed": "as_needed", "over-the-counter": "over_the_counter", "high-risk": "high_risk"}
_NAMES = (*_LINES, *_CHOICES)


def medicine_group() -> click.Group:
    """Return the commands about medicines."""
    one = id_argument("medicine")
    on = click.Option(["--on"], metavar="DATE", help=_("On which day; today where you do not say."))
    fields = _("Standard input has lines that begin with {names}.").format(names=", ".join(f"{n}:" for n in _NAMES))
    keep, change = _("Keep a medicine."), _("Change what is given of it.")
    commands = (
        care_command("add", _add, [text_argument(), *person_options(keeps=True)], f"{keep} {fields}"),
        care_command(
            "list",
            _list,
            [*person_options(), click.Option(["--all", "every"], is_flag=True, help=_("Stopped ones too."))],
            _("List medicines in their order."),
        ),
        show_command("medicine", lambda vault: vault.medicines, medicine_shape, _("Show a medicine.")),
        care_command("change", _change, [one, text_argument()], f"{change} {fields}"),
        care_command(
            "stop", _stop, [one, text_argument(), on], _("Write down that it was stopped; why, by standard input.")
        ),
        care_command("start", _start, [one], _("Write down that it is taken again.")),
        care_command(
            "checked",
            _checked,
            [one, text_argument(), on],
            _("Write down that it was compared. Standard input says with what: against: the label."),
        ),
        *removing_commands("medicine", lambda vault: vault.medicines),
    )
    return click.Group("medicine", commands)


def _add(
    session: Session, *, standard_input: str, person: str | None, person_id: int | None, **secret: Unpack[Secret]
) -> None:
    del standard_input
    text, now = _text(MedicineText(name=""), read_fields(_NAMES)), session.services.clock.now()
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id, make_at=now)
        medicine = vault.medicines.get(vault.medicines.add(text, person_id=whose, at=now))
    tell_kept(session, medicine_shape(medicine))


def _list(
    session: Session, *, person: str | None, person_id: int | None, every: bool, **secret: Unpack[Secret]
) -> None:
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id)
        medicines = vault.medicines.list(whose) if every else vault.medicines.active(whose, today=_today(session))
    tell_list(session, medicines, medicine_shape, _line, _("There are no medicines."))


def _change(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given, medicine_id = read_fields(_NAMES), MedicineId(record_id)
    with opened_by(session, secret) as vault:
        text = _text(vault.medicines.get(medicine_id).text, given)
        vault.medicines.change(medicine_id, text, at=session.services.clock.now())
        _tell(session, vault, medicine_id)


def _stop(session: Session, record_id: int, standard_input: str, on: str | None, **secret: Unpack[Secret]) -> None:
    del standard_input
    reason = read_fields(("reason",)).get("reason", "")
    with opened_by(session, secret) as vault:
        now = session.services.clock.now()
        vault.medicines.stop(MedicineId(record_id), on=on or _today(session), reason=reason, at=now)
        _tell(session, vault, MedicineId(record_id))


def _start(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        vault.medicines.start_again(MedicineId(record_id), at=session.services.clock.now())
        _tell(session, vault, MedicineId(record_id))


def _checked(session: Session, record_id: int, standard_input: str, on: str | None, **secret: Unpack[Secret]) -> None:
    del standard_input
    against = read_fields(("against",)).get("against", "")
    with opened_by(session, secret) as vault:
        now = session.services.clock.now()
        vault.medicines.checked(MedicineId(record_id), against=against, on=on or _today(session), at=now)
        _tell(session, vault, MedicineId(record_id))


def _text(before: MedicineText, given: Fields) -> MedicineText:
    """Return what is written down, with what is given in place of what was there; an empty date is none."""
    values: dict[str, object] = {_LINES[name]: written for name, written in given.items() if name in _LINES}
    values |= {_CHOICES[name]: yes_or_no(written) for name, written in given.items() if name in _CHOICES}
    for date in ("started", "stopped", "copied_on"):
        if values.get(date) == "":
            values[date] = None
    return replace(before, **{**asdict(before), **values})


def _today(session: Session) -> str:
    return day_of(session.services.clock.now()).isoformat()


def _tell(session: Session, vault: Vault, medicine_id: MedicineId) -> None:
    tell_kept(session, medicine_shape(vault.medicines.get(medicine_id)))


def _line(medicine: Medicine) -> str:
    text = medicine.text
    stopped = _("stopped {date}").format(date=text.stopped) if text.stopped else ""
    return f"{medicine.id}  {', '.join(filter(None, (text.name, text.strength, text.dose, text.times, stopped)))}"
