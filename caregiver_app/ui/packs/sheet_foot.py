"""What stands below every sheet here: the button that goes on, and the one that leaves all as it is."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer


def add_sheet_foot(drawer: Drawer, theme: Theme, words: str, icon: Icon) -> Button:
    """Put both buttons below a drawer; return the one that goes on."""
    act = Button(theme, words, kind=ButtonKind.MAIN, icon=icon)
    cancel = Button(theme, _("Cancel"))
    cancel.clicked.connect(drawer.closed)
    drawer.add_foot(act, cancel)
    return act
