"""The recovery sheet: the key of the care notes on paper, and what to do with it. A secret, kept nowhere else."""

from __future__ import annotations

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _


def recovery_sheet(sheet: RecoverySheet, layout: Layout) -> TypesetSheet:
    """Return the sheet, typeset."""
    title = _("Recovery sheet for care notes")
    facts = [
        [_("Number of these notes"), sheet.number],
        [_("Made on"), format_short_day(sheet.made_at, year=True)],
    ]
    uses = [
        _("Open Caregiver, then Care notes."),
        _("Choose “Use my recovery sheet”."),
        _("Type the groups above, in order. Capital letters and spaces do not matter."),
        _("Choose a new passphrase."),
    ]
    cares = [
        _("Whoever has this sheet can read your notes. Keep it where you keep your passport, not with the computer."),
        _("If you lose both the passphrase and this sheet, nobody can open your notes. Not even us."),
        _("When a new sheet is made because somebody may know the passphrase, destroy this one."),
    ]
    data = {
        "facts": facts,
        "groups_heading": _("The groups"),
        "groups": list(sheet.groups),
        "groups_abreast": 3,
        "uses_heading": _("If you forget your passphrase"),
        "uses": uses,
        "cares_heading": _("Take care of it"),
        "cares": cares,
        "private": _("Private"),
        "page": _("Page {page} of {pages}"),
    }
    return TypesetSheet("secret", title, data, layout)
