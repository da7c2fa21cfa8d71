"""`caregiver ask export`, `again`, `import`, `list`, `show`, `disclosures`: the side of whoever asks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.files import read_file, write_file
from caregiver_app.cli.options import IdType, json_option, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import asked_shape, disclosure_shape
from caregiver_app.cli.vault.ask_typed import output_option, read_labelled, read_line
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext

if TYPE_CHECKING:
    from caregiver_app.vault.exchange import TakenIn
    from caregiver_app.vault.exchange_composing import Wishes
    from caregiver_app.vault.store import Vault

USUAL_DAYS = 7
"""Within which an answer is expected where nothing else was said."""


def asking_commands() -> tuple[click.Command, ...]:
    """Return the commands for whoever asks."""
    return (_export(), _again(), _import(), _list(), _show(), _disclosures())


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=click.pass_obj(_export_request),
        params=[
            click.Option(["--to"], type=IdType("key"), required=True, metavar="ID", help=_("To whom (ask key list).")),
            click.Option(["--question", "questions"], type=IdType("question"), multiple=True, metavar="ID"),
            click.Option(["--note", "notes"], type=IdType("note"), multiple=True, metavar="ID"),
            click.Option(
                ["--answer-by"],
                type=click.DateTime(["%Y-%m-%d"]),
                metavar="DATE",
                help=_("By when you expect an answer; in a week where you do not say."),
            ),
            click.Option(["--preview"], is_flag=True, help=_("Only show what would go.")),
            output_option(required=False),
            *passphrase_options(),
            json_option(),
        ],
        help=_(
            "Lock questions and notes for somebody. They are written down as sent. Standard input says why, from whom, "
            "about whom and whom to call, in lines that begin with why:, from:, about: and call:."
        ),
    )


def _again() -> click.Command:
    return click.Command(
        "again",
        callback=click.pass_obj(_export_again),
        params=[_request_argument(), output_option(), *passphrase_options(), json_option()],
        help=_("Write the file of a request once more. Standard input says why."),
    )


def _import() -> click.Command:
    return click.Command(
        "import",
        callback=click.pass_obj(_import_file),
        params=[click.Argument(["file"], metavar="FILE"), *passphrase_options(), json_option()],
        help=_("Take in what somebody sent. An answer to your questions, or questions to you."),
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_requests),
        params=[limit_option(50), *passphrase_options(), json_option()],
        help=_("List what you asked, newest first."),
    )


def _show() -> click.Command:
    return click.Command(
        "show",
        callback=click.pass_obj(_show_request),
        params=[_request_argument(), *passphrase_options(), json_option()],
        help=_("Show a request as it went."),
    )


def _disclosures() -> click.Command:
    return click.Command(
        "disclosures",
        callback=click.pass_obj(_list_disclosures),
        params=[limit_option(50), *passphrase_options(), json_option()],
        help=_("List what left your care notes: when, to whom, why."),
    )


def _request_argument() -> click.Argument:
    return click.Argument(["ask_id"], type=IdType("request"), metavar="ID")


def _export_request(
    session: Session,
    *,
    to: int,
    questions: tuple[int, ...],
    notes: tuple[int, ...],
    answer_by: object,
    preview: bool,
    output: str | None,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
) -> None:
    from caregiver_app.vault.exchange_shown import shown_request

    if output is None and not preview:
        raise click.UsageError(_("Name the file to write with -o, or look first with --preview."))
    now = session.services.clock.now()
    wishes = _wishes(to, answer_by, now)
    file_id: int | None = None
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        draft = vault.exchange.asking.compose(wishes, questions=questions, notes=notes, at=now)
        if not preview and output is not None:
            file = vault.exchange.asking.send(draft, at=now)
            file_id = file.id
            write_file(output, file.data)
    text = shown_request(draft.body)
    if session.console.as_json:
        session.console.document({"id": file_id, "file": None if preview else output, "text": text})
        return
    session.console.paragraphs(text)
    if file_id is not None:
        session.console.note(_("This was locked and saved, and written down as request {id}.").format(id=file_id))


def _wishes(to: int, answer_by: object, now: Millis) -> Wishes:
    from caregiver_app.vault.correspondents import CorrespondentId
    from caregiver_app.vault.exchange_composing import Wishes

    typed = read_labelled({"why": _ask_why, "from": _ask_sender, "about": _ask_about, "call": _ask_call})
    by = date(answer_by.year, answer_by.month, answer_by.day) if isinstance(answer_by, date) else None
    return Wishes(
        to=CorrespondentId(to),
        answer_by=by or to_datetime(now).date() + timedelta(days=USUAL_DAYS),
        why=typed["why"],
        sender=typed["from"],
        about=typed["about"],
        call=typed["call"],
    )


def _export_again(
    session: Session, ask_id: int, output: str, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.exchange_composing import AskId

    why = read_line(_ask_why)
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        file = vault.exchange.asking.again(AskId(ask_id), why, at=now)
        write_file(output, file.data)
    if session.console.as_json:
        session.console.document({"id": file.id, "file": output})
    else:
        session.console.line(_("The file was saved once more."))


def _import_file(session: Session, file: str, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    from caregiver_app.vault.exchange_sealing import LARGEST_SEALED_BYTES

    data = read_file(file, limit_bytes=LARGEST_SEALED_BYTES)
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        shape, said = _told(vault, vault.exchange.take_in(data, at=now))
    if session.console.as_json:
        session.console.document(shape)
    else:
        session.console.paragraphs(said)


def _told(vault: Vault, taken: TakenIn) -> tuple[dict[str, Json], str]:
    if taken.landed is not None:
        landed = taken.landed
        count = len(landed.question_ids)
        words = ngettext(
            "An answer by {name} stands beside its question now.",
            "Answers by {name} stand beside {count} questions now.",
            count,
        )
        ids: list[Json] = [*landed.question_ids]
        return {
            "kind": "answer",
            "id": landed.ask_id,
            "number": landed.number,
            "by": landed.by_whom,
            "questions": ids,
            "gone": landed.gone,
        }, f"{words.format(name=landed.by_whom, count=count)}\n{landed.notice}"
    if taken.received is None:
        raise RuntimeError("a file brings a request or an answer")
    received = vault.exchange.answering.get(taken.received)
    whose = vault.exchange.correspondents.with_key(received.family)
    compared = whose is not None and whose.compared_at is not None
    said = _("Questions came in. To read them: caregiver ask read {id}").format(id=received.id)
    return {"kind": "request", "id": received.id, "key": received.family, "compared": compared}, said


def _list_requests(session: Session, limit: int, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        requests = vault.exchange.asking.list(limit=limit)
    if session.console.as_json:
        session.console.document([asked_shape(each) for each in requests])
        return
    for each in requests:
        words = _("{id}  {day}  to {name}, answers: {count}, expected by {by}")
        day = to_datetime(each.made_at).date().isoformat()
        session.console.line(
            words.format(id=each.id, day=day, name=each.to_whom, count=each.answers, by=each.expected_on)
        )


def _show_request(session: Session, ask_id: int, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    from caregiver_app.vault.exchange_composing import AskId
    from caregiver_app.vault.exchange_shown import shown_request

    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        asked = vault.exchange.asking.get(AskId(ask_id))
    text = shown_request(asked.body)
    if session.console.as_json:
        session.console.document({**asked_shape(asked), "text": text})
    else:
        session.console.paragraphs(text)


def _list_disclosures(session: Session, limit: int, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        found = vault.disclosures.list(limit=limit)
    if session.console.as_json:
        session.console.document([disclosure_shape(each) for each in found])
        return
    for each in found:
        what = ", ".join(f"{count} {kind}" for kind, count in each.disclosed.what.items())
        day = to_datetime(each.at).date().isoformat()
        parts = (day, each.disclosed.channel.value, what, each.disclosed.to_whom, each.disclosed.why)
        session.console.line("  ".join(part for part in parts if part))


def _ask_why() -> str:
    return _("Why does it go out? This stays in your notes")


def _ask_sender() -> str:
    return _("Your name, as it should stand there")


def _ask_about() -> str:
    return _("About whom, as it should stand there")


def _ask_call() -> str:
    return _("Whom to call when something cannot wait")
