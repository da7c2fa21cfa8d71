"""The button that leads from a part of the notes to its sheet."""

from __future__ import annotations

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind


def print_button(desk: CareDesk, kind: SheetKind, name: str, *, words: str = "") -> Button:
    """Return a button that opens a sheet where it is printed; `name` is spoken, `words` stand on it."""
    button = Button(desk.theme, words or _("Print"), kind=ButtonKind.QUIET, icon=Icon.PRINT, name=name)
    button.clicked.connect(lambda: desk.print_sheet(kind))
    return button
