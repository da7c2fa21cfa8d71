"""The hospital passport: what a ward must know, what is important to somebody, what they like, in this order."""

from __future__ import annotations

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.forms.fields import FORMS, Form, fields_of
from caregiver_app.vault.forms.shown import section_labels
from caregiver_app.vault.sheets.contact_entries import calls
from caregiver_app.vault.sheets.fact_rows import fact_part, fact_rows
from caregiver_app.vault.sheets.frame import facts_checked, framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.matters import matters_part

MOST_CONTACTS = 2
_STRONG = ("allergies",)


def passport_sheet(ground: Ground) -> Sheet:
    """Return the passport: what must be known always goes along."""
    must, important, likes = FORMS[Form.PASSPORT]
    labels = section_labels()
    parts = (
        SheetPart(heading=labels[must.code], blocks=(fact_rows(ground, _known(ground, must.fields), strong=_STRONG),)),
        SheetPart(heading=_("Whom to ask about me"), code="call", blocks=calls(ground, most=MOST_CONTACTS)),
        matters_part(ground),
        fact_part(ground, important.code, labels[important.code], important.fields),
        fact_part(ground, likes.code, labels[likes.code], likes.fields),
    )
    checked = facts_checked(ground, fields_of(Form.PASSPORT))
    return framed(ground, SheetKind.PASSPORT, _("Hospital passport"), parts, checked=checked)


def _known(ground: Ground, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields, with the health number where it is known: a ward may need it, and it is off at first."""
    return (*names, "health-number") if ground.said("health-number") else names
