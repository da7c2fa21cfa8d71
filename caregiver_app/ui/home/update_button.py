"""The button on Home that gets updates, and stops them while they run. What comes of them is told elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.progress import WorkPhase, WorkPhases


class UpdateButton(Button):
    """Says "Working" for the first second of an update, and offers to stop a longer one."""

    def __init__(self, theme: Theme, updates: Updates, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Get updates"), icon=Icon.REFRESH, parent=parent)
        self._updates = updates
        self._phases = WorkPhases(self)
        self._phases.entered.connect(lambda _phase: self._show())
        self.clicked.connect(self._pressed)
        updates.begun.connect(self._phases.begin)
        updates.changed.connect(self._show)

    def _pressed(self) -> None:
        if self._updates.running:
            self._updates.stop()
        else:
            self._updates.begin()

    def _show(self) -> None:
        running = self._updates.running
        if not running:
            self._phases.end()
        phase = self._phases.phase
        self.set_working(running and phase is WorkPhase.SHORT)
        if running and phase > WorkPhase.SHORT:
            self.set_words(_("Stopping") if self._updates.stopping else _("Stop updating"))
            self.set_icon(Icon.STOP)
        elif not running:
            self.set_words(_("Get updates"))
            self.set_icon(Icon.REFRESH)
