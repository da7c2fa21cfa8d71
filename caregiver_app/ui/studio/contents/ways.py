"""What can be done with a thing in a pack: taken in, checked, taken out, withdrawn. Each can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.bootstrap.pack_changes import PackChange
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.doer import NAME_CHARS, Doer, Done
from caregiver_app.ui.library.search_field import is_ranked
from caregiver_app.ui.studio.contents import work
from caregiver_app.ui.studio.contents.entries import PackEntry
from caregiver_app.ui.studio.contents.take_drawer import ORGANISATIONS, SOURCES, TakeDrawer
from caregiver_app.ui.studio.contents.withdraw_drawer import WithdrawDrawer
from caregiver_app.ui.studio.contents.work import Takeable
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_taking import TakenIn
    from caregiver_app.library.store import Library

_KIND = "studio"


class ContentWays(QObject):
    """`changed` comes after each, after undo and redo too."""

    changed = Signal()

    def __init__(self, tools: StudioTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._doer: Doer[Library] = Doer(tools.desk, self)
        self._doer.changed.connect(self.changed)

    def ask_what_to_take(self, folder: Path) -> TakeDrawer:
        """Open the search over the library; it stays open, so that several can be taken."""
        drawer = TakeDrawer(self._tools.desk)
        drawer.asked.connect(lambda kind, words, complete: self._find(drawer, folder, kind, words, complete=complete))
        drawer.taken.connect(lambda wanted: self._take(drawer, folder, wanted))
        self._tools.desk.overlay.open_drawer(drawer)
        drawer.ask_again()
        return drawer

    def check(self, folder: Path, entry: PackEntry) -> None:
        """Open the check drawer over a page or an organisation; the new check comes into the pack."""
        services, desk = self._tools.services, self._tools.desk

        def find(library: Library) -> Subject | None:
            return work.subject_of_entry(services, library, folder, entry)

        def found(subject: Subject | None) -> None:
            if subject is None:
                words = _("This organisation is not in your library, so it cannot be checked here.")
                desk.messages.say(words, icon=Icon.INFO, kind=_KIND)
            else:
                wanted = Takeable(title=entry.title, facts="", there=True, subject=subject)
                self._tools.check(subject, lambda: self._take_check(folder, wanted))

        desk.ask(self, find, found)

    def take_out(self, folder: Path, entry: PackEntry) -> None:
        """Take something out that no family was given yet."""
        self._doer.do(lambda _library: work.take_out(folder, entry), kind=_KIND)

    def take_word_back(self, folder: Path, entry: PackEntry) -> None:
        """Take back that something is withdrawn."""
        services = self._tools.services
        self._doer.do(lambda _library: work.take_word_back(services, folder, entry), kind=_KIND)

    def ask_why(self, folder: Path, entry: PackEntry, others: Sequence[PackEntry]) -> WithdrawDrawer:
        """Ask why something is withdrawn, and withdraw it."""
        desk, services = self._tools.desk, self._tools.services
        drawer = WithdrawDrawer(desk.theme, entry, others, ring=desk.ring)

        def done(came: Done[Library] | tuple[PackProblem, ...]) -> None:
            if not isinstance(came, Done):
                drawer.show_problems(came)
                return
            desk.overlay.close_panel()
            self._offer(came)

        def withdraw(reason: str, replacement: str) -> None:
            desk.ask(self, lambda _library: work.withdraw(services, folder, entry, reason, replacement), done)

        drawer.wanted.connect(withdraw)
        desk.overlay.open_drawer(drawer)
        return drawer

    def _find(self, drawer: TakeDrawer, folder: Path, kind: str, words: str, *, complete: bool) -> None:
        query = ArticleQuery(
            text=words, ranked=is_ranked(words, complete=complete), begun=not complete, with_links=True
        )

        def find(library: Library) -> tuple[Takeable, ...]:
            if kind == ORGANISATIONS:
                return work.find_organisations(library, folder, words)
            if kind == SOURCES:
                return work.find_sources(library, folder, words)
            return work.find_pages(library, folder, query)

        self._tools.desk.ask(drawer, find, drawer.show_found, key="studio.take")

    def _take(self, drawer: TakeDrawer, folder: Path, wanted: Takeable) -> None:
        def told(words: str) -> None:
            drawer.say(words)
            drawer.ask_again()

        self._take_in(folder, wanted, told)

    def _take_check(self, folder: Path, wanted: Takeable) -> None:
        """Take a check that was saved just now; taken back, the pack has the one before, or none."""
        services = self._tools.services

        def done(change: PackChange[TakenIn]) -> None:
            if not change.is_none:
                words = _("The check is in the pack: {title}").format(title=shorten(wanted.title, NAME_CHARS))
                self._offer(work.done_with(folder, change, words, Icon.SHIELD))

        self._tools.desk.ask(self, lambda library: work.take(services, library, folder, wanted), done)

    def _take_in(self, folder: Path, wanted: Takeable, told: Callable[[str], None]) -> None:
        services = self._tools.services

        def done(change: PackChange[TakenIn]) -> None:
            title = shorten(wanted.title, NAME_CHARS)
            if change.answer.left_out:
                why = problem_words(change.answer.left_out[0])
                # Translators: {title} was not taken into a pack, and why
                told(_("Not taken: {title}. {why}").format(title=title, why=why))
            elif change.is_none:
                told(_("This is in the pack already: {title}").format(title=title))
            else:
                words = _("In the pack now: {title}").format(title=title)
                told(words)
                self._offer(work.done_with(folder, change, words, Icon.PLUS))

        self._tools.desk.ask(self, lambda library: work.take(services, library, folder, wanted), done)

    def _offer(self, done: Done[Library]) -> None:
        self._doer.offer(done, kind=_KIND)
        self.changed.emit()
