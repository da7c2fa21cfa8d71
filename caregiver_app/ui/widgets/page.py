"""The body of a screen and its header."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_MARGIN = 32
_MARGIN_NARROW = 20
_BELOW_TABS = 16


class Page(QScrollArea):
    """The body of a screen: scrolls down, never sideways. Put things into `body`."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        widest: int | None = None,
        margins: bool = True,
        centred: bool = False,
        below_tabs: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`widest` is the width of the column in the design's size; `below_tabs` leaves less room above it."""
        super().__init__(parent)
        self._theme = theme
        self._widest = widest
        self._below_tabs = below_tabs
        self._with_margins = margins
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        set_look(holder, kind="page")
        self._outer = Row(theme, margins=self._margins(_MARGIN) if margins else 0, parent=holder)
        self._column = QWidget()
        if centred:
            self._outer.addStretch(1)
        self._outer.addWidget(self._column, 1000)
        self._outer.addStretch(1)
        filled = Column(theme, parent=self._column)
        self.body = Column(theme, gap=16)
        filled.addLayout(self.body)
        filled.addStretch(1)
        self.setWidget(holder)
        theme.changed.connect(self._resize)
        self._resize()

    def set_narrow(self, narrow: bool) -> None:
        """Use the smaller page margin."""
        if self._with_margins:
            self._outer.set_margins(self._margins(_MARGIN_NARROW if narrow else _MARGIN))

    def _margins(self, around: int) -> tuple[int, int, int, int]:
        return around, _BELOW_TABS if self._below_tabs else around, around, around

    def _resize(self) -> None:
        if self._widest is not None:
            self._column.setMaximumWidth(self._theme.px(self._widest))
        self.verticalScrollBar().setSingleStep(self._theme.px(22))


class ScreenHeader(QWidget):
    """The title of a screen with a line below it, and at the end what can be done; stacked where it is narrow."""

    def __init__(self, theme: Theme, title: str, subtitle: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title, role=TypeRole.DISPLAY, wrap=True)
        self._subtitle = PlainLabel(subtitle, ink="text-2", wrap=True)
        if not subtitle:  # shown before it has a parent, it would be a window for a moment
            self._subtitle.setVisible(False)
        words = Column(theme, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        holder = QWidget()
        self._actions = Flow(theme, gap=12, parent=holder)
        self._outer = Row(theme, gap=16, parent=self)
        self._outer.addLayout(words, 1)
        self._outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the title; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def show_words(self, shown: bool) -> None:
        """Show title and line, or leave them out where the window says them already."""
        self._title.setVisible(shown)
        self._subtitle.setVisible(shown and bool(self._subtitle.text()))

    def add_action(self, widget: QWidget) -> None:
        """Add a pill or a button at the end."""
        self._actions.addWidget(widget)

    @property
    def lines_beside(self) -> int:
        """How many lines the line below the title takes where the actions stand beside it."""
        width = self.width() - self._actions.sizeHint().width() - self._outer.spacing()
        metrics = self._subtitle.fontMetrics()
        return round(self._subtitle.heightForWidth(max(1, width)) / metrics.lineSpacing())

    def set_stacked(self, stacked: bool) -> None:
        """Put the actions below the title."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._outer.setDirection(direction)
