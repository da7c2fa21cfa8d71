"""`caregiver person form`, `fill`, `none-known`, `still-right`: what sheets say of somebody.

Each field has three states: filled in, none known, not asked.
"""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import Secret, care_command, id_argument, opened_by, text_argument
from caregiver_app.cli.vault.fields import read_fields
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.cli.vault.telling import tell_list
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.forms.facts import FactState
from caregiver_app.vault.forms.fields import FIELDS, Form, fields_of
from caregiver_app.vault.forms.shown import FormField, filled_form, state_labels
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


def form_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    person, form = id_argument("person"), click.Argument(["form"], type=click.Choice([each.value for each in Form]))
    names = click.Argument(["names"], nargs=-1, required=True, type=click.Choice(list(FIELDS)), metavar="FIELD ...")
    return (
        care_command("form", _show, [person, form], _("Show a form: what is filled in, none known, or not asked.")),
        care_command(
            "fill",
            _fill,
            [person, text_argument()],
            _("Fill in fields. Standard input has lines that begin with them, like allergies:; empty means not asked."),
        ),
        care_command(
            "none-known", _set_none_known, [person, names], _("Say of fields that there is none that anybody knows of.")
        ),
        care_command(
            "still-right", _still_right, [person, form], _("Say that what a form says was looked at and is right.")
        ),
    )


def _show(session: Session, record_id: int, form: str, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        fields = _fields(vault, PersonId(record_id), fields_of(Form(form)))
    _tell(session, fields)


def _fill(session: Session, record_id: int, standard_input: str, **secret: Unpack[Secret]) -> None:
    del standard_input
    given, person_id = read_fields(tuple(FIELDS)), PersonId(record_id)
    with opened_by(session, secret) as vault:
        vault.facts.fill_many(person_id, given, at=session.services.clock.now())
        fields = _fields(vault, person_id, tuple(given))
    _tell(session, fields)


def _set_none_known(session: Session, record_id: int, names: tuple[str, ...], **secret: Unpack[Secret]) -> None:
    person_id, now = PersonId(record_id), session.services.clock.now()
    with opened_by(session, secret) as vault:
        with vault.write("vault.fact.none-known-many"):
            for name in names:
                vault.facts.none_known(person_id, name, at=now)
        fields = _fields(vault, person_id, names)
    _tell(session, fields)


def _still_right(session: Session, record_id: int, form: str, **secret: Unpack[Secret]) -> None:
    names, person_id = fields_of(Form(form)), PersonId(record_id)
    with opened_by(session, secret) as vault:
        vault.facts.still_right(person_id, names, at=session.services.clock.now())
        fields = _fields(vault, person_id, names)
    _tell(session, fields)


def _fields(vault: Vault, person_id: PersonId, names: tuple[str, ...]) -> tuple[FormField, ...]:
    """Return fields with what is known of somebody, in the order of their names."""
    vault.people.get(person_id)
    facts = vault.facts.of(person_id)
    found = {field.name: field for form in Form for part in filled_form(form, facts).sections for field in part.fields}
    return tuple(found[name] for name in names)


def _tell(session: Session, fields: tuple[FormField, ...]) -> None:
    tell_list(session, fields, _shape, _line, "")


def _shape(field: FormField) -> Shape:
    checked_at = field.fact.checked_at
    return {
        "field": field.name,
        "label": field.label,
        "state": field.fact.state.value,
        "value": field.fact.value,
        "checked_at": None if checked_at is None else to_iso(checked_at),
    }


def _line(field: FormField) -> str:
    state = field.fact.state
    return f"{field.label}: {field.fact.value if state is FactState.FILLED else state_labels()[state]}"
