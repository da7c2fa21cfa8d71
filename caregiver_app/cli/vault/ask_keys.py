"""`caregiver ask key`: our own key for others, and theirs for us. A key counts after its words were compared.

Words of others' keys are never shown here: they have to come from the person, by phone or face to face.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.files import STANDARD, read_file, write_file
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.ask_shapes import correspondent_shape
from caregiver_app.cli.vault.ask_typed import name_option, output_option, read_groups, read_line
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.vault.correspondents import Correspondent


def key_group() -> click.Group:
    """Return the commands about keys."""
    return click.Group(
        "key",
        (_show(), _export(), _import(), _list(), _compare(), _remove(), _new()),
        help=_("Your key for others, and theirs for you."),
    )


def _show() -> click.Command:
    return click.Command(
        "show",
        callback=click.pass_obj(_show_key),
        params=_with_usual(
            click.Option(["--qr"], metavar="FILE", help=_("Write the key as a QR code, a .svg or .png file."))
        ),
        help=_("Show your key, and its words to read out by phone or in person."),
    )


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=click.pass_obj(_export_key),
        params=_with_usual(output_option(), name_option()),
        help=_("Write your key as a small file to give."),
    )


def _import() -> click.Command:
    return click.Command(
        "import",
        callback=click.pass_obj(_import_key),
        params=_with_usual(click.Argument(["file"], metavar="FILE"), name_option()),
        help=_("Take in the key that somebody gave you."),
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_keys),
        params=_with_usual(),
        help=_("List whose keys you have, and which were compared."),
    )


def _compare() -> click.Command:
    return click.Command(
        "compare",
        callback=click.pass_obj(_compare_key),
        params=_with_usual(_whose()),
        help=_(
            "Type two groups of words that the person reads to you by phone or in person. Only then their key counts."
        ),
    )


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=click.pass_obj(_remove_key),
        params=_with_usual(_whose()),
        help=_("Let somebody's key count no more."),
    )


def _new() -> click.Command:
    return click.Command(
        "new",
        callback=click.pass_obj(_new_key),
        params=_with_usual(),
        help=_("Make a new key of your own. Others have to take it in and compare it anew."),
    )


def _with_usual(*params: click.Parameter) -> list[click.Parameter]:
    return [*params, *passphrase_options(), json_option()]


def _whose() -> click.Argument:
    return click.Argument(["correspondent_id"], type=IdType("key"), metavar="ID")


def _show_key(session: Session, qr: str | None, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    from caregiver_app.vault.exchange_key_file import key_as_qr
    from caregiver_app.vault.exchange_words import words_of

    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        key = vault.exchange.identities.own(at=now)
    groups = words_of(key)
    if qr is not None:
        write_file(qr, key_as_qr(key, "png" if qr.casefold().endswith(".png") else "svg"))
    if session.console.as_json:
        session.console.document({"key": key, "words": [list(group) for group in groups], "qr": qr})
        return
    session.console.line(key)
    for number, group in enumerate(groups, 1):
        session.console.line(f"{number}: {' '.join(group)}")


def _export_key(
    session: Session, output: str, name: str | None, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.exchange_key_file import KeyFile, write_key_file

    now = session.services.clock.now()
    called = "" if name is None else read_line(_ask_own_name)
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        key = vault.exchange.identities.own(at=now)
    write_file(output, write_key_file(KeyFile(recipient=key, name=called)))
    if session.console.as_json:
        session.console.document({"key": key, "file": output})
    else:
        session.console.line(_("Give this file to the person, then read them the words by phone or in person."))


def _import_key(
    session: Session, file: str, name: str | None, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.exchange_key_file import LARGEST_KEY_FILE_BYTES, read_key_file

    if file == STANDARD and name is not None:
        raise click.UsageError(_("Standard input can bring the key or the name, not both."))
    key = read_key_file(read_file(file, limit_bytes=LARGEST_KEY_FILE_BYTES))
    called = key.name if name is None else read_line(_ask_name)
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        added = vault.exchange.correspondents.add(key.recipient, called, at=now)
        whose = vault.exchange.correspondents.get(added.id)
    if session.console.as_json:
        session.console.document({**correspondent_shape(whose), "new": added.is_new, "other_key": added.other_key})
        return
    if added.other_key:
        session.console.line(
            _("You have another key under this name. Count this one as a stranger's until you compare it.")
        )
    if whose.compared_at is None:
        to_do = _("It does not count yet. Compare its words: caregiver ask key compare {id}")
        session.console.line(to_do.format(id=whose.id))


def _list_keys(session: Session, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        everybody = vault.exchange.correspondents.list()
    if session.console.as_json:
        session.console.document([correspondent_shape(each) for each in everybody])
        return
    for each in everybody:
        session.console.line(f"{each.id}  {each.name}  {_state(each)}")
        session.console.line(f"    {each.recipient}")


def _compare_key(
    session: Session, correspondent_id: int, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.correspondents import CorrespondentId
    from caregiver_app.vault.exchange_words import ask_for

    typed = read_groups(ask_for())
    whose = CorrespondentId(correspondent_id)
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        vault.exchange.correspondents.compare(whose, typed, at=now)
        found = vault.exchange.correspondents.get(whose)
    if session.console.as_json:
        session.console.document(correspondent_shape(found))
    else:
        session.console.line(_("The words are those of this key. It counts from now on."))


def _remove_key(
    session: Session, correspondent_id: int, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    from caregiver_app.vault.correspondents import CorrespondentId

    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        vault.exchange.correspondents.remove(CorrespondentId(correspondent_id), at=now)
    answer: Json = {"removed": correspondent_id}
    if session.console.as_json:
        session.console.document(answer)
    else:
        session.console.line(_("This key does not count any more."))


def _new_key(session: Session, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        key = vault.exchange.identities.renew(at=now)
    if session.console.as_json:
        session.console.document({"key": key})
    else:
        session.console.line(_("You have a new key. Give it to those who write to you, and compare its words."))


def _state(whose: Correspondent) -> str:
    return _("not compared yet") if whose.compared_at is None else _("compared")


def _ask_name() -> str:
    return _("Whose key is it?")


def _ask_own_name() -> str:
    return _("What do they call you?")
