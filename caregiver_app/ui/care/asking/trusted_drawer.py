"""Somebody whose key is here: whether it counts, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.vault.exchange.correspondents import Correspondent


class TrustedDrawer(Drawer):
    """The signals say what is wanted."""

    compare_wanted = Signal()
    remove_wanted = Signal()
    back = Signal()

    def __init__(self, desk: CareDesk, whom: Correspondent, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, whom.name, parent=parent)
        theme = desk.theme
        counts = whom.compared_at is not None
        self.state = Callout(theme, *_state_of(whom, desk.clock.now()))
        self.body.addWidget(self.state)
        self.compare = Button(
            theme,
            _("Compare again") if counts else _("Compare the words"),
            kind=ButtonKind.NORMAL if counts else ButtonKind.MAIN,
            icon=Icon.CHECK,
        )
        self.remove = Button(theme, _("Remove this key"), icon=Icon.TRASH)
        self.everybody = Button(theme, _("People I trust"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.compare.clicked.connect(self.compare_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.everybody.clicked.connect(self.back)
        self.add_foot(self.compare, self.remove, self.everybody)


def _state_of(whom: Correspondent, now: Millis) -> tuple[Tone, Icon, str, str]:
    if whom.compared_at is None:
        means = _("So nobody can know whose key it is. Nothing is locked for it before you compared its words.")
        return Tone.WARN, Icon.QUESTION, _("Not compared yet"), means
    # Translators: {day} is when the words of a key were compared by phone or in person
    words = _("Compared: {day}").format(day=format_near_day(whom.compared_at, now, inside=True))
    return Tone.OK, Icon.CHECK, words, _("You can send to them, and answer what they ask.")
