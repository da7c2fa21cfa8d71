"""What of the notes nobody said whom it is about: with several people it stands apart on the sheets of each.

A medicine in it goes along at first, so that none is lost between two lists; all else where somebody picks it.
"""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Block
from caregiver_app.model.sheets.sheet import UNSAID, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.sheets.contact_entries import own_list_state
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.medicine_words import unsaid_medicines
from caregiver_app.vault.sheets.prose import words

UNSAID_MEDICINES = f"{UNSAID}medicines"


def medicines_state(ground: Ground) -> tuple[Block, ...]:
    """Return what was said of an empty list of medicines; never that there are none while one may be theirs."""
    return (words(alone_words()),) if unsaid_medicines(ground) else own_list_state(ground, "medicines")


def unsaid_medicines_part(ground: Ground, blocks: tuple[Block, ...]) -> SheetPart:
    """Return the part for medicines of which nobody said who takes them: nobody is to be given another's."""
    ask = (words(_("Ask who takes these before giving any of them.")),) if blocks and not ground.is_keepsake else ()
    return SheetPart(heading=unsaid_heading(), code=UNSAID_MEDICINES, blocks=(*ask, *blocks))


def unsaid_heading() -> str:
    """Return what stands over such medicines."""
    return _("Medicines: not written down for whom")


def alone_words() -> str:
    """Return that there is nothing of this person by themselves."""
    return _("Nothing is written down for this person alone.")


def unsaid_words() -> str:
    """Return what stands beside a record among those of a person."""
    return _("Not written down for whom")
