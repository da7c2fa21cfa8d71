"""What most commands over care notes take: the passphrase, a person, the number of a record, a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypedDict

import click

from caregiver_app.cli.files import STANDARD
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_typed import read_line
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


class Secret(TypedDict):
    """Where the passphrase is, as click hands it to a command."""

    passphrase_file: Path | None
    passphrase_fd: int | None


@contextmanager
def opened_by(session: Session, secret: Secret) -> Iterator[Vault]:
    """Unlock the notes for a block; raises as `opened` does."""
    source = PassphraseSource(file=secret["passphrase_file"], descriptor=secret["passphrase_fd"])
    with opened(session, source) as vault:
        yield vault


def usual_options() -> list[click.Parameter]:
    """`--passphrase-file`, `--passphrase-fd` and `--json`."""
    return [*passphrase_options(), json_option()]


def care_command(
    name: str, callback: Callable[..., int | None], params: Sequence[click.Parameter], help_text: str
) -> click.Command:
    """Return a command that is given the session, its own parameters, and where the passphrase is.

    A name of somebody that is `-` is read from standard input before it is called.
    """
    called = click.pass_obj(_with_name_read(callback))
    return click.Command(name, callback=called, params=[*params, *usual_options()], help=help_text)


def person_options(*, keeps: bool = False) -> list[click.Parameter]:
    """`--person NAME` and `--person-id ID`; `keeps`: standard input is what is kept, and a new name makes a person."""
    if keeps:
        named = click.Option(["--person"], metavar="NAME", help=_("About whom; made if new."))
    else:
        named = click.Option(
            ["--person"], metavar="NAME|-", help=_("About whom; with - the name comes from standard input.")
        )
    return [
        named,
        click.Option(
            ["--person-id"],
            type=IdType("person"),
            metavar="ID",
            help=_("About whom, by number: a name on the command line can be seen by others (person list)."),
        ),
    ]


def _with_name_read(callback: Callable[..., int | None]) -> Callable[..., int | None]:
    @wraps(callback)
    def called(session: Session, **given: Any) -> int | None:
        if given.get("person") == STANDARD:
            given["person"] = _typed_name(given)
        return callback(session, **given)

    return called


def _typed_name(given: Mapping[str, object]) -> str:
    """Return a name from standard input. Raises `click.UsageError` where something else is read there, or none came."""
    descriptors = {number for name, number in given.items() if name.endswith("_fd")}
    if 0 in descriptors or any(given.get(name) == STANDARD for name in ("standard_input", "query", "why")):
        raise click.UsageError(
            _("Standard input is read for something else here: say --person-id ID (person list tells it).")
        )
    name = read_line(lambda: _("About whom?"))
    if name in ("", STANDARD):
        raise click.UsageError(_("No name came from standard input."))
    return name


def id_argument(kind: str) -> click.Argument:
    """`ID`."""
    return click.Argument(["record_id"], type=IdType(kind), metavar="ID")


def text_argument() -> click.Argument:
    """`-`: what is private comes from standard input."""
    return click.Argument(["standard_input"], type=click.Choice(["-"]))


def at_option(help_text: str) -> click.Option:
    """`--at TIME`, local unless it has an offset."""
    return click.Option(["--at", "happened"], type=MomentType(), metavar="TIME", help=help_text)


class MomentType(click.ParamType[Millis]):
    """A moment in ISO 8601; of this computer's own zone where it names no offset."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Millis:
        """Return the moment."""
        try:
            return from_datetime(datetime.fromisoformat(str(value)).astimezone())
        except (ValueError, OverflowError, OSError):
            self.fail(_("Write a time like 2026-11-23T14:30."), param, ctx)


def person_for(
    vault: Vault, name: str | None, person_id: int | None, *, make_at: Millis | None = None
) -> PersonId | None:
    """Return whom a command is about, None for nobody; with `make_at` a new name makes a person.

    Raises:
        UnknownRecord: there is nobody of this name or number.
    """
    if person_id is not None:
        return vault.people.get(PersonId(person_id)).id
    if name is None:
        return None
    try:
        return vault.people.named(name).id
    except UnknownRecord:
        if make_at is None:
            raise
        return vault.people.add(name, at=make_at)
