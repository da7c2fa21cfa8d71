"""Sentences about printers, and about sheets that are locked to be printed elsewhere."""

from __future__ import annotations

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def print_sentence(error: PrintError) -> Sentence:
    """Return what a trouble with a printer means."""
    if error.kind is PrintTrouble.UNUSABLE_PASSWORD:
        return Sentence(
            happened=_("A PDF cannot be locked with this password."),
            means=_("Nothing was saved."),
            to_do=_("Take at most 100 letters and numbers."),
        )
    if error.kind is PrintTrouble.NO_SPOOLER:
        happened = _("This computer has no way to print.")
    else:
        happened = _("The printer did not answer.")
    return Sentence(happened=happened, to_do=_("You can save the sheet as PDF instead."))
