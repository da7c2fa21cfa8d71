"""The step that asks when pages shall come from now on: two answers, each as good as the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.automatic_updates import WHEN, When
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.topics.questions import contacts_of
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class WhenStep(RunStep):
    """Passed over where nobody would be asked for pages. Until it is answered, nothing goes out by itself."""

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
        for words in (daily, often, button):
            column.addWidget(PlainLabel(words, wrap=True))

    def begin(self) -> None:
        """Ask the library whether anybody would be asked."""
        self._desk.ask(self, contacts_of, self._show, key="first-run.when")

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

    def _show(self, found: object) -> None:
        (self.ready if found else self.empty).emit()

    def _keep(self, when: When) -> None:
        def keep(library: Library) -> None:
            library.choices.put(WHEN, when.value)

        self.busy = True
        self._desk.ask(self, keep, lambda _none: self._settle(), failed=lambda _error: self._fail())

    def _settle(self) -> None:
        self.busy = False
        self.done.emit()

    def _fail(self) -> None:
        self.busy = False
