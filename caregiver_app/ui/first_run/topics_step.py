"""The step that asks what help is wanted, and where somebody lives."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.topics.part import TopicsPart
from caregiver_app.ui.topics.questions import Offer, Wanted, choose, list_offer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class TopicsStep(RunStep):
    """Offers every topic that ships, also those whose packs were taken out one step further on."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.part: TopicsPart | None = None
        self.heading = _("What would you like help with?")
        self.subtitle = _("Up to three are a good beginning. You can change this at any time.")
        self._stays = PlainLabel(_("Your choices stay on this computer."), ink="text-2", wrap=True)
        self._column = Column(desk.theme, gap=16, parent=self)
        self._column.addWidget(self._stays)

    def begin(self) -> None:
        """Ask the library for the topics."""
        self._desk.ask(self, lambda library: list_offer(library, every=True), self._show, key="first-run.topics")

    def focus_first(self) -> bool:
        """Put the keyboard at the first tile."""
        if self.part is not None:
            self.part.begin()
        return self.part is not None

    def go_on_words(self) -> str:
        """Say how many topics are chosen."""
        return _("Continue") if self.part is None else self.part.go_on_words()

    def go_on(self) -> None:
        """Make what is ticked the choice."""
        if self.part is not None:
            self._keep(self.part.wanted)

    def skip(self) -> None:
        """Choose no topics; the country stays as it is said."""
        if self.part is not None:
            self._keep(Wanted(topics=(), country=self.part.wanted.country))

    def _show(self, offer: Offer) -> None:
        self.part = TopicsPart(self._desk.theme, offer)
        self.part.changed.connect(self.changed)
        self._column.insertWidget(0, self.part)
        self.ready.emit()

    def _keep(self, wanted: Wanted) -> None:
        language, at = current_language(), self._desk.clock.now()
        self.busy = True
        self._desk.ask(
            self,
            lambda library: choose(library, wanted, language, at),
            lambda _chosen: self._settle(),
            failed=self._fail,
        )

    def _settle(self) -> None:
        self.busy = False
        self.done.emit()

    def _fail(self, _error: BaseException) -> None:
        self.busy = False
