"""Tidying old pages away: what it would take, doing it now, and whether it is done by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import shown_title
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services
    from caregiver_app.library.retention import Tidied, TidyPreview
    from caregiver_app.library.store import Library

OLD_DAYS = 400
_SHOWN = 5


class TidyCard(Card):
    """`changed` comes when pages went or came back."""

    changed = Signal()

    def __init__(self, desk: Desk, services: Services, upkeep: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Tidy old pages"), parent=parent)
        self._desk = desk
        self._services = services
        self.said = PlainLabel(wrap=True)
        self.sources = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.daily = CheckBox(desk.theme, _("Tidy by itself, once a day after updates"))
        self.now = Button(desk.theme, _("Tidy now"), icon=Icon.ARCHIVE)
        self.work = LongWork(desk, upkeep)
        self.daily.clicked.connect(self._switch)
        self.now.clicked.connect(self._tidy)
        words = _(
            "Pages go when they are older than {days} days, or beyond the newest 1,000 of a source. "
            "What you saved, collected or kept stays, and so does what its publisher still lists."
        )
        self.body.addWidget(PlainLabel(words.format(days=format_number(OLD_DAYS)), ink="text-2", wrap=True))
        buttons = QWidget()
        Flow(desk.theme, gap=8, parent=buttons).addWidget(self.now)
        for widget in (self.said, self.sources, self.daily, buttons, self.work):
            self.body.addWidget(widget)
        self.sources.setVisible(False)

    def refresh(self) -> None:
        """Ask what would go now."""
        services = self._services

        def work(library: Library) -> tuple[TidyPreview, bool]:
            return services.tidy_preview(library), services.tidies(library)

        self._desk.ask(self, work, self._show, key="tidy-preview")

    def _show(self, found: tuple[TidyPreview, bool]) -> None:
        preview, daily = found
        self.said.setText(preview_words(preview))
        self.sources.setText(source_words(preview))
        self.sources.setVisible(bool(preview.sources))
        self.daily.setChecked(daily)

    def _switch(self, on: bool) -> None:
        def put(value: bool) -> None:
            services = self._services
            self._desk.ask(
                self, lambda library: services.set_tidies(library, value), lambda _nothing: self.daily.setChecked(value)
            )

        put(on)
        text = _("Old pages are tidied by themselves.") if on else _("Old pages stay until you tidy.")
        self._did(UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on)))

    def _tidy(self) -> None:
        self._begin(self._tell)

    def _begin(self, tell: Callable[[Tidied], None] | None = None) -> None:
        services = self._services

        def work(library: Library, control: TaskControl[HowFar]) -> Tidied:
            return services.tidy(library, cancel=control.cancel)

        def after(tidied: Tidied) -> None:
            self._moved()
            if tell is not None:
                tell(tidied)

        self.work.begin(_("Tidying old pages"), work, after)

    def _tell(self, tidied: Tidied) -> None:
        if not tidied.articles:
            self._desk.messages.say(_("There is nothing to tidy."), icon=Icon.CHECK, kind="tidy")
            return
        words = ngettext("Tidied {count} page away.", "Tidied {count} pages away.", tidied.articles)

        services = self._services

        def undo() -> None:
            self._desk.ask(self, lambda library: services.undo_tidy(library, tidied.at), lambda _count: self._moved())

        text = words.format(count=format_number(tidied.articles))
        self._did(UndoStep(text=text, undo=undo, redo=self._begin))

    def _moved(self) -> None:
        self.refresh()
        self.changed.emit()

    def _did(self, step: UndoStep) -> None:
        self._desk.messages.did(step, icon=Icon.ARCHIVE, kind="tidy")


def preview_words(preview: TidyPreview) -> str:
    """Return what a tidying would take now."""
    if not preview.articles:
        return _("Nothing is old enough to go.")
    pages = ngettext("{count} page", "{count} pages", preview.articles)
    sources = ngettext("{count} source", "{count} sources", len(preview.sources))
    # Translators: e.g. "Would remove 1,240 pages from 12 sources (34 MB). What you saved stays."
    return _("Would remove {pages} from {sources} ({size}). What you saved stays.").format(
        pages=pages.format(count=format_number(preview.articles)),
        sources=sources.format(count=format_number(len(preview.sources))),
        size=size_words(preview.size_bytes),
    )


def source_words(preview: TidyPreview) -> str:
    """Return from which sources most would go."""
    # Translators: a source and its number of pages, e.g. "Harbour Dementia Trust: 210"
    shown = [
        _("{title}: {count}").format(title=shown_title(title), count=format_number(count))
        for title, count in preview.sources[:_SHOWN]
    ]
    rest = len(preview.sources) - _SHOWN
    if rest > 0:
        shown.append(ngettext("{count} more source", "{count} more sources", rest).format(count=format_number(rest)))
    return "; ".join(shown)
