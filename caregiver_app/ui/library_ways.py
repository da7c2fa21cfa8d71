"""The ways from the shelf to sources and topics and back, and what happens on the way.

These pages are imported when they are first opened: the first window must not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from caregiver_app.links.tokens import shown_title
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.offline_switch import switch_offline
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.feeds.subscribe import AddedSource
    from caregiver_app.library.store import Library
    from caregiver_app.model.source import Source
    from caregiver_app.ui.check_link.screen import CheckLinkScreen
    from caregiver_app.ui.sources.opml_files import OpmlFiles
    from caregiver_app.ui.sources.screen import SourcesScreen
    from caregiver_app.ui.topics.screen import TopicsScreen


class LibraryWays(QObject):
    """Makes the pages behind the shelf when they are first asked for."""

    def __init__(
        self, desk: Desk, screen: LibraryScreen, updates: Updates, services: Services, adding: Lane[Library]
    ) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._updates = updates
        self._services = services
        self._adding = adding
        self.sources: SourcesScreen | None = None
        self.topics: TopicsScreen | None = None
        self.check_link: CheckLinkScreen | None = None
        self._files: OpmlFiles | None = None
        screen.topics_asked.connect(self.open_topics)
        screen.sources_asked.connect(lambda troubled: self.open_sources(troubled=troubled))
        screen.add_asked.connect(self.open_add)
        screen.check_asked.connect(self.open_check_link)
        updates.finished.connect(lambda _report: self._refresh_sources())

    @property
    def files(self) -> OpmlFiles:
        """Lists of sources in files."""
        if self._files is None:
            from caregiver_app.ui.sources.opml_files import OpmlFiles

            self._files = OpmlFiles(self._desk, self._services, self._screen, self)
            self._files.imported.connect(self._imported)
        return self._files

    def open_sources(self, *, troubled: bool = False) -> None:
        """Open the sources page, on those that need a look if asked."""
        sources = self._sources_page()
        if troubled:
            sources.show_troubled()
        self._screen.show_behind(sources)
        sources.head.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_topics(self) -> None:
        """Open the choice of topics."""
        from caregiver_app.ui.topics.screen import TopicsScreen

        if self.topics is not None:
            self.topics.deleteLater()
        self.topics = TopicsScreen(self._desk)
        self.topics.left.connect(self._leave_topics)
        self.topics.changed.connect(self._changed)
        self._screen.show_behind(self.topics)

    def open_add(self) -> None:
        """Open the drawer that adds a source."""
        from caregiver_app.ui.sources.add_source import AddSource

        drawer = AddSource(self._desk, self._adding, self._services)
        drawer.added.connect(self._added)
        self._desk.overlay.open_drawer(drawer).closed.connect(drawer.stop)
        drawer.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_check_link(self) -> None:
        """Open the page on which a link or a message is checked, as it was left for a page of the library."""
        from caregiver_app.ui.check_link.screen import CheckLinkScreen

        if self.check_link is None:
            checking = self._services.link_checking
            page = CheckLinkScreen(self._desk, checking.check, checking.reply, parent=self._screen)
            page.left.connect(self._screen.show_shelf)
            page.opened_page.connect(self._screen.open_row)
            self.check_link = page
        self._screen.show_behind(self.check_link)
        self.check_link.begin()

    def forget_message(self) -> None:
        """Forget what was pasted to be checked."""
        if self.check_link is not None:
            self.check_link.forget()

    def _leave_topics(self, update: bool) -> None:
        self._screen.show_shelf()
        if update:
            self._updates.begin()

    def _added(self, added: Sequence[AddedSource]) -> None:
        self._desk.overlay.close_panel()
        new = [one.source for one in added if not one.known]
        switched_on = [one.source for one in added if one.switched_on]
        if new or switched_on:
            self._sources_page().doings.added(new, switched_on)
        else:
            words = _("You have this source already: {title}")
            self._desk.messages.say(words.format(title=shown_title(added[0].source.title)), icon=Icon.SOURCES)
        self._changed()
        waiting = [one.source.id for one in added if one.articles is None]
        if waiting:
            self._updates.begin(waiting)

    def _imported(self, new: Sequence[Source]) -> None:
        if new:
            self._sources_page().doings.added(new)
        self._changed()

    def _changed(self) -> None:
        self._screen.refresh_standing()
        self._screen.shelf.pane.reload()
        self._refresh_sources()

    def _refresh_sources(self) -> None:
        if self.sources is not None:
            self.sources.refresh()

    def _sources_page(self) -> SourcesScreen:
        if self.sources is None:
            self.sources = self._made_sources()
        return self.sources

    def _made_sources(self) -> SourcesScreen:
        from caregiver_app.ui.sources.screen import SourcesScreen

        page = SourcesScreen(self._desk, self._services, parent=self._screen)
        page.head.left.connect(self._screen.show_shelf)
        page.head.add_pressed.connect(self.open_add)
        page.head.topics_pressed.connect(self.open_topics)
        page.head.import_pressed.connect(self.files.ask_for_import)
        page.head.export_pressed.connect(self.files.ask_for_export)
        page.head.offline_switched.connect(
            lambda on: switch_offline(self._updates, self._desk.messages, on, show=page.head.show_offline)
        )
        page.update_asked.connect(self._updates.begin)
        page.pages_asked.connect(self._screen.show_pick)
        page.doings.changed.connect(self._changed)
        return page
