"""What narrows the list: the search field, the source picker and the chips, with what was found below them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from caregiver_app.model.article import ArticleFilter, Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import current_language, format_number, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.found_part import FoundPart
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import pick_icon
from caregiver_app.ui.library.picker_button import PickerButton
from caregiver_app.ui.library.questions import NEW_CAP
from caregiver_app.ui.library.search_field import SearchField, is_ranked
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column, Flow, Row

TO_CHECK = "to-check"
"""The chip that shows, in the place of the list, what waits to be looked at; only for who checks for others."""


class FilterBar(QWidget):
    """Keeps what is asked of the list; `asked` comes with each new question, `due_asked` for the chip `TO_CHECK`.

    `notes_asked` carries the words of a search that somebody wants made in the care notes too.
    """

    asked = Signal(object)
    due_asked = Signal()
    picker_pressed = Signal()
    tips_pressed = Signal()
    more_pressed = Signal()
    check_pressed = Signal()
    notes_asked = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pick = Pick()
        self._complete = True
        self._sort = Sort.NEWEST
        self.search = SearchField(theme, _("Search your library"))
        self.picker = PickerButton(theme, self._pick.title or _("All sources"))
        self.chips = ChipGroup(theme, _("Show"), _chips())
        self.chips.chip(TO_CHECK).setVisible(False)
        self.tips = Button(theme, _("Search tips"), kind=ButtonKind.QUIET)
        self.check = Button(
            theme, _("Check a link"), kind=ButtonKind.QUIET, icon=Icon.SHIELD, name=_("Check a link or message")
        )
        self.more = IconButton(theme, Icon.MORE, _("More for this list"))
        self.found = FoundPart(theme)
        self._lay_out(theme)
        self.search.asked.connect(self._words_asked)
        self.chips.chosen.connect(lambda _key: self._ask())
        self.picker.clicked.connect(self.picker_pressed)
        self.tips.clicked.connect(self.tips_pressed)
        self.more.clicked.connect(self.more_pressed)
        self.check.clicked.connect(self.check_pressed)
        self.found.notes_asked.connect(self.ask_notes)

    @property
    def query(self) -> ArticleQuery:
        """The question as it stands."""
        words = self.search.text().strip()
        return ArticleQuery(
            text=words,
            filter=ArticleFilter.ALL if self.shows_due else ArticleFilter(self.chips.current),
            source_id=self._pick.source_id,
            topic=self._pick.topic,
            collection=self._pick.collection,
            sort=self._sort,
            ranked=is_ranked(words, complete=self._complete),
            begun=not self._complete,
            muted=self._looks_for(words),
            guides=self._pick.guides,
            with_guides=True,
            with_links=True,
            language=current_language(),
        )

    def _looks_for(self, words: str) -> bool:
        """Return whether something is looked for, rather than looked through: then no mute word stands in the way."""
        saved = self.chips.current == ArticleFilter.SAVED.value
        return bool(words) or saved or self._pick.collection is not None

    @property
    def shows_due(self) -> bool:
        """True while what waits to be looked at is shown in the place of the list."""
        return self.chips.current == TO_CHECK

    @property
    def pick(self) -> Pick:
        """Which source or topic is shown."""
        return self._pick

    @property
    def sort(self) -> Sort:
        """In which order the list stands."""
        return self._sort

    def set_sort(self, sort: Sort) -> None:
        """Ask in another order from the next question on."""
        self._sort = sort

    def set_pick(self, pick: Pick) -> None:
        """Show only a part of the library, or all again; a saved search brings its words and takes them along."""
        if pick.search is not None or self.shows_due:
            self.chips.set_current(ArticleFilter.ALL.value)
        if pick.search is not None or self._pick.search is not None:
            self.search.put(pick.query)
            self._complete = True
        self._show_pick(pick)
        self._ask()

    def rename_pick(self, title: str) -> None:
        """Show that what the list is narrowed to is called otherwise."""
        self._show_pick(replace(self._pick, title=title))

    def forget(self) -> None:
        """Ask for everything, as at the start; the words of before cannot be taken back by undo either."""
        self.search.put("")
        self.chips.set_current(ArticleFilter.ALL.value)
        self._complete = True
        self._show_pick(Pick())
        self.found.forget()
        self._ask()

    def offer_due(self, offered: bool) -> None:
        """Show the chip for what waits to be looked at, or take it away and show the list again."""
        self.chips.chip(TO_CHECK).setVisible(offered)
        if self.shows_due and not offered:
            self.show_chip(ArticleFilter.ALL)

    def show_due(self) -> None:
        """Switch to what waits to be looked at."""
        self.chips.set_current(TO_CHECK)
        self._ask()

    def count_due(self, count: int) -> None:
        """Put the number of things that wait into their chip."""
        # Translators: {count} is how many pages wait to be looked at
        text = _("To check {count}").format(count=format_number(count)) if count else _("To check")
        self.chips.set_text(TO_CHECK, text)

    def show_chip(self, chip: ArticleFilter) -> None:
        """Switch to a chip and ask."""
        self.chips.set_current(chip.value)
        self._ask()

    def show_new(self, count: int) -> None:
        """Put the number of unread pages into the chip."""
        if not count:
            self.chips.set_text(ArticleFilter.NEW.value, pgettext("pages", "New"))
            return
        shown = f"{NEW_CAP - 1}+" if count >= NEW_CAP else format_number(count)
        text = _("New {count}").format(count=shown)
        # Translators: spoken for the chip that shows only unread pages
        self.chips.set_text(ArticleFilter.NEW.value, text, name=_("{text} pages").format(text=text))

    def ask_notes(self) -> None:
        """Have the care notes searched for what the field says."""
        self.notes_asked.emit(self.search.text().strip())

    def set_low(self, low: bool) -> None:
        """Take as little height as possible: field and picker side by side; tips and checking are under More."""
        side_by_side = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._fields.setDirection(side_by_side)
        self._ways.setVisible(not low)
        self.found.set_low(low)
        self.search.setPlaceholderText(_("Search") if low else _("Search your library"))

    def add_beside_chips(self, widget: QWidget) -> None:
        """Put a widget at the end of the row of chips."""
        self._beside.addWidget(widget)

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, gap=10, parent=self)
        self._fields = Column(theme, gap=10)
        self._fields.addWidget(self.search, 1)
        beside = Row(theme, gap=4)
        beside.addWidget(self.picker, 1)
        beside.addWidget(self.more)
        self._fields.addLayout(beside, 1)
        column.addLayout(self._fields)
        row = Row(theme, gap=6)
        middle = Column(theme, margins=(0, 3, 0, 3))  # chips are lower than the button beside them
        middle.addWidget(self.chips)
        row.addLayout(middle, 1)
        self._beside = Row(theme, gap=6)
        row.addLayout(self._beside)
        row.setAlignment(self._beside, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._ways = QWidget()
        ways = Flow(theme, gap=6, parent=self._ways)
        ways.addWidget(self.check)
        ways.addWidget(self.tips)
        column.addWidget(self._ways)
        column.addWidget(self.found)

    def _words_asked(self, _words: str, complete: bool) -> None:
        self._complete = complete
        if self.shows_due:
            self.chips.set_current(ArticleFilter.ALL.value)  # words are looked for in pages
        if self._pick.search is not None and self.search.text().strip() != self._pick.query.strip():
            self._show_pick(Pick())  # other words are another search
        self._ask()

    def _show_pick(self, pick: Pick) -> None:
        self._pick = pick
        self.picker.show_pick(pick.title or _("All sources"), pick_icon(pick), narrowed=bool(pick.title))

    def _ask(self) -> None:
        self.more.setVisible(not self.shows_due)  # what it offers is about the list of pages
        self.found.set_shows_pages(not self.shows_due)
        if self.shows_due:
            self.due_asked.emit()
        else:
            self.asked.emit(self.query)


def _chips() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=ArticleFilter.ALL.value, text=pgettext("pages", "All"), name=_("All pages")),
        ChipChoice(key=ArticleFilter.NEW.value, text=pgettext("pages", "New"), name=_("New pages")),
        ChipChoice(key=TO_CHECK, text=_("To check")),
        ChipChoice(key=ArticleFilter.SAVED.value, text=pgettext("pages", "Saved"), name=_("Saved pages")),
    )
