"""Sentences for what was typed into care notes and cannot be kept so. None of them repeats what was typed."""

from __future__ import annotations

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def record_sentence(error: RecordRefused) -> Sentence:
    """Return what is the matter with what was typed."""
    happened, to_do = _words()[error.kind]
    return Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do)


def _words() -> dict[RecordTrouble, tuple[str, str]]:
    return {
        RecordTrouble.EMPTY: (_("There is no text in this."), _("Write something first.")),
        RecordTrouble.TOO_LONG: (_("This is longer than fits here."), _("Make it shorter, or make two of it.")),
        RecordTrouble.DATE: (_("This is not a date."), _("Enter a date with its whole year, like 23 11 2026.")),
        RecordTrouble.TIME: (_("This is not a date and time."), _("Enter both, like 2026-11-23T14:30.")),
        RecordTrouble.ZONE: (_("There is no time zone of this name."), _("Enter one like Europe/London.")),
        RecordTrouble.ENDS_EARLY: (_("This ends before it begins."), _("Look at both dates again.")),
        RecordTrouble.NUMBER: (_("This is not a number that can be kept here."), _("Enter it as you read it.")),
        RecordTrouble.RANGE: (_("This number cannot be right."), _("Read it once more, then enter it again.")),
        RecordTrouble.UNIT: (_("This unit does not go with what was measured."), _("Choose one of its units.")),
        RecordTrouble.FIELD: (_("No form has a field of this name."), _("Choose one of its fields.")),
        RecordTrouble.YES_NO: (_("Only yes or no fits here."), _("Choose one of them.")),
        RecordTrouble.OWN_LIST: (_("This has a list of its own."), _("Write it down there.")),
        RecordTrouble.TAKEN: (_("Something is called so already."), _("Choose another name.")),
        RecordTrouble.KEPT: (
            _("These notes are kept for reading."),
            _("To write in them again, set how things are back first."),
        ),
    }
