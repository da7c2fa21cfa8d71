"""What stands over every list of medicines, and how old such a list is: in the window and on paper the same words."""

from __future__ import annotations

from datetime import date

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words


def label_rule() -> str:
    """Return what counts where a list and a label differ."""
    return _("If this differs from the label on the box, follow the label and ask the pharmacist.")


def list_age(checked: date | None) -> str:
    """Return how old a list is; `checked` is the check that is longest ago, None where something was never checked.

    Against what it was checked is not said: that may be a label, a letter, or a list of the pharmacy.
    """
    if checked is None:
        return _("Not all of these medicines were checked yet.")
    return _("Medicines last checked on {day}").format(day=day_words(checked))
