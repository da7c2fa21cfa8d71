"""Sentences about the disk and the database file."""

from __future__ import annotations

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence


def storage_sentence(error: StorageError, audience: Audience) -> Sentence:
    """Return what a trouble with the disk or the file means."""
    detail = " ".join(part for part in (error.path, error.detail) if part)
    if error.kind is StorageTrouble.NO_FILE:
        return Sentence(
            happened=_("There is no file {name}.").format(name=error.path), to_do=_("Check the name, then try again.")
        )
    happened, means, to_do = _words(audience)[error.kind]
    return Sentence(happened=happened, means=means, to_do=to_do, detail=detail)


def _words(audience: Audience) -> dict[StorageTrouble, tuple[str, str, str]]:
    return {
        StorageTrouble.FULL: (
            _("The disk is full, so this was not saved."),
            _("What you had is still here."),
            _("Make some room on the disk, then try again."),
        ),
        StorageTrouble.READ_ONLY: (
            _("Caregiver may not write in its folder."),
            _("Nothing was changed."),
            _choose_folder(audience),
        ),
        StorageTrouble.LOCKED: (
            _("Another program is using the library."),
            _("Nothing was changed."),
            _("Wait a minute, then try again."),
        ),
        StorageTrouble.CORRUPT: (
            _("A part of the library file is damaged."),
            _("Caregiver left it as it is."),
            _put_back(audience),
        ),
        StorageTrouble.NOT_A_DATABASE: (
            _("The file in the place of the library is something else."),
            _("Caregiver left it as it is."),
            _put_back_or_move_away(audience),
        ),
        StorageTrouble.LOST: (
            _("The library file is gone or empty, but a copy of it is here."),
            _("Nothing was put in its place."),
            _put_back(audience),
        ),
        StorageTrouble.NEWER: (
            _("A newer Caregiver made this library."),
            _("This one cannot read it, and left it as it is."),
            _("Install the newest Caregiver, then open it again."),
        ),
        StorageTrouble.OTHER_APPLICATION: (
            _("The file in the place of the library belongs to another program."),
            _("Caregiver left it as it is."),
            _move_away(audience),
        ),
        StorageTrouble.FOLDER: (
            _("This is a folder, not a file."),
            _("Nothing was changed."),
            _("Open the folder, and choose the file in it."),
        ),
        StorageTrouble.NOT_A_FILE: (
            _("This is not a file that can be read to its end."),
            _("Nothing was changed."),
            _("Choose the file itself."),
        ),
        StorageTrouble.UNREADABLE: (
            _("Caregiver may not read this file."),
            _("Nothing was changed."),
            _("Copy it to a folder of your own, then open the copy."),
        ),
        StorageTrouble.NOT_A_FOLDER: (
            _("There is a file where Caregiver needs a folder."),
            _("Nothing was changed."),
            _move_away(audience),
        ),
        StorageTrouble.NO_PLACE: (
            _("Caregiver cannot tell where its folder is."),
            _("Nothing was changed."),
            _name_folder(audience),
        ),
        StorageTrouble.IO: (
            _("The disk did not let Caregiver read or write a file."),
            _("What was saved before is still there."),
            _("Check that the disk or stick is in place, then try again."),
        ),
    }


def _put_back(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To put the last good copy back: caregiver doctor --restore-snapshot")
    return _("Put the last good copy back.")


def _put_back_or_move_away(audience: Audience) -> str:
    """Name the copy first: so reads a library too whose beginning is damaged."""
    if audience is Audience.COMMAND:
        return _(
            "To put the last good copy back: caregiver doctor --restore-snapshot. Where there is none, move the file "
            "away, or name another folder with --data-dir."
        )
    return _("Put the last good copy back. Where there is none, move the file to another folder, then start again.")


def _choose_folder(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Check who may write there, or name another folder with --data-dir.")
    return _("Check who may write there.")


def _name_folder(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Name the folder with its whole path: --data-dir DIR")
    return _("Check the name, then try again.")


def _move_away(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Move the file away, or name another folder with --data-dir.")
    return _("Move the file to another folder, then start again.")
