"""Where commands write a key sheet, and how one is read back: to a file of one's own, never where a service copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.key_sheets import key_sheet_of, why_not_there
from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.files import write_file
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import read_secret_file
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.packs.channels.signing_keys import SigningKey

_TEXT, _PDF = ".txt", ".pdf"
_LARGEST_BYTES = 4_000


def key_sheet_target(session: Session, file: Path | None) -> Path | None:
    """Return where a key sheet goes, once that is fit for it; asked before anything is made.

    Raises:
        CommandFailed: its name says neither text nor PDF, it is there already, or its folder is not a place for it.
    """
    if file is None:
        return None
    if file.suffix.lower() not in (_TEXT, _PDF):
        raise _refused("sheet-name", _("The name of the key sheet must end in .pdf or .txt."))
    if file.exists() or file.is_symlink():  # a link may lead to where a sheet must not lie
        raise _refused("file", _("There is a file {name} already.").format(name=file.name), _("Name another one."))
    if happened := why_not_there(file, session.services.paths.data_dir):
        raise _refused("sheet-place", happened, _("Write it to a stick, or print it and delete the file."))
    return file


def write_key_sheet(session: Session, file: Path, key: SigningKey, channel: str = "") -> None:
    """Write a key for its owner's eyes alone.

    Raises:
        CommandFailed: it cannot be written.
    """
    from caregiver_app.paper.key_sheet import key_sheet, key_sheet_text
    from caregiver_app.paper.typeset import Layout

    sheet = key_sheet_of(key, channel, at=session.services.clock.now())
    if file.suffix.lower() == _TEXT:
        write_file(str(file), key_sheet_text(sheet).encode())
    else:
        write_file(str(file), key_sheet(sheet, Layout(language=current_locale())).pdf())


def read_key_sheet(file: Path) -> bytes:
    """Return the secret half of a key from the text of its sheet, or from its groups alone.

    Raises:
        CommandFailed: others may read the file.
        ChannelError: a group is mistyped.
        StorageError: it cannot be read.
    """
    from caregiver_app.packs.channels.fingerprints import read_whole

    text = read_secret_file(file, _LARGEST_BYTES).decode("utf-8", "replace")
    return bytes.fromhex(read_whole(text.rpartition(":")[2]))


def _refused(kind: str, happened: str, to_do: str = "") -> CommandFailed:
    return CommandFailed(kind, Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do), REFUSED)
