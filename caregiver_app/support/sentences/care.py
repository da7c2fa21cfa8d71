"""Sentences about the care notes. None of them carries a word of the notes."""

from __future__ import annotations

from caregiver_app.model.errors import UnknownRecord, VaultError, VaultTrouble
from caregiver_app.model.passphrase import StrengthTip
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.passphrases import tip_sentence
from caregiver_app.support.sentences.sentence import Audience, Sentence


def care_sentence(error: VaultError | UnknownRecord, audience: Audience) -> Sentence:
    """Return what a trouble with the care notes means."""
    if isinstance(error, UnknownRecord):
        return Sentence(happened=_records().get(error.what, _("The care notes hold nothing with this number.")))
    happened, means, to_do = _words(audience)[error.kind]
    if error.kind is VaultTrouble.WEAK_PASSPHRASE:
        return Sentence(happened=happened, means=means, to_do=tip_sentence(StrengthTip(error.detail)) or to_do)
    if error.kind is VaultTrouble.SHEET_MISTYPED and error.detail:
        happened = _("Group {number} is not typed as it stands on the recovery sheet.").format(number=error.detail)
        return Sentence(happened=happened, means=means, to_do=to_do)
    return Sentence(happened=happened, means=means, to_do=to_do, detail=error.detail)


def _records() -> dict[str, str]:
    return {
        "person": _("The care notes hold nobody of this name or number."),
        "note": _("There is no note with this number."),
        "question": _("There is no question with this number."),
        "appointment": _("There is no appointment with this number."),
        "medicine": _("There is no medicine with this number."),
        "contact": _("There is no contact with this number."),
        "measurement": _("There is no measurement with this number."),
        "correspondent": _("There is nobody with this number to send to."),
        "request": _("Nothing with this number was asked."),
        "received-request": _("Nothing with this number was asked of you."),
        "given-answer": _("You gave no answer with this number."),
    }


def _words(audience: Audience) -> dict[VaultTrouble, tuple[str, str, str]]:
    sheet = _with_sheet(audience)
    return {
        VaultTrouble.ABSENT: (_("There are no care notes here yet."), "", _create(audience)),
        VaultTrouble.EXISTS: (_("There are care notes here already."), _("They are as they were."), ""),
        VaultTrouble.LOCKED: (_("The care notes are locked."), "", _unlock(audience)),
        VaultTrouble.WRONG_PASSPHRASE: (
            _("That passphrase did not open your notes."),
            "",
            _("Check Caps Lock and try again."),
        ),
        VaultTrouble.WRONG_SHEET: (
            _("This recovery sheet belongs to other care notes, or to a time before a new key was made."),
            _("Your notes are as they were."),
            _("Look at the number and the date on the sheet."),
        ),
        VaultTrouble.SHEET_MISTYPED: (
            _("A group of the recovery sheet is not typed as it stands there."),
            "",
            _("Compare it with the sheet."),
        ),
        VaultTrouble.WEAK_PASSPHRASE: (
            _("This passphrase is easy to guess."),
            _("Nothing was changed."),
            _("Take a longer one, for example five words that do not belong together."),
        ),
        VaultTrouble.ENVELOPE_LOST: (
            _("The file that goes with your passphrase is gone."),
            _("Your notes are still here."),
            sheet,
        ),
        VaultTrouble.ENVELOPE_DAMAGED: (
            _("The file that goes with your passphrase was changed or is damaged."),
            _("Your notes are still here."),
            sheet,
        ),
        VaultTrouble.NEWER: (
            _("A newer Caregiver made these care notes."),
            _("This one cannot read them, and left them as they are."),
            _("Install the newest Caregiver, then open them again."),
        ),
        VaultTrouble.DAMAGED: (
            _("A part of the care notes is damaged."),
            _("Caregiver left the file as it is."),
            _put_back(audience),
        ),
        VaultTrouble.NO_COPY: (
            _("There is no such copy of the care notes that is sound."),
            _("Nothing was changed."),
            _("If you have a backup, restore that."),
        ),
        VaultTrouble.COPY_DAMAGED: (
            _("This copy of the care notes is damaged, or of other notes."),
            _("Nothing was changed."),
            _("Take another one."),
        ),
        VaultTrouble.REPLACED: (
            _("The file of the care notes was exchanged while they were open."),
            _("What was not saved yet could not be saved."),
            _("Lock them, then unlock them again."),
        ),
        VaultTrouble.LIBRARY_KEYS: (
            _("The keys of your protected library are lost, damaged, or those of other care notes."),
            _("Nothing was changed."),
            _("Restore a backup. Whatever else you try, keep a copy of Caregiver's folder first."),
        ),
        VaultTrouble.PROTECTED: (
            _("Your library is protected, and this works only with one that is not."),
            _("Nothing was changed."),
            _unprotect(audience),
        ),
        VaultTrouble.SEALED_FULL: (
            _("Many notes that were written while locked are waiting already."),
            _("This one was not kept."),
            _unlock(audience),
        ),
    }


def _put_back(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Put the last good copy back: caregiver vault go-back")
    return _("Put the last good copy back.")


def _unprotect(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To take the protection away first: caregiver vault protect off")
    return _("Take the protection away first: Settings, Care notes and locking.")


def _create(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To make some: caregiver vault create")
    return _("Open Care notes to make some.")


def _unlock(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Give the passphrase with --passphrase-file, or when asked.")
    return _("Unlock them first.")


def _with_sheet(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Open them with your recovery sheet: caregiver vault recover")
    return _("Open them with your recovery sheet.")
