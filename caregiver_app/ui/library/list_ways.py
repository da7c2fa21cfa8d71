"""What can be done with the whole list and its parts: order, look, marking, collections, searches, muted words.

Drawers are imported when they are first asked for: the first window must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.collection import Collection, MuteWord, SavedSearch
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Step
from caregiver_app.ui.library import collection_steps, search_steps
from caregiver_app.ui.library.copy_steps import want_page
from caregiver_app.ui.library.list_menu import ListDoings, ListState, list_menu
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import Standing
from caregiver_app.ui.library.read_steps import mark_read
from caregiver_app.ui.library.shelf import Shelf
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.name_edit import NamePopover

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.ui.library.collect_drawer import Holding

_NAME_WIDTH = 420


class ListWays(QObject):
    """`changed` asks for the library to be shown anew; `share_asked` carries the question whose pages are to be shared,
    `share_rows_asked` the pages themselves that were marked.

    `sort_asked` says in which order the person wants the list, `compact_asked` how large its rows, and `tips_asked`
    comes when the search tips are wanted.
    """

    changed = Signal()
    share_asked = Signal(object)
    share_rows_asked = Signal(object)
    tips_asked = Signal()
    sort_asked = Signal(object)
    compact_asked = Signal(bool)

    def __init__(self, desk: Desk, shelf: Shelf, show_pick: Callable[[Pick], None], parent: QObject) -> None:
        """`show_pick` narrows the list, wherever the person is."""
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._show_pick = show_pick
        self.doer: Doer[Library] = Doer(desk, self)
        self.doer.changed.connect(self.changed)
        shelf.reader.pictures_asked.connect(self.want_page)
        shelf.share_marked_asked.connect(self.share)
        self.doings = ListDoings(
            sort=self.sort_asked.emit,
            compact=self.choose_compact,
            mark_read=self.mark_read,
            share=self.share,
            save_search=self.name_search,
            search_notes=shelf.pane.filters.ask_notes,
            open_help=shelf.pane.filters.found.ask_help,
            rename=self.rename_pick,
            remove=self.remove_pick,
            shelves=self.open_shelves,
            mutes=self.open_mutes,
            tips=self.open_tips,
            check_link=shelf.pane.filters.check_pressed.emit,
        )

    @property
    def state(self) -> ListState:
        """How the list stands."""
        filters = self._shelf.pane.filters
        return ListState(
            sort=filters.sort,
            compact=self._shelf.pane.model.compact,
            words=filters.search.text().strip(),
            pick=filters.pick,
            notes_too=filters.found.offers_notes,
            help_too=filters.found.help_too.words,
            marked=len(self._shelf.pane.list.marked_rows),
        )

    def open_menu(self) -> None:
        """Offer what can be done with the list, below its button."""
        button = self._shelf.pane.filters.more
        menu = list_menu(button, self.state, self.doings)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def mark_read(self, age_ms: int | None = None) -> None:
        """Mark as read what the list shows; with an age only what is older."""
        now = self._desk.clock.now()
        older_than = None if age_ms is None else Millis(now - age_ms)
        step = mark_read(self._shelf.pane.loader.query, at=now, older_than=older_than)
        self.doer.do(step, kind="mark", nothing=_("There is nothing unread here."))

    def share(self) -> None:
        """Ask for the marked pages to be shared, else for all that the list shows."""
        marked = self._shelf.pane.list.marked_rows
        if marked:
            self.share_rows_asked.emit(marked)
        else:
            self.share_asked.emit(self._shelf.pane.loader.query)

    def name_search(self) -> None:
        """Ask for a name and keep the search by it, with all that narrows the list."""
        filters = self._shelf.pane.filters
        pick = filters.pick if filters.pick.search is None else Pick()
        query = search_steps.whole_query(filters.search.text(), filters.query.filter, pick)
        if not query:
            self._desk.messages.say(_("Type words into the search field first."), icon=Icon.SEARCH, kind="step")
            filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._ask_name(
            _("Save this search"),
            _("Save search"),
            name=filters.search.text().strip() or query,
            hint=_("You find it again under “Saved searches”, with what is new since."),
            then=lambda name: self.doer.do(search_steps.save(name, query, at=self._desk.clock.now()), kind="shelf"),
        )

    def rename_pick(self) -> None:
        """Ask for another name of the collection or saved search that is shown."""
        pick = self._shelf.pane.filters.pick
        rename = self._renaming(pick)
        if rename is not None:
            heading = _("Rename this search") if pick.search is not None else _("Rename this collection")
            self._ask_name(
                heading, _("Save the name"), name=pick.title, then=lambda name: self.doer.do(rename(name), kind="shelf")
            )

    def remove_pick(self) -> None:
        """Remove the collection or saved search that is shown."""
        pick = self._shelf.pane.filters.pick
        if pick.collection is not None:
            collection = Collection(id=pick.collection, name=pick.title, items=0)
            self.doer.do(collection_steps.remove(collection, at=self._desk.clock.now()), kind="shelf")
        elif pick.search is not None:
            search = SavedSearch(id=pick.search, name=pick.title, query=pick.query)
            self.doer.do(search_steps.remove(search), kind="shelf")

    def open_shelves(self) -> None:
        """Open the drawer with all collections and saved searches."""
        from caregiver_app.ui.library.shelves_drawer import ShelvesDrawer

        found = self._shelf.pane.standing
        if found is None:
            return
        drawer = ShelvesDrawer(self._desk, self.doer, found)
        drawer.picked.connect(self._pick)
        self._desk.overlay.open_drawer(drawer)
        drawer.new.begin()

    def choose_compact(self, compact: bool) -> None:
        """Ask for compact rows, or for large ones."""
        self.compact_asked.emit(compact)

    def open_tips(self) -> None:
        """Ask for the search tips."""
        self.tips_asked.emit()

    def open_mutes(self) -> None:
        """Open the drawer with the muted words."""
        self._desk.ask(self, lambda library: library.mutes.list(), self._show_mutes, key="mutes")

    def open_mutes_for(self, row: ArticleRow) -> None:
        """Open the drawer with the muted words, and offer those of a page's title."""
        self._desk.ask(
            self, lambda library: library.mutes.list(), lambda words: self._show_mutes(words, row.title), key="mutes"
        )

    def open_collect(self, row: ArticleRow) -> None:
        """Open the drawer that says on which collections a page stands."""
        from caregiver_app.ui.library.collect_drawer import holding

        self._desk.ask(
            self,
            lambda library: holding(library, row.id),
            lambda found: self._show_collect(row, found),
            key="holding",
        )

    def take_standing(self, standing: Standing) -> None:
        """Follow what became of the collection or search that is shown, and of all in the drawer."""
        from caregiver_app.ui.library.shelves_drawer import ShelvesDrawer

        filters = self._shelf.pane.filters
        now = pick_now(filters.pick, standing)
        if now is None:
            filters.set_pick(Pick())
        elif now.title != filters.pick.title:
            filters.rename_pick(now.title)
        panel = self._desk.overlay.panel
        if panel is not None and isinstance(panel.content, ShelvesDrawer):
            panel.content.show_standing(standing)

    def want_page(self, row: ArticleRow) -> None:
        """Have a whole page with its pictures come with the next update."""
        nothing = _("It is tried again with the next update.")
        self.doer.do(want_page(row, at=self._desk.clock.now()), kind="keep", nothing=nothing)

    def _show_mutes(self, words: tuple[MuteWord, ...], title: str = "") -> None:
        from caregiver_app.ui.library.mutes_drawer import MutesDrawer

        drawer = MutesDrawer(self._desk, self.doer, words, title)
        self._desk.overlay.open_drawer(drawer)
        drawer.new.begin()

    def _show_collect(self, row: ArticleRow, found: Holding) -> None:
        from caregiver_app.ui.library.collect_drawer import CollectDrawer

        drawer = CollectDrawer(self._desk, self.doer, row, found)
        self._desk.overlay.open_drawer(drawer)
        first = drawer.boxes[0] if drawer.boxes else drawer.new.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_name(self, heading: str, verb: str, *, name: str, then: Callable[[str], None], hint: str = "") -> None:
        popover = NamePopover(self._desk.theme, heading, verb, name=name, hint=hint)
        close = self._desk.overlay.close_panel
        popover.left.connect(close)

        def take(typed: str) -> None:
            close()
            then(typed)

        popover.named.connect(take)
        self._desk.overlay.open_popover(popover, anchor=self._shelf.pane.filters.picker, width=_NAME_WIDTH)

    def _renaming(self, pick: Pick) -> Callable[[str], Step[Library]] | None:
        if pick.collection is not None:
            collection = Collection(id=pick.collection, name=pick.title, items=0)
            return lambda name: collection_steps.rename(collection, name)
        if pick.search is not None:
            search = SavedSearch(id=pick.search, name=pick.title, query=pick.query)
            return lambda name: search_steps.rename(search, name)
        return None

    def _pick(self, pick: Pick) -> None:
        self._desk.overlay.close_panel()
        self._show_pick(pick)


def pick_now(pick: Pick, standing: Standing) -> Pick | None:
    """Return what the list is narrowed to as it is called now; None: it is not there any more."""
    if pick.collection is not None:
        title = next((one.name for one in standing.collections if one.id == pick.collection), None)
    elif pick.search is not None:
        title = next((one.search.name for one in standing.searches if one.search.id == pick.search), None)
    else:
        return pick
    return replace(pick, title=title) if title is not None else None
