"""Looking whether checked and kept pages are still where they were, from below what is due. It asks the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.link_check import LinkCheck, LinkProgress, LinkState
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

_KIND = "page-looks"


class PageLooks(QWidget):
    """`looked` comes after each look: what is due may be more or less by then."""

    looked = Signal()

    def __init__(
        self, desk: Desk, services: Services, updates: Updates, lane: Lane[Library], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._updates = updates
        self.button = Button(desk.theme, _("See whether pages are still there"), icon=Icon.REFRESH)
        self.button.clicked.connect(self.begin)
        self.work = LongWork(desk, lane)
        tells = _("The sites of your pages see that a computer with your internet address asks for them.")
        self.button.setAccessibleDescription(tells)
        column = Column(desk.theme, margins=(16, 10, 16, 10), gap=6, parent=self)
        for part in (self.button, PlainLabel(tells, role=TypeRole.SMALL, ink="text-2", wrap=True), self.work):
            column.addWidget(part)

    def begin(self) -> None:
        """Look at the addresses that are due; not while updates run, which Stop would cut off too."""
        if self._updates.running:
            self._desk.messages.say(_("Updates are running. Try again when they are done."), kind=_KIND)
            return
        services = self._services

        def work(library: Library, control: TaskControl[HowFar]) -> tuple[LinkCheck, ...]:
            def tell(progress: LinkProgress) -> None:
                control.progress(HowFar(done=progress.done, total=progress.total))

            return services.check_links(library, on_progress=tell, cancel=control.cancel)

        self.work.begin(_("Looking at pages"), work, self._tell)

    def _tell(self, checks: tuple[LinkCheck, ...]) -> None:
        self._desk.messages.say(looked_words(checks), icon=Icon.CHECK, kind=_KIND)
        self.looked.emit()


def looked_words(checks: tuple[LinkCheck, ...]) -> str:
    """Return how many pages were looked at, and how many of them are not as they were."""
    if not checks:
        return _("All pages were looked at not long ago.")
    troubled = sum(check.state is not LinkState.FINE for check in checks)
    seen = ngettext("{count} page was looked at.", "{count} pages were looked at.", len(checks))
    said = seen.format(count=format_number(len(checks)))
    if not troubled:
        # Translators: {said} is e.g. "3 pages were looked at."
        return _("{said} All are as they were.").format(said=said)
    other = ngettext("{said} {count} is not as it was.", "{said} {count} are not as they were.", troubled)
    return other.format(said=said, count=format_number(troubled))
