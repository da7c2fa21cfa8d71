"""Share as a screen. It holds the basket from the start; all else is made when somebody first opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.lane import ShareLane
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.share.body import ShareBody


class ShareScreen(Screen):
    """`made` comes with the body once it is there; `left` when the person closes the screen."""

    made = Signal(object)
    left = Signal()

    def __init__(self, lane: ShareLane, *, may_check: Callable[[], bool], parent: QWidget | None = None) -> None:
        """`may_check` tells whether the person can check a page from here."""
        super().__init__(parent)
        self._lane = lane
        self._may_check = may_check
        self._layout = FrameLayout.WIDE
        self._column = Column(lane.desk.theme, parent=self)
        self._body: ShareBody | None = None
        self.basket = Basket(self)

    @property
    def body(self) -> ShareBody | None:
        """The inside, None until the screen was opened for the first time."""
        return self._body

    def opened(self) -> None:
        """Show what is in the basket as the library and the care notes know it now."""
        if self._body is None:
            self._make()
        else:
            self.look()

    def areas(self) -> Sequence[QWidget]:
        """Return the parts in their order."""
        return (self,) if self._body is None else self._body.areas()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put both sides below each other where there is little room."""
        self._layout = layout
        if self._body is not None:
            self._body.set_frame_layout(layout)

    def go_back(self) -> bool:
        """Leave the list of what was shared."""
        return self._body is not None and self._body.go_back()

    def look(self) -> None:
        """Have what is in the basket judged anew: somebody checked something."""
        if self._body is not None:
            self._body.judging.look()

    def begin(self) -> None:
        """Put the keyboard where the next thing is to be done; the screen must be open."""
        if self._body is not None:
            self._body.begin()

    def write(self, words: str) -> None:
        """Put ready words behind what is typed, to be changed at will; the screen must be open."""
        if self._body is not None:
            self._body.edit.add(words)

    def notes_changed(self, *, is_open: bool) -> None:
        """Look by what the care notes know now."""
        if self._body is not None:
            self._body.notes_changed(is_open=is_open)
        else:
            self.basket.forget_private()

    def forget(self) -> None:
        """Hold no page and no word any more; the inside goes, and comes anew when somebody opens the screen."""
        self.basket.forget()
        body, self._body = self._body, None
        if body is not None:
            self._column.removeWidget(body)
            body.hide()
            body.deleteLater()

    def _make(self) -> None:
        from caregiver_app.ui.share.body import ShareBody

        body = ShareBody(self.basket, self._lane, may_check=self._may_check())
        body.set_frame_layout(self._layout)
        body.left.connect(self.left)
        self._column.addWidget(body)
        body.setVisible(True)  # at once, or the keyboard could not be put into it
        self._body = body
        self.made.emit(body)
