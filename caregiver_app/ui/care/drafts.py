"""Saves what is being written a moment after each pause, gives it back where it was, and hands it over at the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.drafting import NOTHING, Draft, Written, save_drafts

PAUSE_MS = 600
"""So long the fingers rest before what was typed is saved; with the time of saving it stays under a second."""


@dataclass(slots=True, kw_only=True)
class _Followed:
    capture: Callable[[], Written]
    saved: Written


class Drafts(QObject):
    """What is written in all places that follow. `saved` carries the place; `failed` what went wrong in saving."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, access: CareAccess, parent: QObject | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._access = access
        self._waiting: dict[str, Written] = {}
        self._followed: dict[str, _Followed] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.save_now)
        access.collect_drafts_with(self._changed)

    def put_back(self, drafts: Mapping[str, Written]) -> None:
        """Take what was saved before the notes were opened; it waits for its places to follow again."""
        self._followed.clear()
        self._waiting = dict(drafts)

    def forget(self) -> None:
        """Hold no word any more."""
        self._pause.stop()
        self._followed.clear()
        self._waiting.clear()

    def waiting(self, start: str) -> tuple[str, ...]:
        """Return the places that begin so and have something written that nobody has taken back yet."""
        return tuple(place for place in self._waiting if place.startswith(start))

    def follow(self, place: str, edit: QPlainTextEdit) -> bool:
        """Save what is typed into `edit`; return whether something came back into it, with its cursor."""
        return self.follow_form(
            place,
            capture=lambda: written_in(edit),
            restore=lambda written: put_into(edit, written),
            changed=edit.textChanged,
        )

    def follow_line(self, place: str, line: QLineEdit) -> bool:
        """Save what is typed into one line; return whether something came back into it, with its cursor."""

        def capture() -> Written:
            return Written(text=line.text(), cursor=line.cursorPosition()) if isValid(line) else NOTHING

        def restore(written: Written) -> None:
            line.setText(written.text)
            line.setCursorPosition(written.cursor)

        return self.follow_form(place, capture=capture, restore=restore, changed=line.textChanged)

    def follow_form(
        self,
        place: str,
        *,
        capture: Callable[[], Written],
        restore: Callable[[Written], None],
        changed: SignalInstance,
    ) -> bool:
        """Save what `capture` returns whenever `changed` came and a pause followed; until `leave` or `finish`.

        Return whether something came back: then `restore` was given it.
        """
        written = self._waiting.pop(place, NOTHING)
        if written:
            restore(written)
        self._followed[place] = _Followed(capture=capture, saved=written)
        changed.connect(self._pause.start)
        return bool(written)

    def finish(self, place: str) -> None:
        """Forget what was written there: it was kept as what it is, or thrown away."""
        self._waiting.pop(place, None)
        followed = self._followed.get(place)
        if followed is not None:
            followed.saved = NOTHING
        self._save([Draft(place=place, written=NOTHING)])

    def leave(self, place: str) -> None:
        """Follow a place no longer, after saving it: its form is closed, what is written waits there."""
        followed = self._followed.pop(place, None)
        if followed is None:
            return
        written = followed.capture()
        if written:
            self._waiting[place] = written
        if written != followed.saved:
            self._save([Draft(place=place, written=written)])

    def save_now(self) -> None:
        """Save what changed since it was saved last."""
        drafts = self._changed()
        if drafts:
            self._save(drafts)

    def _changed(self) -> list[Draft]:
        found = [(place, followed, followed.capture()) for place, followed in self._followed.items()]
        return [Draft(place=place, written=written) for place, followed, written in found if written != followed.saved]

    def _save(self, drafts: list[Draft]) -> None:
        at = self._access.clock.now()

        def saved(_none: None) -> None:
            for draft in drafts:
                followed = self._followed.get(draft.place)
                if followed is not None:
                    followed.saved = draft.written
                self.saved.emit(draft.place)

        self._access.ask(self, lambda vault: save_drafts(vault, drafts, at=at), saved, failed=self.failed.emit)


def written_in(edit: QPlainTextEdit) -> Written:
    """Return what stands in a text, with its cursor."""
    return Written(text=edit.toPlainText(), cursor=edit.textCursor().position()) if isValid(edit) else NOTHING


def put_into(edit: QPlainTextEdit, written: Written) -> None:
    """Put what was written back into a text, with its cursor."""
    edit.setPlainText(written.text)
    cursor = edit.textCursor()
    cursor.setPosition(max(0, min(written.cursor, len(edit.toPlainText()))))
    edit.setTextCursor(cursor)
