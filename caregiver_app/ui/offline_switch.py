"""The switch for all connections, wherever it stands: it holds at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.theme import Icon


def switch_offline(updates: Updates, messages: Messages, on: bool, *, show: Callable[[bool], object]) -> None:
    """End all connections or allow them again, and offer to undo it once it holds; `show` is told what holds then."""

    def put(value: bool) -> None:
        updates.set_stay_offline(value, show)

    def settled(holds: bool) -> None:
        show(holds)
        if holds == on:
            text = _("You stay offline now.") if on else _("Connections are allowed again.")
            step = UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on))
            messages.did(step, icon=Icon.OFFLINE, kind="offline")

    updates.set_stay_offline(on, settled)
