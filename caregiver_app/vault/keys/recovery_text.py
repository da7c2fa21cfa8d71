"""A recovery sheet as a text file, for who has no printer at hand. What stands in it is as secret as the sheet."""

from __future__ import annotations

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _

_A_LINE = 4


def sheet_text(sheet: RecoverySheet) -> str:
    """Return the text. The groups are all that follows its last colon, so that it can be read back as it is."""
    groups = sheet.groups
    lines = ["  ".join(groups[at : at + _A_LINE]) for at in range(0, len(groups), _A_LINE)]
    head = (
        _("Recovery sheet for care notes {number}, made on {day}").format(
            number=sheet.number, day=format_short_day(sheet.made_at, year=True)
        ),
        "",
        _("Whoever has these groups can read your notes. Keep them away from this computer."),
        _("If you lose both the passphrase and this sheet, nobody can open your notes. Not even us."),
        "",
        _("The groups") + ":",
    )
    return "\n".join((*head, *lines)) + "\n"
