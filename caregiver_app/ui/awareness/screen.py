"""Awareness days as a screen. What is in it is made when somebody first opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.awareness.body import AwarenessBody


class AwarenessScreen(Screen):
    """`kit_asked` carries the `AwarenessDay` whose words are to be shared, `flyer_asked` one to be printed."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrow = False
        self._column = Column(desk.theme, parent=self)
        self.body: AwarenessBody | None = None

    def title(self) -> str:
        """Return the name of the screen."""
        return _("Awareness days")

    def areas(self) -> Sequence[QWidget]:
        """Return the page."""
        return (self,) if self.body is None else (self.body.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self._narrow = layout <= FrameLayout.NARROW
        if self.body is not None:
            self.body.page.set_narrow(self._narrow)

    def opened(self) -> None:
        """Ask anew which days there are."""
        if self.body is None:
            self.body = self._made_body()
        self.body.look()

    def new_day(self) -> None:
        """Count the days from the one that has begun."""
        self.opened()

    def _made_body(self) -> AwarenessBody:
        from caregiver_app.ui.awareness.body import AwarenessBody

        body = AwarenessBody(self._desk)
        body.page.set_narrow(self._narrow)
        body.kit_asked.connect(self.kit_asked)
        body.flyer_asked.connect(self.flyer_asked)
        self._column.addWidget(body)
        body.setVisible(True)
        return body
