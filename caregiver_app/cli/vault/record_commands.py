"""What every kind of record can be asked: `show`, `delete`, and `restore` for thirty days, unless gone for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, Unpack

import click

from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_files import care_opened
from caregiver_app.cli.vault.care_options import Secret, care_command, id_argument, opened_by
from caregiver_app.cli.vault.confirming import confirm, yes_option
from caregiver_app.cli.vault.erased_told import last_backup, tell_erased_record
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.cli.vault.telling import tell_one
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.store import Vault


class Store(Protocol):
    """What every store of records does with one."""

    def get(self, record_id: Any, /) -> Any:
        """Return it."""
        ...

    def delete(self, record_id: Any, /, *, at: Millis) -> Undo:
        """Put it among the recently deleted."""
        ...

    def restore(self, record_id: Any, /, *, at: Millis) -> Undo:
        """Take it back from there."""
        ...


def show_command(
    kind: str, store: Callable[[Vault], Store], shape: Callable[[Any], Shape], help_text: str
) -> click.Command:
    """Return `show` for one kind of record."""

    def show(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
        with opened_by(session, secret) as vault:
            record = store(vault).get(record_id)
        tell_one(session, shape(record))

    return care_command("show", show, [id_argument(kind)], help_text)


def removing_commands(kind: str, store: Callable[[Vault], Store], group: str = "") -> tuple[click.Command, ...]:
    """Return `delete` and `restore` for one kind of record; `group` is how its commands begin, `kind` when empty."""

    def delete(
        session: Session, record_id: int, for_good: bool = False, yes: bool = False, **secret: Unpack[Secret]
    ) -> None:
        if for_good:
            _delete_for_good(session, kind, record_id, yes, secret)
            return
        with opened_by(session, secret) as vault:
            store(vault).delete(record_id, at=session.services.clock.now())
        _tell(
            session,
            record_id,
            _("Deleted. For 30 days it can be brought back: {command}"),
            f"{group or kind} restore {record_id}",
        )

    def restore(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
        with opened_by(session, secret) as vault:
            store(vault).restore(record_id, at=session.services.clock.now())
        _tell(session, record_id, _("It is back."), "")

    given = [id_argument(kind)]
    return (
        care_command(
            "delete",
            delete,
            [*given, *_for_good_options(kind)],
            _("Put it among what was recently deleted, for 30 days."),
        ),
        care_command("restore", restore, given, _("Bring back what was deleted.")),
    )


def _for_good_options(kind: str) -> list[click.Parameter]:
    """Return `--for-good` and `--yes`; of somebody far more goes: that is `erase`."""
    if kind == "person":
        return []
    words = _("At once and for good, also in the copies of your notes on this computer.")
    return [click.Option(["--for-good"], is_flag=True, help=words), yes_option()]


def _delete_for_good(session: Session, kind: str, record_id: int, yes: bool, secret: Secret) -> None:
    from caregiver_app.bootstrap.erasing import delete_for_good

    with session.writing("erase"), care_opened(session, secret) as care:
        if care.vault.uids.of(kind, record_id) is None:
            raise UnknownRecord(kind)
        confirm(_("Delete this for good?"), yes)
        backup = last_backup(session)
        erased = delete_for_good(care, kind, record_id, clock=session.services.clock)
    tell_erased_record(session, {"id": record_id}, erased, backup)


def _tell(session: Session, record_id: int, words: str, command: str) -> None:
    if session.console.as_json:
        session.console.document({"id": record_id})
    else:
        session.console.line(words.format(command=f"caregiver {command}"))
