"""Open care notes: header, tabs, and the tab that is shown. Made at each unlock, thrown away whole at each lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.counts import TabCounts
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.header import CareHeader
from caregiver_app.ui.care.long_work import WorkStrip
from caregiver_app.ui.care.tab import CareTab, TabEntry
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow


class OpenBody(QWidget):
    """Holds the only widgets in which words of the notes may stand, drawers aside."""

    def __init__(self, desk: CareDesk, entries: Sequence[TabEntry], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries = {entry.key: entry for entry in entries}
        self._tabs: dict[str, CareTab] = {}
        self._narrow = False
        self.header = CareHeader(desk.theme, desk.whom)
        looks = [TabLook(key=entry.key, text=entry.title, icon=entry.icon) for entry in entries]
        self.row = TabRow(desk.theme, _("Parts of your care notes"), looks, desk.overlay)
        self.notices = QWidget()
        self.notice_column = Column(desk.theme, gap=12, parent=self.notices)
        self.work = WorkStrip(desk.theme, desk.work)
        self.stack = QStackedWidget()
        self._top = Column(desk.theme, margins=(32, 24, 32, 0), gap=12)
        for widget in (self.header, self.notices, self.work, self.row):
            self._top.addWidget(widget)
        column = Column(desk.theme, parent=self)
        column.addLayout(self._top)
        column.addWidget(self.stack, 1)
        self.row.asked.connect(self.open_tab)
        desk.counted.connect(self.row.set_count)
        self.counts = TabCounts(desk, self)
        desk.changed.connect(self.refresh)
        desk.whom.changed.connect(self.refresh)

    @property
    def tab(self) -> CareTab | None:
        """The tab that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, CareTab) else None

    @property
    def tab_key(self) -> str:
        """Its key."""
        return self.row.current

    def open_tab(self, key: str) -> CareTab:
        """Show a tab; an unknown key shows the first.

        It is made when it is first shown.
        """
        if key not in self._entries:
            key = next(iter(self._entries))
        tab = self._tabs.get(key)
        if tab is None:
            tab = self._tabs[key] = self._entries[key].make(self._desk, self.stack)
            tab.set_narrow(self._narrow)
            self.stack.addWidget(tab)
        if self.row.current not in ("", key):  # of the first one it is said that the notes are open
            announce(self._entries[key].title)
        self.row.set_current(key)
        self.stack.setCurrentWidget(tab)
        if tab.hasFocus():  # Qt puts it there while nothing in the tab takes it yet, and a ring would go round it all
            self.row.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        tab.opened()
        return tab

    def refresh(self) -> None:
        """Have the tab that is shown ask anew."""
        if self.tab is not None:
            self.tab.opened()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is. Where there is little, what is only a reminder makes way: Home has it too."""
        narrow = layout <= FrameLayout.NARROW
        self._narrow = narrow
        self.header.set_frame_layout(layout)
        self.notices.setVisible(layout > FrameLayout.COMPACT)
        self._top.set_margins((20, 16, 20, 0) if narrow else (32, 24, 32, 0))
        for tab in self._tabs.values():
            tab.set_narrow(narrow)

    def areas(self) -> Sequence[QWidget]:
        """Return header, tabs and the tab that is shown."""
        return (self.header, self.row, *((self.tab,) if self.tab is not None else ()))
