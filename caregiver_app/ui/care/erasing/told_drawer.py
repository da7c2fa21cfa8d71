"""What became of something that was deleted for good, and what may still hold it, where a message is too short."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel


class ToldDrawer(Drawer):
    """Says it in sentences; no word of what was deleted."""

    def __init__(self, theme: Theme, lines: Iterable[str], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Deleted for good"), parent=parent)
        said = tuple(lines)
        for line in said:
            self.body.addWidget(PlainLabel(line, wrap=True))
        self.done = Button(theme, _("Done"), kind=ButtonKind.MAIN)
        self.done.clicked.connect(self.closed)
        self.add_foot(self.done)
        announce(" ".join(said))
