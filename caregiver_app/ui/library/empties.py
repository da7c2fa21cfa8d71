"""What the list says while it has nothing to show: why, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import Standing
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.scrolled import Scrolled


class Wish(Enum):
    """What a button of an empty list asks for."""

    TOPICS = auto()
    ADD_SOURCE = auto()
    UPDATE = auto()
    CLEAR_SEARCH = auto()
    SHOW_ALL = auto()
    ALL_SOURCES = auto()
    GUIDES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptiness:
    """The words of an empty list, and what its buttons offer."""

    icon: Icon
    heading: str
    text: str = ""
    wishes: tuple[Wish, ...] = ()


def emptiness(query: ArticleQuery, standing: Standing | None, pick: Pick) -> Emptiness:
    """Return why a list shows nothing."""
    if query.text:
        return Emptiness(
            icon=Icon.SEARCH,
            heading=_("Nothing found for “{words}”.").format(words=shorten(query.text, 60)),
            text=_("Try a shorter word."),
            wishes=(Wish.CLEAR_SEARCH,),
        )
    if query.filter is ArticleFilter.SAVED:
        text = _("Press Save on a page. You find it here again, whatever else comes.")
        return Emptiness(icon=Icon.STAR, heading=_("Nothing saved yet."), text=text, wishes=(Wish.SHOW_ALL,))
    if standing is not None and not standing.pages:
        return _empty_library(standing)
    if query.filter is ArticleFilter.NEW:
        return Emptiness(icon=Icon.CHECK, heading=_("You have read everything new."), wishes=(Wish.SHOW_ALL,))
    if pick.collection is not None:
        heading = _("Nothing in “{title}” yet.").format(title=shorten(pick.title, 60))
        text = _("Open a page, press More and then “Save to collection”.")
        return Emptiness(icon=Icon.FOLDER, heading=heading, text=text, wishes=(Wish.ALL_SOURCES,))
    if pick.title:
        heading = _("No pages from “{title}” yet.").format(title=shorten(pick.title, 60))
        return Emptiness(icon=Icon.LIBRARY, heading=heading, wishes=(Wish.ALL_SOURCES,))
    return Emptiness(icon=Icon.LIBRARY, heading=_("No pages to show."), wishes=(Wish.UPDATE,))


def _empty_library(standing: Standing) -> Emptiness:
    guides = (Wish.GUIDES,) if standing.guides else ()
    if any(source.enabled for source in standing.sources):
        return Emptiness(
            icon=Icon.LIBRARY,
            heading=_("No pages yet."),
            text=_("Get updates once. After that you can read without the internet."),
            wishes=(Wish.UPDATE, *guides),
        )
    return Emptiness(
        icon=Icon.LIBRARY,
        heading=_("Your library is empty."),
        text=_("Choose topics, and Caregiver gets pages from organisations that know about them."),
        wishes=(Wish.TOPICS, Wish.ADD_SOURCE, *guides),
    )


class EmptyList(QStackedWidget):
    """Shows an `Emptiness`; `wished` carries what was pressed."""

    wished = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Emptiness | None = None

    @property
    def emptiness(self) -> Emptiness | None:
        """What is said now."""
        return self._shown

    def show_emptiness(self, shown: Emptiness) -> None:
        """Say why there is nothing."""
        if shown == self._shown:
            return
        self._shown = shown
        buttons = [self._button(wish) for wish in shown.wishes]
        area = Scrolled(EmptyState(self._theme, shown.icon, shown.heading, shown.text, buttons))
        old = self.currentWidget()
        self.addWidget(area)
        self.setCurrentWidget(area)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def _button(self, wish: Wish) -> Button:
        words = {
            Wish.TOPICS: _("Choose topics"),
            Wish.ADD_SOURCE: _("Add a source"),
            Wish.UPDATE: _("Get updates now"),
            Wish.CLEAR_SEARCH: _("Clear search"),
            Wish.SHOW_ALL: _("Show all pages"),
            Wish.ALL_SOURCES: _("Show all sources"),
            Wish.GUIDES: _("Read the guides"),
        }[wish]
        # The field has a button of the same name, and names are unique in a view.
        name = _("Clear search and show all pages") if wish is Wish.CLEAR_SEARCH else words
        button = Button(self._theme, words, name=name)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button
