"""The step that asks when pages shall come from now on: two answers, each as good as the other. Safety notices of one's
country are switched on here, too, so that Home need not ask for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.automatic_updates import WHEN, When
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.notices_row import NoticesOffer, NoticesRow, read_notices, settle_notices
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.topics.questions import contacts_of
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class WhenStep(RunStep):
    """Passed over where nobody would be asked for anything. Until it is answered, nothing goes out by itself."""

    even_answers = True

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = _("When shall Caregiver look for new pages?")
        self.subtitle = _("You can change this at any time, in Settings under Updates.")
        column = Column(desk.theme, gap=16, parent=self)
        daily = _(
            "Each day is a good choice if you want to hear of safety notices: a medicine that is called back, "
            "a heat warning, a new scam."
        )
        button = _("With the button nothing is looked for until you press “Get updates” on Home.")
        often = _("Those who warn are then asked again every few hours while Caregiver is open. Settings can end that.")
        self.notices = NoticesRow(desk.theme)
        column.addWidget(PlainLabel(daily, wrap=True))
        column.addWidget(self.notices)
        for words in (often, button):
            column.addWidget(PlainLabel(words, wrap=True))

    def begin(self) -> None:
        """Ask the library whether anybody is asked for pages, or could be asked for safety notices."""
        now = self._desk.clock.now()

        def read(library: Library) -> tuple[bool, NoticesOffer]:
            return bool(contacts_of(library)), read_notices(library, now)

        self._desk.ask(self, read, self._show, key="first-run.when")

    def go_on_words(self) -> str:
        """Return the answer that lets updates come by themselves."""
        return _("Each day when I open the app")

    def skip_words(self) -> str:
        """Return the answer that leaves all to the person."""
        return _("Only when I press the button")

    def go_on(self) -> None:
        """Have updates come each day."""
        self._keep(When.DAILY)

    def skip(self) -> None:
        """Have updates come by the button."""
        self._keep(When.BUTTON)

    def _show(self, found: tuple[bool, NoticesOffer]) -> None:
        anybody, notices = found
        self.notices.show_offer(notices)
        (self.ready if anybody or notices.offer is not None else self.empty).emit()

    def _keep(self, when: When) -> None:
        offer, wanted = self.notices.answer

        def keep(library: Library) -> None:
            library.choices.put(WHEN, when.value)
            settle_notices(library, offer, wanted=wanted)

        self.busy = True
        self._desk.ask(self, keep, lambda _none: self._settle(), failed=lambda _error: self._fail())

    def _settle(self) -> None:
        self.busy = False
        self.done.emit()

    def _fail(self) -> None:
        self.busy = False
