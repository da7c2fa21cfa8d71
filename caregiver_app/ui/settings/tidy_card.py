"""Tidying old pages away: what it would take, doing it now, and whether it is done by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import shown_title
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, putting
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.tidied import tidied_away
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.retention import Tidied, TidyPreview
    from caregiver_app.library.store import Library

OLD_DAYS = 400
_SHOWN = 5
_MESSAGE = "tidy"


class TidyCard(Card):
    """Shows what would go now, and has it go, once or by itself."""

    def __init__(self, desk: Desk, services: Services, upkeep: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Tidy old pages"), parent=parent)
        self._desk = desk
        self._services = services
        self.said = PlainLabel(wrap=True)
        self.sources = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.daily = CheckBox(desk.theme, _("Tidy by itself, once a day after updates"))
        self.now = Button(desk.theme, _("Tidy now"), icon=Icon.ARCHIVE)
        self.work = LongWork(desk, upkeep)
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.refresh)
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
        text = _("Old pages are tidied by themselves.") if on else _("Old pages stay until you tidy.")
        step = putting(text, self._services.set_tidies, before=not on, after=on, icon=Icon.ARCHIVE)
        self._doer.do(step, kind=_MESSAGE)

    def _tidy(self) -> None:
        services = self._services

        def work(library: Library, control: TaskControl[HowFar]) -> Tidied:
            return services.tidy(library, cancel=control.cancel)

        self.work.begin(_("Tidying old pages"), work, self._tell)

    def _tell(self, tidied: Tidied) -> None:
        self.refresh()
        if not tidied.articles:
            self._desk.messages.say(_("There is nothing to tidy."), icon=Icon.CHECK, kind=_MESSAGE)
            return
        words = ngettext("Tidied {count} page away.", "Tidied {count} pages away.", tidied.articles)
        text = words.format(count=format_number(tidied.articles))
        self._doer.offer(tidied_away(self._services, tidied, text), kind=_MESSAGE)


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
