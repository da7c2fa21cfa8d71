"""`caregiver ask received`, `read`, `answer`, `keep`, `forget`, `record`: the side of whoever is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from caregiver_app.cli.files import write_file
from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import received_shape
from caregiver_app.cli.vault.ask_typed import output_option, read_answers, read_line, written_or
from caregiver_app.cli.vault.care_options import Secret, care_command, opened_by
from caregiver_app.cli.vault.erased_told import last_backup, tell_erased_record
from caregiver_app.cli.vault.telling import tell_list, tell_said
from caregiver_app.model.time import to_datetime
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.answering import ReceivedRequest
    from caregiver_app.vault.exchange.correspondents import Correspondent
    from caregiver_app.vault.store import Vault

Known = tuple["ReceivedRequest", "Correspondent | None"]
"""A request, and whose key it came from as far as we know."""


def nurse_commands() -> tuple[click.Command, ...]:
    """Return the commands for whoever is asked."""
    one = click.Argument(["received_id"], type=IdType("received"), metavar="ID")
    key = click.Option(["--key", "key_id"], type=IdType("key"), metavar="ID", help=_("Only from this person."))
    no_longer = click.Option(["--no-longer"], is_flag=True, help=_("Let it go at its time again."))
    received = _("List what others asked you. What you answered goes after thirty days, unless you keep it.")
    record = _("Write a request and its answers as plain text. For the official record; the file is not locked.")
    return (
        care_command("received", _list_received, [key], received),
        care_command("read", _read_received, [one], _("Show what somebody asked you, and what you answered.")),
        _answer(one),
        care_command(
            "keep",
            _keep_received,
            [one, no_longer],
            _("Keep a request beyond the thirty days. Standard input says why."),
        ),
        care_command("forget", _forget_received, [one], _("Delete a request and its answers for good.")),
        care_command("record", _record_received, [one, output_option()], record),
    )


def _answer(one: click.Argument) -> click.Command:
    params: list[click.Parameter] = [
        one,
        click.Option(
            ["--question"],
            type=click.IntRange(1, 100),
            metavar="N",
            help=_("Standard input is the answer to this question; without it, a JSON object of several answers."),
        ),
        click.Option(
            ["--again"], type=click.IntRange(1, 1_000), metavar="N", help=_("Write the file of this answer again.")
        ),
        output_option(),
    ]
    return care_command(
        "answer", _answer_received, params, _("Answer, locked for the key in the request and no other.")
    )


def _list_received(session: Session, *, key_id: int | None, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.correspondents import CorrespondentId

    with opened_by(session, secret) as vault:
        exchange = vault.exchange
        exchange.purge(at=session.services.clock.now())
        key = None if key_id is None else exchange.correspondents.get(CorrespondentId(key_id)).recipient
        found: list[Known] = [
            (each, exchange.correspondents.with_key(each.family)) for each in exchange.answering.list(key)
        ]
    tell_list(session, found, lambda known: received_shape(*known), _line, _("Nobody asked you anything."))


def _read_received(session: Session, *, received_id: int, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.shown import shown_record

    with opened_by(session, secret) as vault:
        received, whose = _known(vault, received_id)
    text = shown_record(received)
    if whose is None or whose.compared_at is None:
        session.console.note(_("The key of whoever sent this was not compared: they may be somebody else."))
    tell_said(session, {**received_shape(received, whose), "text": text}, text)


def _answer_received(
    session: Session,
    *,
    received_id: int,
    question: int | None,
    again: int | None,
    output: str,
    **secret: Unpack[Secret],
) -> None:
    from caregiver_app.vault.exchange.answering import ReceivedId
    from caregiver_app.vault.exchange.composing import notice

    texts = {} if again is not None else read_answers(question or 0)
    which, now = ReceivedId(received_id), session.services.clock.now()
    with opened_by(session, secret) as vault:
        number = again or vault.exchange.answering.answer(which, texts, notice=notice(""), at=now)
        data = vault.exchange.answering.file(which, number)
    repeat = _("It is written down. To save it again: caregiver ask answer {id} --again {number} -o FILE")
    with written_or(session, repeat.format(id=received_id, number=number)):
        write_file(output, data)
    said = _("Answer {number} was locked and saved. Send the file back.").format(number=number)
    tell_said(session, {"id": received_id, "number": number, "file": output}, said)


def _keep_received(session: Session, *, received_id: int, no_longer: bool, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.answering import ReceivedId

    because = "" if no_longer else read_line(lambda: _("Why is it kept?"))
    which, now = ReceivedId(received_id), session.services.clock.now()
    with opened_by(session, secret) as vault:
        if no_longer:
            vault.exchange.answering.let_go(which, at=now)
        else:
            vault.exchange.answering.keep(which, because, at=now)
        shape = received_shape(*_known(vault, received_id))
    tell_said(
        session, shape, _("It goes at its time again.") if no_longer else _("It is kept until you say otherwise.")
    )


def _forget_received(session: Session, *, received_id: int, **secret: Unpack[Secret]) -> None:
    from caregiver_app.bootstrap.erasing import delete_for_good
    from caregiver_app.vault.changes.kinds import RECEIVED
    from caregiver_app.vault.exchange.answering import ReceivedId

    with session.writing("erase"), opened_by(session, secret) as vault:
        vault.exchange.answering.get(ReceivedId(received_id))
        care = session.services.care.with_files(vault)
        backup = last_backup(session)
        erased = delete_for_good(care, RECEIVED, received_id, clock=session.services.clock)
    tell_erased_record(session, {"removed": received_id}, erased, backup)


def _record_received(session: Session, *, received_id: int, output: str, **secret: Unpack[Secret]) -> None:
    from caregiver_app.bootstrap.care_files import refuse_own_folder
    from caregiver_app.vault.exchange.answering import ReceivedId

    refuse_own_folder(session.services.paths, Path(output))
    with opened_by(session, secret) as vault:
        text = vault.exchange.record(ReceivedId(received_id), at=session.services.clock.now())
    write_file(output, text.encode())
    said = _("The record was saved. The file is not locked: whoever has it can read it.")
    tell_said(session, {"id": received_id, "file": output}, said)


def _known(vault: Vault, received_id: int) -> Known:
    from caregiver_app.vault.exchange.answering import ReceivedId

    received = vault.exchange.answering.get(ReceivedId(received_id))
    return received, vault.exchange.correspondents.with_key(received.family)


def _line(known: Known) -> str:
    received, whose = known
    name = _("key not compared") if whose is None or whose.compared_at is None else whose.name
    words = _("{id}  {day}  {name}, answers: {count}, expected by {by}")
    day = to_datetime(received.received_at).date().isoformat()
    return words.format(id=received.id, day=day, name=name, count=len(received.given), by=received.body.answer_by)
