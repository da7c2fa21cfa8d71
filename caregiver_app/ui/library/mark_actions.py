"""Saving, marking as read and archiving, each of which can be undone exactly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ArticleRow, ItemId, MarkKind
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

Times = Mapping[ItemId, Millis | None]

_TITLE_CHARS = 48
_MESSAGE = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksChanged:
    """Marks that are now in the library."""

    kind: MarkKind
    values: Mapping[ItemId, bool]


class MarkActions(QObject):
    """Sets marks in the library and tells by `changed` what is set now, after undo and redo too."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def set(self, row: ArticleRow, kind: MarkKind, value: bool) -> None:
        """Set or take away a mark of a page and offer to undo it."""
        at = self._desk.clock.now()

        def done(before: Times) -> None:
            if before:
                self._tell(kind, dict.fromkeys(before, value))
                self._offer_undo(_words(row.title, kind, value), kind, value, before)

        self._desk.ask(self, lambda library: set_marks(library, [row.id], kind, value, at), done)

    def mark_read_quietly(self, row: ArticleRow) -> None:
        """Mark a page as read because it was shown; the key M takes that back."""
        at = self._desk.clock.now()

        def done(before: Times) -> None:
            if before:
                self._tell(MarkKind.READ, dict.fromkeys(before, True))

        self._desk.ask(self, lambda library: set_marks(library, [row.id], MarkKind.READ, True, at), done)

    def _offer_undo(self, text: str, kind: MarkKind, value: bool, before: Times) -> None:
        def undo() -> None:
            self._desk.ask(
                self,
                lambda library: library.marks.put_back(kind, before),
                lambda _nothing: self._tell(kind, {item_id: at is not None for item_id, at in before.items()}),
            )

        def redo() -> None:
            at = self._desk.clock.now()
            self._desk.ask(
                self,
                lambda library: library.marks.set(list(before), kind, value, at=at),
                lambda _changed: self._tell(kind, dict.fromkeys(before, value)),
            )

        self._desk.messages.did(UndoStep(text=text, undo=undo, redo=redo), icon=_icon(kind), kind=_MESSAGE)

    def _tell(self, kind: MarkKind, values: Mapping[ItemId, bool]) -> None:
        self.changed.emit(MarksChanged(kind=kind, values=values))


def set_marks(library: Library, ids: Collection[ItemId], kind: MarkKind, value: bool, at: Millis) -> Times:
    """Set marks and return, for those items that changed, when they were set before."""
    before = library.marks.times(ids, kind)
    return {item_id: before[item_id] for item_id in library.marks.set(ids, kind, value, at=at)}


def _words(title: str, kind: MarkKind, value: bool) -> str:
    patterns = {
        (MarkKind.STARRED, True): _("Saved “{title}”"),
        (MarkKind.STARRED, False): _("No longer saved: “{title}”"),
        (MarkKind.READ, True): _("Marked as read: “{title}”"),
        (MarkKind.READ, False): _("Marked as unread: “{title}”"),
        (MarkKind.ARCHIVED, True): _("Archived “{title}”"),
        (MarkKind.ARCHIVED, False): _("Back in the list: “{title}”"),
    }
    return patterns[kind, value].format(title=shorten(title, _TITLE_CHARS))


def _icon(kind: MarkKind) -> Icon:
    return {MarkKind.STARRED: Icon.STAR, MarkKind.READ: Icon.CHECK, MarkKind.ARCHIVED: Icon.ARCHIVE}[kind]
