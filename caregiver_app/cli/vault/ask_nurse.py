"""`caregiver ask received`, `read`, `answer`, `keep`, `forget`, `record`: the side of whoever is asked."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.files import write_file
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import received_shape
from caregiver_app.cli.vault.ask_typed import output_option, read_answers, read_line
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.time import to_datetime
from caregiver_app.support.i18n import gettext as _


def nurse_commands() -> tuple[click.Command, ...]:
    """Return the commands for whoever is asked."""
    return (_received(), _read(), _answer(), _keep(), _forget(), _record())


def _received() -> click.Command:
    return click.Command(
        "received",
        callback=click.pass_obj(_list_received),
        params=[
            click.Option(["--key", "key_id"], type=IdType("key"), metavar="ID", help=_("Only from this person.")),
            *passphrase_options(),
            json_option(),
        ],
        help=_("List what others asked you. What you answered goes after thirty days, unless you keep it."),
    )


def _read() -> click.Command:
    return click.Command(
        "read",
        callback=click.pass_obj(_read_received),
        params=[_received_argument(), *passphrase_options(), json_option()],
        help=_("Show what somebody asked you, and what you answered."),
    )


def _answer() -> click.Command:
    return click.Command(
        "answer",
        callback=click.pass_obj(_answer_received),
        params=[
            _received_argument(),
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
            *passphrase_options(),
            json_option(),
        ],
        help=_("Answer, locked for the key in the request and for no other."),
    )


def _keep() -> click.Command:
    return click.Command(
        "keep",
        callback=click.pass_obj(_keep_received),
        params=[
            _received_argument(),
            click.Option(["--no-longer"], is_flag=True, help=_("Let it go at its time again.")),
            *passphrase_options(),
            json_option(),
        ],
        help=_("Keep a request beyond the thirty days. Standard input says why."),
    )


def _forget() -> click.Command:
    return click.Command(
        "forget",
        callback=click.pass_obj(_forget_received),
        params=[_received_argument(), *passphrase_options(), json_option()],
        help=_("Delete a request and your answers to it for good, before its time."),
    )


def _record() -> click.Command:
    return click.Command(
        "record",
        callback=click.pass_obj(_record_received),
        params=[_received_argument(), output_option(), *passphrase_options(), json_option()],
        help=_("Write a request and its answers as plain text. For the official record; the file is not locked."),
    )


def _received_argument() -> click.Argument:
    return click.Argument(["received_id"], type=IdType("received"), metavar="ID")


def _list_received(
    session: Session, key_id: int | None, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.correspondents import CorrespondentId

    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        exchange = vault.exchange
        exchange.purge(at=now)
        key = None if key_id is None else exchange.correspondents.get(CorrespondentId(key_id)).recipient
        found = [(each, exchange.correspondents.with_key(each.family)) for each in exchange.answering.list(key)]
    if session.console.as_json:
        session.console.document([received_shape(each, whose) for each, whose in found])
        return
    for each, whose in found:
        known = whose is not None and whose.compared_at is not None
        name = whose.name if whose is not None and known else _("key not compared")
        day = to_datetime(each.received_at).date().isoformat()
        words = _("{id}  {day}  {name}, answers: {count}, expected by {by}")
        session.console.line(
            words.format(id=each.id, day=day, name=name, count=len(each.given), by=each.body.answer_by)
        )


def _read_received(session: Session, received_id: int, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    from caregiver_app.vault.answering import ReceivedId
    from caregiver_app.vault.exchange_shown import shown_record

    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        received = vault.exchange.answering.get(ReceivedId(received_id))
        whose = vault.exchange.correspondents.with_key(received.family)
    text = shown_record(received)
    if session.console.as_json:
        session.console.document({**received_shape(received, whose), "text": text})
        return
    if whose is None or whose.compared_at is None:
        session.console.note(_("The key of whoever sent this was not compared: they may be somebody else."))
    session.console.paragraphs(text)


def _answer_received(
    session: Session,
    *,
    received_id: int,
    question: int | None,
    again: int | None,
    output: str,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
) -> None:
    from caregiver_app.vault.answering import ReceivedId
    from caregiver_app.vault.exchange_composing import notice

    texts = {} if again is not None else read_answers(question or 0)
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        answering = vault.exchange.answering
        number = again or answering.answer(ReceivedId(received_id), texts, notice=notice(""), at=now)
        write_file(output, answering.file(ReceivedId(received_id), number))
    if session.console.as_json:
        session.console.document({"id": received_id, "number": number, "file": output})
    else:
        session.console.line(_("Answer {number} was locked and saved. Send the file back.").format(number=number))


def _keep_received(
    session: Session, received_id: int, no_longer: bool, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.answering import ReceivedId

    because = "" if no_longer else read_line(lambda: _("Why is it kept?"))
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        if no_longer:
            vault.exchange.answering.let_go(ReceivedId(received_id), at=now)
        else:
            vault.exchange.answering.keep(ReceivedId(received_id), because, at=now)
        received = vault.exchange.answering.get(ReceivedId(received_id))
        whose = vault.exchange.correspondents.with_key(received.family)
    if session.console.as_json:
        session.console.document(received_shape(received, whose))
    else:
        session.console.line(_("It goes at its time again.") if no_longer else _("It is kept until you say otherwise."))


def _forget_received(
    session: Session, received_id: int, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.answering import ReceivedId

    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        vault.exchange.answering.delete(ReceivedId(received_id), at=now)
    if session.console.as_json:
        session.console.document({"removed": received_id})
    else:
        session.console.line(_("It is deleted for good."))


def _record_received(
    session: Session, received_id: int, output: str, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.answering import ReceivedId

    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        text = vault.exchange.record(ReceivedId(received_id), at=now)
        write_file(output, text.encode())
    if session.console.as_json:
        session.console.document({"id": received_id, "file": output})
    else:
        session.console.line(_("The record was saved. The file is not locked: whoever has it can read it."))
