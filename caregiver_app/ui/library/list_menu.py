"""What "More" offers for the list: its order, its look, marking what is in it, and keeping what is searched for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.model.article import Sort
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.hide_key import hear_hide_key
from caregiver_app.ui.library.pick import Pick

DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """How the list stands: its order, its look, the words searched for and what it is narrowed to.

    `notes_too` says that care notes are open, in which the same words can be searched for; `help_too` what Help has for
    them, in words, "" for nothing; `marked` is how many pages are marked together, 0 where it is one alone.
    """

    sort: Sort
    compact: bool
    words: str
    pick: Pick
    notes_too: bool
    help_too: str = ""
    marked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDoings:
    """What the entries do. `mark_read` takes an age in milliseconds, None for every age."""

    sort: Callable[[Sort], object]
    compact: Callable[[bool], object]
    mark_read: Callable[[int | None], object]
    share: Callable[[], object]
    save_search: Callable[[], object]
    search_notes: Callable[[], object]
    open_help: Callable[[], object]
    rename: Callable[[], object]
    remove: Callable[[], object]
    shelves: Callable[[], object]
    mutes: Callable[[], object]
    tips: Callable[[], object]
    check_link: Callable[[], object]


def sort_names() -> tuple[tuple[Sort, str], ...]:
    """Return the orders a list can have, with their names."""
    return (
        (Sort.NEWEST, _("Newest first")),
        (Sort.OLDEST, _("Oldest first")),
        (Sort.TITLE, _("A to Z")),
        (Sort.DUE, _("Check due first")),
    )


def ages() -> tuple[tuple[int, str], ...]:
    """Return the ages from which pages can be marked as read, with their names."""
    return (
        (DAY_MS, _("Older than a day")),
        (7 * DAY_MS, _("Older than a week")),
        (30 * DAY_MS, _("Older than a month")),
    )


def list_menu(parent: QWidget, state: ListState, doings: ListDoings) -> QMenu:
    """Return the menu; it is the caller's to show and to delete."""
    menu = QMenu(parent)
    hear_hide_key(menu)
    menu.setAccessibleName(_("More for this list"))
    _add_order(menu, state, doings)
    menu.addSeparator()
    menu.addAction(_("Mark all as read")).triggered.connect(lambda: doings.mark_read(None))
    older = menu.addMenu(_("Mark older as read"))
    hear_hide_key(older)
    for age, name in ages():
        older.addAction(name).triggered.connect(lambda _on=False, age=age: doings.mark_read(age))
    menu.addSeparator()
    _add_keeping(menu, state, doings)
    return menu


def _add_order(menu: QMenu, state: ListState, doings: ListDoings) -> None:
    order = menu.addMenu(_("Sort by"))
    hear_hide_key(order)
    group = QActionGroup(order)
    for sort, name in sort_names():
        action = _checkable(order, name, on=sort is state.sort)
        group.addAction(action)
        action.triggered.connect(lambda _on=False, sort=sort: doings.sort(sort))
    compact = _checkable(menu, _("Compact rows"), on=state.compact)
    compact.triggered.connect(doings.compact)


def _add_keeping(menu: QMenu, state: ListState, doings: ListDoings) -> None:
    if state.marked:
        menu.addAction(_share_marked(state.marked)).triggered.connect(doings.share)
    elif state.words or state.pick.title:
        menu.addAction(_("Share these pages")).triggered.connect(doings.share)
    if state.help_too:
        menu.addAction(state.help_too).triggered.connect(doings.open_help)
    if state.words and state.notes_too:
        menu.addAction(_("Search care notes too")).triggered.connect(doings.search_notes)
    if state.words:
        menu.addAction(_("Save this search")).triggered.connect(doings.save_search)
    if state.pick.collection is not None:
        menu.addAction(_("Rename this collection")).triggered.connect(doings.rename)
        menu.addAction(_("Remove this collection")).triggered.connect(doings.remove)
    elif state.pick.search is not None:
        menu.addAction(_("Rename this search")).triggered.connect(doings.rename)
        menu.addAction(_("Remove this search")).triggered.connect(doings.remove)
    menu.addAction(_("Collections and searches")).triggered.connect(doings.shelves)
    menu.addAction(_("Muted words")).triggered.connect(doings.mutes)
    menu.addAction(_("Search tips")).triggered.connect(doings.tips)
    menu.addAction(_("Check a link or message")).triggered.connect(doings.check_link)


def marked_menu(parent: QWidget, count: int, share: Callable[[], object]) -> QMenu:
    """Return what is offered for several rows that are marked together; it is the caller's to show and to delete."""
    menu = QMenu(parent)
    hear_hide_key(menu)
    menu.setAccessibleName(_("More for the marked pages"))
    menu.addAction(_share_marked(count)).triggered.connect(share)
    return menu


def _share_marked(count: int) -> str:
    return ngettext("Share {count} marked page", "Share {count} marked pages", count).format(count=count)


def _checkable(menu: QMenu, words: str, *, on: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    return action
