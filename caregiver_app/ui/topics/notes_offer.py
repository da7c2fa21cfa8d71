"""The last step of a first start: private notes, offered once. One press leaves it, and nothing is made by looking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 820


class NotesOffer(Screen):
    """`wanted` comes when the emergency sheet shall be made now, `left` when it shall not."""

    wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page(theme, _("Private notes"), widest=_WIDEST)
        self.make = Button(theme, _("Make your emergency sheet now"), kind=ButtonKind.MAIN, icon=Icon.EMERGENCY)
        self.later = Button(theme, _("Later"))
        self.make.clicked.connect(self.wanted)
        self.later.clicked.connect(self.left)
        self._lay_out(theme)
        theme.changed.connect(self._even_out)
        self._even_out()

    def opened(self) -> None:
        """Put the keyboard at the first button."""
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> Sequence[QWidget]:
        """Return the text and the buttons below."""
        return (self.page, self._foot)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        narrow = layout <= FrameLayout.NARROW
        # Nothing in the text takes the keyboard: where it does not fit, the page itself does, to be scrolled.
        low = layout is FrameLayout.COMPACT
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus if low else Qt.FocusPolicy.NoFocus)
        self.page.set_narrow(narrow)
        self._foot_column.set_margins((20, 12, 20, 12) if narrow else (32, 12, 32, 12))

    def go_back(self) -> bool:
        """Leave it."""
        self.left.emit()
        return True

    def _even_out(self) -> None:
        """Make the buttons equally wide: neither answer is the lesser one."""
        widest = max(button.sizeHint().width() for button in (self.make, self.later))
        for button in (self.make, self.later):
            button.setMinimumWidth(widest)

    def _lay_out(self, theme: Theme) -> None:
        subtitle = _("A private place for what happened, what to ask, medicines, visits and contacts.")
        self.page.body.addWidget(ScreenHeader(theme, _("Keep private notes, if you like"), subtitle))
        safe = _("Locked with a passphrase on this computer, and never sent anywhere by itself.")
        self.page.body.addWidget(Callout(theme, Tone.PRIVATE, Icon.LOCK, _("Only you can open them"), safe))
        sheet = _(
            "A good beginning is the emergency sheet: what others must know when you cannot tell them. "
            "It takes about 15 minutes, and you can stop at any point."
        )
        self.page.body.addWidget(PlainLabel(sheet, wrap=True))
        again = _("You can do this at any time with the red button “Emergency sheet”. You will not be asked again.")
        self.page.body.addWidget(PlainLabel(again, ink="text-2", wrap=True))
        self._foot = QWidget()
        holder = QWidget()
        flow = Flow(theme, gap=12, parent=holder)
        flow.addWidget(self.make)
        flow.addWidget(self.later)
        self._foot_column = Column(theme, margins=(32, 12, 32, 12), parent=self._foot)
        self._foot_column.addWidget(holder)
        column = Column(theme, parent=self)
        column.addWidget(self.page, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._foot)
