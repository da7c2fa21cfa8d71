"""Joins the awareness days into the window: their entry, their screen, and the way of a kit into Share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import AwarenessDay
from caregiver_app.support.i18n import current_language, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.awareness import kit_words
from caregiver_app.ui.awareness.questions import reminding
from caregiver_app.ui.awareness.screen import AwarenessScreen
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.share.ways import ShareWays
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

AWARENESS = "awareness"


def awareness_entry() -> NavEntry:
    """Return how the awareness days stand in the navigation."""
    return NavEntry(
        key=AWARENESS,
        title=_("Awareness days"),
        short=pgettext("below an icon: awareness days", "Dates"),
        icon=Icon.CALENDAR,
        group=_("Read and find"),
        shortcut="Ctrl+4",
    )


class AwarenessParts(QObject):
    """The awareness days of one window, or of one unlock."""

    def __init__(self, desk: Desk, share: ShareWays, stack: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._share = share
        self._doer: Doer[Library] = Doer(desk, self)
        self.screen = AwarenessScreen(desk, parent=stack)
        self.screen.kit_asked.connect(self.share_kit)

    def tell(self, look: Callable[[], None]) -> None:
        """Have `look` called whenever a person changed of which days they want to be told."""
        self._doer.changed.connect(look)

    def share_kit(self, day: AwarenessDay) -> None:
        """Open Share with the words of a day, to be changed at will."""
        kit = day.kit_in(current_language())
        if kit is not None:
            author, links = day.author, kit.links
            self._share.share_kit(kit_words(kit), lambda library: library.awareness_days.pages_of(author, links))

    def end_reminder(self, day: AwarenessDay) -> None:
        """Tell no more of a day; it can be taken back."""
        name, at = day.name_in(current_language()), self._desk.clock.now()
        self._doer.do(reminding(day.id, name, not day.reminds, at), kind=AWARENESS)
