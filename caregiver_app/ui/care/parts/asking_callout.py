"""A question inside a page or drawer, where a popover would close what it is about; the safe answer has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class AskingCallout(Callout):
    """Hidden until it asks; then all of it is in sight. `safe` is the button that changes nothing."""

    def __init__(
        self, theme: Theme, tone: Tone, icon: Icon, safe: Button, act: Button, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tone, icon, "", parent=parent)
        self._safe = safe
        for button in (safe, act):
            self.add_button(button)
        self.setVisible(False)

    def put(self, heading: str, text: str) -> None:
        """Ask something."""
        self.set_message(heading, text)
        self.setVisible(True)
        self._safe.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(f"{heading} {text}", urgent=True)
        QTimer.singleShot(0, self, self._bring_in_sight)  # once it has its place

    def _bring_in_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            for part in (self, self._safe):
                above.ensureWidgetVisible(part)
