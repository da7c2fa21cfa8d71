"""The drawer that F1 opens: what the screen is for, its keys, and the way to all keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.key_map import KeyWords, shown_keys
from caregiver_app.ui.screen_help.texts import ScreenHelp
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class HelpDrawer(Drawer):
    """`keys_asked` leads to the list of all keys."""

    keys_asked = Signal()

    def __init__(self, theme: Theme, title: str, told: ScreenHelp, *, parent: QWidget | None = None) -> None:
        """`title` is what the screen is called."""
        # Translators: heading of the help for a screen, e.g. "Help: Library"
        super().__init__(theme, _("Help: {screen}").format(screen=title), parent=parent)
        for sentence in told.sentences:
            self.body.addWidget(PlainLabel(sentence, wrap=True))
        self.body.add_gap(8)
        self.body.addWidget(PlainLabel(_("Keys"), role=TypeRole.HEADING, wrap=True))
        self.body.addLayout(self._list(theme, told.keys))
        self.all_keys = Button(theme, _("See all keys"), kind=ButtonKind.QUIET, icon=Icon.KEYBOARD)
        self.all_keys.clicked.connect(self.keys_asked)
        self.add_foot(self.all_keys)

    def _list(self, theme: Theme, keys: Sequence[KeyWords]) -> Column:
        column = Column(theme, gap=12)
        for words in keys:
            line = Column(theme, gap=2)
            line.addWidget(PlainLabel(shown_keys(words.keys), role=TypeRole.STRONG, wrap=True))
            line.addWidget(PlainLabel(words.does, wrap=True))
            column.addLayout(line)
        return column
