"""Sentences about backup files."""

from __future__ import annotations

from caregiver_app.model.errors import BackupError, BackupTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def backup_sentence(error: BackupError) -> Sentence:
    """Return what is wrong with a file that was to be a backup."""
    happened, to_do = {
        BackupTrouble.NOT_A_BACKUP: (
            _("This file is not a backup from Caregiver."),
            _("Choose the file that you saved as a backup."),
        ),
        BackupTrouble.DAMAGED: (
            _("A part of this backup is damaged."),
            _("Try another backup, or copy this one again from where it came from."),
        ),
        BackupTrouble.NEWER: (
            _("A newer Caregiver made this backup."),
            _("Install the newest Caregiver, then try again."),
        ),
        BackupTrouble.TOO_LARGE: (
            _("This backup is larger than Caregiver can take."),
            _("Try an older backup."),
        ),
    }[error.kind]
    return Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do, detail=error.detail)
