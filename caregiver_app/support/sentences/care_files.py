"""Sentences about files that go into care notes or come out of them. None of them names a file."""

from __future__ import annotations

from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def care_file_sentence(error: CareFileError) -> Sentence:
    """Return what is the matter with a file."""
    happened, means, to_do = _words()[error.kind]
    return Sentence(happened=happened, means=means, to_do=to_do)


def _words() -> dict[CareFileTrouble, tuple[str, str, str]]:
    unchanged = _("Your care notes are as they were.")
    return {
        CareFileTrouble.TOO_LARGE: (
            _("This file is larger than care notes keep."),
            unchanged,
            _("Choose one of at most 20 MB, or keep a smaller copy of it."),
        ),
        CareFileTrouble.TOO_MUCH: (
            _("This is more than one file may hold."),
            unchanged,
            _("Choose one person, leave the attached files out, or make a backup."),
        ),
        CareFileTrouble.LOST: (
            _("The file that was added here is gone from this computer."),
            _("The note itself is still here."),
            _("A backup may have it."),
        ),
        CareFileTrouble.DAMAGED: (_("This file is cut short or was changed."), unchanged, _("Use another copy of it.")),
        CareFileTrouble.NOT_OURS: (
            _("This is not a file that care notes can be read from."),
            unchanged,
            _("Choose an export of care notes, a calendar (.ics) or contacts (.vcf)."),
        ),
        CareFileTrouble.NEWER: (
            _("A newer Caregiver wrote this file."),
            unchanged,
            _("Install the newest Caregiver, then try again."),
        ),
        CareFileTrouble.LOCKED: (
            _("This file is locked with a passphrase of its own."),
            unchanged,
            _("Give the passphrase that was chosen when it was saved."),
        ),
        CareFileTrouble.WRONG_PASSPHRASE: (
            _("That passphrase did not open this file."),
            unchanged,
            _("Check Caps Lock and try again."),
        ),
        CareFileTrouble.NOTHING: (_("There is nothing to save in this."), unchanged, _("Choose something first.")),
        CareFileTrouble.IN_THE_WAY: (
            _("Something is there already under this name."),
            _("It was left as it is."),
            _("Choose another name."),
        ),
        CareFileTrouble.OWN_FOLDER: (
            _("This is the folder in which Caregiver keeps its own files."),
            _("Nothing was saved."),
            _("Choose another folder."),
        ),
        CareFileTrouble.NOT_A_FILE: (
            _("This is a folder or something else that is no file."),
            unchanged,
            _("Choose one or more files."),
        ),
        CareFileTrouble.PROGRAM: (
            _("This file is a program."),
            _("Care notes keep letters, pictures, sound and other documents, but nothing that runs."),
            _("Choose another file."),
        ),
    }
