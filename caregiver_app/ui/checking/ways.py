"""The ways to a check: from a page, from its source, from what is due, from the palette; and what comes after it.

The drawer is imported when it is first asked for: the first window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.reviews import DueReason, Review
from caregiver_app.model.trust import AppraisalDraft, Subject, SubjectKind, subject_kind_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.library.reader.link_popover import open_and_tell
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.reviews import Reviews
    from caregiver_app.model.trust import Stamps
    from caregiver_app.ui.checking.check_drawer import CheckDrawer
    from caregiver_app.ui.checking.check_sheet import CheckSheet
    from caregiver_app.ui.checking.page_looks import PageLooks
    from caregiver_app.ui.library.due_part import DuePart
    from caregiver_app.ui.tasks import Lane

_KIND = "check"
_CAN_WAIT = frozenset({DueReason.SOON, DueReason.UNFINISHED, DueReason.SAVED})


class CheckWays(QObject):
    """Opens the drawer and has what is shown elsewhere follow each check; `changed` comes after one.

    `counted` carries how many checks are due, 0 for who does not check for other people.
    """

    changed = Signal()
    counted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        services: Services,
        screen: LibraryScreen,
        updates: Updates,
        remembered: Remembered,
        *,
        upkeep: Lane[Library],
    ) -> None:
        """`upkeep` is a lane for long work."""
        super().__init__(screen)
        self._updates = updates
        self._upkeep = upkeep
        self._desk = desk
        self._services = services
        self._screen = screen
        self._remembered = remembered
        self._then: Callable[[], object] | None = None
        self._looks: PageLooks | None = None
        self.doer: Doer[Library] = Doer(desk, self)
        self.doer.changed.connect(self._show_anew)
        pane, reader = screen.shelf.pane, screen.shelf.reader
        pane.due.asked.connect(self.refresh_due)
        pane.due.made.connect(self._complete)
        pane.due.opened.connect(self.open_review)
        pane.due.picked.connect(self._preview)
        reader.toolbar.check_pressed.connect(lambda: screen.with_row(self.open_page))
        reader.panels.check_asked.connect(self.open_page)
        reader.panels.save_asked.connect(self.save_for_later)
        updates.finished.connect(lambda _report: self.refresh_due())
        remembered.changed.connect(self._follow)
        self._follow(remembered.settings)

    @property
    def stamps_of(self) -> Callable[[Library, Subject], Stamps]:
        """What returns, in the library's thread, all that is said of a subject."""
        return self._services.appraising.stamps_of

    @property
    def for_others(self) -> bool:
        """True where the person checks pages for other people too."""
        return self._remembered.settings.checks_for_others

    def open_page(self, row: ArticleRow) -> None:
        """Check a page of the list or the one that is read."""
        self.open(subject_of(row))

    def open(self, subject: Subject, then: Callable[[], object] | None = None) -> None:
        """Open the drawer; `then` is called once the check is saved, e.g. to go on with a share."""
        from caregiver_app.ui.checking.sheet_making import take_sheet

        services = self._services
        self._then = then
        self._desk.ask(self, lambda library: take_sheet(services, library, subject), self._show, key="check-sheet")

    def save_for_later(self, address: str) -> None:
        """Save a link so that it waits among what is to be checked."""
        from caregiver_app.ui.checking.steps import save_for_later

        there = _("You saved or checked this page before.")
        self.doer.do(save_for_later(self._services, address), kind=_KIND, nothing=there)

    def open_due(self) -> None:
        """Show what waits to be looked at in the place of the list."""
        self._screen.show_shelf()
        self._screen.shelf.back_to_list()
        self._screen.shelf.pane.filters.show_due()

    def look_at_pages(self) -> None:
        """Look whether checked pages are still where they were, and show what is due."""
        self.open_due()
        if self._looks is not None:
            self._looks.begin()

    def open_review(self, review: Review) -> None:
        """Open what is due: a page to be read, with “Check” over it; of anything else the drawer."""
        if review.subject.kind is SubjectKind.ARTICLE:
            item_id = ItemId(review.subject.id)
            self._desk.ask(self, lambda library: library.articles.rows_of([item_id]), self._read, key="due-row")
        else:
            self.open(review.subject)

    def refresh_due(self) -> None:
        """Ask anew what waits to be looked at, for whoever wants to know."""
        services = self._services
        if self.for_others:
            self._desk.ask(self, services.appraising.reviews, self._show_due, key="due")

    def _show(self, sheet: CheckSheet) -> None:
        from caregiver_app.ui.checking.check_drawer import CheckDrawer

        judge = partial(self._services.appraising.judge, kind=sheet.subject.kind)
        drawer = CheckDrawer(self._desk.theme, sheet, judge, ring=self._desk.ring)
        drawer.kept.connect(self._keep)
        drawer.begun_anew.connect(lambda: self._keep(AppraisalDraft(subject=sheet.subject)))
        drawer.finished.connect(partial(self._finish, sheet))
        drawer.page_asked.connect(partial(open_and_tell, self._desk))
        drawer.withdrawn.connect(partial(self._withdraw, sheet))
        self._desk.overlay.open_drawer(drawer).closed.connect(partial(self._left, drawer))

    def _complete(self, due: DuePart) -> None:
        from caregiver_app.ui.checking.page_looks import PageLooks

        self._looks = PageLooks(self._desk, self._services, self._updates, self._upkeep)
        self._looks.looked.connect(self.refresh_due)
        due.add_foot(self._looks)

    def _keep(self, draft: AppraisalDraft) -> None:
        services = self._services
        self._desk.ask(self, lambda library: services.appraising.keep_draft(library, draft), lambda _nothing: None)

    def _finish(self, sheet: CheckSheet, draft: AppraisalDraft) -> None:
        from caregiver_app.ui.checking.steps import finish

        then, self._then = self._then, None
        self._desk.overlay.close_panel()
        self.doer.do(finish(self._services, draft, sheet.title), kind=_KIND, then=then)

    def _withdraw(self, sheet: CheckSheet) -> None:
        from caregiver_app.ui.checking.steps import withdraw

        self._desk.overlay.close_panel()
        self.doer.do(withdraw(self._services, sheet.subject, sheet.title), kind=_KIND)

    def _left(self, drawer: CheckDrawer) -> None:
        drawer.flush()
        if drawer.is_half_done:
            self._then = None
            self._desk.messages.say(
                _("Your answers are kept. Go on with this check when you like."), icon=Icon.NOTES, kind=_KIND
            )
            self.refresh_due()

    def _read(self, rows: tuple[ArticleRow, ...]) -> None:
        for row in rows[:1]:
            self._screen.shelf.enter(row)

    def _preview(self, review: Review) -> None:
        """Show beside the list the page that an arrow key reached."""
        shelf = self._screen.shelf
        if review.subject.kind is SubjectKind.ARTICLE and not shelf.one_pane:
            shelf.reader.show_item(ItemId(review.subject.id), own=review.stamp.own_source)

    def _show_due(self, reviews: Reviews) -> None:
        if self.for_others:
            self._screen.shelf.pane.show_due(reviews)
            self.counted.emit(sum(not _CAN_WAIT.issuperset(review.reasons) for review in reviews.due))

    def _show_anew(self) -> None:
        self._screen.refresh_all()
        self.refresh_due()
        self.changed.emit()

    def _follow(self, settings: Settings) -> None:
        shelf = self._screen.shelf
        shelf.reader.toolbar.set_with_check(settings.checks_for_others)
        shelf.reader.panels.with_check = settings.checks_for_others
        shelf.pane.filters.offer_due(settings.checks_for_others)
        if not settings.checks_for_others:
            self.counted.emit(0)


def subject_of(row: ArticleRow) -> Subject:
    """Return what is checked when somebody checks a page of the list."""
    return Subject(kind=subject_kind_of(row.kind) or SubjectKind.LINK, id=row.id)
