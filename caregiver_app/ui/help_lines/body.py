"""The inside of the screen: the emergency number, what is wanted, and what was found; it holds what is looked for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.bootstrap.help_choosing import (
    EVERYWHERE,
    Wanted,
    groups_for,
    languages_of,
    lines_for,
    lines_instead,
    words_to_try,
)
from caregiver_app.library.typed_words import asks_for_emergency
from caregiver_app.model.help_lines import HelpDirectory, HelpLine
from caregiver_app.model.pack_help import HelplineKind
from caregiver_app.model.time import day_of
from caregiver_app.support.helplines import HelpKind, emergency_numbers, emergency_numbers_of
from caregiver_app.support.i18n import as_beginning, country_name, format_number, language_name, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import kind_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.help_lines.emergency_part import EmergencyPart
from caregiver_app.ui.help_lines.results import AT_ONCE, Entries, Results
from caregiver_app.ui.leaving_callout import LeavingCallout
from caregiver_app.ui.library.search_field import SearchField
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.focus import stop_named
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.page import Page, ScreenHeader

LINES, GROUPS = "lines", "groups"
_WIDEST = 820
_DISCREET = (HelplineKind.CRISIS, HelplineKind.ABUSE)


class HelpBody(QWidget):
    """`left` comes when somebody wants all of this out of sight. What is chosen here is kept nowhere."""

    left = Signal()

    def __init__(self, desk: HelpDesk, *, can_print: bool, parent: QWidget | None = None) -> None:
        """`can_print` is whether there is a way to paper from here."""
        super().__init__(parent)
        theme = desk.theme
        self._can_print = can_print
        self._desk = desk
        self._directory = HelpDirectory()
        self._most = AT_ONCE
        self._chose_country = False
        self.wanted = Wanted()
        self.emergency: EmergencyPart | None = None
        self.results: Results | None = None
        self.page = Page(theme, _("Help and helplines"), widest=_WIDEST)
        self.leaving = LeavingCallout(theme)
        self.leaving.left.connect(self.left)
        self.search = SearchField(theme, _("Search name, place or need"))
        self.kinds = ChipGroup(theme, _("What is shown"), _kinds())
        self.country = FoldChoice(theme, _("Country"), ring=desk.ring)
        self.language = FoldChoice(theme, _("Language"), ring=desk.ring)
        self.print = Button(theme, _("Print these lines"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self.empty = EmptyState(theme, Icon.PHONE, "")
        self._lay_out()
        self.search.asked.connect(lambda words, _complete: self._want(replace(self.wanted, words=words)))
        self.kinds.chosen.connect(self._choose_kind)
        self.country.chosen.connect(self._choose_country)
        self.language.chosen.connect(lambda tag: self._want(replace(self.wanted, language=tag)))

    def look(self) -> None:
        """Ask for what is known now; what is chosen stays."""
        self._desk.ask(self, self._take)

    def new_day(self) -> None:
        """Say anew what is said of days, with the keyboard where it was."""
        focused = QApplication.focusWidget()
        parts = (self.emergency, self.results)
        goes = focused is not None and any(part is not None and part.isAncestorOf(focused) for part in parts)
        name = focused.accessibleName() if focused is not None and goes else ""
        self._put_emergency()
        self._show()
        for made in filter(None, (self.emergency, self.results)):
            made.show()  # a layout shows it only later, and what is not shown takes no keyboard
        again = stop_named(self.page, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, words: str, *, groups: bool) -> None:
        """Show what there is for some words, as soon as it is known."""
        self.search.put(words)
        self.kinds.set_current(GROUPS if groups else LINES)
        self.wanted = replace(self.wanted, words=words)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def _take(self, directory: HelpDirectory) -> None:
        self._directory = directory
        if not self._chose_country:
            self.wanted = replace(self.wanted, country=directory.country.partition("-")[0])
        self._show_choices()
        self._show()

    def _choose_kind(self, key: str) -> None:
        self.kinds.set_current(key)
        self._want(self.wanted)

    def _choose_country(self, country: str) -> None:
        self._chose_country = True
        self._want(replace(self.wanted, country=country, language=""))

    def _want(self, wanted: Wanted) -> None:
        before, self.wanted = self.wanted, wanted
        self._most = AT_ONCE
        if (before.country, before.language) != (wanted.country, wanted.language):
            self._show_choices()
        count = self._show()
        # Translators: how many phone lines and groups fit what was asked for
        found = ngettext("{count} found", "{count} found", count).format(count=format_number(count))
        announce(found if count else " ".join(filter(None, self._nothing_words())))

    def _show_more(self) -> None:
        at = len(self.results.cards) if self.results is not None else 0
        self._most += AT_ONCE
        self._show()
        if self.results is not None and at < len(self.results.cards):
            stop = self.results.cards[at].first_stop()
            if stop is not None:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> int:
        """Show what is wanted and return how many entries that are; of words that find none, lines for anybody."""
        found = self._entries()
        lost = not found and bool(self.wanted.words.strip())
        entries = lines_instead(self._directory, self.wanted) if lost else found
        self._put_results(entries)
        self.leaving.setVisible(any(isinstance(each, HelpLine) and each.line.kind in _DISCREET for each in entries))
        heading, text = self._nothing_words()
        self.empty.set_message(heading, text)
        self.empty.setVisible(not found)
        self.print.setVisible(self._can_print and self.kinds.current == LINES)
        return len(found)

    def _entries(self) -> Entries:
        find = groups_for if self.kinds.current == GROUPS else lines_for
        return find(self._directory, self.wanted)

    def _show_choices(self) -> None:
        """Show what can be chosen, and the emergency number of what is."""
        self._put_emergency()
        self.country.show_options(self._countries(), self.wanted.country)
        spoken = languages_of(self._directory, self.wanted.country)
        everything = Option(value="", text=_("All languages"))
        options = [everything, *(Option(value=tag, text=as_beginning(language_name(tag)) or tag) for tag in spoken)]
        self.language.show_options(options, self.wanted.language)
        self.language.setVisible(len(spoken) > 1)

    def _countries(self) -> list[Option[str]]:
        found = {line.state for line in emergency_numbers()}
        found |= {each.state for each in self._directory.entries}
        found |= {self.wanted.country}
        named = sorted((country_name(code), code) for code in found - {"", EVERYWHERE})
        return [Option(value="", text=_("All countries")), *(Option(value=code, text=name) for name, code in named)]

    def _put_emergency(self) -> None:
        today = day_of(self._desk.clock.now())
        before = self.emergency
        self.emergency = EmergencyPart(self._desk.theme, self.wanted.country, today)
        self._first.addWidget(self.emergency)
        _take_away(self._first, before)

    def _put_results(self, entries: Entries) -> None:
        before, self.results = self.results, None
        if entries:
            self.results = Results(self._desk, self._directory, entries, self._most)
            self.results.more_asked.connect(self._show_more)
            self._found.addWidget(self.results)
        _take_away(self._found, before)

    def _nothing_words(self) -> tuple[str, str]:
        if self.wanted.words.strip():
            return self._no_entry_words()
        if not self.wanted.country:
            return _("Which country are you in?"), _("Choose it above. Nobody is told, and it is not kept.")
        if self.kinds.current == GROUPS:
            return _("No online groups for this country."), _("The packs that are here have none.")
        return _("No phone lines for this country."), _("The packs that are here have none.")

    def _no_entry_words(self) -> tuple[str, str]:
        number = next((line.phone for line in emergency_numbers_of(self.wanted.country)), "")
        if asks_for_emergency(self.wanted.words):
            if number:
                # Translators: {number} is e.g. "112"
                return _("In an emergency, call {number}.").format(number=number), ""
            return kind_words(HelpKind.EMERGENCY), _("The numbers stand above.")
        tried = words_to_try(self._directory, self.wanted, groups=self.kinds.current == GROUPS)
        # Translators: {words} is e.g. "talk · poison"
        others = _("Try another word: {words}").format(words="  ·  ".join(tried)) if tried else ""
        # Translators: {number} is e.g. "112"
        danger = _("In danger right now? Call {number}.").format(number=number) if number else ""
        return _("No entry for that word."), "\n".join(filter(None, (danger, others)))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        body = self.page.body
        words = _("Works without the internet. Nobody is told that you look here, and nothing of it is kept.")
        body.addWidget(ScreenHeader(theme, _("Help and helplines"), words))
        body.addWidget(self.leaving)
        self._first = Column(theme)
        body.addLayout(self._first)
        body.addWidget(self.search)
        body.addWidget(self.kinds)
        choices = QWidget()
        flow = Flow(theme, gap=12, parent=choices)
        for choice in (self.country, self.language):
            flow.addWidget(choice)
        body.addWidget(choices)
        body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeading)
        self._found = Column(theme)
        body.addWidget(self.empty)
        body.addLayout(self._found)
        for part in (self.leaving, self.empty, self.language, self.print):
            part.setVisible(False)
        Column(theme, parent=self).addWidget(self.page)


def _kinds() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=LINES, text=_("Phone lines"), icon=Icon.PHONE),
        ChipChoice(key=GROUPS, text=_("Online groups"), icon=Icon.PERSON),
    )


def _take_away(column: Column, part: QWidget | None) -> None:
    if part is not None:
        column.removeWidget(part)
        part.hide()
        part.deleteLater()
