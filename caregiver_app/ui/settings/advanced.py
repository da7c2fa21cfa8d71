"""Advanced: looking whether the library is sound, and making the search index anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.upkeep import check_words, sentence_for_check
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.settings.places_card import log_place
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.health import Check
    from caregiver_app.library.store import Library


class AdvancedPart(SettingsPart):
    """The page "Advanced". `copies_asked` leads to the copies that are made by themselves."""

    copies_asked = Signal()

    def __init__(self, desk: Desk, services: Services, upkeep: Lane[Library]) -> None:
        super().__init__(desk.theme, _("Advanced"), _("For when something does not look right."))
        self._desk = desk
        self._services = services
        self._found: QWidget | None = None
        self.check = Button(desk.theme, _("Check the library"), icon=Icon.SHIELD)
        self.rebuild = Button(desk.theme, _("Make the search index anew"), icon=Icon.SEARCH)
        self.work = LongWork(desk, upkeep)
        self.outcome = Callout(desk.theme, Tone.OK, Icon.CHECK, _("All is well"))
        self.trouble = Callout(desk.theme, Tone.WARN, Icon.ALERT, "")
        self.copies = Button(desk.theme, _("Go back to an older copy"), icon=Icon.HISTORY)
        self._card = self._made_card()
        self.body.addWidget(self._card)
        self.body.addWidget(self._copies_card())
        self.body.addWidget(log_place(desk.theme, services.paths, desk.messages))
        self.copies.clicked.connect(self.copies_asked)
        self.check.clicked.connect(lambda: self._examine(_("Checking the library"), rebuild=False))
        self.rebuild.clicked.connect(lambda: self._examine(_("Making the search index anew"), rebuild=True))

    def _made_card(self) -> Card:
        card = Card(self._desk.theme, _("Is the library sound?"))
        words = _("This reads all of the library and mends what can be made anew. It deletes nothing of yours.")
        buttons = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=buttons)
        flow.addWidget(self.check)
        flow.addWidget(self.rebuild)
        for widget in (PlainLabel(words, wrap=True), buttons, self.work, self.outcome, self.trouble):
            card.body.addWidget(widget)
        self.outcome.setVisible(False)
        self.trouble.setVisible(False)
        return card

    def _copies_card(self) -> Card:
        card = Card(self._desk.theme, _("If mending does not help"))
        words = _("Caregiver keeps copies of the library by itself. You can have an earlier one back.")
        card.body.addWidget(PlainLabel(words, wrap=True))
        card.body.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _examine(self, words: str, *, rebuild: bool) -> None:
        services = self._services

        def work(_library: Library, _control: TaskControl[HowFar]) -> tuple[Check, ...]:
            return services.doctor(rebuild_search=rebuild)

        if self.work.begin(words, work, self._show):
            self.outcome.setVisible(False)
            self.trouble.setVisible(False)

    def _show(self, checks: Sequence[Check]) -> None:
        bad = [check for check in checks if not check.ok]
        self.outcome.setVisible(not bad)
        self.trouble.setVisible(bool(bad))
        mended = sum(check.repaired for check in checks)
        words = ngettext("{count} thing was mended.", "{count} things were mended.", mended)
        self.outcome.set_message(_("All is well"), words.format(count=format_number(mended)) if mended else "")
        self.trouble.set_message(_("Something is not well"), " ".join(advice_words(bad)))
        announce(self.trouble.accessibleName() if bad else self.outcome.accessibleName())
        self._list(checks)

    def _list(self, checks: Sequence[Check]) -> None:
        if self._found is not None:
            self._card.body.removeWidget(self._found)
            self._found.setVisible(False)
            self._found.deleteLater()
        self._found = QWidget()
        column = Column(self._desk.theme, gap=6, parent=self._found)
        for check in checks:
            column.addLayout(_line(self._desk.theme, check))
        self._card.body.addWidget(self._found)


def advice_words(bad: Sequence[Check]) -> list[str]:
    """Return what to do about what is not well, once each."""
    said: list[str] = []
    for check in bad:
        sentence = sentence_for_check(check.name, check.detail)
        general = _("Go back to a copy of the library: see Backup.")
        words = sentence.text if sentence is not None else general
        if words not in said:
            said.append(words)
    return said


def _line(theme: Theme, check: Check) -> Row:
    row = Row(theme, gap=10)
    icon, tone = (Icon.CHECK, Tone.OK) if check.ok else (Icon.ALERT, Tone.WARN)
    row.addWidget(IconLabel(theme, icon, size=20, tone=tone))
    # Translators: {what} is e.g. "The library can be opened", {verdict} is "well", "mended" or "not well"
    verdict = _("not well") if not check.ok else _("mended") if check.repaired else _("well")
    row.addWidget(
        PlainLabel(_("{what}: {verdict}").format(what=check_words(check.name), verdict=verdict), wrap=True), 1
    )
    return row
