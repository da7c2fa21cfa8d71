"""What a step of a first start is to the frame: words, a choice, and three ways to end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon


class RunStep(QWidget):
    """One step. It asks for what it shows in `begin`, then says `ready`, or `empty` where there is nothing to ask.

    `changed` comes when its words are others, `done` when it was answered or passed over, by then kept. `busy` is True
    while an answer is being kept: the frame takes no further press then.
    """

    ready = Signal()
    empty = Signal()
    changed = Signal()
    done = Signal()

    heading = ""
    subtitle = ""
    even_answers = False
    """Whether going on and passing over are equally good answers, and shown so."""

    busy = False

    def begin(self) -> None:
        """Ask for what is shown."""
        raise NotImplementedError

    def focus_first(self) -> bool:
        """Put the keyboard at the first thing that can be chosen, and return whether there is one."""
        return False

    def go_on_words(self) -> str:
        """Return what the button says that goes on."""
        return _("Continue")

    def go_on_icon(self) -> Icon | None:
        """Return the icon of the button that goes on."""
        return None

    def skip_words(self) -> str:
        """Return what the button says that passes over; "" where it cannot be passed over."""
        return _("Skip for now")

    def go_on(self) -> None:
        """Keep what is chosen, and be done."""
        raise NotImplementedError

    def skip(self) -> None:
        """Leave all as it is, and be done."""
        self.done.emit()

    def left(self) -> None:
        """Give back what outlives this step; it is taken away now."""
