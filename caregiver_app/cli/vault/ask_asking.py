"""`caregiver ask export`, `again`, `import`, `list`, `show`, `disclosures`: the side of whoever asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Unpack

import click

from caregiver_app.cli.files import read_file, write_file
from caregiver_app.cli.options import IdType, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import asked_shape, disclosure_shape
from caregiver_app.cli.vault.ask_taken import tell_taken
from caregiver_app.cli.vault.ask_typed import DayType, output_option, read_labelled, read_line, written_or
from caregiver_app.cli.vault.care_options import Secret, care_command, opened_by
from caregiver_app.cli.vault.telling import tell_list, tell_said
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.vault.exchange.asking import Asked
    from caregiver_app.vault.exchange.composing import Wishes
    from caregiver_app.vault.exchange.disclosures import Disclosure

USUAL_DAYS = 7
"""Within which an answer is expected where nothing else was said."""


def asking_commands() -> tuple[click.Command, ...]:
    """Return the commands for whoever asks."""
    request = click.Argument(["ask_id"], type=IdType("request"), metavar="ID")
    file = click.Argument(["file"], metavar="FILE")
    again = _("Write the file of a request once more. Standard input says why.")
    taken = _("Take in what somebody sent. An answer to your questions, or questions to you.")
    left = _("List what left your care notes: when, to whom, why.")
    return (
        _export(),
        care_command("again", _export_again, [request, output_option()], again),
        care_command("import", _import_file, [file], taken),
        care_command("list", _list_requests, [limit_option(50)], _("List what you asked, newest first.")),
        care_command("show", _show_request, [request], _("Show a request as it went.")),
        care_command("disclosures", _list_disclosures, [limit_option(50)], left),
    )


def _export() -> click.Command:
    params: list[click.Parameter] = [
        click.Option(["--to"], type=IdType("key"), required=True, metavar="ID", help=_("To whom (ask key list).")),
        click.Option(["--question", "questions"], type=IdType("question"), multiple=True, metavar="ID"),
        click.Option(["--note", "notes"], type=IdType("note"), multiple=True, metavar="ID"),
        click.Option(
            ["--answer-by"],
            type=DayType(),
            metavar="DATE",
            help=_("By when you expect an answer; in a week where you do not say."),
        ),
        click.Option(["--preview"], is_flag=True, help=_("Only show what would go.")),
        output_option(required=False),
    ]
    help_text = _(
        "Lock questions and notes for somebody. They are written down as sent. Standard input says why, from whom, "
        "about whom and whom to call, in lines that begin with why:, from:, about: and call:."
    )
    return care_command("export", _export_request, params, help_text)


def _export_request(
    session: Session,
    *,
    to: int,
    questions: tuple[int, ...],
    notes: tuple[int, ...],
    answer_by: date | None,
    preview: bool,
    output: str | None,
    **secret: Unpack[Secret],
) -> None:
    from caregiver_app.vault.exchange.shown import shown_request

    if output is None and not preview:
        raise click.UsageError(_("Name the file to write with -o, or look first with --preview."))
    now = session.services.clock.now()
    wishes = _wishes(to, answer_by, now)
    with opened_by(session, secret) as vault:
        draft = vault.exchange.asking.compose(wishes, questions=questions, notes=notes, at=now)
        file = None if preview else vault.exchange.asking.send(draft, at=now)
    text = shown_request(draft.body)
    if file is None or output is None:
        tell_said(session, {"id": None, "file": None, "text": text}, text)
        return
    with written_or(session, _again_of(file.id)):
        write_file(output, file.data)
    tell_said(session, {"id": file.id, "file": output, "text": text}, text)
    session.console.note(_("This was locked and saved, and written down as request {id}.").format(id=file.id))


def _wishes(to: int, answer_by: date | None, now: Millis) -> Wishes:
    from caregiver_app.vault.exchange.composing import Wishes
    from caregiver_app.vault.exchange.correspondents import CorrespondentId

    typed = read_labelled(
        {
            "why": lambda: _("Why does it go out? This stays in your notes"),
            "from": lambda: _("Your name, as it should stand there"),
            "about": lambda: _("About whom, as it should stand there"),
            "call": lambda: _("Whom to call when something cannot wait"),
        }
    )
    return Wishes(
        to=CorrespondentId(to),
        answer_by=answer_by or to_datetime(now).date() + timedelta(days=USUAL_DAYS),
        why=typed["why"],
        sender=typed["from"],
        about=typed["about"],
        call=typed["call"],
    )


def _export_again(session: Session, *, ask_id: int, output: str, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.composing import AskId

    why = read_line(lambda: _("Why does it go out again? This stays in your notes"))
    with opened_by(session, secret) as vault:
        file = vault.exchange.asking.again(AskId(ask_id), why, at=session.services.clock.now())
    with written_or(session, _again_of(file.id)):
        write_file(output, file.data)
    tell_said(session, {"id": file.id, "file": output}, _("The file was saved once more."))


def _again_of(ask_id: int) -> str:
    return _("It is written down. To save it again: caregiver ask again {id} -o FILE").format(id=ask_id)


def _import_file(session: Session, *, file: str, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.letters.sealing import LARGEST_SEALED_BYTES

    data = read_file(file, limit_bytes=LARGEST_SEALED_BYTES)
    with opened_by(session, secret) as vault:
        tell_taken(session, vault, vault.exchange.take_in(data, at=session.services.clock.now()))


def _list_requests(session: Session, *, limit: int, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        requests = vault.exchange.asking.list(limit=limit)
    tell_list(session, requests, asked_shape, _request_line, _("You asked nobody yet."))


def _show_request(session: Session, *, ask_id: int, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.composing import AskId
    from caregiver_app.vault.exchange.shown import shown_request

    with opened_by(session, secret) as vault:
        asked = vault.exchange.asking.get(AskId(ask_id))
    text = shown_request(asked.body)
    tell_said(session, {**asked_shape(asked), "text": text}, text)


def _list_disclosures(session: Session, *, limit: int, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        found = vault.disclosures.list(limit=limit)
    tell_list(session, found, disclosure_shape, _disclosure_line, _("Nothing has left your care notes."))


def _request_line(asked: Asked) -> str:
    words = _("{id}  {day}  to {name}, answers: {count}, expected by {by}")
    day = to_datetime(asked.made_at).date().isoformat()
    return words.format(id=asked.id, day=day, name=asked.to_whom, count=asked.answers, by=asked.expected_on)


def _disclosure_line(disclosure: Disclosure) -> str:
    disclosed = disclosure.disclosed
    what = ", ".join(f"{count} {kind}" for kind, count in disclosed.what.items())
    day = to_datetime(disclosure.at).date().isoformat()
    parts = (day, disclosed.channel.value, what, disclosed.to_whom, disclosed.why)
    return "  ".join(part for part in parts if part)
