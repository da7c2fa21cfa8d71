"""`caregiver ask key`: our own key for others, and theirs for us. A key counts after its words were compared.

Words of others' keys are never shown here: they have to come from the person, by phone or face to face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from caregiver_app.cli.files import STANDARD, read_file, write_file
from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import correspondent_shape
from caregiver_app.cli.vault.ask_typed import name_option, output_option, read_groups, read_line
from caregiver_app.cli.vault.care_options import Secret, care_command, opened_by
from caregiver_app.cli.vault.telling import tell_list, tell_said
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.cli.console import Json
    from caregiver_app.vault.exchange.correspondents import Correspondent


def key_group() -> click.Group:
    """Return the commands about keys."""
    qr = click.Option(["--qr"], metavar="FILE", help=_("Write the key as a QR code, a .svg or .png file."))
    file = click.Argument(["file"], metavar="FILE")
    whose = click.Argument(["correspondent_id"], type=IdType("key"), metavar="ID")
    compare = _("Type two groups of words or numbers that the person reads to you. Only then their key counts.")
    new = _("Make a new key of your own. Others have to take it in and compare it anew.")
    commands = (
        care_command("show", _show_key, [qr], _("Show your key with its words and numbers, to be read out.")),
        care_command(
            "export", _export_key, [output_option(), name_option()], _("Write your key as a small file to give.")
        ),
        care_command("import", _import_key, [file, name_option()], _("Take in the key that somebody gave you.")),
        care_command("list", _list_keys, [], _("List whose keys you have, and which were compared.")),
        care_command("compare", _compare_key, [whose], compare),
        care_command("remove", _remove_key, [whose], _("Let somebody's key count no more.")),
        care_command("new", _new_key, [], new),
    )
    return click.Group("key", commands, help=_("Your key for others, and theirs for you."))


def _show_key(session: Session, *, qr: str | None, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.letters.key_file import key_as_qr
    from caregiver_app.vault.letters.words import numbers_of, words_of

    with opened_by(session, secret) as vault:
        key = vault.exchange.identities.own(at=session.services.clock.now())
    groups, numbers = words_of(key), numbers_of(key)
    if qr is not None:
        write_file(qr, key_as_qr(key, "png" if qr.casefold().endswith(".png") else "svg"))
    told = (*(" ".join(group) for group in groups), *numbers)
    lines = (key, *(f"{at % len(groups) + 1}: {group}" for at, group in enumerate(told)))
    shape: dict[str, Json] = {"key": key, "words": [list(group) for group in groups], "numbers": [*numbers], "qr": qr}
    tell_said(session, shape, "\n".join(lines))


def _export_key(session: Session, *, output: str, name: str | None, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.letters.key_file import KeyFile, write_key_file

    called = "" if name is None else read_line(lambda: _("What do they call you?"))
    with opened_by(session, secret) as vault:
        key = vault.exchange.identities.own(at=session.services.clock.now())
    write_file(output, write_key_file(KeyFile(recipient=key, name=called)))
    said = _("Give this file to the person, then read them the words by phone or in person.")
    tell_said(session, {"key": key, "file": output}, said)


def _import_key(session: Session, *, file: str, name: str | None, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.letters.key_file import LARGEST_KEY_FILE_BYTES, read_key_file

    if file == STANDARD and name is not None:
        raise click.UsageError(_("Standard input can bring the key or the name, not both."))
    key = read_key_file(read_file(file, limit_bytes=LARGEST_KEY_FILE_BYTES))
    called = key.name if name is None else read_line(lambda: _("Whose key is it?"))
    with opened_by(session, secret) as vault:
        added = vault.exchange.correspondents.add(key.recipient, called, at=session.services.clock.now())
        whose = vault.exchange.correspondents.get(added.id)
    shape = {**correspondent_shape(whose), "new": added.is_new, "other_key": added.other_key}
    tell_said(session, shape, _of_added(whose, other_key=added.other_key))


def _of_added(whose: Correspondent, *, other_key: bool) -> str:
    if whose.compared_at is not None:
        return _("You have this key already, and it counts.")
    said = _("It does not count yet. Compare its words: caregiver ask key compare {id}").format(id=whose.id)
    if other_key:
        warning = _("You have another key under this name. Count this one as a stranger's until you compare it.")
        said = f"{warning}\n{said}"
    return said


def _list_keys(session: Session, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        everybody = vault.exchange.correspondents.list()
    tell_list(session, everybody, correspondent_shape, _line, _("You have nobody's key yet."))


def _compare_key(session: Session, *, correspondent_id: int, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.correspondents import CorrespondentId
    from caregiver_app.vault.letters.words import ask_for

    typed = read_groups(ask_for())
    whose = CorrespondentId(correspondent_id)
    with opened_by(session, secret) as vault:
        vault.exchange.correspondents.compare(whose, typed, at=session.services.clock.now())
        found = vault.exchange.correspondents.get(whose)
    tell_said(session, correspondent_shape(found), _("The words are those of this key. It counts from now on."))


def _remove_key(session: Session, *, correspondent_id: int, **secret: Unpack[Secret]) -> None:
    from caregiver_app.vault.exchange.correspondents import CorrespondentId

    with opened_by(session, secret) as vault:
        vault.exchange.correspondents.remove(CorrespondentId(correspondent_id), at=session.services.clock.now())
    tell_said(session, {"removed": correspondent_id}, _("This key does not count any more."))


def _new_key(session: Session, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        key = vault.exchange.identities.renew(at=session.services.clock.now())
    tell_said(session, {"key": key}, _("You have a new key. Give it to those who write to you, and compare its words."))


def _line(whose: Correspondent) -> str:
    state = _("not compared yet") if whose.compared_at is None else _("compared")
    return f"{whose.id}  {whose.name}  {state}\n    {whose.recipient}"
