"""All notices in force beside Home: those in red, the others, and those that were put away, with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Clock
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.notices.keeper import NoticesKeeper
from caregiver_app.ui.notices.looked_part import LookedPart
from caregiver_app.ui.notices.notice_list import NoticeList
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

_MOST = 40
"""In all, first those in red: a publisher may warn of hundreds of places at once, which nobody reads here."""


class NoticesDrawer(Drawer):
    """`read_asked` carries the `ArticleRow` of the notice that is to be read, `update_asked` asks for updates."""

    read_asked = Signal(object)
    update_asked = Signal()

    def __init__(self, theme: Theme, keeper: NoticesKeeper, clock: Clock, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Safety notices"), parent=parent)
        self._keeper = keeper
        self._clock = clock
        self.red = NoticeList(theme, keeper)
        self.calm = NoticeList(theme, keeper)
        self.away = NoticeList(theme, keeper)
        self.calm_heading = PlainLabel(_("Other notices"), role=TypeRole.HEADING)
        self.away_heading = PlainLabel(_("Put away"), role=TypeRole.HEADING)
        self.looked = LookedPart(theme)
        self.none = PlainLabel(
            _("No source of safety notices is on. You can switch some on in the Library."), wrap=True
        )
        self.more = PlainLabel(ink="text-2", wrap=True)
        listed = (self.red, self.calm_heading, self.calm, self.more, self.away_heading, self.away)
        for part in (self.none, self.looked, *listed):
            self.body.addWidget(part)
        for one in (self.red, self.calm, self.away):
            one.read_asked.connect(self.read_asked)
        self.looked.update_asked.connect(self.update_asked)
        keeper.changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """Show what there is now."""
        keeper, now = self._keeper, self._clock.now()
        places, further = _MOST, 0
        listed = ((self.red, keeper.red), (self.calm, keeper.calm), (self.away, keeper.put_away))
        for one, notices in listed:
            one.show_notices(notices[:places], now)
            further += max(0, len(notices) - places)
            places = max(0, places - len(notices))
        self._show_more(further)
        self.none.setVisible(keeper.found is None)
        self.calm_heading.setVisible(bool(self.calm.parts) and bool(self.red.parts))
        self.away_heading.setVisible(bool(self.away.parts))
        self.looked.setVisible(keeper.found is not None)
        if keeper.found is not None:
            self.looked.show_looked(keeper.found, found=bool(keeper.listed), now=now)

    def _show_more(self, further: int) -> None:
        words = ngettext(
            "{count} more notice is in the Library.", "{count} more notices are in the Library.", further
        ).format(count=format_number(further))
        self.more.setText(words)
        self.more.setVisible(further > 0)
