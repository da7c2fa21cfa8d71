"""One amber line while the data folder lies where a service copies it, or on another computer; it can be put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.folder_notice import PUT_AWAY
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.upkeep import folder_place_words
from caregiver_app.ui.doer import Step
from caregiver_app.ui.put_away import putting_away
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class FolderNotice(Callout):
    """Unseen while the folder lies on this computer alone; `put_away` carries the kind of place it is in."""

    put_away = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.WARN, Icon.ALERT, "", slim=True, parent=parent)
        self._place = ""
        self.away = Button(theme, _("Got it"), kind=ButtonKind.QUIET, name=_("Got it: where the data folder lies"))
        self.away.clicked.connect(lambda: self.put_away.emit(self._place))
        self.add_button(self.away)
        self.setVisible(False)

    def show_place(self, place: str) -> None:
        """Say where it lies (`folder_places`), "" for nothing to say."""
        self._place = place
        self.setVisible(bool(place))
        if place:
            self.set_message(folder_place_words(place).text)


def putting_place_away(place: str) -> Step[Library]:
    """Return the step after which Home says no more of a folder in such a place."""
    words = _("Home no longer says where the data folder lies. The check of the library still does.")
    return putting_away(PUT_AWAY, place, words)
