"""About me: who somebody is beside what they have, for those who care for them and do not know them yet."""

from __future__ import annotations

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.support.i18n import pgettext
from caregiver_app.vault.forms.fields import FORMS, Form, fields_of
from caregiver_app.vault.forms.shown import section_labels
from caregiver_app.vault.sheets.fact_rows import fact_part
from caregiver_app.vault.sheets.frame import facts_checked, framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.matters import matters_part


def about_me_sheet(ground: Ground) -> Sheet:
    """Return the sheet. It holds what the form asks; notes that a carer marked as about themselves are never on it."""
    labels = section_labels()
    sections = (
        fact_part(ground, section.code, labels[section.code], section.fields) for section in FORMS[Form.ABOUT_ME]
    )
    checked = facts_checked(ground, fields_of(Form.ABOUT_ME))
    return framed(
        ground, SheetKind.ABOUT_ME, pgettext("sheet", "About me"), (matters_part(ground), *sections), checked=checked
    )
