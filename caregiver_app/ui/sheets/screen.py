"""Print as a screen. Its inside is made when somebody first opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.sheets.body import SheetsBody
    from caregiver_app.ui.sheets.wanted import Wanted

Unlock = Callable[[Callable[[], object]], object]


class SheetsScreen(Screen):
    """What is wanted while the notes are locked waits for the passphrase, and is shown then."""

    def __init__(
        self, around: SheetSurroundings, *, unlock: Unlock, come: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`unlock` asks for the passphrase and calls what it is given; `come` opens this screen."""
        super().__init__(parent)
        self._around = around
        self._unlock = unlock
        self._come = come
        self._layout = FrameLayout.WIDE
        self._column = Column(around.desk.theme, parent=self)
        self._body: SheetsBody | None = None
        self._comes_with_a_wish = False
        around.door.changed.connect(self._notes_changed)
        around.door.stepped.connect(self._notes_stepped)
        around.door.guard_copies(self._is_among_private)

    @property
    def body(self) -> SheetsBody:
        """The inside, made when somebody first asks for it."""
        if self._body is None:
            self._body = self._made()
        return self._body

    def opened(self) -> None:
        """Show the sheets as the notes and the library have them now."""
        if self._body is None:
            self.body.begin()
        elif not self._comes_with_a_wish:
            self._body.refresh()

    def areas(self) -> Sequence[QWidget]:
        """Return the parts in their order."""
        return (self,) if self._body is None else self._body.areas()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put the parts under tabs where there is little room."""
        self._layout = layout
        if self._body is not None:
            self._body.set_frame_layout(layout)

    def go_back(self) -> bool:
        """Go from what comes out back to choosing a sheet, where only one is shown at a time."""
        return self._body is not None and self._body.go_back()

    def show_wanted(self, wanted: Wanted) -> None:
        """Open this screen with sheets as they are wanted."""
        self._comes_with_a_wish = True
        self._come()
        self._comes_with_a_wish = False
        self.body.show_wanted(wanted)
        if self.isVisible():
            self.body.begin()

    def print_now(self) -> None:
        """Ask for a printer for what is shown."""
        if self._body is not None:
            self._body.print_now()

    def forget(self) -> None:
        """Hold nothing of what was looked at; the inside comes anew when somebody opens the screen."""
        body, self._body = self._body, None
        if body is not None:
            body.forget_sheet()
            self._column.removeWidget(body)
            body.hide()
            body.deleteLater()

    def _made(self) -> SheetsBody:
        from caregiver_app.ui.sheets.body import SheetsBody

        body = SheetsBody(self._around, parent=self)
        body.set_frame_layout(self._layout)
        body.unlock_asked.connect(self._ask_to_unlock)
        self._column.addWidget(body)
        body.setVisible(True)  # at once, or the keyboard could not be put into it
        return body

    def _ask_to_unlock(self, wanted: Wanted) -> None:
        self._unlock(lambda: self.show_wanted(wanted))

    def _is_among_private(self) -> bool:
        return self._body is not None and self._body.is_among_private()

    def _notes_stepped(self) -> None:
        if self._body is not None and self.isVisible():
            self._body.refresh()

    def _notes_changed(self) -> None:
        if self._body is not None:
            self._body.notes_changed()
