"""Where the words of a text, what is said about it and what families will see stand: two side by side, or one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.writing.seen_part import SeenPart
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.page_stack import PageStack
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow

WORDS, ABOUT, SEE = "words", "about", "see"


class TextTabs(QWidget):
    """Beside words and facts stands what families will see, where there is room; under its tab it has all of it."""

    def __init__(
        self,
        theme: Theme,
        overlay: OverlayHost,
        words: QWidget,
        about: QWidget,
        see: SeenPart,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._see = see
        self._narrow = False
        self.tabs = TabRow(theme, _("Text"), _looks(), overlay)
        self.tabs.asked.connect(self.show_tab)
        self._left = PageStack()
        self._left.addWidget(words)
        self._left.addWidget(about)
        both = QWidget()
        row = Row(theme, gap=24, parent=both)
        row.addWidget(self._left, 1)
        row.addWidget(see, 1)
        column = Column(theme, gap=12, parent=self)
        column.addWidget(self.tabs)
        column.addWidget(both, 1)
        self.show_tab(WORDS)

    @property
    def current(self) -> str:
        """Which tab is open."""
        return self.tabs.current

    def set_narrow(self, narrow: bool) -> None:
        """Show one thing at a time, or what families will see beside the others."""
        self._narrow = narrow
        self._arrange()

    def show_tab(self, key: str) -> None:
        """Open a tab."""
        self.tabs.set_current(key)
        self._arrange()

    def _arrange(self) -> None:
        key = self.tabs.current
        self._left.setVisible(key != SEE)
        if key != SEE:
            self._left.setCurrentIndex(0 if key == WORDS else 1)
        self._see.setVisible(key == SEE or not self._narrow)
        self._see.heading.setVisible(key != SEE)


def _looks() -> tuple[TabLook, ...]:
    return (
        TabLook(key=WORDS, text=_("Words"), icon=Icon.NOTES),
        TabLook(key=ABOUT, text=_("About this text"), icon=Icon.INFO),
        TabLook(key=SEE, text=_("What families see"), icon=Icon.EYE),
    )
