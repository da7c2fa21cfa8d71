"""What is about to be shared, as far as the person has come. In memory only, and gone with the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.card import Draft, Kept, ToShare
from caregiver_app.model.guard import FindingKind
from caregiver_app.model.trust import Subject

MOST_THINGS = 20
"""More than a message should hold; a whole collection is printed, not sent."""


class Basket(QObject):
    """`changed` comes with every other draft."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._away = ""

    @property
    def draft(self) -> Draft:
        """What is there now."""
        return self._draft

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another page."""
        return len(self._draft.things) >= MOST_THINGS

    def add(self, things: Iterable[ToShare]) -> tuple[ToShare, ...]:
        """Put things in that are not there yet, as long as there is room; return those that were."""
        there = {one.subject for one in self._draft.things}
        new = {one.subject: one for one in things if one.subject not in there}
        added = tuple(new.values())[: MOST_THINGS - len(there)]
        self.put_things((*self._draft.things, *added))
        return added

    def put_things(self, things: Iterable[ToShare]) -> None:
        """Share these things, in this order."""
        self.put(replace(self._draft, things=tuple(things)))

    def answer_link(self, subject: Subject, names: tuple[str, ...], *, keep: bool) -> None:
        """Answer what cleaning the link of one of them asks: keep these parts, or leave them out."""
        self.put_things(
            replace(one, keep=(*one.keep, *names))
            if one.subject == subject and keep
            else replace(one, leave_out=(*one.leave_out, *names))
            if one.subject == subject
            else one
            for one in self._draft.things
        )

    def put_message(self, message: str) -> None:
        """Take what the person typed."""
        self.put(replace(self._draft, message=message))

    @property
    def holds_back(self) -> bool:
        """Whether a message was put away."""
        return bool(self._away)

    def put_away(self) -> None:
        """Hold the message back, where nobody sees it: it holds words of care notes that are locked now."""
        self._away = _joined(self._away, self._draft.message)
        self.put_message("")

    def bring_back(self) -> None:
        """Take the message that was held back in again, before what was typed since."""
        away, self._away = self._away, ""
        self.put_message(_joined(away, self._draft.message))

    def forget(self) -> None:
        """Hold no page and no word any more."""
        self._away = ""
        self.put(Draft())

    def put_kept(self, kept: Iterable[Kept]) -> None:
        """Let these findings pass, and no others."""
        self.put(replace(self._draft, kept=tuple(kept)))

    def forget_private(self) -> None:
        """Forget what was decided on words of the care notes: they are locked."""
        private = (FindingKind.PRIVATE_WORD, FindingKind.PRIVATE_WORDS_UNCHECKED)
        self.put_kept(kept for kept in self._draft.kept if kept.kind not in private)

    def put(self, draft: Draft) -> None:
        """Take another draft, whole."""
        if draft != self._draft:
            self._draft = draft
            self.changed.emit()


def _joined(first: str, second: str) -> str:
    return "\n\n".join(filter(None, (first, second)))
