"""The step with the packs that come with the application: those that are not wanted are taken out. No connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.starter_packs import KeptStarters, keep_starter_packs, list_starter_packs
from caregiver_app.model.errors import Cancelled
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.support.i18n import current_language, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.starter_row import StarterRow
from caregiver_app.ui.first_run.starters import StarterOffer, ticked_at_first
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

CHOSEN: Final = "starter_packs_chosen"
"""The choice that says that somebody went on from this step before."""

NAMED: Final = "starter_packs_named"
"""The choice with the ids that a set-up file ticks, parted by spaces."""


class PacksStep(RunStep):
    """`kept` carries the steps (`PackStep`) that were done: whoever hears it can take them back."""

    kept = Signal(object)

    def __init__(self, desk: Desk, services: Services, lane: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self.heading = _("Which packs do you want to keep?")
        self.subtitle = _("Guides, pages and phone lines. They are on this computer already, without the internet.")
        self.rows: dict[PackUid, StarterRow] = {}
        self.work = LongWork(desk, lane)
        self._column = Column(desk.theme, gap=16, parent=self)
        self._column.addWidget(self.work)

    def begin(self) -> None:
        """Ask what ships and what is here."""
        self._desk.ask(self, read_offer, self._show, key="first-run.packs")

    def focus_first(self) -> bool:
        """Put the keyboard at the first pack."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    @property
    def wanted(self) -> frozenset[PackUid]:
        """The packs that are ticked."""
        return frozenset(uid for uid, row in self.rows.items() if row.box.isChecked())

    def go_on_words(self) -> str:
        """Say how many packs are kept."""
        count = len(self.wanted)
        words = ngettext("Continue with {count} pack", "Continue with {count} packs", count)
        return words.format(count=format_number(count)) if count else _("Continue without packs")

    def go_on(self) -> None:
        """Take out what is not ticked, and bring back what was taken out and is."""
        services, wanted = self._services, self.wanted

        def keeping(library: Library, control: TaskControl[HowFar]) -> KeptStarters:
            return _keep(services, library, wanted, control)

        if self.rows:
            self.busy = self.work.begin(_("Putting your packs in order"), keeping, self._settle, failed=self._fail)

    def _show(self, offer: StarterOffer) -> None:
        ticked = ticked_at_first(offer)
        card = Card(self._desk.theme)
        card.setAccessibleName(_("Starter packs"))
        for number, pack in enumerate(offer.packs):
            if number:
                card.body.addWidget(Hairline(self._desk.theme))
            row = self.rows[pack.uid] = StarterRow(self._desk.theme, pack, ticked=pack.uid in ticked)
            row.box.toggled.connect(self.changed)
            card.body.addWidget(row)
        self._column.addWidget(card)
        again = _("What you take out now you can have again at any time, under Packs.")
        self._column.addWidget(PlainLabel(again, ink="text-2", wrap=True))
        self.ready.emit()

    def _settle(self, kept: KeptStarters) -> None:
        self.busy = False
        if kept.steps:
            self.kept.emit(kept.steps)
        if kept.error is None:
            self.done.emit()
        elif isinstance(kept.error, Cancelled):
            self._desk.messages.say(_("Stopped. No pack is half installed."), icon=Icon.STOP, kind="stopped")
        else:
            self._desk.tell(kept.error)

    def _fail(self, _error: BaseException) -> bool:
        self.busy = False
        return False


def read_offer(library: Library) -> StarterOffer:
    """Return what ships, what is here, and what was chosen before; for the library's thread."""
    return StarterOffer(
        packs=list_starter_packs(library, current_language()),
        topics=library.topics.chosen(),
        named=tuple(library.choices.get(NAMED, "").split()),
        was_chosen=library.choices.get(CHOSEN, False),
    )


def _keep(
    services: Services, library: Library, wanted: frozenset[PackUid], control: TaskControl[HowFar]
) -> KeptStarters:
    def each(done: int, total: int) -> None:
        control.check()
        control.progress(HowFar(done=done, total=total))

    library.choices.put(CHOSEN, True)
    return keep_starter_packs(services.packs, library, wanted, each=each)
