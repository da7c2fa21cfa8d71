"""What is done to one source or to many: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import Source, SourceId
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.source_choices import ChoiceBefore
    from caregiver_app.library.sources import RemovedSource
    from caregiver_app.library.store import Library

_Action = Callable[[], None]

_TITLE_CHARS = 48


class SourceActions(QObject):
    """`changed` comes whenever sources are not what they were, after undo and redo too."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def switch(self, sources: Sequence[Source], on: bool) -> None:
        """Switch sources on or off and offer to undo it."""
        ids = _ids(sources)
        words = _("Switched on {sources}") if on else _("Switched off {sources}")
        self._choose(lambda library: library.sources.set_all_enabled(ids, on), words, sources)

    def sort(self, sources: Sequence[Source], topic_ids: Collection[str] | None) -> None:
        """Put sources below these topics, None: as their publishers do, and offer to undo it."""
        ids = _ids(sources)
        self._choose(lambda library: library.sources.set_topics(ids, topic_ids), _("Sorted {sources}"), sources)

    def keep(self, sources: Sequence[Source], on: bool) -> None:
        """Keep whole pages of sources, or no longer, and offer to undo it."""
        before = {
            value: [source.id for source in sources if source.full_text is value] for value in (None, True, False)
        }
        ids = _ids(sources)

        def put(wanted: Mapping[bool | None, Sequence[SourceId]]) -> None:
            def work(library: Library) -> None:
                with library.write("sources.keep-many"):
                    for value, some in wanted.items():
                        library.sources.set_full_text(some, value)

            self._desk.ask(self, work, self._tell)

        put({on: ids})
        words = _("Whole pages are kept: {sources}") if on else _("Whole pages are not kept: {sources}")
        self._did(words.format(sources=named(sources)), lambda: put(before), lambda: put({on: ids}))

    def move_back(self, source: Source) -> None:
        """Ask a source at its old address again; it is not moved there anew."""
        at = self._desk.clock.now()

        def done(_nothing: None) -> None:
            words = _("The old address is used again: {sources}").format(sources=named([source]))
            self._desk.messages.say(words, icon=Icon.UNDO, kind="source")
            self.changed.emit()

        self._desk.ask(self, lambda library: library.source_moves.undo(source.id, at=at), done)

    def remove(self, sources: Sequence[Source]) -> None:
        """Take sources away with their pages, save what was saved, and offer to undo it."""
        words = _("Removed {sources}. Pages you saved stay.").format(sources=named(sources))
        gone: list[RemovedSource] = []

        def take_away(after: Callable[[], None]) -> None:
            at = self._desk.clock.now()

            def work(library: Library) -> list[RemovedSource]:
                with library.write("sources.remove-many"):
                    return [library.sources.remove(source_id, at=at) for source_id in _ids(sources)]

            def done(removed: list[RemovedSource]) -> None:
                gone[:] = removed
                self.changed.emit()
                after()

            self._desk.ask(self, work, done)

        take_away(lambda: self._did(words, lambda: self._put_back(gone), lambda: take_away(lambda: None)))

    def added(self, sources: Sequence[Source]) -> None:
        """Say that sources were added and offer to undo it."""
        back: list[RemovedSource] = []

        def undo() -> None:
            at = self._desk.clock.now()

            def work(library: Library) -> list[RemovedSource]:
                with library.write("sources.remove-many"):
                    return [library.sources.remove(source_id, at=at) for source_id in _ids(sources)]

            self._desk.ask(self, work, taken)

        def taken(removed: list[RemovedSource]) -> None:
            back[:] = removed
            self.changed.emit()

        self._did(_("Added {sources}").format(sources=named(sources)), undo, lambda: self._put_back(back))
        self.changed.emit()

    def _choose(
        self, choose: Callable[[Library], tuple[ChoiceBefore, ...]], words: str, sources: Sequence[Source]
    ) -> None:
        """Make a choice; when it changed anything, say so and offer to undo it."""
        before: list[ChoiceBefore] = []

        def make(after: Callable[[], None]) -> None:
            def done(changed: tuple[ChoiceBefore, ...]) -> None:
                before[:] = changed
                self.changed.emit()
                if changed:
                    after()

            self._desk.ask(self, choose, done)

        def undo() -> None:
            was = tuple(before)
            self._desk.ask(self, lambda library: library.sources.put_choices_back(was), self._tell)

        make(lambda: self._did(words.format(sources=named(sources)), undo, lambda: make(lambda: None)))

    def _put_back(self, removed: Sequence[RemovedSource]) -> None:
        wanted = tuple(removed)

        def work(library: Library) -> None:
            with library.write("sources.put-many-back"):
                for one in wanted:
                    library.sources.put_back(one)

        self._desk.ask(self, work, self._tell)

    def _did(self, text: str, undo: _Action, redo: _Action) -> None:
        self._desk.messages.did(UndoStep(text=text, undo=undo, redo=redo), icon=Icon.SOURCES, kind="source")

    def _tell(self, _nothing: object) -> None:
        self.changed.emit()


def named(sources: Sequence[Source]) -> str:
    """Return one source by its title, several by their number."""
    if len(sources) == 1:
        return _("“{title}”").format(title=shorten(shown_title(sources[0].title), _TITLE_CHARS))
    words = ngettext("{count} source", "{count} sources", len(sources))
    return words.format(count=format_number(len(sources)))


def _ids(sources: Sequence[Source]) -> tuple[SourceId, ...]:
    return tuple(source.id for source in sources)
