"""Updates: when they come, how the last one went, what is kept to read without the internet, and what goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.channel_asking import with_address
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.automatic_updates import WHEN, When
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, putting
from caregiver_app.ui.library.update_strip import progress_words
from caregiver_app.ui.library.updates import Updates, silent_sources
from caregiver_app.ui.offline_switch import switch_offline
from caregiver_app.ui.settings.ledger_words import when_words
from caregiver_app.ui.settings.notices_card import NoticesCard
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.settings.space_card import SpaceCard
from caregiver_app.ui.settings.tidy_card import TidyCard
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.progress import ProgressStrip

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateFacts:
    """What the page shows of updates."""

    when: When
    last_at: Millis | None
    sources: int
    stays_offline: bool
    makers: tuple[str, ...]


class UpdatesPart(SettingsPart):
    """The page "Updates". `sources_asked` leads to the sources that are on."""

    sources_asked = Signal()

    def __init__(self, desk: Desk, services: Services, updates: Updates, upkeep: Lane[Library]) -> None:
        super().__init__(desk.theme, _("Updates"), _("New pages come only from the sources that are on."))
        self._desk = desk
        self._services = services
        self._updates = updates
        self._when = When.BUTTON
        self._doer: Doer[Library] = Doer(desk, self)
        self.when = ChipGroup(desk.theme, _("When to get updates"), _whens())
        self.last = PlainLabel(wrap=True)
        self.get = Button(desk.theme, _("Get updates"), kind=ButtonKind.MAIN, icon=Icon.REFRESH)
        self.whom = Button(desk.theme, _("See whom is asked"), icon=Icon.SOURCES)
        self.strip = ProgressStrip(desk.theme)
        self.offline = CheckBox(desk.theme, _("Stay offline: make no connections at all"), tile=True)
        self.notices = NoticesCard(desk)
        self.space = SpaceCard(desk)
        self.tidy = TidyCard(desk, services, upkeep)
        for part in (self._when_card(), self.notices, self._last_card(), self.offline, self.space, self.tidy):
            self.body.addWidget(part)
        self._connect()

    def opened(self) -> None:
        """Ask for what holds now."""
        self._refresh()
        self.notices.refresh()
        self.space.refresh()
        self.tidy.refresh()

    def show_space(self) -> None:
        """Put the keyboard where it is chosen how much room whole pages may take, and bring that in sight."""
        self.space.limits.chip(self.space.limits.current).setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.space))  # once all has its place

    def _when_card(self) -> Card:
        card = Card(self._desk.theme, _("When"))
        card.body.addWidget(self.when)
        words = _("An update each day asks only sources whose time has come. The button asks all of them.")
        card.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        return card

    def _last_card(self) -> Card:
        card = Card(self._desk.theme, _("Last update"))
        card.body.addWidget(self.last)
        card.body.addWidget(self.strip)
        buttons = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=buttons)
        flow.addWidget(self.get)
        flow.addWidget(self.whom)
        card.body.addWidget(buttons)
        return card

    def _connect(self) -> None:
        self.when.chosen.connect(self._choose)
        self._doer.changed.connect(self._refresh)
        self._doer.changed.connect(self.notices.refresh)
        for chosen in (self._doer.changed, self.notices.changed):
            chosen.connect(self._updates.refresh)
        self.get.clicked.connect(self._get)
        self.whom.clicked.connect(self.sources_asked)
        self.strip.stop_pressed.connect(self._updates.stop)
        self.offline.clicked.connect(self._switch_offline)
        self._updates.changed.connect(self._show_progress)
        self._updates.finished.connect(lambda _report: self.opened() if self.isVisible() else None)
        self._show_progress()

    def _get(self) -> None:
        self._updates.begin()

    def _refresh(self) -> None:
        services = self._services
        self._desk.ask(self, lambda library: update_facts(library, services), self._show, key="update-facts")

    def _show(self, facts: UpdateFacts) -> None:
        self._when = facts.when
        self.when.set_current(facts.when.value)
        self.offline.setChecked(facts.stays_offline)
        self.last.setText(self._last_words(facts))

    def _last_words(self, facts: UpdateFacts) -> str:
        asked = ngettext("{count} source is on.", "{count} sources are on.", facts.sources)
        parts = [asked.format(count=format_number(facts.sources))]
        if facts.makers:
            # Translators: {names} are those who make packs that this family trusts, joined by commas
            words = _("These are asked for newer packs, too: {names}.")
            parts.append(words.format(names=", ".join(facts.makers)))
        if facts.last_at is None:
            return " ".join([_("There was no update yet."), *parts])
        parts.insert(0, _("{when}.").format(when=when_words(facts.last_at, self._desk.clock.now())))
        silent = silent_sources(self._updates.report)
        if silent:
            words = ngettext("{count} source did not answer.", "{count} sources did not answer.", silent)
            parts.append(words.format(count=format_number(silent)))
        return " ".join(parts)

    def _show_progress(self) -> None:
        running, progress = self._updates.running, self._updates.progress
        self.get.setVisible(not running)
        if not running:
            self.strip.finish()
        elif progress is None or progress.for_packs:
            self.strip.show_words(progress_words(progress))
        else:
            done, total = format_number(progress.done), format_number(progress.total)
            words = _("Getting updates, {done} of {total}").format(done=done, total=total)
            self.strip.show_words(words, done=progress.done, total=progress.total)

    def _choose(self, key: str) -> None:
        before, after = self._when, When(key)
        if before == after:
            return

        def put(library: Library, value: When) -> None:
            library.choices.put(WHEN, value.value)

        self._when = after
        names = {choice.key: choice.text for choice in _whens()}
        text = _("Updates: {when}.").format(when=names[key])
        self._doer.do(putting(text, put, before=before, after=after, icon=Icon.REFRESH), kind="updates")

    def _switch_offline(self, on: bool) -> None:
        switch_offline(self._updates, self._desk.messages, on, show=self.offline.setChecked)


def update_facts(library: Library, services: Services) -> UpdateFacts:
    """Return what the page shows; runs in the library's thread."""
    return UpdateFacts(
        when=When.read(library.choices.get(WHEN, "")),
        last_at=library.source_states.last_checked_at(),
        sources=len(library.sources.list(enabled=True)),
        stays_offline=services.stays_offline(),
        makers=tuple(channel.name for channel in with_address(library)),
    )


def _whens() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=When.BUTTON.value, text=_("Only when I press the button")),
        ChipChoice(key=When.DAILY.value, text=_("Each day when I open the app")),
    )
