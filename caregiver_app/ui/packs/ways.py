"""What is done with packs that are here: news asked for, removed, looked into, their makers trusted no more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.channel import CheckedChannel, TrustedChannel
from caregiver_app.model.time import to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.packs import work
from caregiver_app.ui.packs.about_drawer import AboutDrawer
from caregiver_app.ui.packs.asking import forget_question, move_question
from caregiver_app.ui.packs.notice_words import newer_words, notices
from caregiver_app.ui.packs.work import About, News
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.confirm import Confirm, ask_first

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ArticleRow
    from caregiver_app.model.installed_pack import PackUid


class PackWays(QObject):
    """`noticed` carries sentences about channels; `changed` comes after each step, undo and redo too.

    `print_asked` carries the uid of a pack whose contents are wanted on paper, `page_asked` the `ArticleRow` of a text
    of a pack that is to be read.
    """

    noticed = Signal(object)
    changed = Signal()
    print_asked = Signal(str)
    page_asked = Signal(object)

    def __init__(self, desk: Desk, services: Services, long_work: LongWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._work = long_work
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.changed)

    def ask_for_news(self) -> None:
        """Ask everybody who is trusted and has an address whether there are newer packs."""
        services = self._services

        def asking(library: Library, control: TaskControl[HowFar]) -> News:
            return work.ask_for_news(services, library, control)

        self._work.begin(_("Asking for newer packs"), asking, self._tell_news)

    def remove(self, row: PackRow) -> None:
        """Take a pack away; it can be undone."""
        services = self._services
        self._doer.do(lambda library: work.removal(services, library, row))

    def about(self, row: PackRow) -> None:
        """Show what is in a pack."""

        def reading(library: Library) -> About | None:
            return work.read_about(library, row.uid)

        def show(about: About | None) -> None:
            if about is None:
                self.changed.emit()
                return
            today = to_datetime(self._desk.clock.now()).date()
            drawer = AboutDrawer(self._desk.theme, row, about, today, ring=self._desk.ring)
            drawer.print_asked.connect(lambda: self.print_asked.emit(str(row.uid)))
            drawer.page_asked.connect(partial(self._read, row.uid))
            self._desk.overlay.open_drawer(drawer)

        self._desk.ask(self, reading, show, key="packs.about")

    def _read(self, pack: PackUid, part: str) -> None:
        def show(page: ArticleRow | None) -> None:
            if page is None:
                self._desk.messages.say(_("This page is no longer in your library."), kind="packs")
                return
            self._desk.overlay.close_panel()
            self.page_asked.emit(page)

        self._desk.ask(self, lambda library: work.page_of(library, pack, part), show, key="packs.page")

    def ask_to_forget(self, channel: TrustedChannel) -> Confirm:
        """Ask before somebody is trusted no more: that cannot be undone."""
        act = partial(self._forget, channel)
        return ask_first(self._desk.overlay, self._desk.theme, forget_question(channel), act)

    def _forget(self, channel: TrustedChannel) -> None:
        services = self._services

        def forgetting(library: Library) -> tuple[PackUid, ...] | None:
            return services.packs.forget_channel(library, channel.id)

        def told(_gone: tuple[PackUid, ...] | None) -> None:
            words = _("{name} is trusted no more. Their packs are removed.").format(name=channel.name)
            self._desk.messages.say(words, icon=Icon.CLOSE, kind="packs")
            self.changed.emit()

        self._desk.ask(self, forgetting, told)

    def _tell_news(self, news: News) -> None:
        said = tuple(sentence for checked in news.checked for sentence in notices(checked))
        self.noticed.emit((*news.failed, *said))
        self.changed.emit()
        if news.newer:
            self._desk.messages.say(newer_words(news.newer), icon=Icon.PACKS, kind="packs")
        elif not news.failed:
            self._desk.messages.say(_("Your packs are up to date."), kind="packs")
        moved = next((checked for checked in news.checked if checked.moved_to), None)
        if moved is not None:
            self._ask_to_follow(moved)

    def _ask_to_follow(self, checked: CheckedChannel) -> None:
        services = self._services

        def follow() -> None:
            self._desk.ask(
                self,
                lambda library: services.channels.follow_move(library, checked),
                lambda _channel: self.changed.emit(),
            )

        ask_first(self._desk.overlay, self._desk.theme, move_question(checked), follow)
