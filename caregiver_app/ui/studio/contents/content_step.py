"""Step 2, "What is in it": all that the pack holds, by kind and with its state, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import format_number, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.studio.contents import work
from caregiver_app.ui.studio.contents.entries import CHECKED, PackEntry
from caregiver_app.ui.studio.contents.ways import ContentWays
from caregiver_app.ui.studio.contents.work import Contents
from caregiver_app.ui.studio.place import TEXTS, WITHDRAWN, Place, place_of
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.studio.writing.kind_words import kind_words
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.page import Page

ALL = "all"
_ROWS = 6
_WIDEST = 900


class ContentStep(StudioStep):
    """Nothing is typed here; entries themselves are changed where they are written."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder: Path | None = None
        self._goal = ""
        self.contents = Contents(entries=(), version=0)
        theme = tools.desk.theme
        self.ways = ContentWays(tools, self)
        self.kinds = ChipGroup(theme, _("Kinds"), _choices())
        self.list = LineList(theme, _("What is in the pack"), ring=tools.desk.ring, rows=_ROWS)
        self.take = Button(theme, _("Take from your library"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.change = Button(theme, _("Change"), icon=Icon.NOTES)
        self.check = Button(theme, pgettext("a page", "Check"), icon=Icon.SHIELD)
        self.take_out = Button(theme, _("Take out"), icon=Icon.MINUS)
        self.withdraw = Button(theme, _("Withdraw"), icon=Icon.ARCHIVE)
        self.word_back = Button(theme, _("Take the withdrawal back"), icon=Icon.UNDO)
        self.empty = EmptyState(theme, Icon.PACKS, *_empty_words())
        self.trouble = Callout(theme, Tone.WARN, Icon.ALERT, _("This pack cannot be listed yet"))
        self._lay_out()
        self._connect()

    def open(self, folder: Path) -> None:
        """Show what is in the pack now."""
        self._folder = folder
        services = self._tools.services

        def read(_library: object) -> Contents | CaregiverError:
            try:
                return work.read_contents(services, folder)
            except CaregiverError as error:
                return error

        self._tools.desk.ask(self, read, lambda found: self._show(folder, found), key="studio.contents")

    def go_to(self, place: Place) -> bool:
        """Show an entry, or a withdrawal, in the list."""
        if not place.listed:
            return False
        self._goal = f"{place.listed} {place.entry}"
        self._reach()
        return True

    def areas(self) -> Sequence[QWidget]:
        """Return what is shown."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    @property
    def current(self) -> PackEntry | None:
        """The entry of the current line."""
        key = self.list.current
        return next((entry for entry in self.contents.entries if entry.line.key == key), None)

    def _show(self, folder: Path, found: Contents | CaregiverError) -> None:
        if folder != self._folder:
            return
        is_listed = isinstance(found, Contents)
        self.contents = found if isinstance(found, Contents) else Contents(entries=(), version=0)
        self.trouble.setVisible(not is_listed)
        if isinstance(found, CaregiverError):
            way = _("“Look it over” leads to it.")
            why = f"{sentence_for(found).text} {way}"
            self.trouble.set_message(_("This pack cannot be listed yet"), why)
        self.take.setVisible(is_listed)
        self._count()
        self._show_lines()
        self._reach()

    def _count(self) -> None:
        entries = self.contents.entries
        for choice in _choices():
            count = sum(entry.listed == choice.key for entry in entries) if choice.key != ALL else len(entries)
            # Translators: a kind of thing and how many there are, e.g. "Phone lines 3"
            words = _("{kind} {count}").format(kind=choice.text, count=format_number(count))
            self.kinds.set_text(choice.key, words)
            self.kinds.chip(choice.key).setVisible(bool(count))
        if self.kinds.chip(self.kinds.current).isHidden():
            self.kinds.set_current(ALL)

    def _show_lines(self) -> None:
        kind = self.kinds.current
        lines = [entry.line for entry in self.contents.entries if kind in (ALL, entry.listed)]
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        if lines and not self.list.current:
            self.list.show_key(lines[0].key)
        self.empty.setVisible(not lines and self.trouble.isHidden())
        self._follow()

    def _reach(self) -> None:
        if self._goal and any(entry.line.key == self._goal for entry in self.contents.entries):
            self.kinds.set_current(ALL)
            self._show_lines()
            self.list.show_key(self._goal)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._goal = ""
            self._follow()

    def _follow(self) -> None:
        entry = self.current
        is_entry = entry is not None and entry.listed != WITHDRAWN
        self.change.setVisible(is_entry)
        self.check.setVisible(entry is not None and entry.listed in CHECKED)
        self.withdraw.setVisible(is_entry)
        self.word_back.setVisible(entry is not None and not is_entry)
        self.take_out.setVisible(entry is not None and entry.listed not in (*TEXTS, WITHDRAWN))

    def _connect(self) -> None:
        self.ways.changed.connect(self._changed)
        self.kinds.chosen.connect(lambda _key: self._show_lines())
        self.list.picked.connect(lambda _line: self._follow())
        self.list.opened.connect(self._open_line)
        self.take.clicked.connect(lambda _pressed: self._with_folder(self.ways.ask_what_to_take))
        self.change.clicked.connect(lambda _pressed: self._change())
        self.check.clicked.connect(lambda _pressed: self._with_entry(self.ways.check))
        self.take_out.clicked.connect(lambda _pressed: self._with_entry(self.ways.take_out))
        self.withdraw.clicked.connect(lambda _pressed: self._with_entry(self._ask_why))
        self.word_back.clicked.connect(lambda _pressed: self._with_entry(self.ways.take_word_back))

    def _changed(self) -> None:
        self.changed.emit()
        if self._folder is not None:
            self.open(self._folder)

    def _with_folder(self, act: Callable[[Path], object]) -> None:
        if self._folder is not None:
            act(self._folder)

    def _with_entry(self, act: Callable[[Path, PackEntry], object]) -> None:
        entry = self.current
        if self._folder is not None and entry is not None:
            act(self._folder, entry)

    def _ask_why(self, folder: Path, entry: PackEntry) -> None:
        self.ways.ask_why(folder, entry, self.contents.entries)

    def _change(self) -> None:
        entry = self.current
        if entry is not None and entry.listed != WITHDRAWN:
            self.wanted.emit(place_of(f"{entry.listed}[{entry.key}]"))

    def _open_line(self, _line: Line) -> None:
        """Put the keyboard at what can be done with the line that was pressed."""
        self._follow()
        first = self.word_back if self.change.isHidden() else self.change
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        theme = self._tools.desk.theme
        self.page = Page(theme, _("What is in it"), widest=_WIDEST)
        for part in (self.trouble, self._flow(self.take), self.kinds, self.empty, self.list):
            self.page.body.addWidget(part)
        self.page.body.addWidget(self._flow(self.change, self.check, self.take_out, self.withdraw, self.word_back))
        self.trouble.setVisible(False)
        Column(theme, parent=self).addWidget(self.page)
        self._count()
        self._show_lines()

    def _flow(self, *buttons: Button) -> QWidget:
        holder = QWidget()
        flow = Flow(self._tools.desk.theme, gap=8, parent=holder)
        for button in buttons:
            flow.addWidget(button)
        return holder


def _choices() -> tuple[ChipChoice, ...]:
    kinds = ((key, words.many) for key, words in kind_words().items() if key != "pictures")
    chips = (ChipChoice(key=key, text=text) for key, text in kinds)
    return (ChipChoice(key=ALL, text=_("All")), *chips, ChipChoice(key=WITHDRAWN, text=_("Withdrawn")))


def _empty_words() -> tuple[str, str]:
    what = _(
        "Take pages, organisations and sources from your library, or write guides and phone lines in the next step."
    )
    return _("Nothing is in this pack yet"), what
