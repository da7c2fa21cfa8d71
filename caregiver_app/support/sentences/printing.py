"""Sentences about printers."""

from __future__ import annotations

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence


def print_sentence(error: PrintError) -> Sentence:
    """Return what a trouble with a printer means."""
    if error.kind is PrintTrouble.NO_SPOOLER:
        happened = _("This computer has no way to print.")
    else:
        happened = _("The printer did not answer.")
    return Sentence(happened=happened, to_do=_("You can save the sheet as PDF instead."))
